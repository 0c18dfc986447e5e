"""The yardstick: plain BM25 over lower-case words, without stems, compounds, synonyms, dates or votes.

Robertson and Zaragoza 2009, with the idf that never falls below zero. An expert is one document: the profile and
whatever they answered, with the question above it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from samenspraak.dutch.stopwords import STOP_WORDS
from samenspraak.evaluation.moments import Row
from samenspraak.evaluation.rankers import Ranker
from samenspraak.evaluation.sets import Collection, body_of, title_of

_K1 = 1.2
_B = 0.75
_WORD = re.compile(r"\w+")


class PlainBM25:
    """An index of texts, in memory."""

    def __init__(self, texts: Iterable[str]) -> None:
        counted = [Counter(_words(text)) for text in texts]
        lengths = [sum(words.values()) for words in counted]
        mean = sum(lengths) / max(len(lengths), 1) or 1.0
        self._norms = [_K1 * (1 - _B + _B * length / mean) for length in lengths]
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, words in enumerate(counted):
            for word, count in words.items():
                self._postings[word].append((number, count))

    def rank(self, text: str) -> list[int]:
        """The numbers of the texts that share a word with this one, best first."""
        scores: dict[int, float] = defaultdict(float)
        for word, boost in Counter(_words(text)).items():
            postings = self._postings.get(word, ())
            idf = math.log(1 + (len(self._norms) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                scores[number] += boost * idf * count * (_K1 + 1) / (count + self._norms[number])
        return sorted(scores, key=lambda number: (-scores[number], number))


def plain_expert_ranker(collection: Collection) -> Ranker:
    """Ranks experts by the words of their profile and contributions; the asker is left out."""
    ids = [str(row["id"]) for row in collection.experts]
    index = PlainBM25(_expert_texts(collection))

    def rank(question: Row) -> list[str]:
        found = (ids[number] for number in index.rank(_asked(question)))
        return [name for name in found if name != str(question.get("asker") or "")]

    return rank


def plain_thread_ranker(collection: Collection) -> Ranker:
    """Ranks threads by the words of question and answers."""
    ids = [str(row["id"]) for row in collection.threads]
    index = PlainBM25(f"{_asked(row)}\n{_answered(row)}" for row in collection.threads)
    return lambda question: [ids[number] for number in index.rank(_asked(question))]


def _expert_texts(collection: Collection) -> list[str]:
    texts = {
        str(row["id"]): [str(row.get("headline") or ""), str(row.get("expertise") or ""), *(row.get("themes") or ())]
        for row in collection.experts
    }
    for thread in collection.threads:
        for answer in thread.get("answers") or ():
            texts.get(str(answer.get("expert")), []).extend((_asked(thread), body_of(answer)))
    return ["\n".join(parts) for parts in texts.values()]


def _asked(row: Row) -> str:
    return f"{title_of(row)}\n{body_of(row)}"


def _answered(row: Row) -> str:
    return "\n".join(map(body_of, row.get("answers") or ()))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS]
