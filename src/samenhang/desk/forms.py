"""The forms of the desk; every error is one Dutch sentence at its field."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone

from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.factors import Factor
from samenhang.practice.cards import ClientCard

NEEDED = {"required": "Dit vak heeft iets nodig."}
CHOICE = NEEDED | {"invalid_choice": "Kies een van de mogelijkheden."}
LONG = "Hier passen {} tekens; dit zijn er %(show_value)d."


def line(label: str, longest: int = 120, **more: Any) -> forms.CharField:
    errors = NEEDED | {"max_length": LONG.format(longest)}
    return forms.CharField(label=label, max_length=longest, error_messages=errors, **more)


class ClientForm(forms.Form):
    """Who a client is."""

    first_name = line("Voornaam")
    last_name = line("Familienaam", required=False)
    birth_date = forms.DateField(
        label="Geboortedatum",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Schrijf de datum als 1997-03-14."},
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        error_messages={"invalid": "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?"},
    )
    phone = line("Telefoon", 40, required=False)

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if born and not 0 <= (timezone.localdate() - born).days < 365.25 * 120:
            raise forms.ValidationError("Deze geboortedatum ligt in de toekomst of heel ver terug.")
        return born

    def card(self, *, fictional: bool = False) -> ClientCard:
        return ClientCard(fictional=fictional, **self.cleaned_data)


class EncounterForm(forms.Form):
    """When the next gesprek is, and where."""

    day = forms.DateField(
        label="Dag",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=NEEDED | {"invalid": "Schrijf de dag als 2026-12-31."},
    )
    hour = forms.TimeField(
        label="Uur",
        input_formats=["%H:%M", "%H.%M", "%Hu%M"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=NEEDED | {"invalid": "Schrijf het uur als 14:30."},
    )
    place = line("Plaats", 80, required=False, help_text="In je praktijk, online, buiten …")

    def __init__(self, *args: Any, with_place: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_place:
            del self.fields["place"]

    def where(self) -> str:
        return str(self.cleaned_data.get("place", ""))

    def moment(self) -> datetime:
        """The moment in local time; a time that the clock skips moves to the first that exists."""
        found = datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"])
        return timezone.make_aware(found)


class ItemForm(forms.Form):
    """One question of the diary."""

    text = line("De vraag", 140, help_text="Zo kort dat je hem op een telefoon in één keer leest.")
    kind = forms.ChoiceField(label="Antwoord", choices=[(k, k.label) for k in Kind], error_messages=CHOICE)
    better = forms.ChoiceField(
        label="Richting", choices=[(b, b.label) for b in Better], error_messages=CHOICE
    )
    slot = forms.ChoiceField(label="Gaat over", choices=[(s, s.label) for s in Slot], error_messages=CHOICE)
    factor = forms.ChoiceField(label="Meet welke factor", required=False, error_messages=CHOICE)
    low = line("Wat betekent 0", 40, required=False)
    high = line("Wat betekent 10", 40, required=False)

    def __init__(self, *args: Any, factors: tuple[Factor, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "geen, of nog niet op de kaart"), *((f.id, f.text) for f in factors)]
        self.fields["factor"].choices = choices  # type: ignore[attr-defined]

    def item(self) -> DiaryItem:
        said = self.cleaned_data
        return DiaryItem(
            id=str(uuid4()),
            text=said["text"],
            kind=Kind(said["kind"]),
            better=Better(said["better"]),
            slot=Slot(said["slot"]),
            factor=said["factor"],
            low=said["low"],
            high=said["high"],
            opened=timezone.localdate(),
        )
