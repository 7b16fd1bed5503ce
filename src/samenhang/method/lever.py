"""Where a hypothesis may look for its lever."""

from enum import StrEnum


class Lever(StrEnum):
    BIO = "bio"
    PSYCHO = "psycho"
    SOCIAL = "social"
    NEED = "need"
    SAFETY = "safety"

    @property
    def label(self) -> str:
        return {
            "bio": "Bio",
            "psycho": "Psycho",
            "social": "Sociaal",
            "need": "Behoeften",
            "safety": "Veiligheid",
        }[self.value]

    @property
    def ink(self) -> str:
        return {"bio": "bio", "psycho": "psy", "social": "soc", "need": "need", "safety": "safe"}[self.value]
