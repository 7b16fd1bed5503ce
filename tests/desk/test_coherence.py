"""From the scan to a map, from the map to a place to push, from there to the canvas: as forms, no script."""

from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from samenhang.dossier.queries import current_sheets, shape_of, versions
from samenhang.experiments import services as experiments
from samenhang.experiments.queries import dossier_of, items_of
from samenhang.experiments.recording import Filled, record_check_in
from samenhang.method.diary import Better, DiaryItem, Kind, Slot
from samenhang.method.influence_map import Influence, InfluenceMap
from samenhang.method.lever import Lever
from samenhang.practice import services
from samenhang.practice.models import Client, Purpose
from samenhang.tools.catalog import room_of
from samenhang.tools.services import Filling, keep_shape
from samenhang.tools.tool import Follows, new_id
from tests.conftest import Person
from tests.desk.test_walk import SCAN, fill
from tests.everywhere.forms import fields_of


def page(noor: Person, emma: Client, name: str, *more: object, **query: str) -> str:
    answer = noor.browser().get(reverse(name, args=[emma.pk, *more]), query)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def map_page(noor: Person, emma: Client) -> str:
    return page(noor, emma, "desk:coherence")


def draw(noor: Person, emma: Client, *threads: tuple[str, str, str], **more: list[str]) -> Any:
    """Tell threads between factors, named by their texts, on the form as it stands."""
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    fields = fields_of(noor.browser().get(here).content.decode(), "data-autosave")
    ids = {factor.text: factor.id for factor in dossier_of(emma).factors}
    rows = [n for n in fields["thread"] if not fields[f"source_{n}"][0]]
    for n, (source, strength, target) in zip(rows, threads, strict=False):
        fields |= {f"source_{n}": [ids[source]], f"strength_{n}": [strength], f"target_{n}": [ids[target]]}
    return noor.browser().post(here, fields | more)


def scanned(noor: Person, emma: Client) -> dict[str, str]:
    """A scan, and the identities of what it found by lens and cell."""
    fill(noor, emma, "intakescan", SCAN)
    return {factor.text.removesuffix(" van Emma"): factor.id for factor in dossier_of(emma).factors}


BIO, PSYCHO, SOCIAL = (f"{lens} bottleneck van Emma" for lens in ("bio", "psycho", "social"))
TOLD = ((SOCIAL, "3", PSYCHO), (PSYCHO, "2", BIO))


def test_before_anything_the_page_says_where_to_begin(noor: Person, emma: Client) -> None:
    said = map_page(noor, emma)
    assert "Er staat nog niets op de kaart. De intakescan geeft de eerste factoren." in said
    assert "Begin de kaart" in said
    assert "<svg viewBox" not in said.split("<main")[1]


def test_after_a_scan_its_factors_wait_for_threads(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    said = map_page(noor, emma)
    assert "Zonder draden is er nog niets om uit te kiezen." in said
    assert "Hier beginnen we" not in said
    form = page(noor, emma, "tools:fill", "samenhangkaart")
    assert all(text in form for name, text in SCAN.items() if "action" not in name)


def test_a_told_map_proposes_from_the_first_day(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    assert draw(noor, emma, *TOLD).status_code == 302
    said = map_page(noor, emma)
    assert f"‘{SOCIAL}’ versterkt ‘{PSYCHO}’ sterk." in said
    assert "Sociaal naar Psycho · versterkt sterk · verteld, niet gemeten" in said
    assert "Dit komt uit de kaart alleen." in said
    assert f"‘{SOCIAL}’ raakt twee van de twee andere knelpunten, ook in Bio en Psycho." in said
    assert "alleen de kaart" in said
    assert "checked" not in said
    assert "oorzaak" not in said


def test_the_map_goes_on_as_versions_of_one_sheet_and_says_what_changed(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    draw(noor, emma, *TOLD)
    answer = draw(
        noor,
        emma,
        (PSYCHO, "-1", SOCIAL),
        **{f"name_{ids['bio bottleneck']}": ["Slaapt slecht"], f"fate_{ids['bio strength']}": ["close"]},
    )
    assert answer.status_code == 302
    [kept] = [sheet for sheet in current_sheets(emma) if sheet.tool == "influence_map"]
    new, old = versions(emma, kept)
    said = page(noor, emma, "tools:compare", new.pk, old.pk)
    assert f"‘{PSYCHO}’ dempt ‘{SOCIAL}’ zwak." in said
    assert "Slaapt slecht · knelpunt · niet gemeten" in said
    assert "gaat niet meer op" in said
    assert "‘social bottleneck van Emma’ versterkt" not in said
    names = {factor.text for factor in dossier_of(emma).factors if factor.closed is None}
    assert ("Slaapt slecht" in names, "bio strength van Emma" in names) == (True, False)


def test_two_windows_on_one_map_lose_nothing(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    first = fields_of(noor.browser().get(here).content.decode(), "data-autosave")
    second = fields_of(noor.browser().get(here).content.decode(), "data-autosave")
    assert noor.browser().post(here, first).status_code == 302
    answer = noor.browser().post(here, second)
    assert answer.status_code == 409
    assert "Er is intussen een nieuwere versie" in answer.content.decode()


def test_a_wrong_thread_is_said_at_its_row_and_what_was_typed_stays(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    answer = draw(noor, emma, (BIO, "1", BIO), words_0=["Het een komt van het ander"])
    said = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Een factor kan niet naar zichzelf wijzen. Kies een andere." in said
    assert "Het een komt van het ander" in said
    assert ids["bio bottleneck"] in said


def test_a_step_keeps_nothing_and_shows_what_is_new(noor: Person, emma: Client) -> None:
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    fields = fields_of(noor.browser().get(here).content.decode(), "data-autosave")
    fields[f"name_{fields['factor'][2]}"] = ["Te veel vergaderingen"]
    answer = noor.browser().post(f"{here}lezen/", fields)
    said = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert said.count("Te veel vergaderingen") >= 3  # its own row, and both ends of a thread
    assert current_sheets(emma) == []


def test_the_draft_answers_with_the_picture_and_a_hint(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    fields = fields_of(noor.browser().get(here).content.decode(), "data-autosave")
    said = unescape(noor.browser().post(f"{here}concept/", fields).content.decode())
    assert 'id="picture"' in said
    assert "hx-swap-oob" in said
    assert "Zoals de kaart er nu staat" in said


def answered(emma: Client, days: int) -> None:
    """A diary in which the social factor of one day makes the psycho one of that day worse."""
    ids = {factor.text: factor.id for factor in dossier_of(emma).factors}
    asked = [
        DiaryItem(new_id(), f"Hoe erg was {name}?", Kind.SCALE, Better.LOWER, Slot.DAY, ids[text])
        for name, text in (("het werk", SOCIAL), ("het malen", PSYCHO))
    ]
    for item in asked:
        experiments.ask(emma, item)
    today = timezone.localdate()
    for n in range(days, 0, -1):
        work = (n * 7) % 11
        answers = dict(zip((item.id for item in asked), (work, min(10, work // 2 + n % 3)), strict=True))
        at = timezone.localtime() - timedelta(days=n)
        filled = Filled(uuid4(), today - timedelta(days=n), at, answers, {}, "")
        record_check_in(emma, filled, received_at=at)


def test_with_a_diary_both_count_and_it_says_how_well_they_fit(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    with noor.scope.entered():
        answered(emma, 30)
    said = map_page(noor, emma)
    assert "gewogen met 30 dagen dagboek" in said
    assert "Dit komt uit de kaart alleen" not in said
    assert "ook te zien in het dagboek" in said or "het dagboek zegt nog niets" in said
    assert "Niet gemeten, en dus alleen op de kaart" in said
    assert "oorzaak" not in said


def test_without_her_consent_the_diary_is_not_computed_with(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    with noor.scope.entered():
        answered(emma, 30)
        services.withdraw_consent(emma, Purpose.ANALYSIS)
    said = map_page(noor, emma)
    assert "Dit komt uit de kaart alleen." in said
    assert "zodra je cliënt ermee instemt" in said
    assert "dagen dagboek" not in said
    with noor.scope.entered():
        services.give_consent(emma, Purpose.ANALYSIS)
    assert "gewogen met 30 dagen dagboek" in map_page(noor, emma)


def test_which_question_measures_a_factor_is_said_on_the_map(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    with noor.scope.entered():
        experiments.ask(emma, DiaryItem(new_id(), "Hoe sliep je?", Kind.SCALE, Better.HIGHER))
    [item] = items_of(emma)
    draw(noor, emma, *TOLD, **{f"item_{ids['bio bottleneck']}": [item.id]})
    assert [one.factor for one in items_of(emma)] == [ids["bio bottleneck"]]
    draw(noor, emma, **{f"item_{ids['bio bottleneck']}": [""]})
    assert [one.factor for one in items_of(emma)] == [""]


def test_the_canvas_offers_places_and_chooses_none(noor: Person, emma: Client) -> None:
    assert "Op de kaart" not in page(noor, emma, "tools:fill", "sessiecanvas")
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    said = page(noor, emma, "tools:fill", "sessiecanvas")
    fields = fields_of(
        noor.browser().get(reverse("tools:fill", args=[emma.pk, "sessiecanvas"])).content.decode()
    )
    assert 2 <= said.count('name="place"') - 1 <= 3
    assert "place" not in fields
    assert "vraag of er zelf iets aan te veranderen is" in said


def test_a_chosen_place_becomes_the_hypothesis(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    draw(noor, emma, *TOLD)
    here = reverse("tools:fill", args=[emma.pk, "sessiecanvas"])
    html = noor.browser().get(here, {"plek": ids["social bottleneck"]}).content.decode()
    fields = fields_of(html, "data-autosave")
    assert fields["place"] == [ids["social bottleneck"]]
    assert fields["lever"] == ["social"]
    assert fields["hypothesis"][0].startswith(f"Hier zit de hefboom: ‘{SOCIAL}’. Het raakt twee van")
    assert noor.browser().post(here, fields | {"question": ["Wat geeft lucht?"]}).status_code == 302
    known = dossier_of(emma)
    assert (known.place, known.lever) == (ids["social bottleneck"], Lever.SOCIAL)
    assert "hefboom" in map_page(noor, emma)
    own = fields | {
        "question": ["Wat geeft lucht?"],
        "place": [""],
        "hypothesis": ["Wij denken iets anders."],
        "lever": ["need"],
        "born": [""],
    }
    [sheet] = [one for one in current_sheets(emma) if one.tool == "canvas"]
    noor.browser().post(f"{here}?blad={sheet.pk}", own | {"base": [str(sheet.pk)], "seen": [str(sheet.pk)]})
    assert (dossier_of(emma).place, dossier_of(emma).hypothesis) == ("", "Wij denken iets anders.")


def test_a_place_that_is_no_factor_of_hers_is_not_taken(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    html = noor.browser().get(
        reverse("tools:fill", args=[emma.pk, "sessiecanvas"]),
        {"plek": "00000000-0000-4000-8000-000000000000"},
    )
    assert fields_of(html.content.decode(), "data-autosave").get("place", [""]) == [""]


def test_the_map_of_a_client_reads_back_whole(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    [kept] = [sheet for sheet in current_sheets(emma) if sheet.tool == "influence_map"]
    shape = shape_of(kept)
    assert isinstance(shape, InfluenceMap)
    said = page(noor, emma, "tools:sheet", kept.pk)
    assert all(factor.text in said for factor in shape.factors)
    assert said.count('class="at"') == 2


def form_of(noor: Person, emma: Client, tool: str = "samenhangkaart", **query: str) -> dict[str, list[str]]:
    here = reverse("tools:fill", args=[emma.pk, tool])
    return fields_of(noor.browser().get(here, query).content.decode(), "data-autosave")


def test_a_draft_that_was_left_never_overwrites_what_was_kept_since(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    draw(noor, emma)
    left = form_of(noor, emma)
    assert noor.browser().post(f"{here}concept/", left).status_code == 200
    [kept] = [sheet for sheet in current_sheets(emma) if sheet.tool == "influence_map"]
    shape = replace(shape_of(kept) or InfluenceMap(), influences=())
    with noor.scope.entered():
        room = room_of("influence_map")
        assert room
        ids = [factor.id for factor in dossier_of(emma).factors]
        more = replace(shape, influences=(Influence(ids[0], ids[1]),))
        keep_shape(Filling(noor.scope, emma, room, None, kept), more, Follows())
    answer = noor.browser().post(here, form_of(noor, emma))
    assert answer.status_code == 409
    assert len((dossier_of(emma).map or InfluenceMap()).influences) == 1


def test_a_factor_that_another_window_added_is_not_lost(noor: Person, emma: Client) -> None:
    scanned(noor, emma)
    here = reverse("tools:fill", args=[emma.pk, "samenhangkaart"])
    one, two = form_of(noor, emma), form_of(noor, emma)
    fresh = one["factor"][-1]
    noor.browser().post(here, one | {f"name_{fresh}": ["Geldzorgen"], f"lens_{fresh}": ["social"]})
    refused = noor.browser().post(here, two)
    assert refused.status_code == 409
    again = fields_of(refused.content.decode(), "data-autosave")
    assert noor.browser().post(here, again).status_code == 302
    assert "Geldzorgen" in {factor.text for factor in dossier_of(emma).factors}


def test_another_place_takes_its_own_hypothesis_and_lens_along(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    draw(noor, emma, *TOLD)
    here = reverse("tools:fill", args=[emma.pk, "sessiecanvas"])
    fields = form_of(noor, emma, "sessiecanvas", plek=ids["social bottleneck"])
    other = fields | {"question": ["Wat geeft lucht?"], "place": [ids["psycho bottleneck"]]}
    assert noor.browser().post(here, other).status_code == 302
    known = dossier_of(emma)
    assert known.place == ids["psycho bottleneck"]
    assert (known.hypothesis, known.lever) == (f"Hier zit de hefboom: ‘{PSYCHO}’.", Lever.PSYCHO)
    none = form_of(noor, emma, "sessiecanvas", plek=ids["social bottleneck"])
    noor.browser().post(here, none | {"question": ["En nu?"], "place": [""]})
    assert (dossier_of(emma).place, dossier_of(emma).hypothesis, dossier_of(emma).lever) == ("", "", None)


def test_nothing_is_weighed_while_the_house_waits_to_write(
    noor: Person, emma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = scanned(noor, emma)
    draw(noor, emma, *TOLD)
    fields = form_of(noor, emma, "sessiecanvas", plek=ids["social bottleneck"])

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("samenhang.tools.proposing.weigh", never)
    here = reverse("tools:fill", args=[emma.pk, "sessiecanvas"])
    assert noor.browser().post(here, fields | {"question": ["Wat geeft lucht?"]}).status_code == 302


def test_a_version_that_is_put_back_also_says_again_what_measures_what(noor: Person, emma: Client) -> None:
    ids = scanned(noor, emma)
    with noor.scope.entered():
        experiments.ask(emma, DiaryItem(new_id(), "Hoe sliep je?", Kind.SCALE, Better.HIGHER))
    [item] = items_of(emma)
    draw(noor, emma, **{f"item_{ids['bio bottleneck']}": [item.id]})
    moved = {f"item_{ids['bio bottleneck']}": [""], f"item_{ids['psycho bottleneck']}": [item.id]}
    draw(noor, emma, **moved)
    assert items_of(emma)[0].factor == ids["psycho bottleneck"]
    [kept] = [sheet for sheet in current_sheets(emma) if sheet.tool == "influence_map"]
    old = versions(emma, kept)[-1]
    noor.browser().post(reverse("tools:put_back", args=[emma.pk, old.pk]))
    assert items_of(emma)[0].factor == ids["bio bottleneck"]


def test_a_large_map_without_a_diary_is_not_said_to_be_weighed_with_one(
    noor: Person, emma: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned(noor, emma)
    draw(noor, emma, *TOLD)
    monkeypatch.setattr("samenhang.coherence.weighing.MOST_HERE", 2)
    said = map_page(noor, emma)
    assert "Dit komt uit de kaart alleen." in said
    assert "dagen dagboek" not in said
