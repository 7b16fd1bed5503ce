from django.urls import path

from samenhang.desk import views

app_name = "desk"

urlpatterns = [
    path("vandaag/", views.today, name="today"),
    path("clienten/", views.clients, name="clients"),
]
