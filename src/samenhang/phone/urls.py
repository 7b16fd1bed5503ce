from django.urls import path

from samenhang.phone import views

app_name = "phone"

urlpatterns = [
    path("", views.today, name="today"),
    path("link/<str:token>/", views.join, name="join"),
    path("check-in/<slug:day>/", views.check_in, name="check_in"),
    path("bewaard/", views.done, name="done"),
    path("pauze/", views.pause, name="pause"),
    path("gelukt/", views.tried, name="tried"),
    path("adem/", views.breathe, name="breathe"),
    path("hulp/", views.help_lines, name="help"),
]
