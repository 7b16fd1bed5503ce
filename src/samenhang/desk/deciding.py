"""What is decided about a micro-action under test: houden, bijsturen, loslaten, or looking on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from samenhang.dossier import services as dossier
from samenhang.experiments import services
from samenhang.experiments.queries import actions_of
from samenhang.method.micro_action import MicroAction, Outcome, State
from samenhang.practice.access import Scope
from samenhang.practice.models import Client
from samenhang.tools.tool import Typed, too_long

DRAFT = "look_back"  # what is typed about a test and not yet decided: it waits for the next gesprek too


@dataclass(frozen=True)
class Decision:
    action: str
    outcome: Outcome | None
    reason: str = ""

    @classmethod
    def from_post(cls, posted: Mapping[str, str]) -> "Decision":
        """Read the tapped tile: its value is 'action|outcome'; anything else decides nothing."""
        action, _, outcome = posted.get("way", "").partition("|")
        known = {each.value: each for each in Outcome}
        reason = posted.get(field_of(action), "") or posted.get("reason", "")
        return cls(action, known.get(outcome), reason.replace("\r\n", "\n").strip())


def field_of(action: str) -> str:
    """The name of the field in which is written what this action taught."""
    return f"reason_{action}"


def reason_problem(reason: str) -> str:
    """Say that a reason is longer than a field holds; it is kept whole or refused, never cut."""
    return too_long(Typed({"reason": [reason]}), ("reason",)).get("reason", "")


def decide(client: Client, person: UUID, decision: Decision) -> bool:
    """Note what was learned; say whether another is still under test. Looking on changes nothing."""
    if decision.outcome is None:
        return False
    running = [action for action in actions_of(client) if action.state is State.CHOSEN]
    for action in running:
        if action.id == decision.action:
            services.learn(client, action, decision.outcome, by=person, reason=decision.reason)
    return any(action.id != decision.action for action in running)


def keep_reasons(scope: Scope, client: Client, posted: Mapping[str, str], decided: str = "") -> None:
    """Keep what was typed about the actions that are not decided yet, sealed, as it was typed."""
    running = [action.id for action in actions_of(client) if action.state is State.CHOSEN]
    typed = {action: posted.get(field_of(action), "") for action in running if action != decided}
    if any(typed.values()):
        dossier.type_draft(client, scope.person, DRAFT, None, typed={"fields": typed})
    else:
        dossier.drop_draft(client, scope.person, DRAFT, None)


def typed_reasons(scope: Scope, client: Client, running: Sequence[MicroAction]) -> list[str]:
    """What was being typed about each action that runs."""
    draft = dossier.find_draft(client, scope.person, DRAFT, None)
    typed = dossier.typed_in(draft)["fields"] if draft else {}
    return [typed.get(action.id, "") for action in running]
