"""The three lenses through which one person is seen."""

from enum import StrEnum


class Lens(StrEnum):
    BIO = "bio"
    PSYCHO = "psycho"
    SOCIAL = "social"

    @property
    def label(self) -> str:
        return {"bio": "Bio", "psycho": "Psycho", "social": "Sociaal"}[self.value]

    @property
    def ink(self) -> str:
        """Which of the three dyes and signs of the look this lens wears."""
        return {"bio": "bio", "psycho": "psy", "social": "soc"}[self.value]

    @property
    def covers(self) -> str:
        return {
            "bio": "zenuwstelsel, slaap, ritme, prikkels, eten, bewegen",
            "psycho": "gedachten, gevoelens, waarden, omgaan met druk",
            "social": "relaties, rollen, team, werkdruk, geld, cultuur, veiligheid",
        }[self.value]
