"""Words of a profile are named as the profile spells them."""

from samenspraak.matching.profile_words import profile_words
from samenspraak.search.evidence import TermShare


def test_a_word_is_named_in_its_own_spelling_and_light_ones_are_not() -> None:
    shares = (TermShare("schors", 9.0), TermShare("recht", 0.1))
    assert profile_words("Jurist voor recht en Schorsingen", shares) == ("Schorsingen",)


def test_a_part_is_named_as_its_compound() -> None:
    assert profile_words("Regelt leerlingenvervoer", (TermShare("vervoer", 2.0),)) == ("leerlingenvervoer",)


def test_an_everyday_word_tells_nothing_though_it_scored() -> None:
    shares = (TermShare("twee", 3.0), TermShare("zorgplicht", 2.0))
    assert profile_words("Regelt twee dingen: zorgplicht en meer", shares) == ("zorgplicht",)
