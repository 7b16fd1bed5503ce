"""How far the first start got. Nothing is remembered apart: what exists says where to go on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from samenhang.practice import start
from samenhang.practice.access import Scope, rule
from samenhang.practice.models import Account, Practice


class Step(IntEnum):
    CODE = 0
    PRACTICE = 1
    COACH = 2
    SECOND_STEP = 3
    CODES = 4
    SHEET = 5
    CLIENT = 6

    @property
    def door(self) -> str:
        return f"start:{self.name.lower()}"


TIES = (
    ("De code", "uit je terminal", (Step.CODE,)),
    ("Je praktijk", "naam en land", (Step.PRACTICE,)),
    ("Jij", "hoe je je aanmeldt", (Step.COACH,)),
    ("Tweede stap", "een app of een sleutel", (Step.SECOND_STEP, Step.CODES)),
    ("Herstelblad", "op papier", (Step.SHEET,)),
    ("Eerste cliënt", "mag ook later", (Step.CLIENT,)),
)
AGAIN = frozenset({Step.PRACTICE, Step.COACH})


@dataclass(frozen=True)
class Tie:
    """One knot on the thread of the first start."""

    label: str
    note: str
    kind: str
    href: str


@dataclass(frozen=True)
class Progress:
    """Where the first start stands, and at which step one looks."""

    reached: Step
    now: Step
    practice: Practice | None = None
    account: Account | None = None

    def ties(self) -> Iterator[Tie]:
        for label, note, steps in TIES:
            kind = "now" if self.now in steps else "passed" if steps[-1] < self.reached else "next"
            open_again = kind != "now" and steps[0] <= self.reached and self._may_open(steps[0])
            yield Tie(label, note, kind, reverse(steps[0].door) if open_again else "")

    def _may_open(self, step: Step) -> bool:
        return step == self.reached or (step in AGAIN and self.reached <= Step.SHEET)


class StartRequest(HttpRequest):
    """A request at a step of the first start."""

    progress: Progress
    scope: Scope


def reached(request: HttpRequest) -> tuple[Step, Practice | None, Account | None]:
    """The step to go on with, from what exists."""
    if not start.has_code(request.session):
        return Step.CODE, None, None
    practice = start.begun()
    if practice is None:
        return Step.PRACTICE, None, None
    coach = start.first_coach(practice)
    account = coach.account if coach else None
    if account is None or not (request.user == account or start.has_second_step(account)):
        return Step.COACH, practice, account
    if not start.has_second_step(account):
        return Step.SECOND_STEP, practice, account
    return (Step.SHEET if start.has_seen_codes(account) else Step.CODES), practice, account


def at(step: Step) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A step of the first start: only with the code, in order, and only until the house is open."""

    def guard(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if start.is_started():
                return redirect("site:front")
            far, practice, account = reached(request)
            if far > Step.COACH and request.user != account:
                return redirect_to_login(reverse(Step.CODE.door))
            if step != far and not (step in AGAIN and step < far):
                return redirect(far.door)
            request.progress = Progress(far, step, practice, account)
            return view(request, *args, **kwargs)

        return rule("first_start")(guarded)

    return guard
