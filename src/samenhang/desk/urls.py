from django.urls import path

from samenhang.desk import clients, coherence, encounters, experiments, trials, views

app_name = "desk"
_CLIENT = "clienten/<uuid:client>/"
_MEETING = f"{_CLIENT}gesprek/<uuid:encounter>/"

urlpatterns = [
    path("vandaag/", views.today, name="today"),
    path("clienten/", views.clients, name="clients"),
    path("clienten/nieuw/", clients.new, name="new_client"),
    path(_CLIENT, views.client, name="client"),
    path(f"{_CLIENT}dossier/", views.dossier, name="dossier"),
    path(f"{_CLIENT}gegevens/", clients.edit, name="edit_client"),
    path(f"{_CLIENT}toestemming/", clients.consent, name="consent"),
    path(f"{_CLIENT}toestellen/", clients.devices, name="devices"),
    path(f"{_CLIENT}toestellen/<uuid:device>/intrekken/", clients.revoke, name="revoke"),
    path(f"{_CLIENT}gesprekken/", encounters.plan, name="encounters"),
    path(_MEETING, encounters.meeting, name="encounter"),
    path(f"{_MEETING}arriveren/", encounters.arrive, name="arrive"),
    path(f"{_MEETING}terugblik/", encounters.look_back, name="look_back"),
    path(f"{_MEETING}terugblik/concept/", encounters.look_back_draft, name="look_back_draft"),
    path(f"{_MEETING}afronden/", encounters.close, name="close"),
    path(f"{_MEETING}annuleren/", encounters.cancel, name="cancel"),
    path(f"{_CLIENT}dagboek/", experiments.diary, name="diary"),
    path(f"{_CLIENT}dagboek/<str:day>/", experiments.fill_day, name="fill_day"),
    path(f"{_CLIENT}dagboekvraag/nieuw/", experiments.ask, name="ask"),
    path(f"{_CLIENT}dagboekvraag/<uuid:item>/sluiten/", experiments.close_item, name="close_item"),
    path(f"{_CLIENT}kaart/", coherence.coherence, name="coherence"),
    path(f"{_CLIENT}acties/", experiments.actions, name="actions"),
    path(f"{_CLIENT}acties/<uuid:action>/", experiments.action, name="action"),
    path(f"{_CLIENT}acties/<uuid:action>/afspreken/", trials.agree, name="agree"),
    path(f"{_CLIENT}experiment/<uuid:experiment>/", trials.experiment, name="experiment"),
]
