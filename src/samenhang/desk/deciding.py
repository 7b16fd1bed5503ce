"""What is decided about a micro-action under test: houden, bijsturen, loslaten, or looking on."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from samenhang.experiments import services
from samenhang.experiments.queries import actions_of
from samenhang.method.micro_action import Outcome, State
from samenhang.practice.models import Client


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
        return cls(action, known.get(outcome), posted.get("reason", "").strip())


def decide(client: Client, person: UUID, decision: Decision) -> bool:
    """Note what was learned; say whether another is still under test. Looking on changes nothing."""
    if decision.outcome is None:
        return False
    running = [action for action in actions_of(client) if action.state is State.CHOSEN]
    for action in running:
        if action.id == decision.action:
            services.learn(client, action, decision.outcome, by=person, reason=decision.reason)
    return any(action.id != decision.action for action in running)
