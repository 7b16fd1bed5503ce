"""A check-in as a web form: what is asked on a day, and what was answered. The same for desk and phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict
from django.utils import timezone

from samenhang.experiments.recording import Filled
from samenhang.language.nl.help_card import help_card
from samenhang.method.diary import CheckIn, DiaryItem, Kind, diary_day, open_items
from samenhang.method.dossier import Dossier
from samenhang.method.micro_action import MicroAction, is_planned

type_of_posted = Mapping[str, Any] | QueryDict


@dataclass(frozen=True)
class Question:
    """One diary item with what was answered before on that day, or typed just now."""

    item: DiaryItem
    name: str
    given: str


@dataclass(frozen=True)
class Asked:
    """All that a check-in asks on one day."""

    actions: tuple[tuple[MicroAction, str, str], ...]
    questions: tuple[Question, ...]
    note: str

    @property
    def any(self) -> bool:
        return bool(self.actions or self.questions)


def questions(
    known: Dossier, day: date, posted: type_of_posted | None = None, aside: frozenset[str] = frozenset()
) -> Asked:
    """What is asked on a day, but of the actions set aside. Nothing is prefilled from another day."""
    here = known.days.get(day)
    posted = posted or {}
    actions = tuple(
        (
            action,
            f"a_{action.id}",
            str(posted.get(f"a_{action.id}") or "") or (here.actions.get(action.id, "") if here else ""),
        )
        for action in known.under_test
        if is_planned(action, day) and action.id not in aside and _had_begun(action, day, here)
    )
    asked = tuple(
        Question(
            item, f"q_{item.id}", _given(posted, f"q_{item.id}", here.answers.get(item.id) if here else None)
        )
        for item in open_items((series.item for series in known.series), day)
    )
    return Asked(actions, asked, posted.get("note", ""))


def _had_begun(action: MicroAction, day: date, here: CheckIn | None) -> bool:
    """Whether it was under test by then; what was answered about an earlier day stays in sight."""
    if action.chosen_at is None or (here is not None and action.id in here.actions):
        return True
    return day >= diary_day(timezone.localtime(action.chosen_at))


def _given(posted: type_of_posted, name: str, before: object) -> str:
    typed = posted.get(name)
    if typed:
        return str(typed)
    if isinstance(before, bool):
        return "ja" if before else "nee"
    return "" if before is None else f"{before:g}" if isinstance(before, int | float) else str(before)


def filled_from(posted: type_of_posted, known: Dossier, day: date, *, channel: str) -> Filled:
    """Read the form back; what cannot be read stays as it was typed, for the check to name."""
    asked = questions(known, day)
    return Filled(
        id=_born(posted.get("born", "")),
        day=day,
        at=timezone.now(),
        answers={q.item.id: _answer(q.item.kind, posted.get(q.name, "")) for q in asked.questions},
        actions={action.id: state for action, name, _ in asked.actions if (state := posted.get(name, ""))},
        note=str(posted.get("note", "")).replace("\r\n", "\n").strip(),
        channel=channel,
    )


def opens_help(filled: Filled) -> bool:
    """Whether the note holds explicit words of self-harm: then the help lines open at the field.

    Nothing of this is kept, counted or sent, and nothing else is read for.
    """
    return help_card(filled.note)


def _born(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def _answer(kind: Kind, typed: str) -> Any:
    typed = typed.strip()
    if not typed:
        return None
    if kind is Kind.YES_NO:
        return {"ja": True, "nee": False}.get(typed, typed)
    if kind is Kind.TIME:
        return typed.replace(".", ":").replace("u", ":")
    number = typed.replace(",", ".")
    try:
        value = float(number)
    except ValueError:
        return typed
    return int(value) if value.is_integer() else value
