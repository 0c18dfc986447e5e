"""The shipped words have a form that keeps them useful: nothing empty, nothing twice, nothing that floods a search."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from wordfreq import top_n_list

from samenspraak.dutch.folding import fold
from samenspraak.dutch.lemmas import stem
from samenspraak.dutch.words import frequency
from samenspraak.search.thesaurus import phrase_of
from samenspraak.themes import content_files
from samenspraak.themes.content_files import ShippedTerm, shipped_terms, shipped_themes
from samenspraak.themes.kinds import TermKind
from tests.themes.measuring import shipped_thesaurus

CONTENT = Path(content_files.__file__).parent / "content"
# Words more common than this say too little, unless someone looked at them.
COMMON = 5.2
REMARK = re.compile(r"\(oud\)|^(?:nu|voorheen|opgevolgd door) ")
LOOKED_AT = frozenset({"geld", "vader", "moeder", "gemeente", "ouders", "betalen", "uren", "vereniging"})


def relations() -> Iterator[frozenset[str]]:
    for entry in shipped_terms():
        for expansion in entry.expansions:
            yield frozenset({fold(entry.term), fold(expansion)})


def names() -> Iterator[str]:
    """Every word and phrase that a search may add or recognise, but for the labels of themes."""
    yield from chain.from_iterable((entry.term, *entry.expansions) for entry in shipped_terms())
    yield from chain.from_iterable(theme.synonyms for theme in shipped_themes())


def of(kind: TermKind) -> list[ShippedTerm]:
    return [entry for entry in shipped_terms() if entry.kind is kind]


def theme_names() -> set[tuple[str, ...]]:
    return {name for theme in shipped_thesaurus().themes for name in theme.names}


def shrinks(name: str) -> bool:
    """Whether stop words leave one word or number of a phrase, by which it is met nearly everywhere."""
    words, phrase = REMARK.sub("", name).split(), phrase_of(name)
    return len(words) > 1 and len(phrase) == 1 and not phrase[0].startswith("art")


def test_no_name_is_empty_to_a_search() -> None:
    assert [name for name in names() if not phrase_of(name)] == []


def test_no_phrase_shrinks_to_one_word_that_stands_everywhere() -> None:
    assert [name for name in names() if shrinks(name)] == []


def test_no_single_word_stands_in_the_index_as_a_word_that_is_too_common_to_look_for() -> None:
    common = {stem(word): word for word in top_n_list("nl", 1000) if frequency(fold(word)) > COMMON}
    everyday = {entry.term for entry in of(TermKind.EVERYDAY)}
    phrases = {name: phrase_of(name) for name in names() if not name.isupper() and name not in everyday}
    found = {name for name, phrase in phrases.items() if len(phrase) == 1 and phrase[0] in common}
    assert found <= LOOKED_AT


def test_no_relation_is_said_twice() -> None:
    assert [pair for pair, times in Counter(relations()).items() if times > 1] == []


def test_no_word_is_its_own_synonym() -> None:
    assert [pair for pair in relations() if len(pair) == 1] == []


def test_every_everyday_word_means_terms_that_lead_further() -> None:
    known = set(shipped_thesaurus().expansions) | theme_names()
    assert [term for entry in of(TermKind.EVERYDAY) for term in entry.expansions if phrase_of(term) not in known] == []


def test_an_everyday_word_is_one_to_three_words_and_means_one_to_three_terms() -> None:
    for entry in of(TermKind.EVERYDAY):
        assert 1 <= len(entry.term.split()) <= 3, entry.term
        assert 1 <= len(entry.expansions) <= 3, entry.term


def test_no_everyday_word_means_the_same_as_its_term_or_is_the_name_of_a_theme() -> None:
    same = shipped_thesaurus().expansions
    phrases = [phrase_of(entry.term) for entry in of(TermKind.EVERYDAY)]
    assert len(set(phrases)) == len(phrases)
    assert theme_names().isdisjoint(phrases)
    for entry, phrase in zip(of(TermKind.EVERYDAY), phrases, strict=True):
        assert set(same.get(phrase, ())).isdisjoint(map(phrase_of, entry.expansions)), entry.term


@pytest.mark.parametrize("kind", TermKind)
def test_no_term_has_two_entries(kind: TermKind) -> None:
    assert [term for term, times in Counter(fold(entry.term) for entry in of(kind)).items() if times > 1] == []


@pytest.mark.parametrize("kind", TermKind)
def test_the_terms_stand_in_the_order_of_the_alphabet(kind: TermKind) -> None:
    terms = [fold(entry.term) for entry in of(kind)]
    assert terms == sorted(terms)


def test_every_abbreviation_is_shorter_than_what_it_stands_for() -> None:
    for entry in of(TermKind.ABBREVIATION):
        assert len(entry.term) < len(entry.expansions[0]), entry.term


def test_no_theme_has_a_name_twice() -> None:
    for theme in shipped_themes():
        assert len({fold(name) for name in theme.synonyms}) == len(theme.synonyms), theme.slug


def test_hardly_any_name_means_two_themes() -> None:
    times = Counter(fold(name) for theme in shipped_themes() for name in theme.synonyms)
    assert {name for name, count in times.items() if count > 1} <= {"zml", "time-out"}


@pytest.mark.parametrize("file", ["synonyms.json", "themes.json"])
def test_each_entry_stands_on_its_own_line(file: str) -> None:
    lines = (CONTENT / file).read_text(encoding="utf-8").splitlines()
    entries = [line.strip().rstrip(",") for line in lines if line.strip().startswith('{"')]
    assert all(json.loads(entry) for entry in entries)
    assert len(entries) == (len(shipped_themes()) if file == "themes.json" else len(shipped_terms()))
