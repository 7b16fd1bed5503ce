"""One thing that was said in a cell, with the identity it keeps for good."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What stands in one cell. `id` is the lasting identity of the factor or candidate it became."""

    text: str = ""
    id: str = ""
