"""What is done: the words that are left, cut into actions, and how many are concrete."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from samenhang.language.nl import verbs
from samenhang.language.nl.concrete import LIGHT, NO_OBJECT, is_concrete
from samenhang.language.nl.lexicon import ARTICLES
from samenhang.language.nl.scan import EXAMPLE, Scan
from samenhang.language.nl.tables import listed

_CUTS = frozenset(
    (",", ";", "+", "en", "daarna", "vervolgens", "nadien", "plus", "&", ".", "!", "\n", "erna")
)
_NUMBERING = frozenset((".", ")"))
_FILLERS = listed(
    "ik we wij me mij zich mezelf ga gaan wil zal zou zullen graag even nog dan ook eens er te om "
    "dus voortaan gewoon telkens echt zelf 'k k moet mag vooral alvast wel toch heel elke iedere "
    "probeer om te niet"
)
_CLIENT = listed("client cliente")
ACTION_NOUNS = listed(
    "yoga meditatie wandeling adempauze ademhaling ademoefening stretching krachttraining sport "
    "fitness pilates zwemles tai-chi bodyscan zuchtademhaling mindfulness dagboek wandelpauze "
    "powernap dutje fietstocht ademreset bodyscan ommetje rondje blokje looptocht siesta gymnastiek "
    "hardlopen bodypump zumba dansles tekenles muziekles rugoefeningen plankoefening"
)


class Actions(NamedTuple):
    """How many concrete actions, the words of the first, and the word that carries it."""

    number: int
    words: tuple[int, ...]
    core: str


def actions_of(s: Scan, begin: int, end: int) -> Actions:
    """The concrete actions between these words."""
    parts = _segments(s, _past_opening(s, begin, end), end)
    joined = _join(s, parts)
    counted = [part for part in joined if is_concrete(s, part, _contents(s, part), acts=_has_action(s, part))]
    if not joined:
        return Actions(0, (), "")
    first = counted[0] if counted else joined[0]
    # Where only one is counted, what stands around it belongs to it.
    if len(counted) <= 1 and len(joined) == 1:
        first = joined[0]
    elif len(counted) == 1:
        first = tuple(i for part in joined for i in part)
    return Actions(len(counted), first, _core(s, first))


def _past_opening(s: Scan, begin: int, end: int) -> int:
    """As in "Ik neem me voor om …", "mijn plan is om …": where what is done begins."""
    words = s.fold[begin:end]
    if words[1:3] in _PLAN_IS:
        return begin + 3
    if words[:1] == ["om"] and "te" in words:
        # "Om te ontspannen neem ik …" says what for.
        return next((head for head in s.heads if begin < head < end), begin)
    if "te" not in words:
        return begin
    if "om" in words[:9]:
        om = begin + words.index("om")
        if not s.taken[om] and _OPENINGS & set(s.fold[begin:om]):
            return om
    last = max((words.index(word) for word in _SETTLED if word in words[:7]), default=-1)
    return begin + last + 1


def _segments(s: Scan, begin: int, end: int) -> list[list[int]]:
    """The free words, cut at commas, "en", "daarna" and where a new day begins."""
    # A count is a piece, and stays in the behaviour; another day is another action.
    counted = {i for piece in s.pieces if piece.kind == "qty" for i in range(piece.i, piece.j)}
    opened = {piece.i for piece in s.pieces if piece.kind in ("day", "date")}
    parts: list[list[int]] = [[]]
    for i in range(begin, end):
        word, closed = s.fold[i], s.closed[i]
        if s.taken[i] and i not in counted:
            after_comma = parts[-1] and s.fold[i - 1] == "," and not s.taken[i - 1]
            if after_comma or (i in opened and len(opened) > 1):
                parts.append([])
        elif closed:
            if closed != EXAMPLE:
                parts[-1].append(i)
        elif _cuts(s, i, word) or (word == "dan" and parts[-1]):
            parts.append([])
        elif word not in _LINKS:
            parts[-1].append(i)
    return [part for part in parts if any(_is_content(s, i) for i in part)]


def _cuts(s: Scan, i: int, word: str) -> bool:
    """A comma, "en", "daarna", a bullet, the number of a list."""
    if word in _CUTS:
        return not _is_inside(s, i)
    numbered = word.isdecimal() and s.fold[i + 1] in _NUMBERING and not s.words.touches(i + 2)
    return _is_bullet(s, i) or numbered


def _join(s: Scan, parts: list[list[int]]) -> list[tuple[int, ...]]:
    """Parts without a verb of their own belong to their neighbour; fixed pairs are one."""
    joined: list[list[int]] = []
    pending: list[int] = []
    for part in parts:
        if not _has_action(s, part):
            if joined and not _leads_on(s, part, parts):
                joined[-1] += part
            else:
                pending += part
        elif joined and _is_pair(s, joined[-1], part):
            joined[-1] += part
        else:
            joined.append(pending + part)
            pending = []
    if pending:
        joined = [[*joined[0], *pending], *joined[1:]] if joined else [pending]
    return [tuple(part) for part in joined]


def _leads_on(s: Scan, part: list[int], parts: list[list[int]]) -> bool:
    """As in "een glas water en een stuk fruit nemen": the object stands before its verb."""
    place = parts.index(part)
    if not 0 < place < len(parts) - 1:
        return False
    before, after = parts[place - 1][-1], parts[place + 1]
    return (
        verbs.is_infinitive(s.fold[before])
        and verbs.is_infinitive(s.fold[after[-1]])
        and _has_action(s, after)
    )


def _has_action(s: Scan, part: Sequence[int]) -> bool:
    """Has it a verb of its own, or a noun that is done, as yoga is?"""
    words = [s.fold[i] for i in part if not s.closed[i]]
    if not words:
        return False
    if any(i in s.heads for i in part):
        return True
    if words[0] == "te" or (words[0] == "om" and "te" in words):
        return False
    if _opens_with_verb(s, part) or not _OWN.isdisjoint(words):
        return True
    # "in de fitness" is a place, not what is done.
    if any(b in ACTION_NOUNS and a not in _PLACE_LEADS for a, b in pairwise(["", *words])):
        return True
    # "laptop dicht": said without its verb, so only where nobody says "ik".
    away = not s.own and words[-1] in _AWAY and len(words) > 1
    return away or any(verbs.is_infinitive(b) and a not in _NOUN_LEADS for a, b in pairwise(["", *words]))


def _opens_with_verb(s: Scan, part: Sequence[int]) -> bool:
    """Drink een glas water; not a name (Leen), not a second noun (trein en fiets)."""
    i = part[0]
    if not _is_do(s.fold[i]):
        return False
    opens = s.words.text[s.words.start[i]]
    if i and opens.isupper() and not s.words.text.isupper() and s.fold[i - 1] not in (":", ".", ")", '"'):
        return bool(s.taken[i - 1])
    if len(part) == 1 and i and s.fold[i - 1] == "en":
        return verbs.is_form(s.fold[i - 2])
    return True


def _is_do(word: str) -> bool:
    return verbs.is_first(word) and word not in _NOUNS_TOO


def _is_pair(s: Scan, one: list[int], two: list[int]) -> bool:
    """Rechtstaan en kijken, in- en uitademen, aanspannen en ontspannen."""
    first = {s.fold[i] for i in one}
    second = {s.fold[i] for i in two}
    if first & verbs.POSTURE and second & verbs.QUIET:
        return True
    return any(first & {a} and second & {b} for a, b in _PAIRS)


def _core(s: Scan, part: tuple[int, ...]) -> str:
    """The verb that carries the action, else its first noun."""
    words = [s.fold[i] for i in part]
    doing = [
        word
        for k, word in enumerate(words)
        if verbs.is_infinitive(word) and not (k and words[k - 1] in ("het", "om"))
    ]
    if len(doing) > 1 or any(i in s.heads or i - 1 in s.own for i in part):
        # "om mijn hoofd leeg te maken" says what for.
        doing = [word for word in doing if words[words.index(word) - 1] != "te"] or doing[:1]
        if doing and "om" in words and words[words.index(doing[0]) - 1] == "te":
            doing = []
    for i in part:
        word = s.fold[i]
        if i in s.heads or (i - 1 in s.own) or (i == part[0] and verbs.is_first(word)):
            if word in LIGHT and doing:
                break
            return word
    if doing:
        return doing[-1]
    content = [
        word for word in words if word[:1].isalpha() and word not in _FILLERS and word not in NO_OBJECT
    ]
    return content[0] if content else ""


def _contents(s: Scan, part: tuple[int, ...]) -> list[str]:
    return [s.fold[i] for i in part if _is_content(s, i)]


def _is_content(s: Scan, i: int) -> bool:
    word = s.fold[i]
    return word[:1].isalnum() and word not in _FILLERS and word not in ARTICLES and word not in _CLIENT


def _is_inside(s: Scan, i: int) -> bool:
    """A dot inside a number or an abbreviation, a plus between digits."""
    return s.fold[i] in (".", "+", ",") and s.words.touches(i) and s.words.touches(i + 1)


def _is_bullet(s: Scan, i: int) -> bool:
    if s.fold[i] not in ("-", "*", "•", "/") or i == 0:
        return False
    return not s.words.touches(i) and (s.fold[i] != "/" or not s.words.touches(i + 1))


_PAIRS = (
    ("in", "uitademen"), ("inademen", "uitademen"), ("adem", "uit"), ("aanspannen", "ontspannen"),
    ("spannen", "ontspannen"), ("span", "ontspan"), ("optrekken", "loslaten"), ("optrekken", "zakken"),
    ("openen", "sluiten"), ("afwassen", "afdrogen"), ("wikken", "wegen"), ("aan", "uitkleden"),
    ("gaan", "zitten"), ("komen", "gaan"), ("buigen", "strekken"), ("rekken", "strekken"),
    ("was", "droog"), ("adem", "adem"),
)  # fmt: skip
_OPENINGS = listed(
    "neem spreek plan verbind engageer voornemen beloof besluit besloten beloofd "
    "afgesproken voorgenomen doel afspraak"
)
_PLAN_IS = (
    ["plan", "is"],
    ["doel", "is"],
    ["voornemen", "is"],
    ["afspraak", "is"],
    ["actie", "is"],
)
_SETTLED = ("voorgenomen", "besloten", "afgesproken", "beloofd", "plan")
_OWN = frozenset(("ik", "we", "wij", "'k"))
_PLACE_LEADS = frozenset(("de", "het", "in", "naar", "van"))
_LINKS = frozenset(("dan", "ook", "nog"))
_AWAY = frozenset(("weg", "dicht", "uit", "klaar"))
_NOUN_LEADS = frozenset(("te", "het", "van"))
_NOUNS_TOO = listed("stress rust werk plan start eten slaap")
