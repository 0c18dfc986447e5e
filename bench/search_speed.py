"""Time a search, a similar and an evidence on an index of synthetic Dutch: bench/search_speed.py [DOCUMENTS]."""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from wordfreq import top_n_list

from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import SearchRequest
from samenspraak.search.thesaurus import Thesaurus

NOW = datetime(2026, 1, 1, tzinfo=UTC)
AUDIENCE = frozenset({"public"})
WORDS = [word for word in top_n_list("nl", 20_000) if len(word) > 2]
CHANCES = [1 / (rank + 20) for rank in range(len(WORDS))]
DICE = random.Random(1)  # noqa: S311 - not for secrets


def text(count: int) -> str:
    return " ".join(DICE.choices(WORDS, CHANCES, k=count))


def question(number: int) -> Document:
    return Document(
        kind=Kind.QUESTION,
        key=number,
        title=text(7),
        body=text(80),
        discussion=text(60),
        people=(Contribution(number % 500, NOW),),
        audience=("public",),
        date=NOW,
    )


def timed(name: str, act: Callable[[], object], times: int = 40) -> None:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        found.append((time.perf_counter() - start) * 1000)
    print(f"{name}: median {statistics.median(found):.1f} ms, worst {max(found):.1f} ms, first {found[0]:.1f} ms")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        index = Index(Path(place))
        start = time.perf_counter()
        index.rebuild(question(number) for number in range(count))
        print(f"rebuild of {count}: {time.perf_counter() - start:.1f} s")

        def search() -> None:
            index.search(SearchRequest(query=parse(text(3)), audience=AUDIENCE, now=NOW), Thesaurus())

        timed("search, 3 words", search)
        timed("similar, 80 words", lambda: index.similar(text(7), text(80), AUDIENCE, Thesaurus()))
        timed("evidence, 80 words", lambda: index.evidence(text(7), text(80), AUDIENCE, Thesaurus()))
        timed("apply one, then search", lambda: (index.apply([question(1)]), search()), 10)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
