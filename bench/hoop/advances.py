"""Writes how wide the signs of the map are, for src/samenhang/look/hoop/advances.py:

    python bench/hoop/advances.py > src/samenhang/look/hoop/advances.py

Needs fontTools (not in the locked requirements: pip install fonttools) and the Debian packages fonts-texgyre
and fonts-noto-core. Of the faces a reader may have (a Palatino, or Noto) the widest counts.
"""

import sys
from math import ceil
from pathlib import Path

from fontTools.ttLib import TTFont

PAGELLA = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
NOTO = Path("/usr/share/fonts/truetype/noto")
FACES = {
    "VOICE": (PAGELLA / "texgyrepagella-regular.otf", NOTO / "NotoSerif-Regular.ttf"),
    "TOOL": (NOTO / "NotoSans-Regular.ttf",),
    "TOOL_BOLD": (NOTO / "NotoSans-Bold.ttf",),
}
RUNS = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x17F),
    (0x384, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin with marks, Vietnamese
    (0x2010, 0x203A),
    (0x20A0, 0x20BF),
)
ROW = 100


def advances(path: Path) -> dict[int, float]:
    """How far each sign moves on, in hundredths of an em."""
    font = TTFont(path)
    scale = 100 / font["head"].unitsPerEm
    return {sign: font["hmtx"][name][0] * scale for sign, name in font.getBestCmap().items()}


def widest(paths: tuple[Path, ...], first: int, last: int) -> str:
    """Two hexadecimal digits for each sign of a run, rounded up; 'ff' where no face has it."""
    faces = [advances(path) for path in paths]
    found = ([face[sign] for face in faces if sign in face] for sign in range(first, last + 1))
    return "".join(f"{min(254, ceil(max(wide) - 1e-6)):02x}" if wide else "ff" for wide in found)


def write() -> None:
    print('"""How wide signs are, in hundredths of an em, of the widest face: by bench/hoop/advances.py."""')
    print("\nfrom typing import Final\n\ntype_of_runs = tuple[tuple[int, str], ...]")
    for name, paths in FACES.items():
        print(f"\n{name}: Final[type_of_runs] = (")
        for first, last in RUNS:
            digits = widest(paths, first, last)
            print(f"    (\n        0x{first:X},\n        (")
            for at in range(0, len(digits), ROW):
                print(f'            "{digits[at : at + ROW]}"')
            print("        ),\n    ),")
        print(")")


if __name__ == "__main__":
    sys.exit(write())
