"""Leaving out: the whole ranks as what is served, and without an ingredient its effect is gone."""

from pathlib import Path

import pytest

from samenspraak.evaluation.ablation import FOR_EXPERTS, FOR_THREADS, Variant, variant_of_experts, variant_of_threads
from samenspraak.evaluation.documents import AUDIENCE, documents_of
from samenspraak.evaluation.rankers import expert_ranker, thread_ranker
from samenspraak.evaluation.sets import Collection
from samenspraak.search.document import Kind
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import thesaurus_from
from samenspraak.search.view import View
from samenspraak.search.whoosh_index import WhooshIndex

SET = Collection(
    name="klein",
    experts=[{"id": "e1", "expertise": "Leerlingenvervoer"}, {"id": "e2"}, {"id": "e3", "expertise": "Vervoer"}],
    threads=[
        {"id": "t1", "title": "De taxi", "body": "Wie betaalt?", "answers": [{"expert": "e2", "body": "Gemeente."}]}
    ],
    questions=[{"id": "q0", "title": "Iets", "body": "anders"}],
    experts_judged={},
    threads_judged={},
    thesaurus=thesaurus_from({"synonyms": [{"term": "taxi", "synonyms": ["vervoer"]}]}),
)
QUESTION = {"id": "q", "title": "Onze taxi", "body": "", "asker": "e3"}


@pytest.fixture
def views(tmp_path: Path) -> dict[Kind, View]:
    index = WhooshIndex(tmp_path)
    index.rebuild(documents_of(SET))
    return {kind: index.snapshot(kind).view(AUDIENCE) for kind in Kind}


def test_with_nothing_left_out_it_is_what_is_served(views: dict[Kind, View], tmp_path: Path) -> None:
    served = Index(tmp_path)
    assert variant_of_experts(SET, views, Variant())(QUESTION) == expert_ranker(SET, served)(QUESTION) == ["e2", "e1"]
    assert variant_of_threads(SET, views, Variant())(QUESTION) == thread_ranker(SET, served)(QUESTION) == ["t1"]


def test_without_synonyms_a_profile_in_other_words_is_not_found(views: dict[Kind, View]) -> None:
    assert variant_of_experts(SET, views, FOR_EXPERTS["synonyms"])(QUESTION) == ["e2"]


def test_without_grams_a_title_with_a_slip_is_not_found(views: dict[Kind, View]) -> None:
    slip = {"id": "q", "title": "taxxi", "body": ""}
    assert variant_of_threads(SET, views, Variant())(slip) == ["t1"]
    assert variant_of_threads(SET, views, FOR_THREADS["character grams"])(slip) == []
