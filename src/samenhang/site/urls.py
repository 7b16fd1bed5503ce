from django.urls import path

from samenhang.site import views

app_name = "site"

urlpatterns = [
    path("", views.front, name="front"),
    path("healthz", views.healthz, name="healthz"),
]
