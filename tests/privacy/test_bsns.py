"""Citizen service numbers: the 11-test, and what stands around the digits."""

import pytest

from samenspraak.privacy.bsns import find_bsns, passes_eleven_test

VALID = "999934508"


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_bsns(text)]


@pytest.mark.parametrize("digits", ["123456782", VALID, "012345672"])
def test_a_number_passes_the_eleven_test(digits: str) -> None:
    assert passes_eleven_test(digits)


@pytest.mark.parametrize("digits", ["123456789", "999934509", "000000000"])
def test_a_number_with_a_slip_or_of_noughts_fails_it(digits: str) -> None:
    assert not passes_eleven_test(digits)


def test_every_slip_in_one_digit_fails_it() -> None:
    slips = [VALID[:place] + digit + VALID[place + 1 :] for place in range(9) for digit in "0123456789"]
    assert not any(passes_eleven_test(slip) for slip in slips if slip != VALID)


@pytest.mark.parametrize(
    "written", ["999934508", "999.934.508", "999 934 508", "9999.34.508", "99 99 34 508", "999-934-508"]
)
def test_it_is_found_as_people_write_it(written: str) -> None:
    assert found(f"Het nummer {written} klopt niet.") == [written]


@pytest.mark.parametrize("before", ["bsn", "BSN-nr.", "burgerservicenummer: ", "sofinummer ", "pgn=", "b.s.n. "])
def test_it_is_found_close_behind_its_name(before: str) -> None:
    assert found(f"{before}{VALID}") == [VALID]


@pytest.mark.parametrize("called", ["code", "zaaknummer", "dossier", "registratie"])
def test_groups_that_only_these_numbers_have_are_found_whatever_they_are_called(called: str) -> None:
    assert found(f"De {called} 9999.34.508 staat op de beschikking.") == ["9999.34.508"]


@pytest.mark.parametrize("called", ["factuur", "kenmerk", "persoonsnummer"])
def test_groups_of_two_and_a_last_of_three_are_found_whatever_they_are_called(called: str) -> None:
    assert found(f"Op de {called}: 99 99 34 508, begeleiding.") == ["99 99 34 508"]


def test_what_is_called_a_bsn_once_is_one_everywhere() -> None:
    assert found(f"Zijn bsn is {VALID}. Zie factuur {VALID}.") == [VALID, VALID]


def test_a_number_is_found_over_the_end_of_a_line() -> None:
    assert found("bsn 99993\n4508") == ["99993\n4508"]


@pytest.mark.parametrize(
    "text",
    [
        f"Factuur {VALID} is betaald.",
        f"RSIN {VALID}, dus geen bezwaar.",
        f"btw NL{VALID}B01",
        "Een budget van 999.934.508 euro.",
        "Bel +31 999 934 508.",
        f"1{VALID} is te lang",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert found(text) == []
