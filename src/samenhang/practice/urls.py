from django.urls import include, path

from samenhang.practice.views import arrivals, house, people, standing_in

_pages = (
    [
        path("praktijk/", house.home, name="home"),
        path("praktijk/wijzigen/", house.edit, name="edit"),
        path("praktijk/hulplijnen/", house.help_lines, name="help_lines"),
        path("praktijk/uitnodigen/", people.invite, name="invite"),
        path("praktijk/uitnodigen/<uuid:link>/weg/", people.withdraw, name="withdraw"),
        path("praktijk/mensen/<uuid:person>/", people.person, name="person"),
        path("praktijk/mensen/<uuid:person>/rol/<str:role>/weg/", people.end_role, name="end_role"),
        path("praktijk/mensen/<uuid:person>/wachtwoord/", people.password, name="password"),
        path("praktijk/mensen/<uuid:person>/stopt/", people.end_work, name="end_work"),
        path("praktijk/vervanging/", standing_in.arrange, name="substitute"),
        path("praktijk/vervanging/<int:arranged>/verteld/", standing_in.tell, name="tell"),
        path("praktijk/vervanging/<int:arranged>/weg/", standing_in.end, name="end_substitution"),
        path("nieuw-wachtwoord/<str:token>/", arrivals.new_password, name="new_password"),
        path("uitgenodigd/<str:token>/", arrivals.invited, name="invited"),
        path("binnen/<str:token>/", arrivals.sign_in, name="sign_in"),
    ],
    "practice",
)

urlpatterns = [
    path("", include(_pages)),
    path("toegang/", include("samenhang.practice.account_urls")),
]
