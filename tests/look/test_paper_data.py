from samenhang.look.glyphs import legible
from samenhang.look.paper_data import paper_data
from samenhang.method.canvas import Canvas, Intervention
from samenhang.method.intake_scan import IntakeScan
from samenhang.method.lever import Lever
from samenhang.method.needs_meter import NeedsMeter, Reading
from samenhang.method.safety_ladder import Agreement, SafetyLadder, Sighting
from tests.look.papers import DAY


def test_labels_and_hints_come_from_the_shape_by_dotted_name() -> None:
    said = paper_data(IntakeScan, title="Intakescan")
    assert said["labels"]["bio"] == "Bio"
    assert said["labels"]["bio.action"] == "Micro-actie"
    assert said["hints"]["bio.action"] == "binnen 48 uur"
    assert said["prompts"]["bio.strength"][0] == "Wanneer voelt je lijf vandaag al goed?"


def test_choices_travel_with_their_words() -> None:
    bio = {"value": "bio", "label": "Bio", "ink": "bio"}
    said = paper_data(Canvas, Canvas(lever=Lever.BIO), title="Sessiecanvas")
    assert said["options"]["lever"][0] == bio
    assert said["sheet"]["lever"] == bio
    assert [one["label"] for one in paper_data(NeedsMeter, title="t")["options"]["need"]] == [
        "Autonomie",
        "Competentie",
        "Verbondenheid",
    ]


def test_the_coachs_own_part_never_travels() -> None:
    own = SafetyLadder(agreements=(Agreement("Pauze mag", since=DAY),), sighting=Sighting(helped="Wachten"))
    said = paper_data(SafetyLadder, own, title="Veiligheidsladder", day=DAY)
    assert "sighting" not in said["sheet"]
    assert not [name for name in said["labels"] if name.startswith("sighting")]
    assert said["sheet"]["agreements"][0]["since"] == "23 november 2026"
    assert said["day"] == "23 november 2026"
    assert "notes" not in paper_data(Canvas, Canvas(notes="van mij"), title="t")["sheet"]


def test_only_what_has_a_label_or_words_is_said() -> None:
    said = paper_data(Canvas, Canvas(intervention=Intervention("Ademen")), title="t")["sheet"]
    assert said["intervention"]["text"] == "Ademen"


def test_text_is_brought_to_what_paper_can_show() -> None:
    assert legible("cafe\u0301 \u200dok\u202e\x07") == "café ok"
    assert legible("een\r\n\r\n\r\n\r\ntwee\tdrie ") == "een\n\ntwee drie"
    assert legible("漢字 en 🙂👩‍👧!") == "▯ en ▯!"
    assert legible("w" * 41).replace("\u200b", "") == "w" * 41
    assert legible("w" * 40) == "w" * 40


def test_what_follows_from_a_sheet_comes_from_the_method() -> None:
    meter = NeedsMeter(Reading(5), Reading(3), Reading(3))
    told = paper_data(NeedsMeter, meter, title="t")["tells"]["lowest"]
    assert [each["label"] for each in told] == ["Competentie", "Verbondenheid"]
    assert paper_data(NeedsMeter, title="t")["tells"] == {}
    assert paper_data(Canvas, Canvas(), title="t")["tells"] == {}
