"""The addresses of the API, each with its rule."""

from django.urls import URLPattern

from samenhang.api.views import api
from samenhang.practice.access import rule

_RULES = {"check_in": "device_token"}

urlpatterns = [each for each in api.urls[0] if isinstance(each, URLPattern)]
for each in urlpatterns:
    rule(_RULES.get(each.name or "", "open"))(each.callback)
