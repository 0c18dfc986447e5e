"""Whatever is typed: an answer, within the caps, and the same as if what is hidden did not exist."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samenspraak.search.document import Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, Order, Period, SearchRequest
from samenspraak.search.settings import LIMITS
from tests.search.corpus import HIDDEN_WORDS, NOW, READER, SUBJECTS, WORDS, hidden, thesaurus, visible
from tests.support.depth import is_deep

THESAURUS = thesaurus()
EXAMPLES = 20_000 if is_deep() else 300
COMPLETIONS = 20_000 if is_deep() else 100
NASTY = (
    "\0", "\u202e", "\ud83d\ude48", "\U0010ffff", "\u0130\u0131\u017f\u212a", "a\u0300" * 40, "'; DROP TABLE vraag; --",
    "<script>alert(1)</script>", "%s%n{0}${7*7}", "..\\/..\\/etc/passwd", "(" * 90, '"' * 91, "-" * 92, "OR " * 30,
    "thema:" * 20, "a-" * 150, "x" * 399, "zorgplicht" * 39, "1" * 300, "art. 18a lid 6", "v.s.o.", "2013-2014",
    "na:9999-99-99", "voor:0", "is:", "sector:both", 'deskundige:"', '-"', "*?~^[a-z]+", "_", "\u200b", "NULL",
    "\t\r\n",
    "tje jes pje tjes",
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(
        [*SUBJECTS, *WORDS, *HIDDEN_WORDS, "TLV", "IB", "Bakker", "geheimzinig", "toelaatbaarheidsverklaarin"]
    ),
    st.sampled_from(["OR", "OF", "-bus", "thema:vervoer", "sector:po", "deskundige:anna", "na:2025", "is:beantwoord"]),
    st.sampled_from(NASTY),
    st.text(max_size=30),
    st.text(alphabet='-":()ORthemaischwaor ', max_size=40),
)
TYPED = st.one_of(st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=40).map("".join))
FILTERS = st.builds(
    Filters,
    kind=st.sampled_from([None, None, *Kind]),
    theme=st.sampled_from([None, None, "vervoer", "\0"]),
    sector=st.sampled_from([None, None, "po"]),
    answered=st.sampled_from([None, None, True, False]),
    period=st.sampled_from([None, None, *Period]),
)
REQUESTS = st.fixed_dictionaries(
    {
        "filters": FILTERS,
        "order": st.sampled_from(Order),
        "page": st.sampled_from([1, 2, 40, 10**9]),
        "leave_out": st.sampled_from([frozenset(), frozenset({"toelaatbaarheidsverklaring", "\0"})]),
        "expand": st.booleans(),
        "correct": st.booleans(),
    }
)


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, Index]:
    """One index with what a reader may not see among the rest, changed bit by bit, and one without it."""
    whole, seen = Index(tmp_path_factory.mktemp("whole")), Index(tmp_path_factory.mktemp("seen"))
    secrets = list(hidden())
    whole.rebuild([*secrets[:30], *visible()])
    whole.apply(secrets[30:])
    seen.rebuild(visible())
    return whole, seen


def told(index: Index, typed: str, more: dict[str, Any]) -> Any:
    request = SearchRequest(query=parse(typed), audience=READER, now=NOW, seconds=60, **more)
    return replace(index.search(request, THESAURUS), took=0.0)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=TYPED, more=REQUESTS)
@example(typed="geheimzinnig", more={})
@example(typed="geheimzinig toelaatbaarheidsverklaarin", more={"correct": True})
@example(typed="thuiszitters", more={"expand": True})
@example(typed=" ".join(SUBJECTS) * 9, more={"order": Order.HELPFUL})
@example(typed='"van de" "de van" -"het"', more={})
def test_what_is_hidden_makes_no_difference(indexes: tuple[Index, Index], typed: str, more: dict[str, Any]) -> None:
    whole, seen = indexes
    result = told(whole, typed, more)
    assert result == told(seen, typed, more)
    assert len(result.hits) <= min(20, result.total)
    assert not result.partial


@settings(max_examples=COMPLETIONS, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=TYPED, limit=st.integers(1, 12))
@example(typed="geh", limit=8)
@example(typed="ta", limit=1)
@example(typed="x" * 5000, limit=1)
def test_what_is_hidden_completes_nothing(indexes: tuple[Index, Index], typed: str, limit: int) -> None:
    whole, seen = indexes
    completions = whole.complete(typed, READER, THESAURUS, limit)
    assert completions == seen.complete(typed, READER, THESAURUS, limit)
    assert len(completions) <= limit


def test_a_very_long_query_is_read_as_far_as_the_cap(tmp_path: Path) -> None:
    index = Index(tmp_path)
    index.rebuild(visible(12))
    assert (
        told(index, "schorsing " * 10**5, {}).total
        == told(index, ("schorsing " * 100)[: LIMITS.query_length], {}).total
    )
