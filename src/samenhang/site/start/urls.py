from django.urls import path

from samenhang.site.start import views

app_name = "start"

urlpatterns = [
    path("", views.code, name="code"),
    path("praktijk/", views.practice, name="practice"),
    path("jij/", views.coach, name="coach"),
    path("tweede-stap/", views.second_step, name="second_step"),
    path("tweede-stap/sleutel/", views.passkey, name="passkey"),
    path("herstelcodes/", views.codes, name="codes"),
    path("herstelblad/", views.sheet, name="sheet"),
    path("herstelblad/nakijken/", views.check, name="check"),
    path("eerste-client/", views.client, name="client"),
]
