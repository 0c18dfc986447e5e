"""How much of a difference is chance: bootstrap intervals and paired sign flips (Efron 1979; Fisher 1935)."""

from collections.abc import Sequence

import numpy as np

DRAWS = 5000
_SEED = 20260101  # any; fixed, so that a run can be repeated


def interval(values: Sequence[float], share: float = 0.95) -> tuple[float, float]:
    """Between which means this share of resampled sets of questions lies."""
    found = np.asarray(values, dtype=np.float64)
    draws = np.random.default_rng(_SEED).integers(len(found), size=(DRAWS, len(found)))
    low, high = np.quantile(found[draws].mean(axis=1), [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)


def p_value(first: Sequence[float], second: Sequence[float]) -> float:
    """How often signs at random give the paired differences a mean as far from 0 as theirs; two-sided."""
    differences = np.asarray(first, dtype=np.float64) - np.asarray(second, dtype=np.float64)
    signs = np.random.default_rng(_SEED).choice([-1.0, 1.0], size=(DRAWS, len(differences)))
    seen = abs(differences.mean())
    as_far = np.abs((signs * differences).mean(axis=1)) >= seen - 1e-12
    return float((as_far.sum() + 1) / (DRAWS + 1))
