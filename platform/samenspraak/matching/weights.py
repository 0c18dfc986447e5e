"""The constants of matching, with their sources."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """The defaults were fitted in the study that bench/README.md tells of, and checked on sets that it had not seen."""

    votes: float = 1.0  # answers given in threads like this one
    profile: float = 1.0  # on the same scale as the threads, weight 1 suits every set
    activity: float = 0.1  # a tie-breaker; more sends all work to the busy
    sharpness: float = 4.0  # tau, how much the best threads outweigh the rest
    kept: float = 0.5  # half of a vote does not age, which costs no Dutch set anything
    half_life_share: float = 0.25  # a quarter of the time that the visible history spans,
    half_life_days: float = 365.0  # and a year at most
    good_fit: float = 2 / 3  # share of the best score from which the fit is 3, and
    fair_fit: float = 1 / 3  # from which it is 2


WEIGHTS = Weights()
