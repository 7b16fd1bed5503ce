from django.urls import include, path

from samenhang.practice import views

_pages = (
    [
        path("praktijk/", views.home, name="home"),
        path("binnen/<str:token>/", views.sign_in, name="sign_in"),
    ],
    "practice",
)

urlpatterns = [
    path("", include(_pages)),
    path("toegang/", include("samenhang.practice.account_urls")),
]
