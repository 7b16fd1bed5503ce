"""The API of the phone: one thing, a check-in, idempotent and durable."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from samenhang.api.answer import JSON
from samenhang.api.receiving import received
from samenhang.api.schemas import CheckInBody, Problem, Problems, Receipt

api = NinjaAPI(
    title="Samenhang",
    version="1",
    docs_url=None,
    urls_namespace="api",
    openapi_extra={"components": {"securitySchemes": {"DeviceBearer": {"type": "http", "scheme": "bearer"}}}},
)


@api.post(
    "/check-ins",
    response={
        201: Receipt,
        200: Receipt,
        401: Problem,
        404: Problem,
        409: Problem,
        413: Problem,
        422: Problems,
        503: Problem,
    },
    openapi_extra={
        "requestBody": {"required": True, "content": {JSON: {"schema": CheckInBody.model_json_schema()}}},
        "security": [{"DeviceBearer": []}],
    },
)
def check_in(request: HttpRequest) -> HttpResponse:
    """Keep one diary day: 201 when it is new and on the disk, 200 when it was there already."""
    answer = received(request.META.get("HTTP_AUTHORIZATION", ""), request.body)
    return HttpResponse(answer.body, status=answer.status, content_type=JSON)
