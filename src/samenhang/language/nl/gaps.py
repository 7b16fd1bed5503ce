"""What is missing in a plan, and the one question to ask about it."""

from samenhang.language.nl.actions import Actions
from samenhang.language.nl.lexicon import POSSESSIVES
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.schedule import Schedule
from samenhang.language.nl.tables import listed

_PLACE_WORDS = frozenset(("buiten", "thuis", "beneden"))
_PLACE_LEADS = listed("in op aan naar naast rond van voor uit tot")
_PLACE_NOUNS = listed(
    "bed bureau keuken tuin moestuin park bos trein bus auto kantoor werk school living woonkamer "
    "zetel bank badkamer terras balkon raam trap gang kleedkamer zwembad bib bibliotheek tafel tv "
    "station vaart speeltuin overloop blok"
)
_UNBOUNDED = listed(
    "mediteren mediteer wandelen wandel bewegen stretchen stretch lezen lees yoga zwemmen zwem "
    "lopen loop hardlopen fietsen fiets sporten sport rusten rust ontspannen ademen adem schrijven "
    "schrijf tekenen teken muziek opruimen"
)
_BOUNDERS = listed("blokje toertje toerke toer ommetje rondje rondke toereke blokske krant")
_MOVING = listed("wandelen wandel lopen loop fietsen fiets zwemmen zwem hardlopen")
_OBJECT_TAKERS = listed("lezen lees schrijven schrijf opruimen tekenen teken")
_QUESTIONS = {
    "stap": "Wat is de eerste zichtbare stap?",
    "wanneer": "Wanneer precies?",
    "ritme": "Op welke dagen?",
    "anker": "Waar hangt het aan vast?",
    "hoeveel": "Hoe lang of hoeveel?",
}


def question_for(missing: tuple[str, ...]) -> str | None:
    """The one next question; nothing is asked when nothing is missing."""
    return next((text for gap, text in _QUESTIONS.items() if gap in missing), None)


def missing_of(s: Scan, plan: Schedule, actions: Actions) -> tuple[str, ...]:
    found = []
    timed = bool(plan.times) or plan.part is not None
    if actions.number == 0:
        found.append("stap")
    if plan.freq is None and not timed and plan.anchor is None:
        found.append("wanneer")
    if timed and plan.freq is None:
        found.append("ritme")
    if not plan.times and plan.anchor is None and not _has_place(s):
        found.append("anker")
    if actions.number and _is_unbounded(s, plan, actions):
        found.append("hoeveel")
    return tuple(found)


def _has_place(s: Scan) -> bool:
    """A preposition and at most two words before a place noun, or a place word of its own."""
    for i, word in enumerate(s.fold[: s.words.size]):
        if s.closed[i]:
            continue
        if word in _PLACE_WORDS and not s.taken[i]:
            return True
        if word in _PLACE_NOUNS and _is_led(s, i):
            return True
    return False


def _is_led(s: Scan, i: int) -> bool:
    # "een blok van een uur" is a stretch of time, not a place.
    if s.fold[i] == "blok" and s.fold[i + 1] == "van":
        return False
    for k in range(i - 1, max(i - 4, -1), -1):
        if s.fold[k] in _PLACE_LEADS:
            return True
        if not s.fold[k][:1].isalpha() and s.fold[k] != "'t":
            return False
    return False


def _is_unbounded(s: Scan, plan: Schedule, actions: Actions) -> bool:
    if actions.core not in _UNBOUNDED or plan.duration is not None or plan.qty is not None:
        return False
    words = [s.fold[i] for i in actions.words]
    if _is_other_verb(words, actions.core):
        return False
    if _BOUNDERS & set(words) or any(piece.kind in ("qty", "end") for piece in s.pieces):
        return False
    return not any(_bounds(words, k, actions.core) for k in range(len(words)))


def _is_other_verb(words: list[str], core: str) -> bool:
    """Schrijf … op, lees … na: the particle makes it another verb."""
    if core not in words or words[-1] == core:
        return False
    after = words.index(core) + 1
    after += words[after : after + 1] == ["ik"]
    return words[-1] in _PARTICLES or words[after : after + 1] == ["op"]


def _bounds(words: list[str], k: int, core: str) -> bool:
    """Naar het werk, tot aan de vaart, een boek uit, mijn bureau opruimen."""
    word, after = words[k], words[k + 1] if k + 1 < len(words) else ""
    if word == "naar":
        return core in _MOVING and after not in ("buiten", "muziek", "")
    if word == "tot" and after in ("aan", "de", "het", "bij"):
        return True
    if word == "uit" and "boek" in words[max(0, k - 2) : k]:
        return True
    before = words[k - 1] if k else ""
    fixed = word in POSSESSIVES or word in ("de", "het", "deze", "die")
    return fixed and core in _OBJECT_TAKERS and before not in _WITH and after != ""


_PARTICLES = listed("op na af uit in voor over door")
_WITH = listed("in op met over aan voor naar van bij tijdens uit langs onder naast")
