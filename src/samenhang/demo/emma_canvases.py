"""The canvas of each of Emma's gesprekken: one question, one hypothesis, one small step."""

from samenhang.demo.calendar import Calendar
from samenhang.demo.emma_words import SCREEN
from samenhang.demo.story import Names
from samenhang.method.canvas import Canvas, Intervention, Later, Place, Watched
from samenhang.method.lever import Lever
from samenhang.method.micro_action import MicroAction, hangs_on, lasts, when

DOCTOR = 24  # days ago, or the working day before it
QUESTION = "Hoe lever ik goed werk zonder er ’s nachts wakker van te liggen?"
_ITEMS = {
    "awake": "Hoeveel minuten tot je sliep?",
    "worry": "Hoeveel piekerde je in bed?",
    "headache": "Had je vandaag hoofdpijn?",
    "handed": "Hoe vaak schoof iemand werk naar jou door?",
}


def _step(action: MicroAction) -> Intervention:
    return Intervention(
        action.behaviour, action.id, when(action), hangs_on(action), lasts(action), action.first_step
    )


def _watched(names: Names, *items: str) -> tuple[Watched, ...]:
    return tuple(Watched(_ITEMS[item], names(item)) for item in items)


def _later(names: Names, *goals: str) -> tuple[Later, ...]:
    return tuple(Later(goal, names(f"later {goal}")) for goal in goals)


def canvas_1(names: Names) -> Canvas:
    return Canvas(
        question=QUESTION,
        lever=Lever.BIO,
        hypothesis="De avonden lopen uit, en een korte nacht maakt de dag zwaarder. Eerst twee weken kijken.",
        intervention=Intervention(
            "Twee weken elke avond een halve minuut invullen, verder niets", duration="2 weken"
        ),
        observation="Of de slechte nachten en de zware dagen bij elkaar horen.",
        watched=_watched(names, "awake", "worry"),
        follow_up="Een avond vergeten is geen ramp: dan blijft die leeg.",
        later=_later(names, "Weer gaan lopen met de groep op zondag"),
        notes=(
            "Hoofdpijn rond elf uur, al sinds de zomer, nog door niemand bekeken. Afgesproken dat "
            "Emma daarvoor eerst naar haar huisarts gaat; tot dan staat het bij later. Zelf niet "
            "invullen wat het is."
        ),
    )


def canvas_2(names: Names, anchor: MicroAction) -> Canvas:
    return Canvas(
        question=QUESTION,
        lever=Lever.BIO,
        hypothesis=(
            "Het scherm gaat laat uit, de slaap blijft onrustig, en een korte nacht keert terug als "
            "hoofdpijn en gepieker."
        ),
        place=Place(SCREEN, names("factor screen")),
        intervention=_step(anchor),
        observation="Hoeveel minuten het duurt voor de slaap komt: nu rond drie kwartier.",
        watched=_watched(names, "awake", "worry"),
        follow_up=anchor.plan_b,
        later=_later(names, "Weer gaan lopen met de groep op zondag"),
        notes="Ze wilde er meteen drie dingen bij doen. Eén gekozen. Ik merkte dat ik zelf ook haast kreeg.",
    )


def canvas_3(calendar: Calendar, names: Names, breath: MicroAction) -> Canvas:
    day = calendar.said(calendar.workday(DOCTOR))
    return Canvas(
        question="Hoe kom ik rustiger door de voormiddag?",
        lever=Lever.BIO,
        hypothesis=(
            "De spanning loopt op naar elf uur toe, en niemand neemt pauze. Een korte nacht maakt "
            f"het erger. De huisarts bekeek de hoofdpijn op {day}."
        ),
        intervention=_step(breath),
        observation="Op hoeveel dagen de hoofdpijn komt, naast hoe snel ze slaapt.",
        watched=_watched(names, "headache", "awake"),
        follow_up=breath.plan_b,
        later=_later(names, "Weer gaan lopen met de groep op zondag", "Vaker mijn zus Sara bellen"),
        notes=(
            f"Emma was op {day} bij haar huisarts met de hoofdpijn. Die zag niets dat verder "
            "onderzoek vraagt en vindt dit samengaan goed; ze gaat terug als het verandert of na de "
            "winter nog zo is. Vanaf vandaag mag de hoofdpijn mee op het blad."
        ),
    )


def canvas_4(names: Names, talk: MicroAction) -> Canvas:
    return Canvas(
        question=QUESTION,
        lever=Lever.BIO,
        hypothesis=(
            "Het slaapanker houdt. Wat het scherm nog laat aan houdt, is werk dat overdag van een "
            "ander bij Emma belandt: wie weet wat eerst mag, kan ’s avonds dicht."
        ),
        place=Place(SCREEN, names("factor screen")),
        intervention=_step(talk),
        observation="Hoe vaak er nog werk wordt doorgeschoven, en of de avonden kort blijven.",
        watched=_watched(names, "handed", "awake"),
        follow_up=talk.plan_b,
        later=_later(names, "Weer gaan lopen met de groep op zondag", "Vaker mijn zus Sara bellen"),
        notes=(
            "Samen geoefend hoe nee klinkt met een voorstel erbij: ‘vandaag niet, morgen een half "
            "uur wel’, en ‘vraag Ilse wat voorgaat’. Emma koos die twee zelf. Volgende keer vragen "
            "hoe vaak ze gebruikt zijn."
        ),
    )
