"""The constants of matching, with their sources."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """The defaults are what `bench/fit_matching.py` prints; docs/matching.md has the figures behind them."""

    votes: float = 1.0  # answers given in threads like this one: the unit of the others
    profile: float = 1.0  # words of the question in the profile
    themes: float = 0.5  # themes of the question in the profile
    chosen: float = 1.0  # a theme that the asker chose counts as if all threads like the question had it (not fitted)
    least_theme: float = 0.05  # share of the threads' nearness below which a theme is chance
    activity: float = 0.1  # a tie-breaker; more sends all work to the busy
    activity_alone: float = 0.5  # where no profile says anything, lately active tells who is still there
    sharpness: float = 4.0  # how much the best threads outweigh the rest
    kept: float = 0.5  # half of a vote does not age
    half_life_share: float = 0.1  # of the time that the visible history spans,
    half_life_days: float = 365.0  # and a year at most (not fitted: no set spans years)
    not_my_subject: float = 0.75  # share of all points that a decline of the very same question takes (not fitted)
    least_alike: float = 0.25  # likeness to a declined question below which it says nothing
    good_fit: float = 2 / 3  # share of the best score from which the fit is 3, and
    fair_fit: float = 1 / 3  # from which it is 2


WEIGHTS = Weights()


@dataclass(frozen=True)
class Telling:
    """What of a score is named as a reason, and what is too weak to be; nothing of it touches a rank.

    Chosen by reading the reasons of the questions of the demonstration.
    """

    threads: float = 0.4  # share of the best thread's score that a thread needs
    most_threads: int = 3
    words: float = 0.06  # share of the profile's points that a word needs
    most_words: int = 4
    everyday: float = 4.85  # Zipf from which a word says nothing ("betaald", "maakt"),
    everyday_term: float = 5.2  # and from which not even a word of the thesaurus does ("kinderen")
    rarity: float = 9.0  # Zipf above that of any word: what a word of two questions is short of it tells its weight,
    rarest: int = 8  # and of so many words at most
    common: float = 0.25  # share of the profiles that were found from which a term tells nobody apart,
    fewest_profiles: int = 8  # when there are so many


TELLING = Telling()
