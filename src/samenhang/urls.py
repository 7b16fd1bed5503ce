"""Every address, floor by floor. A route without a rule fails the suite."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samenhang.site.urls")),
    path("", include("samenhang.desk.urls")),
    path("", include("samenhang.tools.urls")),
    path("", include("samenhang.practice.urls")),
    path("mij/", include("samenhang.phone.urls")),
    path("api/v1/", include("samenhang.api.urls")),
]

handler404 = "samenhang.site.views.not_found"
handler500 = "samenhang.site.views.broken"
