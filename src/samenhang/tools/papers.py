"""A sheet on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from samenhang.dossier.queries import sheet_or_404
from samenhang.practice.access import ClientRequest, own_client


@own_client
@require_GET
def filled(request: ClientRequest, sheet: UUID) -> HttpResponse:
    found = sheet_or_404(request.client, sheet)
    return HttpResponse(str(found.pk))
