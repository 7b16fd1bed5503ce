"""Maps to draw: Emma's, and as many made by chance as one likes."""

from random import Random

from samenhang.look.hoop.shapes import LENSES, Dot, Hoop, Stitch

WORDS = {"bio": "Bio", "psycho": "Psycho", "social": "Sociaal"}
SAID = {"strength": "sterkte", "bottleneck": "knelpunt", "neutral": "niet gemeten"}
OF = {"b": "bio", "p": "psycho", "s": "social"}
TITLED = {"title": "De kaart van Emma", "description": "Tien factoren.", "lens_words": WORDS}

NAMES = (
    "Slaapt te kort",
    "Eet onregelmatig",
    "Beweegt elke dag",
    "Schrikt snel van geluid",
    "Koffie na vier uur",
    "Denkt in alles of niets",
    "Kan relativeren",
    "Vindt rust in muziek",
    "Twijfelt aan zichzelf",
    "Wil niemand teleurstellen",
    "Mantelzorg voor vader",
    "Ploegendienst wisselt",
    "Hechte vriendengroep",
    "Geld is krap deze maand",
    "Leidinggevende luistert",
    "‘Goed is pas goed als het foutloos is’",
)
LONG = (
    "Voelt zich verantwoordelijk voor alles wat er misloopt in het gezin en op het werk",
    "Verantwoordelijkheidsgevoelsoverdrachtsbijeenkomstenorganisatie",
    "Kan pas slapen als alle berichten van de dag een antwoord kregen",
    "שינה לא רגועה בלילה",
    'Wacht op 👩‍👩‍👧‍👦 thuis & <niets> "anders"',
)


def letter(number: int) -> str:
    return chr(65 + number) if number < 26 else "A" + chr(65 + number - 26)


def emma() -> Hoop:
    """Ten factors, ten influences, one lever."""
    return Hoop(
        tuple(Dot(key, OF[key[0]], name, kind, SAID[kind], lever=key == "b1") for key, kind, name in _DOTS),
        tuple(
            Stitch(letter(at), a, b, strength, sure, key="b1" in {a, b})
            for at, (a, b, strength, sure) in enumerate(_STITCHES)
        ),
    )


_DOTS = (
    ("b1", "bottleneck", "Laat nog op het scherm"),
    ("b2", "bottleneck", "Onrustige slaap"),
    ("b3", "bottleneck", "Hoofdpijn rond 11 uur"),
    ("b4", "strength", "Wandelen na het eten"),
    ("p1", "bottleneck", "Piekeren in bed"),
    ("p2", "bottleneck", "‘Goed is pas goed als het foutloos is’"),
    ("p3", "strength", "Zorgvuldig zijn"),
    ("s1", "bottleneck", "Vage taakverdeling"),
    ("s2", "bottleneck", "Collega schuift werk door"),
    ("s3", "strength", "Sara denkt mee"),
)
_STITCHES = (
    ("s2", "b1", 3, "sure"),
    ("p2", "b1", 2, "likely"),
    ("s1", "p2", 2, "likely"),
    ("b2", "p1", 2, "sure"),
    ("b4", "p1", -1, "likely"),
    ("p1", "b2", 1, "early"),
    ("b1", "b2", 3, "sure"),
    ("b2", "b3", 2, "likely"),
    ("p3", "p2", -2, "likely"),
    ("s3", "s2", -1, "early"),
)


def by_chance(seed: int, dots: int, stitches: int, *, names: tuple[str, ...] = NAMES) -> Hoop:
    """A map made by chance, the same for the same seed; the first three dots stand in three lenses."""
    chance = Random(seed)
    lever = chance.randrange(dots) if dots else 0
    made = tuple(_dot_by_chance(chance, at, names, is_lever=at == lever) for at in range(dots))
    pairs = [(a, b) for a in range(dots) for b in range(dots) if a != b]
    chance.shuffle(pairs)
    sewn = tuple(
        Stitch(
            letter(at),
            f"d{a}",
            f"d{b}",
            chance.choice((1, 2, 3, -1, -2, -3)),
            chance.choice(("sure", "likely", "early")),
            key=lever in {a, b},
        )
        for at, (a, b) in enumerate(pairs[:stitches])
    )
    return Hoop(made, sewn)


def _dot_by_chance(chance: Random, at: int, names: tuple[str, ...], *, is_lever: bool) -> Dot:
    kind = chance.choice(tuple(SAID))
    lens = LENSES[at] if at < len(LENSES) else chance.choice(LENSES)
    closed = chance.random() < 0.05
    return Dot(f"d{at}", lens, chance.choice(names), kind, SAID[kind], lever=is_lever, closed=closed)
