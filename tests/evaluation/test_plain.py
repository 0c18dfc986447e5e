"""Plain BM25, the yardstick: whole words only, and an expert is what they wrote."""

from samenspraak.evaluation.plain import PlainBM25, plain_expert_ranker, plain_thread_ranker
from samenspraak.evaluation.sets import Collection
from samenspraak.search.thesaurus import Thesaurus

SET = Collection(
    name="klein",
    experts=[{"id": "e1", "expertise": "Jurist"}, {"id": "e2", "themes": ["taxi"]}, {"id": "e3"}],
    threads=[{"id": "t1", "title": "De bus", "body": "", "answers": [{"expert": "e3", "body": "Bel de gemeente."}]}],
    questions=[],
    experts_judged={},
    threads_judged={},
    thesaurus=Thesaurus(),
)


def test_a_rare_word_outweighs_a_common_one_and_a_short_text_a_long_one() -> None:
    index = PlainBM25(["bus taxi", "bus trein", "bus", "taxi en nog veel meer woorden daarbij"])
    assert index.rank("Taxi") == [0, 3]
    assert index.rank("bus")[0] == 2
    assert index.rank("bussen") == []


def test_experts_are_found_by_profile_and_by_what_they_answered_to() -> None:
    rank = plain_expert_ranker(SET)
    assert rank({"title": "bus of taxi", "body": "gemeente"}) == ["e3", "e2"]
    assert rank({"title": "bus of taxi", "asker": "e3"}) == ["e2"]


def test_threads_are_found_by_question_and_answers() -> None:
    assert plain_thread_ranker(SET)({"title": "gemeente"}) == ["t1"]
