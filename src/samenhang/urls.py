"""Every address, floor by floor. A route without a rule fails the suite."""

from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern


class Later(URLResolver):
    """A floor under a namespace of its own, loaded at its first request: what is heavy waits until asked."""

    def __init__(self, address: str, module: str, name: str) -> None:
        super().__init__(RoutePattern(address), module, app_name=name, namespace=name)

    def _populate(self) -> None:
        """Nothing to add to the names of the house: this floor answers to its own."""


urlpatterns: list[URLPattern | URLResolver] = [
    Later("api/v1/", "samenhang.api.urls", "api"),  # the phones ask most
    path("", include("samenhang.site.urls")),
    path("begin/", include("samenhang.site.start.urls")),
    path("", include("samenhang.desk.urls")),
    path("", include("samenhang.tools.urls")),
    path("", include("samenhang.practice.urls")),
    path("mij/", include("samenhang.phone.urls")),
]

handler400 = "samenhang.site.views.refused"
handler404 = "samenhang.site.views.not_found"
handler500 = "samenhang.site.views.broken"
handler429 = "samenhang.site.views.too_many"
