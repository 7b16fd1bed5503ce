"""Words by themselves: what is named, what is judged, and what else a sentence may be about."""

import re

NAMED = re.compile(
    r"\b(?:zelfdoding|zelfmoord|zelfdodings?(?:gedachten?|gedachtes|plan|plannen|poging|neigingen)|suicide|"
    r"zelfmoord(?:gedachten?|gedachtes|plan|plannen|poging|pogingen|neigingen|neiging)|"
    r"suicide(?:gedachten?|gedachtes|plan|plannen|poging|"
    r"pogingen)|suicidaal|suicidale|doodsgedachten?|doodswens(?:en)?|doodsverlangen|"
    r"zelfverwonding|zelfbeschadiging|zelfverminking|"
    r"automutilatie|zelfbeschadigend\w*|zelfverwondend\w*|automutileer|automutileren|tentamen suicidii|ts)\b",
)
JUDGED = re.compile(
    r"\b(?:niemand|iedereen|iemand|beter|missen|mist|misten|merken|merkt|rust|opgelost|opluchting|"
    r"makkelijker|gemakkelijker|"
    r"verlost|eindelijk|liever|fijner|beste|gelukkiger|geen haan|kraaien|rouwen|huilen|"
    r"eenvoudiger|vanaf|opgelucht|ook goed|niet erg|schelen|maakt niet uit)\b",
)
EVERYDAY = re.compile(
    r"\b(?:relatie|huwelijk|job|baan|werk|project|projecten|abonnement|contract|ruzies?|"
    r"discussies?|gewoontes?|roken|drinken|"
    r"snoepen|vergaderingen|vergadering|vergadercultuur|vriendschap|overuren|lidmaatschap|"
    r"vereniging|bestuur|club|halte|trein|"
    r"bus|auto|lift|gesprek|groep|team|samenwerking|opleiding|studie|cursus|commissie|werkgroep|"
    r"verhouding|affaire|raad|"
    r"ploeg|chat|groepsapp|whatsappgroep|firma|bedrijf|verbouwing|zaak|pesterijen|getreiter|"
    r"scrollen|uitstellen|snooze\w*)\b",
)
