"""What a person types about a practice, its people and its clients; every mistake is one Dutch sentence."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone

from samenhang.practice.cards import ClientCard, HelpLine
from samenhang.practice.models import Account, RetentionProfile, Role
from samenhang.practice.people import TO_INVITE

NAME, LINE, SECRET = 80, 160, 200
NO_MAIL = "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?"
NO_DATE = "Schrijf de datum als 14/03/1997."
NO_PHONE = "Een telefoonnummer bestaat uit cijfers, spaties en + ( ) / -."
PICK = "Kies een van de mogelijkheden."
OLDEST = date(1900, 1, 1)
LONGEST = timedelta(days=366)
COUNTRIES = [("BE", "België"), ("NL", "Nederland")]
RETENTION = [
    (RetentionProfile.COACH, "Coach: dagboek tot 1 jaar na het laatste contact, dossier tot 5 jaar."),
    (RetentionProfile.CARE_BE, "Zorgverlener in België: dossier minstens 30 jaar na het laatste contact."),
    (RetentionProfile.CARE_NL, "Zorgverlener in Nederland: dossier 20 jaar na het laatste contact."),
]


def too_long(most: int) -> str:
    return f"Dit is te lang: hoogstens {most} tekens."


def line(label: str, missing: str = "", most: int = NAME, **rest: Any) -> forms.CharField:
    """A line of text. Its length is judged here, never cut off while pasting."""
    return forms.CharField(
        label=label,
        required=bool(missing),
        validators=[MaxLengthValidator(most, too_long(most))],
        error_messages={
            "required": missing,
            "null_characters_not_allowed": "Hier staat een onleesbaar teken in.",
        },
        **rest,
    )


def mail(label: str, missing: str = "", **rest: Any) -> forms.EmailField:
    field = forms.EmailField(
        label=label,
        required=bool(missing),
        error_messages={"required": missing, "invalid": NO_MAIL, "max_length": too_long(254)},
        **rest,
    )
    field.widget.attrs.pop("maxlength", None)
    return field


def pick(
    label: str, choices: Sequence[tuple[Any, str]], missing: str = PICK, **rest: Any
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        error_messages={"required": missing, "invalid_choice": PICK},
        **{"widget": forms.RadioSelect, **rest},
    )


def day(label: str, missing: str = "", **rest: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=bool(missing),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        error_messages={"required": missing, "invalid": NO_DATE},
        **rest,
    )


def password(label: str, missing: str = "", **rest: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return line(label, missing, SECRET, widget=widget, strip=False, **rest)


class PracticeForm(forms.Form):
    name = line("Hoe heet je praktijk?", "Geef je praktijk een naam. Je eigen naam mag ook.")
    country = pick(
        "In welk land werk je?", COUNTRIES, help_text="Hieruit volgen de hulplijnen die je cliënten zien."
    )
    retention = pick(
        "Hoelang bewaar je wat?",
        RETENTION,
        help_text="Je kan dit later wijzigen. Twijfel je, vraag het je beroepsvereniging.",
    )


class PersonForm(forms.Form):
    """Who someone is and how they sign in; `account` is the one being corrected, if any."""

    name = line("Je naam", "Vul je naam in.", help_text="Zo zien collega’s en cliënten je.")
    email = mail("Je e-mailadres", "Vul je e-mailadres in.", help_text="Hiermee meld je je aan.")
    password = password("Kies een wachtwoord", "Kies een wachtwoord.")

    def __init__(self, *args: Any, account: Account | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        self.fields["password"].help_text = password_validators_help_texts()[0]
        self.fields["email"].widget.attrs["autocomplete"] = "username"
        self.fields["name"].widget.attrs["autocomplete"] = "name"

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        holder = Account.objects.filter(email=email).first()
        if holder is not None and holder != self.account:
            raise ValidationError("Met dit e-mailadres meldt al iemand zich aan.")
        return email

    def clean_password(self) -> str:
        typed: str = self.cleaned_data["password"]
        if typed:
            validate_password(typed)
        return typed


class PasswordForm(forms.Form):
    password = password("Je nieuwe wachtwoord", "Kies een nieuw wachtwoord.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = password_validators_help_texts()[0]

    def clean_password(self) -> str:
        typed: str = self.cleaned_data["password"]
        validate_password(typed)
        return typed


class ClientForm(forms.Form):
    first_name = line("Voornaam", "Vul een voornaam in, of een schuilnaam.")
    last_name = line("Familienaam")
    birth_date = day("Geboortedatum")
    email = mail("E-mailadres", help_text="Voor de korte vraag van elke dag, als je cliënt dat wil.")
    phone = line("Telefoon", most=40)
    record = forms.BooleanField(
        label="Deze cliënt stemt ermee in dat ik een dossier bijhoud.",
        error_messages={
            "required": "Zonder deze toestemming begint er geen dossier. Vraag het eerst aan je cliënt."
        },
    )

    def clean_birth_date(self) -> date | None:
        born: date | None = self.cleaned_data["birth_date"]
        if born and not OLDEST <= born <= timezone.localdate():
            raise ValidationError("Deze geboortedatum kan niet. Kijk het jaar na.")
        return born

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not re.fullmatch(r"[\d +()/.-]{3,}", phone):
            raise ValidationError(NO_PHONE)
        return phone

    def card(self) -> ClientCard:
        said = self.cleaned_data
        return ClientCard(
            said["first_name"], said["last_name"], said["birth_date"], said["email"], said["phone"]
        )


class HelpLineForm(forms.Form):
    number = line("Nummer", most=40)
    name = line("Naam")
    about = line("Waarvoor, en wanneer", most=LINE)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if any(said.get(key) for key in ("name", "about")) and not said.get("number") and not self.errors:
            self.add_error("number", "Vul een nummer in, of maak de hele regel leeg.")
        if said.get("number") and not said.get("name") and "name" not in self.errors:
            self.add_error("name", "Zeg van wie dit nummer is.")
        return said


HelpLines = forms.formset_factory(HelpLineForm, extra=2, max_num=12, absolute_max=20)


def written_lines(formset: Any) -> tuple[HelpLine, ...]:
    """The lines that were filled in; an emptied line is gone."""
    return tuple(
        HelpLine(said["number"], said["name"], said["about"])
        for said in (form.cleaned_data for form in formset)
        if said.get("number")
    )


class InviteForm(forms.Form):
    role = pick("Wat komt deze collega doen?", [], "Kies wat deze collega komt doen.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, _CALLED[role]) for role in TO_INVITE]  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    role = pick("Geef een rol", [])

    def __init__(self, *args: Any, held: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(r.value, _CALLED[r]) for r in Role if r not in set(held)]  # type: ignore[attr-defined]


class EndWorkForm(forms.Form):
    heir = pick("Wie neemt de cliënten over?", [], "Kies wie de cliënten overneemt.")

    def __init__(self, *args: Any, coaches: Sequence[tuple[UUID, str]], clients: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if clients:
            self.fields["heir"].choices = [(str(pk), name) for pk, name in coaches]  # type: ignore[attr-defined]
        else:
            del self.fields["heir"]


class SubstituteForm(forms.Form):
    substitute = pick("Wie neemt waar?", [], "Kies een collega.")
    starts_on = day("Van", "Kies de eerste dag.")
    ends_on = day("Tot en met", "Kies de laatste dag.")
    told = forms.BooleanField(
        label="Mijn cliënten zijn op de hoogte.",
        required=False,
        help_text="Zolang dit niet aangevinkt is, ziet je collega nog niets.",
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"].choices = [(str(pk), name) for pk, name in colleagues]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "De laatste dag komt voor de eerste. Kijk de datums na.")
        elif ends and ends < timezone.localdate():
            self.add_error("ends_on", "Deze dag is al voorbij.")
        elif starts and ends and ends - starts > LONGEST:
            self.add_error(
                "ends_on", "Een vervanging duurt hoogstens een jaar. Verleng ze later als het nodig is."
            )
        return said


_CALLED = {
    Role.OWNER: "Praktijkhouder: regelt mensen, bewaartermijnen en back-ups; ziet geen dossiers.",
    Role.COACH: "Coach: werkt met eigen cliënten.",
    Role.SUBSTITUTE: "Vervanger: ziet alleen cliënten van wie wordt waargenomen, zolang dat duurt.",
    Role.SECRETARY: "Secretariaat: plant afspraken, ziet namen en uren, geen dossiers.",
    Role.PEER: "Intervisiegenoot: leest alleen wat onherkenbaar gemaakt is.",
}
