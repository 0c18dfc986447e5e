"""Every constant of ranking. Those marked "fitted" are what bench/fit_matching.py prints (docs/matching.md).

Those marked "study" were fitted before this code (bench/README.md), all others while it was written.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ranking:
    """How text is scored."""

    k1: float = 1.2  # study
    b: float = 0.75  # study
    expansion: float = 0.5  # fitted: boost of a synonym
    repetition: float = 0.7  # fitted: power of how often the text has a word
    everyday: float = 7.0  # Zipf value of a word that tells nothing,
    uncommon: float = 4.0  # fitted: and of one that tells all that it can; in between in proportion
    least_telling: float = 0.1  # what the commonest words keep
    correction: float = 0.7  # boost of a word that is spelled almost like the one that was not found
    join: float = 1.0  # boost of two neighbouring words written as one
    part: float = 0.5  # boost of a part of a compound that was asked for
    theme: float = 1.0  # boost of a theme that a word names
    coverage: float = 4.0  # power of the share of words met; high, so that more words come first
    # Feedback was chosen on nl_kamer_persons, the one set with questions of a word or two; elsewhere it rests.
    few_terms: int = 5  # a question with no more says too little, and is read with the words of the best threads:
    feedback: float = 0.25  # the share of those words,
    feedback_threads: int = 10  # the threads that they come from,
    feedback_terms: int = 20  # and how many they are
    titles: float = 0.5  # share of the titles beside whole discussions in "similar"
    grams: float = 0.5  # study: share of the character grams in "similar"
    gram_length: int = 4  # study
    least_likeness: float = 0.06  # seen on matching-nl: what lies below shares only common words with the question
    shingle_length: int = 3  # words of a run that two texts have in common or not (Broder 1997 took 10 of raw text)
    beside_best: float = 0.65  # share of the best score that what is shown beside it needs; read on the demonstration
    near_duplicate: float = 0.5  # resemblance of the same again; 999 of 1000 pairs of real ones have under .03
    compared: int = 10  # of the most similar questions, for being the same again; a bound on work only
    endings: int = 5  # words that an unfinished one may become
    shortest_unfinished: int = 3  # letters before that is tried
    unfinished: float = 0.5  # boost of such a word
    most_terms: int = 400  # a bound on work only; ranking does not get better from pruning (study)
    threads: int = 100  # fitted: retrieved threads that vote
    profiles: int = 300  # that are looked at, with those of who voted: a bound on work only
    sharpness: float = 4.0  # study: tau of the votes, here for themes and feedback
    theme_voters: int = 20  # most similar questions that vote for the themes of a text
    least_theme: float = 0.2  # share of those votes from which a theme is proposed


@dataclass(frozen=True)
class Limits:
    """What bounds one search."""

    query_length: int = 400
    query_terms: int = 30
    seconds: float = 1.0
    patience: float = 0.25  # seconds that a search waits for what was just committed, before it takes the state before
    told: int = 40  # letters of what was ignored
    completions: int = 8
    completed_among: int = 1000  # titles that are put in order
    least_typed: int = 2  # letters before there is anything to complete
    phrases_at_once: int = 1000  # documents of which the places of words are read before looking at the clock
    deepest_hit: int = 1000
    held_bytes: int = 256_000_000  # of postings and of what they give in views; the longest unused go first
    held_overhead: int = 600  # bytes of two arrays, their name and their place in a dictionary
    postings_in_block: int = 2_048  # Whoosh's 128 take four times as long to read whole
    collected_postings: int = 20_000_000  # of a segment that is being written; some 300 MB
    merged_at_once: int = 5  # segments of about a size; of each size there are fewer than this
    largest_merged: int = 5_000  # documents of a segment that is still merged: that takes seconds
    held_views: int = 64  # audiences of which the visible documents are held
    passage: int = 240


@dataclass(frozen=True)
class Understanding:
    """How the words of a search are read (measured: docs/search.md)."""

    short: int = 6  # words of a search in which everyday ones mean terms; a longer one says itself what it means
    shortest: int = 5  # letters of a word that may be corrected
    two_slips_from: int = 8  # letters of a word that may have two slips; below that one
    known: float = 2.0  # Zipf value from which a Dutch word is never corrected
    dictionary: int = 60_000  # the most common Dutch words, which may be meant
    most_corrected: int = 6  # words of one search that are looked up for slips
    read: int = 20_000  # letters of a text in which that is looked for
    texts: int = 3  # that are read to see how a word of the index is written
    few: int = 3  # hits below which a rare word may be a slip that someone else made too
    words_between: int = 2  # within an expansion of several words
    placed: int = 500  # documents of which the places of such words are read; beyond, it is enough that all are there
    least_coverage: float = 0.2  # share of the best hit's coverage below which a document only shares a word


RANKING = Ranking()
LIMITS = Limits()
UNDERSTANDING = Understanding()
