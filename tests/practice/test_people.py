"""The practice and its people: invited once, given a role, gone; and who may do what."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from samenhang.practice.access import scope_of_account
from samenhang.practice.models import Account, Client, OneTimeLink, Practice, Role, Substitution
from samenhang.practice.queries import practice_card, practice_of
from samenhang.vault.scope import rows
from tests.conftest import Person, person
from tests.practice.arrive import PASSWORD, freshly, mends, open_browser, set_up_app, typed, words

HOSTILE = '<script>alert("x")</script>'
NEW = {"name": "Joke Maes", "email": "joke@delinde.example", "password": PASSWORD}


@pytest.fixture
def mia(practice: Practice) -> Person:
    """Owner and coach."""
    return person(practice, "Mia", Role.OWNER, Role.COACH)


def invite(owner: Person, role: str = "coach") -> str:
    page = freshly(owner).post("/praktijk/uitnodigen/", {"role": role})
    return (
        typed(page, "") or re.findall(r'value="(http://[^"]+/uitgenodigd/[^"]+)"', page.content.decode())[0]
    )


def path_of(link: str) -> str:
    return link.removeprefix("http://localhost:8000")


OWNER_PAGES = ("/praktijk/wijzigen/", "/praktijk/hulplijnen/", "/praktijk/uitnodigen/")


@pytest.mark.parametrize("who", ["sam", "noor", "an", "lies"])
def test_everyone_of_the_house_sees_the_practice(who: str, request: pytest.FixtureRequest) -> None:
    page = freshly(request.getfixturevalue(who)).get("/praktijk/")
    assert "De Linde" in words(page)
    assert "Zelfmoordlijn" in words(page)
    assert ("Nodig een collega uit" in words(page)) is (who == "sam")
    assert ("Wijzig de praktijk" in words(page)) is (who == "sam")
    assert ("Regel een vervanging" in words(page)) is (who == "noor")


@pytest.mark.parametrize("who", ["noor", "an", "lies", "bram"])
def test_only_the_owner_changes_the_practice(who: str, sam: Person, request: pytest.FixtureRequest) -> None:
    other = request.getfixturevalue(who)
    if who == "bram":
        pages: tuple[str, ...] = ()
    else:
        pages = OWNER_PAGES
    own = f"/praktijk/mensen/{sam.practitioner.pk}/"
    for address in (*pages, own, own + "stopt/", own + "rol/owner/weg/", own + "wachtwoord/"):
        assert freshly(other).get(address).status_code in (404, 405), address
        assert freshly(other).post(address, {"role": "coach"}).status_code == 404, address


@pytest.mark.parametrize("who", ["sam", "an", "lies"])
def test_only_who_coaches_arranges_a_substitute(who: str, request: pytest.FixtureRequest) -> None:
    assert freshly(request.getfixturevalue(who)).get("/praktijk/vervanging/").status_code == 404


def test_roles_ask_for_a_fresh_sign_in(mia: Person, noor: Person) -> None:
    stale = mia.browser()
    address = f"/praktijk/mensen/{noor.practitioner.pk}/"
    assert stale.get(address).url == f"/toegang/opnieuw/?next={address.replace('/', '%2F')}"
    assert stale.post(address, {"role": "secretary"}).url.startswith("/toegang/opnieuw/")
    assert noor.scope == scope_of_account(noor.account.pk)


def test_an_invitation_brings_a_coach_in_and_works_once(mia: Person) -> None:
    link = path_of(invite(mia))
    guest = open_browser()
    for _ in range(2):
        page = guest.get(link)
        assert "Welkom bij De Linde" in words(page)
    assert guest.post(link, NEW).url == "/toegang/tweede-stap/app/"
    set_up_app(guest, "/toegang/tweede-stap/app/")
    assert guest.get("/vandaag/").status_code == 200
    scope = scope_of_account(Account.objects.get(email=NEW["email"]).pk)
    assert scope
    assert (scope.practice, scope.roles) == (mia.scope.practice, {"coach"})
    for again in (open_browser().get(link), open_browser().post(link, NEW)):
        assert again.status_code == 404
        assert "Deze link werkt niet meer" in words(again)


def test_an_invitation_ends_after_three_days_or_when_it_is_taken_back(mia: Person) -> None:
    first, second = path_of(invite(mia)), path_of(invite(mia, "secretary"))
    links = rows(OneTimeLink, mia.scope.practice)
    with mia.scope.entered():
        assert links.count() == 2
        taken = links.get(role="secretary")
    page = freshly(mia).get("/praktijk/")
    assert "Uitgenodigd als secretariaat" in words(page)
    freshly(mia).post(f"/praktijk/uitnodigen/{taken.pk}/weg/")
    assert open_browser().get(second).status_code == 404
    with mia.scope.entered():
        links.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert open_browser().get(first).status_code == 404


def test_the_link_itself_is_kept_nowhere(mia: Person) -> None:
    token = path_of(invite(mia)).split("/")[2]
    with mia.scope.entered():
        (link,) = rows(OneTimeLink, mia.scope.practice)
    assert token.encode() not in bytes(link.token_hash)
    assert abs(link.expires_at - link.made_at - timedelta(hours=72)) < timedelta(seconds=1)
    assert token not in freshly(mia).get("/praktijk/").content.decode()


def test_bad_input_of_an_invited_person_is_said_at_its_field(mia: Person) -> None:
    link = path_of(invite(mia))
    page = open_browser().post(link, {"name": HOSTILE, "email": "mia@example.org", "password": "kort"})
    assert mends(page) == [
        "Met dit e-mailadres meldt al iemand zich aan.",
        "Neem minstens 12 tekens. Een paar woorden na elkaar is prima.",
    ]
    assert typed(page, "name") == HOSTILE
    assert HOSTILE.encode() not in page.content
    assert open_browser().get(link).status_code == 200


def test_an_invitation_without_a_role_is_refused_in_one_sentence(mia: Person) -> None:
    for role in ("", "owner", "x"):
        page = freshly(mia).post("/praktijk/uitnodigen/", {"role": role})
        assert mends(page) == [
            "Kies wat deze collega komt doen." if not role else "Kies een van de mogelijkheden."
        ]


def test_the_owner_renames_the_practice(mia: Person) -> None:
    browser = freshly(mia)
    page = browser.post("/praktijk/wijzigen/", {"name": HOSTILE * 9, "country": "BE", "retention": "care_be"})
    assert mends(page) == ["Dit is te lang: hoogstens 80 tekens."]
    assert typed(page, "name") == HOSTILE * 9
    browser.post("/praktijk/wijzigen/", {"name": HOSTILE, "country": "NL", "retention": "care_nl"})
    with mia.scope.entered():
        assert practice_of(mia.scope).retention == "care_nl"
        assert practice_card(mia.scope.practice).name == HOSTILE
    page = browser.get("/praktijk/")
    assert HOSTILE.encode() not in page.content
    assert HOSTILE in words(page) or "alert" in words(page)


def lines(*said: tuple[str, str, str]) -> dict[str, str]:
    form = {"form-TOTAL_FORMS": str(len(said)), "form-INITIAL_FORMS": "0"}
    for n, (number, name, about) in enumerate(said):
        form |= {f"form-{n}-number": number, f"form-{n}-name": name, f"form-{n}-about": about}
    return form


def test_the_owner_checks_the_help_lines(mia: Person) -> None:
    browser = freshly(mia)
    browser.post(
        "/praktijk/hulplijnen/",
        lines(("112", "Noodgevallen", ""), ("", "", ""), ("106", "Tele-Onthaal", "altijd")),
    )
    with mia.scope.entered():
        card = practice_card(mia.scope.practice)
    assert [line.number for line in card.help_lines] == ["112", "106"]
    assert card.help_checked_on == timezone.localdate()
    assert "1813" not in words(browser.get("/praktijk/"))


def test_help_lines_that_say_too_little_are_not_kept(mia: Person) -> None:
    browser = freshly(mia)
    page = browser.post("/praktijk/hulplijnen/", lines(("", HOSTILE, ""), ("112", "", "")))
    assert mends(page) == ["Vul een nummer in, of maak de hele regel leeg.", "Zeg van wie dit nummer is."]
    assert typed(page, "form-0-name") == HOSTILE
    page = browser.post("/praktijk/hulplijnen/", lines(("", "", "")))
    assert mends(page) == ["Laat minstens één nummer staan: cliënten zien deze lijst als het niet goed gaat."]
    assert browser.post("/praktijk/hulplijnen/", {"x": "y"}).status_code == 200
    with mia.scope.entered():
        assert len(practice_card(mia.scope.practice).help_lines) == 6


def test_a_role_is_given_and_taken_back(mia: Person, noor: Person) -> None:
    browser, address = freshly(mia), f"/praktijk/mensen/{noor.practitioner.pk}/"
    for _ in range(2):
        browser.post(address, {"role": "secretary"})
    assert "secretariaat" in words(browser.get(address))
    browser.post(f"{address}rol/coach/weg/")
    scope = scope_of_account(noor.account.pk)
    assert scope
    assert scope.roles == {"secretary"}
    assert mends(browser.post(address, {"role": "king"})) == ["Kies een van de mogelijkheden."]
    assert browser.post(f"{address}rol/king/weg/").status_code == 404
    assert browser.get(f"/praktijk/mensen/{uuid4()}/").status_code == 404


def test_a_practice_keeps_an_owner(mia: Person) -> None:
    browser, address = freshly(mia), f"/praktijk/mensen/{mia.practitioner.pk}/"
    page = browser.post(f"{address}rol/owner/weg/", follow=True)
    assert "Een praktijk heeft altijd een praktijkhouder." in words(page)
    page = browser.post(f"{address}stopt/", follow=True)
    assert "Een praktijk heeft altijd een praktijkhouder." in words(page)
    scope = scope_of_account(mia.account.pk)
    assert scope
    assert scope.is_owner


def test_someone_goes_and_a_colleague_takes_over(
    mia: Person, noor: Person, joke: Person, emma: Client
) -> None:
    gone, address = noor.browser(), f"/praktijk/mensen/{noor.practitioner.pk}/stopt/"
    page = freshly(mia).post(address, {})
    assert mends(page) == ["Kies wie de cliënten overneemt."]
    assert gone.get("/vandaag/").status_code == 200
    freshly(mia).post(address, {"heir": str(joke.practitioner.pk)})
    assert gone.get("/vandaag/").url.startswith("/toegang/aanmelden/")
    assert scope_of_account(noor.account.pk) is None
    with joke.scope.entered():
        assert joke.scope.client_or_404(emma.pk).pk == emma.pk
    assert "Noor" not in words(freshly(mia).get("/praktijk/"))


def test_who_forgot_a_password_gets_a_link_that_leaves_the_second_step(mia: Person, noor: Person) -> None:
    page = freshly(mia).post(f"/praktijk/mensen/{noor.practitioner.pk}/wachtwoord/")
    (link,) = re.findall(r'value="http://localhost:8000(/nieuw-wachtwoord/[^"]+)"', page.content.decode())
    before = noor.browser()
    assert mends(open_browser().post(link, {"password": "kort"})) == [
        "Neem minstens 12 tekens. Een paar woorden na elkaar is prima."
    ]
    assert open_browser().post(link, {"password": PASSWORD}).url == "/toegang/aanmelden/"
    assert Account.objects.get(pk=noor.account.pk).check_password(PASSWORD)
    assert before.get("/vandaag/").url.startswith("/toegang/aanmelden/")
    assert open_browser().get(link).status_code == 404


def substitute(joke: Person, **other: str) -> dict[str, str]:
    today = timezone.localdate()
    return {
        "substitute": str(joke.practitioner.pk),
        "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=7)).isoformat(),
        **other,
    }


def test_a_substitute_sees_the_clients_once_they_know(noor: Person, joke: Person, emma: Client) -> None:
    browser = noor.browser()
    assert "Niemand neemt nu voor jou waar." in words(browser.get("/praktijk/"))
    browser.post("/praktijk/vervanging/", substitute(joke))
    with joke.scope.entered():
        assert not joke.scope.clients().exists()
    assert "Telt nog niet" in words(browser.get("/praktijk/"))
    with noor.scope.entered():
        (arranged,) = rows(Substitution, noor.scope.practice)
    joke.browser().post(f"/praktijk/vervanging/{arranged.pk}/verteld/")
    with joke.scope.entered():
        assert not joke.scope.clients().exists()
    browser.post(f"/praktijk/vervanging/{arranged.pk}/verteld/")
    with joke.scope.entered():
        assert joke.scope.client_or_404(emma.pk).pk == emma.pk
    assert "Jij neemt waar voor Noor" in words(joke.browser().get("/praktijk/"))
    browser.post(f"/praktijk/vervanging/{arranged.pk}/weg/")
    with joke.scope.entered():
        assert not joke.scope.clients().exists()


def test_a_substitution_has_its_sentences(noor: Person, joke: Person, bram: Person) -> None:
    browser = noor.browser()
    page = browser.post("/praktijk/vervanging/", substitute(bram, starts_on="", ends_on="gisteren"))
    assert mends(page) == [
        "Kies een van de mogelijkheden.",
        "Kies de eerste dag.",
        "Schrijf de datum als 14/03/1997.",
    ]
    page = browser.post(
        "/praktijk/vervanging/", substitute(joke, ends_on="2020-01-01", starts_on="2020-02-01")
    )
    assert mends(page) == ["De laatste dag komt voor de eerste. Kijk de datums na."]
    page = browser.post("/praktijk/vervanging/", substitute(joke, ends_on="2099-01-01"))
    assert mends(page) == ["Een vervanging duurt hoogstens een jaar. Verleng ze later als het nodig is."]
    assert typed(page, "ends_on") == "2099-01-01"


def test_without_a_colleague_nobody_can_stand_in(noor: Person) -> None:
    assert "Er is nog geen collega die kan waarnemen." in words(noor.browser().get("/praktijk/vervanging/"))
