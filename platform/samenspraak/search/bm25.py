"""BM25 (Robertson and Zaragoza 2009) with the idf of Lucene, which never falls below zero. Pure functions."""

import math

import numpy as np
from numpy.typing import NDArray

from samenspraak.search.facts import Floats
from samenspraak.search.settings import RANKING


def idf(size: int, frequency: int) -> float:
    """How much it tells that a document is among `frequency` of `size`: log(1 + (N - df + .5) / (df + .5))."""
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def norms(lengths: Floats, mean: float) -> Floats:
    """What each document's length adds below the line: k1 * (1 - b + b * length / mean length)."""
    return np.asarray(RANKING.k1 * (1 - RANKING.b + RANKING.b * lengths / max(mean, 1.0)))


def shares(weight: float, counts: NDArray[np.uint8 | np.float32 | np.float64], norm: Floats) -> Floats:
    """What a term gives to documents that hold it so often: weight * saturated count."""
    return np.asarray(weight * (RANKING.k1 + 1) / (1 + norm / counts))
