"""What is typed at the first start and nowhere else."""

from collections.abc import Sequence
from typing import Any

from django import forms

from samenhang.practice.forms import line


class CodeForm(forms.Form):
    code = line("De code uit je terminal", "Typ de code over uit het venster van samenhang serve.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "autofocus": True,
        }


class WordsForm(forms.Form):
    """Asks for some words of the sheet, by their number."""

    def __init__(self, *args: Any, words: Sequence[str], asked: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        for at in asked:
            field = line(f"Woord {at + 1}", f"Typ woord {at + 1} over van je blad.")
            field.widget.attrs |= {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
            self.fields[f"word_{at}"] = field

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, typed in tuple(said.items()):
            at = int(name.removeprefix("word_"))
            if typed.strip().casefold() != self.words[at].casefold():
                self.add_error(name, f"Dit is niet woord {at + 1}. Kijk het na op je blad.")
        return said
