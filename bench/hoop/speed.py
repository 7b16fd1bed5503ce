"""How long drawing a map takes, in CPU time: python -m bench.hoop.speed"""

from statistics import median
from time import process_time

from tests.look.hoop.cast import TITLED, by_chance

from samenhang.look.hoop.drawing import draw

SIZES = ((10, 10), (15, 18), (30, 40), (40, 40))
MAPS = 30


def tell(dots: int, stitches: int) -> str:
    spent = []
    for seed in range(MAPS):
        hoop, begun = by_chance(seed, dots, stitches), process_time()
        draw(hoop, **TITLED)
        spent.append(1000 * (process_time() - begun))
    return f"{dots:3} dots {stitches:3} stitches: {median(spent):4.0f} ms, at most {max(spent):4.0f}"


if __name__ == "__main__":
    for size in SIZES:
        print(tell(*size))
