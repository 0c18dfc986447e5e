"""Our sums over arrays against Whoosh's own scorer, on random corpora that change; held arrays against fresh ones."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import FileIndex
from whoosh.query import Or, Term
from whoosh.scoring import BM25F, BM25FScorer
from whoosh.searching import Searcher

from samenspraak.dutch.analysis import analyse
from samenspraak.search.document import Document, Kind
from samenspraak.search.holding import Cache
from samenspraak.search.inverting import Inverter
from samenspraak.search.rows import row_of
from samenspraak.search.schema import DISCUSSION, QUESTION, TITLE
from samenspraak.search.scoring import Scores, score
from samenspraak.search.snapshot import Snapshot
from samenspraak.search.view import View
from samenspraak.search.writing import change, create
from tests.support.depth import is_deep

WORDS = ("school", "leerling", "zorgplicht", "bus", "commissie", "ouders", "jurist", "bekostiging")
TERMS = tuple(analyse(word)[0].text for word in WORDS)
EXAMPLES = settings(max_examples=1_000 if is_deep() else 8)

texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
audiences = st.sampled_from(("everyone", "signed-in"))
documents = st.builds(
    Document,
    kind=st.just(Kind.QUESTION),
    key=st.integers(1, 9),
    title=st.sampled_from(WORDS),
    body=texts,
    discussion=texts,
    audience=st.tuples(audiences),
)
changes = st.tuples(st.lists(documents, max_size=6), st.lists(st.integers(1, 9), max_size=2))
histories = st.lists(changes, min_size=1, max_size=7)
boosts = st.floats(0.1, 3)
queries = st.dictionaries(st.sampled_from(TERMS), boosts, min_size=1)
weights = st.dictionaries(st.sampled_from((QUESTION, DISCUSSION, TITLE)), boosts, min_size=1)


class Reference(BM25F):  # type: ignore[misc]
    """Whoosh's BM25F with our idf, and its counts and mean lengths over what is not deleted, as ours are."""

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> Any:
        """Whoosh's own scorer with other statistics."""
        whole = searcher.get_parent().reader()
        living = [whole.doc_field_length(number, fieldname) or 0 for number in whole.all_doc_ids()]
        holding = len(list(whole.postings(fieldname, text).all_ids()))
        scorer = BM25FScorer(searcher, fieldname, text, self.B, self.K1, qf=qf)
        scorer.idf = math.log(1 + (len(living) - holding + 0.5) / (holding + 0.5))
        scorer.avgfl = max(sum(living) / len(living), 1.0)
        return scorer


@dataclass
class Changing:
    """An index that changes, and the snapshots that a process holds of it one after the other."""

    index: FileIndex
    cache: Cache
    snapshot: Snapshot | None = None

    def change(self, come: Sequence[Document], gone: Sequence[int]) -> Snapshot:
        """Commit, and look again with what is held."""
        change(self.index, come, gone)
        self.snapshot = Snapshot(self.index, self.cache, self.snapshot)
        return self.snapshot


@contextmanager
def changing(bound: int = 10**9) -> Iterator[Changing]:
    with TemporaryDirectory() as folder:
        (Path(folder) / "index").mkdir()
        yield Changing(create(Path(folder) / "index", Kind.QUESTION), Cache(bound))


def weighted(view: View, fields: Mapping[str, float], terms: Mapping[str, float]) -> np.ndarray[Any, Any]:
    return sum(
        (weight * score(view, name, terms).total for name, weight in fields.items()), np.zeros(len(view.visible))
    )


def by_whoosh(index: FileIndex, fields: Mapping[str, float], terms: Mapping[str, float]) -> dict[int, float]:
    query = Or(
        [Term(name, term, boost=weight * boost) for name, weight in fields.items() for term, boost in terms.items()]
    )
    with Searcher(index.reader(), weighting=Reference(B=0.75, K1=1.2)) as searcher:
        return {hit.docnum: hit.score for hit in searcher.search(query, limit=None)}


@EXAMPLES
@given(histories, weights, queries)
def test_scores_and_order_are_those_of_whooshs_own_scorer(
    history: list[tuple[list[Document], list[int]]], fields: dict[str, float], terms: dict[str, float]
) -> None:
    with changing() as changed:
        for come, gone in history:
            snapshot = changed.change(come, gone)
        total = weighted(snapshot.view({"everyone", "signed-in"}), fields, terms)
        theirs = by_whoosh(changed.index, fields, terms)
        order = [int(number) for number in Scores(total).best(len(total))]
        assert dict(zip(order, total[order], strict=True)) == pytest.approx(theirs)
        ordered = [theirs[number] for number in order]
        assert ordered == pytest.approx(sorted(ordered, reverse=True))


@EXAMPLES
@given(histories, st.sampled_from((0, 3_000, 10**9)))
def test_what_is_held_from_before_changes_is_what_a_fresh_reader_reads(
    history: list[tuple[list[Document], list[int]]], bound: int
) -> None:
    with changing(bound) as changed:
        for come, gone in history:
            held = changed.change(come, gone)
            fresh = Snapshot(changed.index, Cache())
            for audience in ((), ("everyone",), ("everyone", "signed-in")):
                assert shares_of(held.view(audience)) == shares_of(fresh.view(audience))
            assert changed.cache.size <= bound


@EXAMPLES
@given(histories)
def test_what_one_may_not_see_does_not_change_a_score(history: list[tuple[list[Document], list[int]]]) -> None:
    with changing() as whole, changing() as open_only:
        latest: dict[int, Document] = {}
        for come, gone in history:
            seen = whole.change(come, gone)
            newest = {each.key: each for each in come if each.key not in gone}
            latest = {key: each for key, each in (latest | newest).items() if key not in gone}
        alone = open_only.change([each for each in latest.values() if each.audience == ("everyone",)], [])
        assert by_key(seen.view({"everyone"})) == pytest.approx(by_key(alone.view({"everyone"})))


def test_many_documents_become_several_segments_that_score_as_one(tmp_path: Path) -> None:
    rows = [
        row_of(Document(kind=Kind.QUESTION, key=key, title=WORDS[key % 8], body="school bus", audience=("everyone",)))
        for key in range(20)
    ]
    found = []
    for most in (10, 1_000):
        folder = tmp_path / str(most)
        folder.mkdir()
        index = create(folder, Kind.QUESTION)
        writer = Inverter(index, most=most)
        for row in rows:
            writer.add(row)
        writer.commit()
        snapshot = Snapshot(index, Cache())
        found.append((len(snapshot.segments.parts), by_key(snapshot.view({"everyone"}))))
    assert found[0][0] > found[1][0] == 1
    assert found[0][1] == pytest.approx(found[1][1])


def shares_of(view: View) -> dict[tuple[str, str], list[tuple[int, float]]]:
    return {
        (name, term): list(zip(*(values.tolist() for values in view.shares(name, term)), strict=True))
        for name in (QUESTION, DISCUSSION, TITLE)
        for term in TERMS
    }


def by_key(view: View) -> dict[tuple[str, str, int], float]:
    """What each term gives to each visible document, wherever in the index that stands."""
    return {
        (name, term, int(view.facts.keys[number])): share
        for (name, term), shares in shares_of(view).items()
        for number, share in shares
    }
