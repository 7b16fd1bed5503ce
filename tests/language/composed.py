"""Sentences put together from parts whose meaning is known: what goes in must come out."""

import random
from dataclasses import dataclass

ALL, WORK = "MO,TU,WE,TH,FR,SA,SU", "MO,TU,WE,TH,FR"
RHYTHMS = [
    ("elke dag", {"freq": "daily"}),
    ("iedere dag", {"freq": "daily"}),
    ("alle dagen", {"freq": "daily"}),
    ("dagelijks", {"freq": "daily"}),
    ("elke werkdag", {"freq": "weekly", "days": WORK}),
    ("iedere weekdag", {"freq": "weekly", "days": WORK}),
    ("op werkdagen", {"freq": "weekly", "days": WORK}),
    ("doordeweeks", {"freq": "weekly", "days": WORK}),
    ("in de week", {"freq": "weekly", "days": WORK}),
    ("van maandag t.e.m. vrijdag", {"freq": "weekly", "days": WORK}),
    ("van ma tot vr", {"freq": "weekly", "days": WORK}),
    ("in het weekend", {"freq": "weekly", "days": "SA,SU"}),
    ("elk weekend", {"freq": "weekly", "days": "SA,SU"}),
    ("elke dinsdag", {"freq": "weekly", "days": "TU"}),
    ("iedere vrydag", {"freq": "weekly", "days": "FR"}),
    ("elke woendag", {"freq": "weekly", "days": "WE"}),
    ("op maandag en donderdag", {"freq": "weekly", "days": "MO,TH"}),
    ("ma, wo en vr", {"freq": "weekly", "days": "MO,WE,FR"}),
    ("elke di en za", {"freq": "weekly", "days": "TU,SA"}),
    ("'s zondags", {"freq": "weekly", "days": "SU"}),
    ("wekelijks op zaterdag", {"freq": "weekly", "days": "SA"}),
    ("om de dag", {"freq": "every_n_days", "n": 2}),
    ("om de andere dag", {"freq": "every_n_days", "n": 2}),
    ("elke derde dag", {"freq": "every_n_days", "n": 3}),
    ("om de vier dagen", {"freq": "every_n_days", "n": 4}),
    ("om de twee weken op donderdag", {"freq": "weekly", "days": "TH", "n": 2}),
    ("elke eerste maandag van de maand", {"freq": "monthly", "days": "1MO"}),
    ("de laatste vrijdag van de maand", {"freq": "monthly", "days": "-1FR"}),
    ("elke dag behalve zondag", {"freq": "weekly", "days": "MO,TU,WE,TH,FR,SA"}),
]
DATES = [
    ("morgen", {"freq": "once", "date": "2026-03-11"}),
    ("overmorgen", {"freq": "once", "date": "2026-03-12"}),
    ("vrijdag", {"freq": "once", "date": "2026-03-13"}),
    ("komende zondag", {"freq": "once", "date": "2026-03-15"}),
    ("volgende week woensdag", {"freq": "once", "date": "2026-03-18"}),
    ("op 20 maart", {"freq": "once", "date": "2026-03-20"}),
    ("op 4/4", {"freq": "once", "date": "2026-04-04"}),
    ("over tien dagen", {"freq": "once", "date": "2026-03-20"}),
    ("zaterdag over een week", {"freq": "once", "date": "2026-03-21"}),
]
CLOCKS = [
    ("om 22:15", "22:15"), ("om 22u15", "22:15"), ("om 9h30", "09:30"), ("om 10.55 uur", "10:55"),
    ("om half elf", "10:30"), ("om kwart voor drie", "14:45"), ("om kwart na tien", "10:15"),
    ("om kwart over twaalf", "12:15"), ("om tien over half zes", "17:40"),
    ("om vijf voor half drie", "14:25"), ("om 8 uur", "08:00"), ("om 20u", "20:00"),
    ("om acht uur", "08:00"), ("om drie uur", "15:00"), ("om half acht 's avonds", "19:30"),
    ("om 7 uur 's morgens", "07:00"), ("om zes uur 's ochtends", "06:00"), ("rond 17u", "17:00"),
    ("tegen 18 uur", "18:00"), ("stipt om 9 uur", "09:00"), ("om 5 voor 5", "16:55"),
]  # fmt: skip
PARTS = [
    ("'s ochtends", "ochtend"), ("savonds", "avond"), ("in de voormiddag", "voormiddag"),
    ("'s middags", "middag"), ("in de namiddag", "namiddag"),
]  # fmt: skip
DURATIONS = [
    ("vijf minuten", 300), ("10 min", 600), ("een kwartier", 900), ("een kwartiertje", 900),
    ("een halfuur", 1800), ("een halfuurke", 1800), ("een half uur", 1800), ("drie kwartier", 2700),
    ("een uur", 3600), ("een uurtje", 3600), ("anderhalf uur", 5400), ("5 à 10 minuten", 300),
    ("een minuut of tien", 600), ("twee uur en 10 minuten", 7800), ("1,5 uur", 5400),
    ("ongeveer 20 minuten", 1200), ("minstens 25 minuten", 1500), ("45 minuten", 2700), ("10'", 600),
    ("zo'n kwartier", 900),
]  # fmt: skip
ANCHORS = [
    ("na het avondeten", "na", "het avondeten"), ("na mijn werk", "na", "mijn werk"),
    ("na de lunch", "na", "de lunch"), ("voor het slapengaan", "voor", "het slapengaan"),
    ("voor de eerste vergadering", "voor", "de eerste vergadering"),
    ("bij het opstaan", "bij", "het opstaan"), ("tijdens de middagpauze", "tijdens", "de middagpauze"),
    ("na elke maaltijd", "na", "elke maaltijd"), ("vlak voor het ontbijt", "voor", "het ontbijt"),
    ("meteen na de afwas", "na", "de afwas"),
]  # fmt: skip
CLAUSES = [
    ("zodra ik thuiskom", "zodra", "ik thuiskom"), ("van zodra ik thuis ben", "zodra", "ik thuis ben"),
    ("telkens als de telefoon gaat", "zodra", "de telefoon gaat"),
    ("voor ik mijn laptop open", "voor", "ik mijn laptop open"),
    ("alvorens ik de deur uitga", "voor", "ik de deur uitga"),
    ("nadat ik gegeten heb", "na", "ik gegeten heb"),
    ("elke keer dat ik koffie haal", "zodra", "ik koffie haal"),
    ("terwijl de koffie doorloopt", "tijdens", "de koffie doorloopt"),
    ("vooraleer ik ga slapen", "voor", "ik ga slapen"),
    ("wanneer mijn baas belt", "zodra", "mijn baas belt"),
]  # fmt: skip
# Finite verb, its rest, its particle, the infinitive.
DEEDS = [
    ("wandel", "met de hond", "", "wandelen"), ("lees", "in mijn boek", "", "lezen"),
    ("mediteer", "", "", "mediteren"), ("stretch", "mijn rug", "", "stretchen"),
    ("schrijf", "in mijn dagboek", "", "schrijven"), ("ruim", "mijn bureau", "op", "opruimen"),
    ("bel", "mijn zus", "", "bellen"), ("zit", "zonder scherm", "", "zitten"),
    ("fiets", "langs de vaart", "", "fietsen"), ("teken", "aan de keukentafel", "", "tekenen"),
    ("oefen", "mijn toespraak", "", "oefenen"), ("adem", "rustig", "uit", "uitademen"),
]  # fmt: skip


@dataclass(frozen=True)
class Composed:
    text: str
    expect: dict[str, object]


def compose(rng: random.Random) -> Composed:
    """A sentence in one of the usual orders, with what it says."""
    said: dict[str, object] = {}
    when: list[str] = []
    day, meaning = rng.choice(RHYTHMS + DATES)
    said |= meaning
    when.append(day)
    if rng.random() < 0.5:
        clock, at = rng.choice(CLOCKS)
        when.append(clock)
        said["times"] = at
    elif rng.random() < 0.4:
        part, name = rng.choice(PARTS)
        when.append(part)
        said["day_part"] = name
    long, seconds = rng.choice(DURATIONS)
    said["duration_s"] = seconds
    anchor = rng.choice(ANCHORS) if rng.random() < 0.4 and "times" not in said else None
    clause = rng.choice(CLAUSES) if anchor is None and rng.random() < 0.2 and "times" not in said else None
    for found in (anchor, clause):
        if found is not None:
            said["anchor_rel"], said["anchor_event"] = found[1], found[2]
    return Composed(_order(rng, when, long, anchor, clause), said)


def _order(
    rng: random.Random,
    when: list[str],
    long: str,
    anchor: tuple[str, str, str] | None,
    clause: tuple[str, str, str] | None,
) -> str:
    verb, rest, particle, infinitive = rng.choice(DEEDS)
    at = " ".join(when)
    hangs = f" {anchor[0]}" if anchor else ""
    opening = f"{clause[0]}, " if clause and rng.random() < 0.5 else ""
    closing = f" {clause[0]}" if clause and not opening else ""
    orders = (
        f"{at}{hangs} {verb} ik {long} {rest} {particle}{closing}",
        f"ik {verb} {at}{hangs} {long} {rest} {particle}{closing}",
        f"{at}{hangs} {long} {rest} {infinitive}{closing}",
        f"ik ga {at}{hangs} {long} {rest} {infinitive}{closing}",
        f"{long} {rest} {infinitive}{hangs}{closing}, {at}",
        f"ik wil {at}{hangs} graag {long} {rest} {infinitive}{closing}",
    )
    if opening:
        orders = (
            f"{opening}{verb} ik {at} {long} {rest} {particle}",
            f"{opening}{at} {long} {rest} {infinitive}",
        )
    text = " ".join(rng.choice(orders).split()).replace(" ,", ",")
    return rng.choice(
        (text[0].upper() + text[1:] + ".", text, text.upper() if rng.random() < 0.2 else text + "!")
    )
