from django.urls import path

from samenhang.tools import papers, views

app_name = "tools"
_CLIENT = "clienten/<uuid:client>/"
_MET = f"{_CLIENT}gesprek/<uuid:encounter>/"

urlpatterns = [
    path(f"{_CLIENT}vullen/<slug:tool>/", views.fill, name="fill"),
    path(f"{_CLIENT}vullen/<slug:tool>/concept/", views.draft, name="draft"),
    path(f"{_CLIENT}vullen/<slug:tool>/lezen/", views.step, name="step"),
    path(f"{_MET}vullen/<slug:tool>/", views.fill, name="fill_in"),
    path(f"{_MET}vullen/<slug:tool>/concept/", views.draft, name="draft_in"),
    path(f"{_MET}vullen/<slug:tool>/lezen/", views.step, name="step_in"),
    path(f"{_CLIENT}blad/<uuid:sheet>/", views.sheet, name="sheet"),
    path(f"{_CLIENT}blad/<uuid:sheet>/naast/<uuid:other>/", views.compare, name="compare"),
    path(f"{_CLIENT}blad/<uuid:sheet>/terugzetten/", views.put_back, name="put_back"),
    path(f"{_CLIENT}blad/<uuid:sheet>/a4/", papers.filled, name="paper"),
]
