"""Notes as they are typed and said, spelled out: kwil nimeer leve, mn eigen, zelf moord."""

import re

from samenhang.language.nl.words import fold_text

# "kwil", "'k wil", "k heb"
_GLUED = re.compile(
    r"(?<!\w)'k (?=\w)|"
    r"(?<!\w)'?k ?(?=(?:wil|heb|ben|zie|denk|doe|ga|zou|kan|wou|snij|snijd|kras|overweeg|hoop|moet|had|was|"
    r"weet|voel|wilde|verwond|sla|dacht|maak|stap|zal)\b)",
)
# What is meant, and the ways in which it is typed.
_MEANT = {
    "niet meer": "nimmer nimeer nemeer niemeer nietmeer",
    "niet": "nie ni nt nit",
    "er": "der dr d'r",
    "mijn": "mn m'n men myn mien",
    "mezelf": "mezelve mezellef mijzelf mezelluf mezelfs mezelg mezlf mzelf",
    "ik": "ikke",
    "zelfmoord": "zelfmoort zelfmort zelfmoordt zelfmord zelfmood zelfmoor zefmoord zelfmoorde selfmoord",
    "zelfdoding": "zelfdooding zelfdodig zelfdodding zelfdoiding",
    "suicide": "suicied suiside",
    "suicidaal": "suicidal siucidaal suisidaal suiciedaal",
    "suicidale": "suicidaale suicidaalse",
    "dood": "doot doodd",
    "leven": "leve lvn",
    "willen": "wille",
    "maken": "make",
    "stappen": "stappe",
    "snijden": "snije snijen",
    "gesneden": "gesnede gesneeen",
    "springen": "springe",
    "sterven": "sterve",
    "worden": "worre worde",
    "wakker": "wakkr wakke waker",
    "pillen": "pille",
    "zijn": "zen zyn",
    "gewoon": "gwn gwoon",
    "van": "vn",
    "dat": "da",
    "omdat": "omda",
    "in het": "int",
    "het": "'t t",
    "aan het": "aant",
    "een": "'n n ne nen",
    "eind": "einnd",
    "nooit": "nooi noot",
    "liever": "liver",
    "aan doe": "aandoe",
    "aan doen": "aandoen",
    "aan deed": "aandeed",
    "aan gedaan": "aangedaan",
    "wou": "wouw wau",
    "denk": "peins paas",
    "denken": "peinzen",
    "dacht": "peinsde",
    "zelfmoord plegen": "kms",
}
_IN_FULL = {typed: meant for meant, forms in _MEANT.items() for typed in forms.split()}
_SEVERAL = (
    (re.compile(r"\b(wil|heb|ben|zou|kan|moet|denk|wou|zie|doe|snij|ga|hoop|had|was)k\b"), r"\1 ik"),
    (re.compile(r"\b(?:me|mij|mijn) zelf\b"), "mezelf"),
    (re.compile(r"\bniet (?:mi|mie|mer|mr)\b"), "niet meer"),
    (
        re.compile(
            r"\b(?:mijn|me|mij) eigen (?=(?:iets|wat|van|pijn|weer|opnieuw|te|niet|gesneden|snijd\w*|"
            r"ophang\w*|verhang\w*|verdrink\w*|verwond\w*|gewoon|kapot|nog)\b)",
        ),
        "mezelf ",
    ),
    (re.compile(r"\bzelf[ -](?=moord|doding|verwond|beschad|mutil)"), "zelf"),
    (re.compile(r"\bsuicide[ -](?=gedacht|poging|plan)"), "suicide"),
    (re.compile(r"\bafscheids (?=brie)"), "afscheids"),
    (re.compile(r"\bop te hangen\b"), "ophangen"),
    (re.compile(r"\bvan kant te maken\b"), "van kant maken"),
)
_LONGEST, _OVERLAP = 60, 15
_TRAILING = re.compile(r"\.{2,}")
_TOKEN = re.compile(r"[\w'-]+|[,;:]")
_SENTENCE = re.compile(r"[^.!?\n]+")


def spell_out(text: str) -> list[str]:
    """The sentences of a note in full words, with one space after each."""
    folded = _GLUED.sub("ik ", _TRAILING.sub(" ", fold_text(text.replace("…", " "))))
    return [part for sentence in _SENTENCE.findall(folded) for part in _in_full(sentence)]


def _in_full(sentence: str) -> list[str]:
    """In parts where it runs on and on, so that what is searched stays short."""
    words = [_IN_FULL.get(word, word) for word in _TOKEN.findall(sentence)]
    return [_spelled(words[k : k + _LONGEST]) for k in range(0, len(words), _LONGEST - _OVERLAP)]


def _spelled(words: list[str]) -> str:
    spelled = " ".join(words) + " "
    for typed, meant in _SEVERAL:
        spelled = typed.sub(meant, spelled)
    return spelled
