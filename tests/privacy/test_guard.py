"""The guard as a whole: it never fails, its spans fit and do not overlap, and long texts do not hold it up."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.privacy.findings import Finding, Kind, Verdict, verdict_on
from samenspraak.privacy.guard import find_personal_data

PIECES = st.sampled_from(
    "Jan de Vries,/van der /geb. /12-3-2012/1 mei '14/06-/1234/5678/ADHD/heeft /school De Kring/straat /12/@/example.nl"
    "/bsn /999934508/(/)/\n/\t/İ/ı/’t /Een jongen van 9 /in Dorp/naam: /é/\u0301/. /geboren/3511 AB /kind /A.".split(
        "/"
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_fit_the_text_in_order_and_apart(text: str) -> None:
    found = find_personal_data(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_a_child_with_birth_date_is_told_of_once() -> None:
    text = "Noor Haverkate (geb. 30 april 2010) is weg. Noor heeft epilepsie."
    assert [each.kind for each in find_personal_data(text)] == [Kind.NAME_BIRTHDATE]


@pytest.mark.parametrize(
    ("kinds", "verdict"),
    [
        ([], Verdict.PASS),
        ([Kind.PHONE, Kind.CHILD], Verdict.WARN),
        ([Kind.EMAIL, Kind.BSN], Verdict.REFUSE),
        ([Kind.NAME_BIRTHDATE], Verdict.REFUSE),
    ],
)
def test_the_heaviest_finding_gives_the_verdict(kinds: list[Kind], verdict: Verdict) -> None:
    assert verdict_on([Finding(0, 1, kind) for kind in kinds]) is verdict


LONG = [
    "Jan Jansen, 1-2-2012 ",
    "a.",
    "12 ",
    "Van de der ",
    "VAN DER ",
    "jongen school De Kring adhd ",
    "Lotte die hij ",
    "moeder woont Kerkstraat 12 ",
    " ",
    "\n",
    "A. B. ",
    "a@b ",
    "gezin De in Dorp ",
    "geb. ",
    "nul zes ",
    "0 6 ",
    "12 mei ",
    "Kruizemunt 8 te ",
    "wonen op de ",
    "oma Geertje, ",
    "camping De Eik ",
    "ik ben Sanne en ik heb ",
    "Jong, Piet de; ",
    "1-2-2012 Jan ",
]


@pytest.mark.parametrize("piece", LONG)
def test_what_is_long_and_repeats_itself_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + " Bel 06-12345678"
    assert find_personal_data(text)[-1].kind is Kind.PHONE
