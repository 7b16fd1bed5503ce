"""Exact randomisation tests: what would the same days have shown under every other draw?"""

from samenhang.analysis.draws.draw import Draw, count_draws
from samenhang.analysis.draws.spread import DRAWS, EQUAL, Spread
from samenhang.analysis.draws.spreads import drawn_days_spread, start_day_spread

__all__ = ["DRAWS", "EQUAL", "Draw", "Spread", "count_draws", "drawn_days_spread", "start_day_spread"]
