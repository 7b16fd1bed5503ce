"""Known single-case indices, equal to their R reference: `compute_indices` gives all of them."""

from samenhang.analysis.indices.compute import Indices, compute_indices

__all__ = ["Indices", "compute_indices"]
