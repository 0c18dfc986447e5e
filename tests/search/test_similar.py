"""Likeness says whether an earlier question is about the same at all."""

from pathlib import Path

from samenspraak.search.document import Document, Kind
from samenspraak.search.index import Index
from samenspraak.search.similar import Similar, beside_best
from samenspraak.search.thesaurus import Thesaurus

TEXTS = [
    ("Taxi naar een verre school", "Wie betaalt de taxi als de passende school ver weg ligt?"),
    ("Instemming van de raad", "De raad wil niet instemmen met het plan van het verband."),
    ("Kosten van begeleiding", "Hoe verdelen wij het geld voor begeleiding over de scholen?"),
]


def make_index(folder: Path) -> Index:
    index = Index(folder)
    index.rebuild(
        [
            Document(kind=Kind.QUESTION, key=number, title=title, body=body, audience=("everyone",))
            for number, (title, body) in enumerate(TEXTS)
        ]
    )
    return index


def test_a_question_is_most_like_itself_and_little_like_others(tmp_path: Path) -> None:
    found = make_index(tmp_path).similar(*TEXTS[0], ["everyone"], Thesaurus(), at_least=0)

    assert found[0].key == 0
    assert found[0].likeness > 0.9
    assert all(each.likeness < 0.3 for each in found[1:])


def test_what_shares_only_common_words_is_not_alike(tmp_path: Path) -> None:
    index = make_index(tmp_path)
    title, body = "Wat doen wij bij een brand in de kantine?", "De brandweer oefent hier, en daarna eten wij soep."

    assert index.similar(title, body, ["everyone"], Thesaurus()) == []


def test_an_unfinished_last_word_finds_what_it_may_become(tmp_path: Path) -> None:
    index = make_index(tmp_path)

    assert index.similar("Hoe krijg ik instem", "", ["everyone"], Thesaurus(), typing=True)[0].key == 1
    assert index.similar("Hoe krijg ik de begeleid", "", ["everyone"], Thesaurus(), typing=True)[0].key == 2


def test_what_one_may_not_see_completes_no_word(tmp_path: Path) -> None:
    index = Index(tmp_path)
    index.rebuild([Document(kind=Kind.QUESTION, key=1, title="Fusiegesprekken", audience=("moderators",))])

    assert index.similar("fusie", "", ["everyone"], Thesaurus(), typing=True) == []


def test_the_same_question_again_is_a_near_duplicate_and_another_one_is_not(tmp_path: Path) -> None:
    index = make_index(tmp_path)
    title, body = TEXTS[0]
    again, *others = index.similar(title, f"{body} Dank!", ["everyone"], Thesaurus(), at_least=0)

    assert (again.key, again.is_near_duplicate) == (0, True)
    assert not any(each.is_near_duplicate or each.overlap > 0.1 for each in others)


def test_an_answer_makes_a_discussion_alike(tmp_path: Path) -> None:
    index = Index(tmp_path)
    documents = [
        Document(kind=Kind.QUESTION, key=number, title=title, discussion=answer, audience=("everyone",))
        for number, (title, answer) in enumerate([("Wie helpt?", "De jeugdarts onderzoekt."), ("Wie betaalt?", "")])
    ]
    index.rebuild(documents)

    assert [found.key for found in index.similar("Wanneer komt de jeugdarts?", "", ["everyone"], Thesaurus())] == [0]


def test_beside_the_best_stands_only_what_is_near_enough_to_it() -> None:
    found = [Similar(key, score, 0.5, answered=True, accepted=False) for key, score in ((1, 2.0), (2, 1.3), (3, 1.2))]

    assert [each.key for each in beside_best(found)] == [1, 2]
    assert beside_best([]) == []
