from django.urls import path

from samenhang.phone import views

app_name = "phone"

urlpatterns = [path("hulp/", views.help_lines, name="help")]
