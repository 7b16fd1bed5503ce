"""From the agreement to the answer: what is locked stays, what is drawn shows, doubt has the last word."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from samenhang.desk.seeing import say_experiment
from samenhang.experiments import services
from samenhang.experiments.effects import days_missing, figures, outlook
from samenhang.experiments.filling import questions
from samenhang.experiments.queries import actions_of, dossier_of, experiments_of
from samenhang.experiments.recording import Filled, record_check_in
from samenhang.experiments.trials import Agreement, NotTestable, agree, decide_experiment
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.experiment import Design, Experiment, set_aside
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.practice.models import Client, Purpose
from samenhang.practice.services import withdraw_consent
from tests.conftest import Person

SPREAD = (0, 1, -1, 2, 0, -2, 1, 0, -1, 1)


def today() -> date:
    return timezone.localdate()


def moment(days: int) -> datetime:
    return timezone.make_aware(datetime.combine(today() + timedelta(days=days), time(20)))


class Case:
    """One client with one micro-action and one question, days counted from today."""

    def __init__(self, client: Client, coach: Person) -> None:
        self.client, self.by = client, coach.scope.person
        self.item: DiaryItem
        self.action: MicroAction

    def ask(self, kind: Kind = Kind.SCALE, better: Better = Better.HIGHER, slot: Slot = Slot.DAY) -> None:
        self.item = services.ask(
            self.client, DiaryItem(str(uuid4()), "Hoeveel energie had je?", kind, better, slot)
        )

    def choose(self, days: int = 0, behaviour: str = "Wandelen", reason: str = "") -> MicroAction:
        wanted = MicroAction(str(uuid4()), behaviour)
        return services.choose(self.client, wanted, by=self.by, reason=reason, at=moment(days))

    def fill(self, days: int, value: float) -> None:
        at = moment(days)
        record_check_in(self.client, Filled(uuid4(), at.date(), at, {self.item.id: value}, {}))

    def agree(self, design: Design = Design.SINCE, days: int = 14, at: int = 0) -> Experiment:
        agreed = Agreement(self.action, self.item, 1, design, days)
        return agree(self.client, agreed, by=self.by, at=moment(at), chance=Random(7))


@pytest.fixture
def case(noor: Person, emma: Client) -> Any:
    with noor.scope.entered():
        made = Case(emma, noor)
        made.ask()
        yield made


def lived(case: Case, before: float, since: float) -> Experiment:
    """Two weeks before and two weeks with the action, agreed at its start; the learning moment is today."""
    for n in range(14):
        case.fill(n - 28, before + SPREAD[n % 10])
    case.action = case.choose(-14)
    made = case.agree(at=-14)
    for n in range(14):
        case.fill(n - 14, since + SPREAD[n % 10])
    return made


def test_it_is_locked_as_it_was_agreed(case: Case) -> None:
    made = lived(case, 5, 5)
    assert (made.start, made.begins, made.until) == (
        today() - timedelta(days=28),
        today() - timedelta(days=14),
        today() - timedelta(days=1),
    )
    assert experiments_of(case.client) == [made]
    assert not made.is_afterthought


def test_a_large_change_that_held_is_better_and_a_small_one_is_not(case: Case) -> None:
    seen = outlook(lived(case, 3, 8), dossier_of(case.client), today())
    assert seen.verdict in ("verbeterd", "waarschijnlijk_verbeterd")
    assert seen.expected
    assert seen.expected[0] < seen.expected[1] < 8
    assert len(seen.points) == 28


def test_without_a_change_nothing_is_called_better(case: Case) -> None:
    assert outlook(lived(case, 5, 5), dossier_of(case.client), today()).verdict in (
        "geen_verschil",
        "te_vroeg",
    )


def test_before_the_learning_moment_there_is_no_verdict(case: Case) -> None:
    seen = outlook(lived(case, 3, 8), dossier_of(case.client), today() - timedelta(days=1))
    assert (seen.is_interim, seen.verdict) == (True, "")
    assert "ussenstand" in seen.result.zin


def test_another_action_alongside_takes_the_credit_from_both(case: Case) -> None:
    made = lived(case, 3, 8)
    case.choose(-10, "Vroeger naar bed", "ze wil niet wachten")
    assert "GELIJKTIJDIG" in outlook(made, dossier_of(case.client), today()).result.reasons


@pytest.mark.parametrize("days", [0, 3])
def test_too_few_days_are_too_few(days: int, case: Case) -> None:
    case.action = case.choose(-3)
    made = case.agree(at=-3)
    for n in range(days):
        case.fill(-n - 1, 5)
    seen = outlook(made, dossier_of(case.client), today() + timedelta(days=20))
    assert seen.verdict == "te_vroeg"
    assert seen.result.zin


def test_missing_days_are_counted_and_stay_empty(case: Case) -> None:
    made = lived(case, 5, 5)
    for number in (2, 3):
        case.fill(number - 40, 5)  # before the study: not part of it
    assert days_missing(made, dossier_of(case.client), today()) == []
    assert len(days_missing(made, dossier_of(case.client), today() + timedelta(days=3))) == 0


def test_an_answer_about_the_night_tells_of_the_day_before(case: Case) -> None:
    case.ask(slot=Slot.NIGHT)
    made = lived(case, 3, 8)
    assert made.lag == 1
    assert outlook(made, dossier_of(case.client), today()).result.n_A == 15


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.COUNT, Kind.YES_NO])
def test_every_kind_can_be_looked_at(kind: Kind, case: Case) -> None:
    case.ask(kind)
    case.action = case.choose(-14)
    for n in range(28):
        case.fill(n - 28, (n % 3 == 0) if kind is Kind.YES_NO else 10 + n % 5)
    made = case.agree(at=-14)
    known = dossier_of(case.client)
    seen = outlook(made, known, today())
    assert seen.verdict
    said = say_experiment(known.series[-1], made, seen.points)
    assert said.startswith("Ja op 5 van de 14" if kind is Kind.YES_NO else "Gemiddeld ")
    assert figures(made, known, today()) is not None


def test_drawn_days_are_half_of_them_and_are_known_beforehand(case: Case) -> None:
    case.action = case.choose()
    made = case.agree(Design.DRAWN_DAYS)
    assert made.start == today() + timedelta(days=1)
    assert len(made.on_days) == 7
    for n in range(14):
        day = made.start + timedelta(days=n)
        asked = questions(dossier_of(case.client), day, None, set_aside([made], day))
        assert bool(asked.actions) is made.is_on(day)


def test_drawn_days_give_the_action_itself_the_credit(case: Case) -> None:
    case.action = case.choose(-16)
    made = case.agree(Design.DRAWN_DAYS, at=-15)
    for n in range(14):
        day = made.start + timedelta(days=n)
        case.fill((day - today()).days, (8 if made.is_on(day) else 3) + SPREAD[n % 10] / 2)
    result = outlook(made, dossier_of(case.client), today()).result
    assert getattr(result, "random_test", None)
    assert "geloot" in result.zin


def test_a_drawn_start_lies_in_its_window(case: Case) -> None:
    case.action = case.choose()
    made = case.agree(Design.DRAWN_START)
    assert made.window[0] == today() + timedelta(days=1)
    assert made.window[0] <= made.begins <= made.window[1]


def test_while_a_drawn_start_is_awaited_nothing_is_asked_and_those_days_count_as_before(case: Case) -> None:
    case.action = case.choose()
    made = case.agree(Design.DRAWN_START)
    assert made.begins > made.window[0], "this draw has days to wait for"
    assert made.start <= made.window[0], "also when nothing was filled in yet"
    for n in range((made.begins - made.window[0]).days + 1):
        day = made.window[0] + timedelta(days=n)
        assert bool(set_aside([made], day)) is (day < made.begins)
    known = dossier_of(case.client)
    assert outlook(made, known, made.until).result.zin
    assert figures(made, known, made.until) is None


def test_drawn_days_about_the_night_are_looked_at_a_day_later(case: Case) -> None:
    case.ask(slot=Slot.NIGHT)
    case.action = case.choose(-17)
    made = case.agree(Design.DRAWN_DAYS, at=-17)
    for n in range(14):
        day = made.start + timedelta(days=n)
        case.fill((day - today()).days + 1, (8 if made.is_on(day) else 3) + SPREAD[n % 10] / 2)
    assert made.learns_on == made.until + timedelta(days=2)
    result = outlook(made, dossier_of(case.client), today()).result
    assert (result.n_A, result.n_B) == (7, 7)
    assert getattr(result, "random_test", None), "the draw is the one that was made"
    assert days_missing(made, dossier_of(case.client), today()) == []


def test_another_agreement_is_another_experiment_and_both_stay(case: Case) -> None:
    case.action = case.choose()
    first = case.agree()
    second = case.agree(days=28)
    assert [each.id for each in experiments_of(case.client)] == [first.id, second.id]
    assert second.replaces == first.id


@pytest.mark.parametrize("spoil", ["state", "direction", "kind"])
def test_what_cannot_be_tested_is_refused(spoil: str, case: Case) -> None:
    if spoil != "state":
        case.ask(Kind.TIME if spoil == "kind" else Kind.SCALE, Better.NEITHER)
    case.action = case.choose() if spoil != "state" else MicroAction(str(uuid4()), "x")
    with pytest.raises(NotTestable):
        case.agree()
    assert experiments_of(case.client) == []


def test_deciding_teaches_the_action_and_is_kept_once(case: Case) -> None:
    made = lived(case, 3, 8)
    decide_experiment(case.client, made, Outcome.KEEP, by=case.by, reason="het helpt")
    (kept,) = experiments_of(case.client)
    assert kept.ended
    assert (kept.ended.outcome, kept.ended.reason) == (Outcome.KEEP, "het helpt")
    (action,) = actions_of(case.client)
    assert (action.state, action.outcome) == (State.LEARNED, Outcome.KEEP)
    decide_experiment(case.client, kept, Outcome.LET_GO, by=case.by)
    assert experiments_of(case.client) == [kept]


@pytest.fixture
def page(noor: Person) -> Callable[..., Any]:
    browser: Browser = noor.browser()

    def at(name: str, *args: object, **posted: str) -> Any:
        address = reverse(f"desk:{name}", args=args)
        return browser.post(address, posted) if posted else browser.get(address)

    return at


AGREED = {"smallest": "1,5", "design": "drawn_days", "days": "14"}


def test_noor_agrees_and_sees_it(case: Case, page: Callable[..., Any]) -> None:
    action, client = case.choose(), case.client.pk
    assert "Zo spreken we het af" in page("agree", client, action.id).content.decode()
    answer = page("agree", client, action.id, item=case.item.id, **AGREED)
    assert answer.status_code == 302
    (made,) = experiments_of(case.client)
    assert (made.design, made.smallest_change) == (Design.DRAWN_DAYS, 1.5)
    for name, args in (
        ("experiment", (client, made.id)),
        ("action", (client, action.id)),
        ("client", (client,)),
    ):
        assert "Hoeveel energie had je?" in page(name, *args).content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("smallest", "0"),
        ("smallest", "veel"),
        ("smallest", ""),
        ("days", "3"),
        ("design", "x"),
        ("item", "x"),
    ],
)
def test_what_cannot_be_agreed_is_said_at_its_field(
    field: str, value: str, case: Case, page: Callable[..., Any]
) -> None:
    action = case.choose()
    posted = {"item": case.item.id, **AGREED, field: value}
    answer = page("agree", case.client.pk, action.id, **posted)
    assert answer.status_code == 422
    assert 'class="mend"' in answer.content.decode()
    assert experiments_of(case.client) == []


def test_without_a_question_to_look_at_the_page_says_so(case: Case, page: Callable[..., Any]) -> None:
    services.close_item(case.client, case.item.id, today())  # type: ignore[arg-type]
    action = case.choose()
    assert "Maak een dagboekvraag" in page("agree", case.client.pk, action.id).content.decode()


def test_the_answer_comes_with_its_doubt(case: Case, page: Callable[..., Any]) -> None:
    made = lived(case, 3, 8)
    case.choose(-10, "Vroeger naar bed", "ze wil niet wachten")
    shown = page("experiment", case.client.pk, made.id).content.decode()
    for words in ("Wat we nog niet weten", "Geen enkele kan de eer alleen krijgen", "NAP", "Houden"):
        assert words in shown
    assert "sinds" in shown.lower()
    for word in ("significant", "p-waarde", "bewezen"):
        assert word not in shown


def test_what_was_not_chosen_beforehand_explores(case: Case, page: Callable[..., Any]) -> None:
    first = case.item
    made = lived(case, 3, 8)
    case.ask(slot=Slot.NIGHT)
    for n in range(20):
        case.fill(n - 20, 5)
    assert made.item == first.id
    shown = page("experiment", case.client.pk, made.id).content.decode()
    assert "Verkennend" in shown
    assert "Gemiddeld 5,0 op 7 dagen zonder, 5,0 op 13 dagen met de actie" in shown


def test_before_the_learning_moment_nothing_is_decided_but_stopping(
    case: Case, page: Callable[..., Any]
) -> None:
    case.action = case.choose()
    made = case.agree()
    shown = page("experiment", case.client.pk, made.id).content.decode()
    assert "Tussenstand tot" in shown
    assert 'value="keep"' not in shown
    assert page("experiment", case.client.pk, made.id, way="keep").status_code == 422
    assert page("experiment", case.client.pk, made.id, way="let_go").status_code == 302


def test_a_decision_is_noted_and_read_back(case: Case, page: Callable[..., Any]) -> None:
    made = lived(case, 5, 5)
    answer = page("experiment", case.client.pk, made.id, way="adjust", reason="een ander uur")
    assert answer.status_code == 302
    shown = page("experiment", case.client.pk, made.id).content.decode()
    assert "Beslist: bijsturen" in shown
    assert "een ander uur" in shown
    assert page("experiment", case.client.pk, made.id, way="keep").status_code == 422


@pytest.mark.parametrize(
    "posted", [{"way": "x"}, {"way": "keep", "reason": "w" * 5001}], ids=["none", "long"]
)
def test_what_cannot_be_decided_is_said_and_kept(
    posted: dict[str, str], case: Case, page: Callable[..., Any]
) -> None:
    made = lived(case, 5, 5)
    answer = page("experiment", case.client.pk, made.id, **posted)
    assert answer.status_code == 422
    assert posted.get("reason", "") in answer.content.decode()


def test_an_unknown_experiment_is_nowhere(case: Case, page: Callable[..., Any]) -> None:
    assert page("experiment", case.client.pk, uuid4()).status_code == 404
    assert page("agree", case.client.pk, uuid4()).status_code == 404


def test_what_is_chosen_late_in_the_evening_begins_that_day(case: Case) -> None:
    """In summer and in winter: midnight in Brussels comes before midnight in Greenwich."""
    late = timezone.make_aware(datetime.combine(today() - timedelta(days=2), time(23, 45)))
    case.action = services.choose(
        case.client, MicroAction(str(uuid4()), "Lezen"), by=case.by, at=late.astimezone(UTC)
    )
    (action,) = actions_of(case.client)
    assert action.chosen_at
    assert action.chosen_at.date() == today() - timedelta(days=2)
    assert case.agree().begins == today() - timedelta(days=2)


def test_without_consent_nothing_is_computed_and_nothing_new_is_agreed(
    case: Case, page: Callable[..., Any]
) -> None:
    made = lived(case, 3, 8)
    withdraw_consent(case.client, Purpose.ANALYSIS)
    answer = page("experiment", case.client.pk, made.id)
    assert answer.status_code == 200
    assert "stemt er nu niet mee in" in answer.content.decode()
    assert "verbeterd" not in answer.content.decode()
    refused = page("agree", case.client.pk, case.action.id, item=case.item.id, **AGREED)
    assert refused.status_code == 422
    assert "stemde daar nog niet mee in" in refused.content.decode()
    assert experiments_of(case.client) == [made]
