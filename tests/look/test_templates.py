import re
from html.parser import HTMLParser

import pytest
from django import forms

from tests.look.gallery import PAGES, Practice, sample
from tests.look.render import HOUSE, NOOR, engine, render_page

BASES = ("page", "session", "phone", "plain")
TEMPLATES = sorted(HOUSE.rglob("*.html"))
HANDLER = re.compile(
    r"\son[a-z]+\s*=|javascript:|hx-on|\bstyle\s*=|<style|<script(?![^>]*\bsrc=)", re.IGNORECASE
)


class Tags(HTMLParser):
    VOID = frozenset("meta link input img br hr path circle line rect ellipse use".split())  # noqa: SIM905

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.all)


def bare(base: str, **context: object) -> str:
    return render_page(
        '{% extends "look/' + base + '.html" %}{% block title %}Titel{% endblock %}'
        "{% block main %}<h1>Hier</h1>{% endblock %}",
        **context,
    )


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: str(t.relative_to(HOUSE)))
def test_no_template_holds_style_or_script(template) -> None:
    assert HANDLER.findall(template.read_text()) == []


@pytest.mark.parametrize("base", BASES)
def test_every_base_is_whole(base: str) -> None:
    page = bare(base)
    tags = Tags(page)
    assert tags.open == []
    assert page.startswith("<!doctype html>")
    assert ("html", {"lang": "nl-BE"}) in tags.all
    assert (tags.count("main"), tags.count("h1"), tags.count("title")) == (1, 1, 1)
    assert "<title>Titel · Samenhang</title>" in page
    assert '<link rel="stylesheet" href="/static/samenhang.css">' in page
    assert "//" not in re.sub(r"</?[^>]*xmlns[^>]*>", "", page).replace("<!doctype html>", "")
    assert HANDLER.findall(page) == []


@pytest.mark.parametrize("base", BASES)
def test_only_the_desk_loads_scripts(base: str) -> None:
    sources = [attrs.get("src") for tag, attrs in Tags(bare(base)).all if tag == "script"]
    desk = ["/static/django_htmx/htmx-2.min.js", "/static/samenhang.js"]
    assert sources == (desk if base in {"page", "session"} else [])


def test_the_menu_is_there_for_who_came_in() -> None:
    assert "<nav" not in bare("page")
    page = bare("page", request=NOOR, here="clients")
    links = [attrs for tag, attrs in Tags(page).all if tag == "a" and "class" not in attrs]
    assert [link["href"] for link in links] == ["/today", "/clients", "/toolkit/toolkit", "/praktijk/home"]
    assert [link["href"] for link in links if link.get("aria-current") == "page"] == ["/clients"]
    assert '<form method="post" action="/afmelden">' in page


def test_the_phone_always_points_to_help() -> None:
    assert '<a class="go help" href="/t/help">Het gaat niet goed</a>' in bare("phone")


def test_plain_needs_nothing_at_all() -> None:
    template = engine().get_template("look/plain.html")
    from django.template import Context

    assert "Samenhang" in template.render(Context())


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda p: p.stem)
def test_every_sample_page_is_whole(page) -> None:
    drawn = render_page(page.read_text(), **sample())
    tags = Tags(drawn)
    assert tags.open == []
    assert (tags.count("main"), tags.count("h1")) == (1, 1)
    assert HANDLER.findall(drawn) == []
    ids = [attrs["id"] for _, attrs in tags.all if "id" in attrs]
    assert len(ids) == len(set(ids)) or page.stem == "session"


def field(form: forms.Form, name: str) -> str:
    drawn = render_page('{% include "look/field.html" %}', field=form[name])
    return re.sub(r"\s*\n\s*", "", drawn).strip()


def test_a_field_has_its_label_hint_and_what_to_mend() -> None:
    form = Practice({"mail": "noor@"})
    form.fields["mail"].error_messages["invalid"] = "Staat er een @ in?"
    assert field(form, "mail") == (
        '<div class="entry is-wrong"><label class="label" for="id_mail">E-mailadres</label>'
        '<p class="small" id="id_mail_helptext">Hiermee meld je je aan.</p>'
        '<input type="email" name="mail" value="noor@" maxlength="320" required aria-invalid="true"'
        ' aria-describedby="id_mail_helptext id_mail_error" id="id_mail">'
        '<p class="mend" id="id_mail_error">Staat er een @ in?</p></div>'
    )


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert (
        '<label class="label" for="id_note">Wat wil je nog kwijt? <small>mag leeg</small></label>'
        in field(Practice(), "note")
    )


def test_choices_stand_in_a_fieldset_and_a_tick_before_its_words() -> None:
    size = field(Practice({}), "size")
    assert size.startswith(
        '<fieldset class="entry is-wrong" aria-describedby="id_size_helptext id_size_error">'
        '<legend class="label">Met hoeveel werken jullie?</legend>'
    )
    assert '<label class="tick" for="id_agree"><input type="checkbox"' in field(Practice(), "agree")


def test_hostile_words_in_a_field_stay_words() -> None:
    class Bad(forms.Form):
        bad = forms.CharField(label="<b>", help_text="<i>")

    assert "<script" not in field(Bad({"bad": '"><script>'}), "bad")
    assert "&lt;b&gt;" in field(Bad(), "bad")
    assert "&lt;i&gt;" in field(Bad(), "bad")


def test_a_hidden_field_is_only_itself() -> None:
    class Hidden(forms.Form):
        at = forms.CharField(widget=forms.HiddenInput)

    assert field(Hidden(), "at") == '<input type="hidden" name="at" id="id_at">'


def test_messages_are_said_politely() -> None:
    assert '<ul class="told" role="status"><li>Bewaard.</li></ul>' in bare("page", messages=["Bewaard."])
