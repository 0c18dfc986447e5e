"""A word is refused where it says nothing, stands already, or leads round; each refusal names the word."""

import pytest

from samenspraak.core.errors import Invalid
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.rules import LONGEST_REASON, WordRefused, check_reason, check_term, check_theme
from samenspraak.themes.words import Term, ThemeWords, Words

WORDS = Words(
    terms=(
        Term(TermKind.SYNONYM, "arrangement", ("extra ondersteuning",), id=1),
        Term(TermKind.ABBREVIATION, "OPP", ("ontwikkelingsperspectief",), id=2),
        Term(TermKind.OLD, "handelingsplan", ("ontwikkelingsperspectief",), id=3),
        Term(TermKind.EVERYDAY, "taxi", ("leerlingenvervoer",), id=4),
    ),
    themes=(
        ThemeWords("vervoer", "Leerlingenvervoer", ("busje",), id=1),
        ThemeWords("tlv", "Toelaatbaarheidsverklaring", ("TLV", "time-out"), ("indicatie",), id=2),
    ),
)


def refusal_of_term(kind: TermKind, term: str, *expansions: str, term_id: int | None = None) -> tuple[str, str, str]:
    with pytest.raises(WordRefused) as caught:
        check_term(WORDS, Term(kind, term, expansions, id=term_id))
    return caught.value.field, caught.value.reason, caught.value.word


def refusal_of_theme(theme: ThemeWords) -> tuple[str, str, str]:
    with pytest.raises(WordRefused) as caught:
        check_theme(WORDS, theme)
    return caught.value.field, caught.value.reason, caught.value.other


def test_a_word_that_search_drops_says_nothing() -> None:
    assert refusal_of_term(TermKind.SYNONYM, "de", "school") == ("term", "says-nothing", "de")
    assert refusal_of_term(TermKind.SYNONYM, "rugzak", "arrangement", "het") == ("expansions", "says-nothing", "het")


def test_a_term_without_a_meaning_is_refused() -> None:
    assert refusal_of_term(TermKind.OLD, "rugzak") == ("expansions", "no-expansion", "rugzak")


def test_a_term_that_means_something_already_is_refused_whatever_its_kind_and_capitals() -> None:
    assert refusal_of_term(TermKind.SYNONYM, "opp", "plan") == ("term", "stands-already", "OPP")
    assert refusal_of_term(TermKind.ABBREVIATION, "OPP", "plan", term_id=1) == ("term", "stands-already", "OPP")


def test_a_term_keeps_its_own_word() -> None:
    check_term(WORDS, Term(TermKind.ABBREVIATION, "OPP", ("ontwikkelingsplan",), id=2))


def test_a_term_that_means_itself_is_refused() -> None:
    assert refusal_of_term(TermKind.OLD, "rugzak", "Rugzakje") == ("expansions", "means-itself", "Rugzakje")


def test_a_relation_that_works_both_ways_is_not_said_twice() -> None:
    refused = refusal_of_term(TermKind.SYNONYM, "extra ondersteuning", "arrangement")
    assert refused == ("expansions", "leads-back", "arrangement")


def test_old_words_may_not_lead_round_however_long_the_way() -> None:
    words = WORDS.with_term(Term(TermKind.OLD, "groeiplan", ("handelingsplan",), id=5))
    with pytest.raises(WordRefused) as caught:
        check_term(words, Term(TermKind.OLD, "ontwikkelingsperspectief", ("groeiplan",)))
    assert (caught.value.reason, caught.value.word) == ("leads-back", "groeiplan")


def test_an_old_word_may_lead_to_what_it_already_is_a_synonym_of() -> None:
    words = WORDS.with_term(Term(TermKind.SYNONYM, "arrangement", ("rugzakje",), id=1))
    check_term(words, Term(TermKind.OLD, "rugzak", ("arrangement",)))


def test_a_long_word_is_refused_by_its_beginning() -> None:
    field, reason, word = refusal_of_term(TermKind.SYNONYM, "plan", "x" * 101)
    assert (field, reason, word) == ("expansions", "word-too-long", "x" * 40 + "…")


def test_a_label_and_a_name_belong_to_one_theme() -> None:
    assert refusal_of_theme(ThemeWords("x", "Leerlingenvervoer")) == ("label", "label-taken", "Leerlingenvervoer")
    tlv = "Toelaatbaarheidsverklaring"
    assert refusal_of_theme(ThemeWords("x", "Indicaties", ("tlv",))) == ("names", "name-of-another", tlv)
    assert refusal_of_theme(ThemeWords("x", "Zorg", (), ("indicatie",))) == ("old_names", "name-of-another", tlv)


def test_a_name_that_a_theme_has_already_stays_although_another_has_it_too() -> None:
    words = WORDS.with_theme(ThemeWords("opdc", "OPDC", ("time-out",), id=3))
    check_theme(words, ThemeWords("opdc", "Tussenvoorzieningen", ("time-out",), id=3))


def test_a_name_is_not_both_current_and_old() -> None:
    field, reason, _other = refusal_of_theme(ThemeWords("x", "Zorg", ("plan",), ("Plan",)))
    assert (field, reason) == ("old_names", "name-is-current")


@pytest.mark.parametrize(
    ("reason", "refused"), [("  ", "no-reason-to-remove"), ("x" * (LONGEST_REASON + 1), "reason-too-long")]
)
def test_taking_out_needs_a_reason(reason: str, refused: str) -> None:
    with pytest.raises(Invalid) as caught:
        check_reason(reason)
    assert caught.value.reason == refused
