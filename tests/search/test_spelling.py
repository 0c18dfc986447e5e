"""Near words: equal in sound, or a slip away; nothing for words that are too short to tell."""

from samenspraak.search.spelling import Speller, sound


def near(words: list[str], typed: str) -> list[str]:
    return [each.word for each in Speller(words).near(typed)]


def test_spellings_that_sound_the_same_have_one_key() -> None:
    assert sound("inspektie") == sound("inspectie")
    assert sound("hoogbegaaft") == sound("hoogbegaafd")


def test_the_nearest_word_is_found() -> None:
    words = ["verpleegkundig", "verplicht", "leerplicht"]
    assert near(words, "verpleegkunig") == ["verpleegkundig"]
    assert near(words, "xylofoon") == []
    assert near(words, "bus") == []


def test_swapped_neighbours_are_one_slip() -> None:
    assert near(["voorzien"], "voorzein") == ["voorzien"]


def test_a_slip_at_the_first_letter_is_found() -> None:
    assert near(["onderwijs"], "nderwijs") == ["onderwijs"]


def test_the_letters_decide_among_words_that_sound_alike() -> None:
    assert near(["leiden", "lijden", "lyden"], "leidden")[0] == "leiden"
