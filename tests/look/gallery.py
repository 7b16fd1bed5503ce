"""Renders every base with sample data to plain files, to look at: python -m tests.look.gallery MAP."""

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django
import django_htmx
from django import forms
from django.conf import settings
from django.test import override_settings

from samenhang.look.signs import SIGNS
from samenhang.method.dossier import Series
from samenhang.method.lever import Lever
from tests.look.cast import ACHE, BED, REST, SLEEP, START, STRIP, needs, series
from tests.look.render import HOUSE, NOOR, SETTINGS, render_page

PAGES = Path(__file__).parent / "pages"


class Practice(forms.Form):
    name = forms.CharField(label="Naam van je praktijk")
    mail = forms.EmailField(label="E-mailadres", help_text="Hiermee meld je je aan.")
    note = forms.CharField(label="Wat wil je nog kwijt?", widget=forms.Textarea, required=False)
    zone = forms.ChoiceField(label="Tijdzone", choices=[("b", "Brussel"), ("a", "Amsterdam")])
    size = forms.ChoiceField(
        label="Met hoeveel werken jullie?",
        help_text="Je kan dit later wijzigen.",
        widget=forms.RadioSelect,
        choices=[("1", "Ik werk alleen"), ("2", "Met een paar collega’s")],
    )
    agree = forms.BooleanField(label="Ik bewaar de herstelkaart op papier, buiten deze computer.")


def sample() -> dict[str, Any]:
    form = Practice({"name": "De Linde", "mail": "noor@", "zone": "b", "size": "1", "agree": ""})
    form.fields["mail"].error_messages["invalid"] = (
        "Dit lijkt geen e-mailadres. Staat er een @ en een punt in?"
    )
    return {
        "request": NOOR,
        "here": "clients",
        "form": form,
        "lever": Lever.BIO,
        "lenses": list(Lever),
        "signs": sorted(SIGNS),
        "three": [("bio", "Bio"), ("psy", "Psycho"), ("soc", "Sociaal")],
        "days": STRIP,
        "week_days": (*STRIP[-7:-1], type(STRIP[-1])(STRIP[-1].day, None)),
        "today": date(2026, 11, 23),
        "autonomy": needs(3, 4, 4, 5, 6),
        "once": needs(5),
        "sleep": series(SLEEP),
        "rest": series(REST, seed=3),
        "bed": series(BED, seed=5),
        "ache": series(ACHE, seed=7),
        "few": series(SLEEP, days=2),
        "none": Series(SLEEP, ()),
        "long": series(SLEEP, days=1095, missing=frozenset(range(300, 340)) | frozenset(range(0, 1095, 9))),
        "starts": [(START, "slaapanker")],
        "two_starts": [(START, "slaapanker"), (START + timedelta(days=3), "wandelen na het eten met Sara")],
        "long_starts": [(START, "slaapanker"), (date(2029, 7, 2), "eerst de agenda, dan pas de mail openen")],
        "long_text": "Ze zei dat het beter ging.\n\nDaarna was het stil. "
        + "Weet je wat het is, " * 20
        + "x" * 200,
    }


def build(target: Path) -> list[str]:
    """Write every sample page and the static files; give the names of the pages."""
    static = target / "static"
    shutil.copytree(HOUSE / "static", static, dirs_exist_ok=True)
    shutil.copytree(Path(django_htmx.__file__).parent / "static", static, dirs_exist_ok=True)
    names = sorted(page.stem for page in PAGES.glob("*.html"))
    with override_settings(**SETTINGS):
        for name in names:
            page = render_page((PAGES / f"{name}.html").read_text(), **sample())
            (target / f"{name}.html").write_text(page)
    return names


def prepare(target: Path) -> list[str]:
    """Build outside a test, where no settings stand yet."""
    if not settings.configured:
        settings.configure(**SETTINGS)
        django.setup()
    target.mkdir(parents=True, exist_ok=True)
    return build(target)


if __name__ == "__main__":
    print(*prepare(Path(sys.argv[1])), sep="\n")  # noqa: T201
