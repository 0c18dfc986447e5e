"""What the search page tells and counts, against what a plain look at every document would give."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspraak.core.clock import AMSTERDAM
from samenspraak.search.document import SECTORS, Document, Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import (
    Correction,
    Expansion,
    Facets,
    Filters,
    Order,
    Period,
    SearchRequest,
    SearchResult,
)
from tests.search.corpus import NOW, READER, hidden, thesaurus, visible
from tests.support.depth import is_deep

THESAURUS = thesaurus()
DOCUMENTS = {(each.kind, each.key): each for each in visible()}
EVERYTHING = 1000


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    made = Index(tmp_path_factory.mktemp("finding"))
    made.rebuild([*visible(), *hidden()])
    return made


def request(typed: str, **more: Any) -> SearchRequest:
    return SearchRequest(
        **({"query": parse(typed), "audience": READER, "now": NOW, "per_page": EVERYTHING, "seconds": 60} | more)
    )


def search(index: Index, typed: str, **more: Any) -> SearchResult:
    return index.search(request(typed, **more), THESAURUS)


def found(result: SearchResult) -> list[Document]:
    return [DOCUMENTS[hit.kind, hit.key] for hit in result.hits]


def questions(index: Index, typed: str, **more: Any) -> list[Document]:
    return found(search(index, typed, filters=Filters(kind=Kind.QUESTION), **more))


def text(document: Document) -> str:
    return f"{document.title} {document.body} {document.discussion}".lower()


def test_one_of_the_words_around_or_must_be_there(index: Index) -> None:
    either = questions(index, "schorsing OR gymnasium", expand=False)
    assert {each.key for each in either} == {
        each.key
        for each in DOCUMENTS.values()
        if each.kind is Kind.QUESTION and ("schorsing" in text(each) or "gymnasium" in text(each))
    }


def test_what_must_be_there_goes_with_what_is_only_wanted(index: Index) -> None:
    plain, more = questions(index, "schorsing OR gymnasium"), questions(index, "schorsing OR gymnasium verzuim")
    assert {each.key for each in more} <= {each.key for each in plain}
    assert "verzuim" in text(more[0])


def test_a_field_may_stand_on_a_side_of_or(index: Index) -> None:
    for each in questions(index, "schorsing OR thema:vervoer", expand=False):
        assert "schorsing" in text(each) or "vervoer" in each.themes
    assert {each.key for each in questions(index, "thema:tlv OR thema:vervoer")} == {
        each.key for each in DOCUMENTS.values() if each.kind is Kind.QUESTION and {"tlv", "vervoer"} & {*each.themes}
    }


def test_a_field_with_minus_leaves_out(index: Index) -> None:
    assert all("vervoer" not in each.themes for each in found(search(index, "bezwaar -thema:vervoer")))


def test_dates_and_states_are_those_of_questions(index: Index) -> None:
    day = (NOW - timedelta(days=20)).astimezone(AMSTERDAM).date()
    after = found(search(index, f"na:{day.day}-{day.month}-{day.year}"))
    before = found(search(index, f"voor:{day.day}-{day.month}-{day.year}"))
    assert {each.kind for each in (*after, *before)} == {Kind.QUESTION}
    assert all(each.date and each.date >= NOW - timedelta(days=20) for each in after)
    assert all(each.date and each.date < NOW - timedelta(days=20) for each in before)
    assert all(each.answered and each.accepted for each in found(search(index, "is:beantwoord is:geaccepteerd")))
    assert search(index, "is:beantwoord is:onbeantwoord").total == 0


def test_the_most_helpful_can_come_first_and_then_the_accepted(index: Index) -> None:
    order = [(each.helpful, each.accepted) for each in questions(index, "bezwaar", order=Order.HELPFUL)]
    assert order == sorted(order, reverse=True)


def test_what_was_searched_for_as_well_is_told_when_it_met_something_visible(index: Index) -> None:
    assert search(index, "TLV").also == (Expansion("toelaatbaarheidsverklaring", "TLV"),)
    assert search(index, "thuiszitters").also == ()
    seen = search(index, "thuiszitters", audience=READER | {"organisation:5"})
    assert seen.also == (Expansion("geheimzinnig", "thuiszitters"),)


def test_an_expansion_can_be_left_out_and_all_can(index: Index) -> None:
    left = search(index, "TLV", leave_out=frozenset({"toelaatbaarheidsverklaring"}))
    assert left.also == ()
    assert search(index, "TLV", expand=False).total == 0


def test_a_slip_is_searched_for_as_it_was_meant_and_told(index: Index) -> None:
    result = search(index, "schorssing gymnasium")
    assert result.corrections == (Correction("schorssing", "schorsing"),)
    assert result.suggestion == "schorsing gymnasium"
    literal = search(index, "schorssing", correct=False)
    assert (literal.total, literal.corrections, literal.suggestion) == (0, (), "schorsing")


def test_what_people_say_rightly_is_not_corrected(index: Index) -> None:
    for right in ("indicatie", "kabouter", "TLV", "schorsing"):
        result = search(index, right)
        assert (result.corrections, result.suggestion) == ((), None)


def test_a_quoted_phrase_is_taken_as_it_is(index: Index) -> None:
    assert search(index, '"schorssing van"').corrections == ()


def test_what_only_shares_a_common_word_is_not_a_hit(tmp_path: Path) -> None:
    made = Index(tmp_path)
    common = [Document(kind=Kind.QUESTION, key=key, title="Een school", audience=("public",)) for key in range(60)]
    made.rebuild([*common, Document(kind=Kind.QUESTION, key=99, title="School met gymnasium", audience=("public",))])
    assert [hit.key for hit in search(made, "gymnasium school").hits] == [99]
    assert search(made, "school").total == 61


def test_a_hit_marks_inflected_words_and_compounds_in_title_and_text(index: Index) -> None:
    hit = next(hit for hit in search(index, "schorsingen vervoer").hits if "leerlingenvervoer" in text(found_one(hit)))
    marked = {part.text.lower() for part in (*hit.title, *hit.passage) if part.is_hit}
    assert marked & {"schorsing", "leerlingenvervoer"}


def found_one(hit: Any) -> Document:
    return DOCUMENTS[hit.kind, hit.key]


CHOICES = st.builds(
    Filters,
    kind=st.sampled_from([None, *Kind]),
    theme=st.sampled_from([None, "vervoer", "tlv"]),
    sector=st.sampled_from([None, "po", "vo"]),
    answered=st.sampled_from([None, True, False]),
    period=st.sampled_from([None, *Period]),
)
TYPED = st.sampled_from(["", "bezwaar", "TLV", "schorsing OR taxi", "sector:po", '"de school"', "is:beantwoord kind"])


def passes(document: Document, filters: Filters) -> bool:
    is_question = document.kind is Kind.QUESTION
    recent = document.date and filters.period and document.date >= NOW - timedelta(days=filters.period.days)
    return (
        filters.kind in {None, document.kind}
        and (filters.theme is None or filters.theme in document.themes)
        and (filters.sector is None or filters.sector in SECTORS.get(document.sector, (document.sector,)))
        and (filters.answered is None or (is_question and document.answered is filters.answered))
        and (filters.period is None or (is_question and bool(recent)))
    )


def counted(documents: list[Document], filters: Filters) -> Facets:
    """Of each facet how many there would be with each choice, by trying every choice."""

    def count(name: str, choices: Any) -> dict[Any, int]:
        changed = {choice: replace(filters, **{name: choice}) for choice in choices}
        counts = {choice: sum(passes(each, one) for each in documents) for choice, one in changed.items()}
        return {choice: number for choice, number in counts.items() if number}

    return Facets(
        kind=count("kind", Kind),
        theme=count("theme", ["vervoer", "tlv", "overig"]),
        sector=count("sector", ["po", "vo"]),
        answered=count("answered", [True, False]),
        period=count("period", Period),
    )


@settings(max_examples=1000 if is_deep() else 40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED, filters=CHOICES)
def test_every_count_is_what_its_choice_gives(index: Index, typed: str, filters: Filters) -> None:
    everything = found(search(index, typed))
    result = search(index, typed, filters=filters)
    chosen = [each for each in everything if passes(each, filters)]
    assert Counter((each.kind, each.key) for each in found(result)) == Counter((e.kind, e.key) for e in chosen)
    assert result.total == len(chosen)
    assert result.facets == counted(everything, filters)


SLIPS = """
schrosing schorsing | bekostging bekostiging | leerlingenvervor leerlingenvervoer | dislexie dyslexie
| hoogbegaaftheid hoogbegaafdheid | thuisziters thuiszitters | toelaatbaarheidverklaring toelaatbaarheidsverklaring
| zorgplcht zorgplicht | arangement arrangement | bezwaarr bezwaar | comissie commissie | begelijder begeleider
| verzuimm verzuim | medezegenschap medezeggenschap | resserve reserve | overgnag overgang | inspektie inspectie
| gymnasiun gymnasium | commisie commissie | gimnasium gymnasium
"""


@pytest.mark.parametrize("slip", SLIPS.split("|"))
def test_a_slip_finds_the_word(index: Index, slip: str) -> None:
    typed, meant = slip.split()
    assert search(index, typed).corrections == (Correction(typed, meant),)


def test_an_expansion_of_several_words_is_met_where_they_stand_together(tmp_path: Path) -> None:
    made = Index(tmp_path)
    texts = ("De intern begeleider belt", "De begeleider is ziek; er is een regel van de school die intern heet", "IB")
    made.rebuild(
        Document(kind=Kind.QUESTION, key=key, title=text, audience=("public",)) for key, text in enumerate(texts)
    )
    assert {hit.key for hit in search(made, "IB").hits} == {0, 2}
    assert search(made, "ib").also == ()


def test_words_of_a_phrase_may_have_stop_words_between_them(tmp_path: Path) -> None:
    made = Index(tmp_path)
    made.rebuild([Document(kind=Kind.QUESTION, key=1, title="Recht op het of van de bus", audience=("public",))])
    assert search(made, '"recht op het of van de bus"').total == 1
    assert search(made, '"recht op de bus"').total == 0
