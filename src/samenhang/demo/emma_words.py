"""Emma in her own words: what she wrote on which day, and whether that is a working day."""

from collections.abc import Mapping

from samenhang.demo.calendar import Calendar

SCREEN = "’s Avonds nog laat op het scherm, vooral voor mails"
TALK = 11  # the conversation at work: that day, or the working day before it

_NOTES = (
    (42, False, "Eerste keer. Vreemd om mijn avond in getallen te zien."),
    (38, True, "Tot elf uur aan de offerte geschaafd. Er stond niets fout in."),
    (33, True, "De hoofdpijn kwam weer om elf uur, midden in het overleg."),
    (30, True, "Nog een dossier erbij gekregen. Ik zei ja voor ik het wist."),
    (28, False, "Boek uit de kast gehaald. Na twee bladzijden viel het op mijn neus."),
    (25, False, "Telefoon in de keuken. Sara lachte me eerst uit en doet nu mee."),
    (18, True, "Om vijf voor elf een minuut bij het raam gestaan. Niemand keek op."),
    (15, True, "Kaartje naast mijn scherm gelegd. Eén keer nagelezen, niet vier keer."),
    (TALK, True, "Gesprek met Ilse gehad. Er komt elke week een lijst met wat eerst mag."),
    (8, True, "Nee gezegd tegen Wim. Hij krijgt morgen een half uur van mij, en dat vond hij prima."),
    (4, True, "Weer nee gezegd. Ilse kiest nu wat voorgaat, zo hadden we het afgesproken. Ik trilde wel."),
    (3, False, "Ik lig niet meer te tellen hoeveel uur ik nog heb."),
)


def notes(calendar: Calendar) -> Mapping[int, str]:
    """Her notes by how many days ago."""
    return {calendar.workday(ago) if working else ago: text for ago, working, text in _NOTES}
