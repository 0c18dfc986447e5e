"""One child whom readers could recognise, and children whom they could not."""

import pytest

from samenspraak.privacy.children import find_children
from samenspraak.privacy.readings import read


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_children(read(text))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Sander heeft PDD-NOS en loopt vast.", "Sander heeft PDD-NOS"),
        ("onze thijs heeft adhd, wat nu", "thijs heeft adhd"),
        ("Onze leerling Wubke (doof) komt na de zomer.", "Wubke (doof"),
        ("De epilepsie van onze dochter Fleur speelt op.", "epilepsie van onze dochter Fleur"),
        ("Op basisschool De Zilverreiger zit een meisje van 9 met mutisme.", None),
        ("Het zoontje van bakker Hoekstra in Wierumerzijl is doof.", None),
        ("NOOR HEEFT ADHD EN KOMT NIET MEER.", "NOOR HEEFT ADHD"),
    ],
)
def test_a_recognisable_child_is_found(text: str, span: str | None) -> None:
    spans = found(text)
    assert len(spans) == 1
    assert span is None or spans == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Een meisje van 11 met dyslexie wil naar de havo.",
        "Leerling A. heeft TOS en leerling B. is slechthorend.",
        "Anton Horeweg schreef een boek over trauma.",
        "Dank je wel Bas! De medicatie op school is geregeld.",
        "Juf Marieke heeft diabetes noch tijd.",
        "Wij hebben op De Kring drie leerlingen met autisme.",
    ],
)
def test_an_unnamed_child_or_a_professional_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", ["Sander", "Jayden K.", "onze Tibbe", "leerling D. Wiersma"])
@pytest.mark.parametrize("condition", ["ADHD", "een eetstoornis", "selectief mutisme"])
@pytest.mark.parametrize(
    "frame",
    [
        "Gisteren hoorden wij dat {} {} heeft.",
        "Wij maken ons zorgen om {}. Hij heeft {}.",
        "Bij {} is {} vastgesteld.",
        "Vanaf maart zit {} thuis. Omdat ze {} heeft, durft zij niet.",
        "Wie kent een plek voor {} met {}?",
    ],
)
def test_a_name_and_a_condition_belong_together(frame: str, name: str, condition: str) -> None:
    assert len(found(frame.format(name, condition))) == 1


@pytest.mark.parametrize("name", ["Sander", "Karin Mulder"])
@pytest.mark.parametrize(
    "frame",
    [
        "{} geeft les over autisme.",
        "{}, orthopedagoog, schreef een boek over autisme.",
        "{} van het steunpunt helpt leerlingen met autisme.",
        "{} heeft tijd voor een jongen met autisme.",
        "Hoi {}, wij hebben een kind met autisme. Wat nu?",
        "Een leerling met autisme zit thuis. Mentor {} vraagt om hulp.",
        "{} vraagt: mag een kind met autisme mee op kamp?",
    ],
)
def test_whoever_works_with_children_has_no_condition(frame: str, name: str) -> None:
    assert found(frame.format(name)) == []
