"""Names of people in all their shapes, and words with a capital that are none."""

import pytest

from samenspraak.privacy.letter_case import with_likely_capitals
from samenspraak.privacy.names import find_names


def names(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_names(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Yiğit Özdemir",
        "A.J.M. van den Boogaard",
        "Nynke Hoekstra-de Jong",
        "Roos van ’t Hof",
        "Noëlle d'Hondt",
        "Tj. de Vries",
        "Dijkgraaf, Tobias",
        "Chantal Tjon-A-Fat",
        "J.P. (Jan-Pieter) Mulder",
    ],
)
def test_a_name_is_read_whole(name: str) -> None:
    assert names(f"Dit gaat over {name} en niemand anders.") == [name]


def test_the_first_word_of_a_sentence_is_no_part_of_a_name() -> None:
    assert names("Zojuist Bram Nijenhuis gesproken.") == ["Bram Nijenhuis"]


def test_days_labels_and_abbreviations_are_no_names() -> None:
    assert names("Naam en TLV komen Maandag van School.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WIE KENT SIETSKE?", "wie kent Sietske?"),
        ("naam leerling: zuzka novotna", "naam leerling: Zuzka Novotna"),
        ("Wie weet wat hier gebruikelijk is?", "Wie weet wat hier gebruikelijk is?"),
        ("İSTANBUL İS MOOİ EN GROOT", None),
    ],
)
def test_capitals_are_restored_and_the_length_stays(text: str, expected: str | None) -> None:
    restored = with_likely_capitals(text)
    assert len(restored) == len(text)
    assert expected is None or restored == expected
