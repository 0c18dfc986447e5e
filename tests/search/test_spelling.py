"""Near words: equal in sound, or a slip away; nothing for words that are too short to tell."""

from samenspraak.search.spelling import Speller, distance, sound


def test_spellings_that_sound_the_same_have_one_key() -> None:
    assert sound("inspektie") == sound("inspectie")
    assert sound("hoogbegaaft") == sound("hoogbegaafd")


def test_the_nearest_word_is_found() -> None:
    speller = Speller(["verpleegkundig", "verplicht", "leerplicht"])
    assert speller.near("verpleegkunig") == ["verpleegkundig"]
    assert speller.near("xylofoon") == []
    assert speller.near("bus") == []


def test_swapped_neighbours_are_one_slip() -> None:
    assert distance("voorzein", "voorzien", 2) == 1
