"""Agreeing on an experiment, and looking at it: sentence, picture, doubt, and what the two of them decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from samenhang.desk.deciding import reason_problem
from samenhang.desk.effect_words import Doubt, doubts
from samenhang.desk.figures import rows_of_figures
from samenhang.desk.forms import CHOICE, NEEDED
from samenhang.desk.seeing import say_experiment
from samenhang.experiments import trials
from samenhang.experiments.effects import Outlook, days_missing, figures, outlook
from samenhang.experiments.queries import actions_of, dossier_of, experiments_of
from samenhang.look.effect_chart import Seen, draw_effect
from samenhang.method.diary import DiaryItem, Kind
from samenhang.method.dossier import Dossier
from samenhang.method.experiment import (
    LENGTHS,
    Design,
    Experiment,
    can_be_tested,
    lag_of,
    open_ones,
    usual_change,
)
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.practice.access import ClientRequest, own_client
from samenhang.practice.queries import about

_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_ANSWERS = [
    ("drawn_days", "Ja, en ze werkt dezelfde dag"),
    ("drawn_start", "Nee, maar ze mag enkele dagen later beginnen"),
    ("since", "Nee, ze loopt door sinds de start"),
]


class AgreementForm(forms.Form):
    """What the two of them agree on beforehand."""

    item = forms.ChoiceField(label="Waaraan zullen jullie het zien?", error_messages=CHOICE)
    smallest = forms.DecimalField(
        label="Vanaf welk verschil doet het ertoe?",
        min_value=0,
        max_digits=6,
        decimal_places=2,
        localize=True,
        error_messages=NEEDED
        | {
            "invalid": "Schrijf een getal, zoals 1 of 10.",
            "min_value": "Schrijf een getal boven nul.",
            "max_digits": "Schrijf een kleiner getal.",
            "max_decimal_places": "Twee cijfers na de komma volstaan.",
            "max_whole_digits": "Schrijf een kleiner getal.",
        },
    )
    design = forms.ChoiceField(
        label="Kunnen jullie de actie aan- en uitzetten, en werkt ze dezelfde dag?",
        choices=_ANSWERS,
        widget=forms.RadioSelect,
        error_messages=CHOICE,
    )
    days = forms.TypedChoiceField(
        label="Hoelang kijken jullie?",
        choices=[(n, f"{n} dagen") for n in LENGTHS],
        coerce=int,
        error_messages=CHOICE,
    )

    def __init__(self, *args: Any, items: tuple[DiaryItem, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {item.id: item for item in items}
        self.fields["item"].choices = [  # type: ignore[attr-defined]
            (item.id, f"{item.text} ({item.kind.label}, {item.better.label})") for item in items
        ]

    def clean_smallest(self) -> float:
        found = float(self.cleaned_data["smallest"])
        if found <= 0:
            raise forms.ValidationError("Schrijf een getal boven nul.")
        return found

    def agreed(self, action: MicroAction) -> trials.Agreement:
        said = self.cleaned_data
        return trials.Agreement(
            action, self.items[said["item"]], said["smallest"], Design(said["design"]), said["days"]
        )


@own_client
@require_http_methods(["GET", "POST"])
def agree(request: ClientRequest, action: UUID) -> HttpResponse:
    """Agree beforehand on what will be looked at, how, and until when; then it is locked."""
    found = _action_or_404(request, action)
    known = dossier_of(request.client)
    may_weigh = known.may_weigh
    items = tuple(series.item for series in known.series if may_weigh and can_be_tested(series.item))
    form = AgreementForm(request.POST or None, items=items, initial=_initial(items))
    if form.is_valid():
        made = trials.agree(request.client, form.agreed(found), by=request.scope.person)
        return redirect("desk:experiment", request.client.pk, made.id)
    running = next((e for e in open_ones(experiments_of(request.client)) if e.action == found.id), None)
    context = {"action": found, "form": form, "items": items, "running": running, "may_weigh": may_weigh}
    status = 422 if form.is_bound else 200
    return render(request, "desk/agree.html", about(request) | context, status=status)


def _initial(items: tuple[DiaryItem, ...]) -> dict[str, Any]:
    first = items[0] if items else None
    return {
        "item": first.id if first else "",
        "smallest": f"{usual_change(first.kind):g}".replace(".", ",") if first else "1",
        "design": Design.SINCE.value,
        "days": 14,
    }


def _action_or_404(request: ClientRequest, action: UUID) -> MicroAction:
    found = next((a for a in actions_of(request.client) if a.id == str(action)), None)
    if found is None or found.state is not State.CHOSEN:
        raise Http404
    return found


@dataclass(frozen=True)
class Page:
    """What the effect page says, in its order."""

    first: str
    rest: str
    facts: str
    chart: str
    doubts: tuple[Doubt, ...]


@own_client
@require_http_methods(["GET", "POST"])
def experiment(request: ClientRequest, experiment: UUID) -> HttpResponse:
    """One experiment: before the learning moment an interim view, at it the honest answer."""
    everything = experiments_of(request.client)
    found = next((e for e in everything if e.id == str(experiment)), None)
    if found is None:
        raise Http404
    wrong, reason = "", request.POST.get("reason", "").strip()
    if request.method == "POST":
        outcome = {each.value: each for each in Outcome}.get(request.POST.get("way", ""))
        wrong = _problem(found, outcome, reason)
        if not wrong and outcome:
            trials.decide_experiment(request.client, found, outcome, by=request.scope.person, reason=reason)
            return redirect("desk:experiment", request.client.pk, found.id)
    known = dossier_of(request.client)
    if not known.may_weigh:
        return render(request, "desk/not_weighed.html", about(request) | {"experiment": found})
    context = _shown(found, everything, known) | {"wrong": wrong, "reason": reason}
    return render(request, "desk/experiment.html", about(request) | context, status=422 if wrong else 200)


def _shown(found: Experiment, everything: list[Experiment], known: Dossier) -> dict[str, Any]:
    today = timezone.localdate()
    seen = outlook(found, known, today)
    return {
        "experiment": found,
        "page": _page(seen, known),
        "is_interim": seen.is_interim,
        "result": seen.result,
        "alongside": list(_alongside(found, known)),
        "figures": rows_of_figures(figures(found, known, today)) if found.start <= today else (),
        "replaced": next((e for e in everything if e.id == found.replaces), None),
        "later": next((e for e in everything if e.replaces == found.id), None),
    }


def _alongside(found: Experiment, known: Dossier) -> Iterator[tuple[str, str]]:
    """The other questions over the same days: they were not chosen beforehand, so they explore."""
    for series in known.series:
        if series.item.id != found.item and series.item.kind is not Kind.TIME:
            seen = replace(found, lag=lag_of(series.item))
            points = [point for point in series.points if seen.tells_of_part(point[0])]
            if said := say_experiment(series, seen, points):
                yield series.item.text, said


def _problem(found: Experiment, outcome: Outcome | None, reason: str) -> str:
    if outcome is None or found.ended:
        return "Kies houden, bijsturen of loslaten." if outcome is None else "Hierover is al beslist."
    if found.is_interim(timezone.localdate()) and outcome is not Outcome.LET_GO:
        return "Het leermoment is er nog niet. Loslaten mag altijd."
    return reason_problem(reason)


def _page(seen: Outlook, known: Dossier) -> Page:
    found, today = seen.experiment, timezone.localdate()
    first, *rest = _SENTENCES.split(seen.result.zin)
    series = next((each for each in known.series if each.item.id == found.item), None)
    band = None if seen.is_interim else seen.expected
    return Page(
        first,
        " ".join(rest),
        say_experiment(series, found, seen.points) if series else "",
        draw_effect(Seen(found, seen.points, min(found.until, today), band)),
        doubts(found, seen.result.reasons, days_missing(found, known, today)),
    )
