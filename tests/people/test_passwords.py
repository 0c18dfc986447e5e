"""Which passwords are refused, and how they are kept."""

import pytest
from argon2 import PasswordHasher

from samenspraak.people.passwords import hash_password, is_password, needs_new_hash, weakness

ABOUT = ("Roos Lessenaar", "roos.lessenaar@swv.test")


@pytest.mark.parametrize(
    "password",
    [
        "drie koeien in de wei",
        "correct paard batterij",
        "kort maar net",
        "😀😀🐄🐄🐖🐖🐓🐓🐑🐑🦆🦆",
        "zonder hoofdletters of cijfers",
        "x7" * 3 + "qp9kz4",
        "é" * 3 + "àçùöñ" + "lang genoeg",
    ],
)
def test_length_is_enough_without_rules_of_composition(password: str) -> None:
    assert weakness(password, ABOUT) is None


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "password-too-short"),
        ("elf tekens!", "password-too-short"),
        ("a" * 129, "password-too-long"),
        ("aaaaaaaaaaaaaaa", "password-well-known"),
        ("abababababababab", "password-well-known"),
        ("wachtwoord123", "password-well-known"),
        ("Wachtwoord!2013", "password-well-known"),
        ("welkomwelkom", "password-well-known"),
        ("123456789012", "password-well-known"),
        ("210987654321", "password-well-known"),
        ("abcdefghijklm", "password-well-known"),
        ("qwertyuiopqwerty", "password-well-known"),
        ("!!!!2013-2014!!!!", "password-well-known"),
        ("passendonderwijs2013", "password-well-known"),
        ("Roos Lessenaar", "password-about-you"),
        ("rooslessenaar2013", "password-about-you"),
        ("roos.lessenaar@swv.test", "password-about-you"),
        ("Roos.Lessenaar1", "password-about-you"),
    ],
)
def test_what_is_guessed_first_is_refused(password: str, reason: str) -> None:
    assert weakness(password, ABOUT) == reason


def test_a_password_fits_its_own_hash_only() -> None:
    stored = hash_password("drie koeien in de wei")

    assert is_password("drie koeien in de wei", stored)
    assert not is_password("drie koeien in de wei ", stored)
    assert not is_password("", stored)
    assert "koeien" not in stored


def test_nothing_fits_where_no_password_was_set() -> None:
    assert not is_password("drie koeien in de wei", None)


def test_a_long_try_does_not_pass_for_its_beginning() -> None:
    longest = "wei " * 32
    stored = hash_password(longest)

    assert is_password(longest, stored)
    assert not is_password(longest + "x", stored)


def test_a_character_typed_in_two_ways_is_one() -> None:
    stored = hash_password("café aan de gracht")

    assert is_password("cafe\N{COMBINING ACUTE ACCENT} aan de gracht", stored)


def test_a_hash_of_weaker_settings_wants_renewal() -> None:
    assert needs_new_hash(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("x"))
    assert not needs_new_hash(hash_password("x"))
