"""A question by its words, as they were written."""

from samenspraak.matching.asked import AskedPhrase, read_question
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from


def test_each_term_knows_the_word_that_was_written_for_it() -> None:
    asked = read_question("Wie betaalt het Leerlingenvervoer?", Thesaurus())
    assert asked.words["vervoer"].written == "Leerlingenvervoer"
    assert asked.words["vervoer"].whole == "leerlingenvervoer"


def test_a_word_by_itself_goes_before_a_compound_that_has_it() -> None:
    asked = read_question("Leerlingenvervoer, dus vervoer", Thesaurus())
    assert asked.words["vervoer"].written == "vervoer"


def test_terms_of_the_field_are_known_with_what_was_written() -> None:
    words = thesaurus_from({"synonyms": [{"term": "thuiszitter", "synonyms": ["langdurig verzuim"]}]})
    asked = read_question("Er is langdurig verzuim.", words)
    own, other = asked.phrases
    assert (own.written, own.is_own) == ("langdurig verzuim", True)
    assert other == AskedPhrase("langdurig verzuim", ("thuiszitter",), is_own=False)


def test_nothing_asked_is_nothing_known() -> None:
    assert read_question("", Thesaurus()).words == {}
