"""The three basic needs that may be fed or starved: autonomy, competence, relatedness."""

from enum import StrEnum


class Need(StrEnum):
    AUTONOMY = "autonomy"
    COMPETENCE = "competence"
    RELATEDNESS = "relatedness"

    @property
    def label(self) -> str:
        return {
            "autonomy": "Autonomie",
            "competence": "Competentie",
            "relatedness": "Verbondenheid",
        }[self.value]

    @property
    def question(self) -> str:
        return {
            "autonomy": "Kon je de voorbije week kiezen, op je eigen tempo?",
            "competence": "Lukte wat je wilde doen de voorbije week?",
            "relatedness": "Voelde je je de voorbije week gezien en verbonden?",
        }[self.value]
