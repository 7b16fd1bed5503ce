"""Where a clause ends: at its comma, or without one where the main clause begins."""

from samenhang.language.nl import verbs
from samenhang.language.nl.days import group_at, weekday_at
from samenhang.language.nl.lexicon import (
    DAY_SHORT,
    EACH,
    NUMBERS,
    PART_GENITIVES,
    PARTS,
    POSSESSIVES,
    UNIT_SECONDS,
)
from samenhang.language.nl.scan import Scan
from samenhang.language.nl.tables import listed

STOPS = frozenset((",", ";", ":", ".", "!", "?", "(", ")", '"', "", "\n", "+"))
SCHEDULE_STARTS = (
    EACH
    | PART_GENITIVES.keys()
    | {
        "'s", "dagelijks", "om", "gedurende", "wekelijks", "telkens", "tweemaal", "driemaal",
        "doordeweeks", "vanaf", "komende", "volgende", "aanstaande", "morgen", "vandaag", "overmorgen",
        "tot", "minstens", "minimum", "maximum", "ongeveer", "uiterlijk",
    }
)  # fmt: skip
_LEFT_OVER = frozenset(("en", "dan", "telkens", "eerst", "even"))
_GOES_ON = listed(
    "op in van aan naar met bij voor na om tegen over uit door langs tot te en of dat als hoe wat niet geen"
)
_AUXILIARY = listed("is zijn hebben heeft")
_TIME_LEADS = frozenset(("na", "voor", "om", "tegen", "rond", "op", "over"))


def clause_end(s: Scan, j: int) -> int:
    """Where the clause that starts at word j ends."""
    limit = j
    while s.fold[limit] not in STOPS:
        limit += 1
    if s.fold[limit] == "," and limit + 1 in s.heads:
        # "Als ik honger krijg 's avonds, drink ik …": up to the comma all belongs to the clause.
        return limit
    for head in s.heads:
        if j + 1 < head < limit:
            limit = head
            break
    seen = False
    for k in range(j, limit):
        word = s.fold[k]
        if seen and _starts_anew(s, k, limit):
            # "… vraagt na 17u": the preposition goes with the time.
            lead = s.fold[k].isdecimal() and s.fold[k - 1] in _TIME_LEADS
            return k - 1 if k > j + 1 and (lead or s.fold[k - 1] in _LEFT_OVER) else k
        if seen and _is_told_out(s, j, k, limit):
            return k
        if word == "en" and k + 1 < limit and verbs.is_first(s.fold[k + 1]) and seen:
            return k
        if k > j and (verbs.is_form(word) or verbs.is_participle(word)) and word not in s.fold[j:k]:
            seen = True
    return limit - 1 if limit > j + 1 and s.fold[limit - 1] in _LEFT_OVER else limit


def _is_told_out(s: Scan, j: int, k: int, limit: int) -> bool:
    """Als ik thuiskom | gsm in de schuif: with "ik" the verb came, and no other verb of its own follows."""
    if s.fold[j] not in ("ik", "k", "we") or verbs.is_form(s.fold[k]) or s.fold[k] in _GOES_ON:
        return False
    if not verbs.is_first(s.fold[k - 1]) and s.fold[k - 1] not in verbs.STATIVE:
        return False
    return not any(_is_finite(word) for word in s.fold[k:limit])


def _is_finite(word: str) -> bool:
    if word in _AUXILIARY or verbs.is_participle(word):
        return True
    finite = verbs.is_first(word) or word in verbs.STATIVE or word in verbs.WILLING
    return finite and not verbs.is_infinitive(word)


def _starts_anew(s: Scan, k: int, limit: int) -> bool:
    """After its verb, does word k open the main clause: elke, 10 minuten, mijn?"""
    word, last = s.fold[k], s.fold[k - 1]
    if opens_when(s, k):
        return not (k + 2 >= limit and verbs.is_form(s.fold[limit - 1]) and word == "om")
    if last in verbs.WILLING or last in ("heb", "is", "heeft", "kan", "zijn", "hebben"):
        return False
    opens = word in POSSESSIVES or word in ("de", "het", "geen", "nen", "eerst", "even")
    return opens and verbs.is_form(last) and verbs.is_form(s.fold[limit - 1]) and k + 1 < limit


def opens_when(s: Scan, k: int) -> bool:
    """Does a time, a day or an amount begin at word k?"""
    word, after = s.fold[k], s.fold[k + 1]
    if word in SCHEDULE_STARTS or word.isdecimal() or word in NUMBERS:
        return True
    if word in ("op", "in", "van", "tegen", "over"):
        if after.isdecimal() or weekday_at(s, k + 1, sure=True) is not None:
            return True
        grouped = group_at(s, k + 1) or group_at(s, k + 2) or s.fold[k + 2] in PARTS
        counted = word == "over" and (after in NUMBERS or after in UNIT_SECONDS)
        return counted or (word in ("op", "in") and (bool(grouped) or s.fold[k + 2] == "week"))
    short = word in DAY_SHORT and after in DAY_SHORT
    return weekday_at(s, k, sure=short) is not None
