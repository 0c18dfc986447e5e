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
