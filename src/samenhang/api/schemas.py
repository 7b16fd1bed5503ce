"""What goes over the wire, in the words of the contract."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import BaseModel, Field


class CheckInBody(BaseModel):
    """One diary day. The id is made where it was filled in, so that sending twice is sending once."""

    id: UUID
    client: UUID
    day: date
    at: datetime = Field(description="Moment of filling in, with its offset.")
    answers: dict[str, Any] = Field(
        default_factory=dict, description="Item id: number, HH:MM, true/false, null."
    )
    actions: dict[str, str] = Field(
        default_factory=dict, description="Action id: done, plan_b, not_done or not_applicable."
    )
    note: str | None = None


class Receipt(Schema):
    """That it is on the disk."""

    id: UUID
    received: bool = True


class Problem(Schema):
    detail: str


class Problems(Schema):
    """What to mend, per field one sentence."""

    detail: str
    fields: dict[str, str]
