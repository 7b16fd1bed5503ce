from django.urls import path

from samenhang.site import toolkit, views

app_name = "site"

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
    path("toolkit/", toolkit.toolkit, name="toolkit"),
    path("toolkit/<slug:tool>.pdf", toolkit.empty, name="empty"),
]
