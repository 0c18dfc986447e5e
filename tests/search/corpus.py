"""A small exchange of questions and experts, some of them hidden, for tests of search."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
READER = frozenset({"public"})
SUBJECTS = (
    "bekostiging leerlingenvervoer schorsing dyslexie hoogbegaafdheid thuiszitters toelaatbaarheidsverklaring"
    " zorgplicht arrangement bezwaar commissie begeleider taxi verzuim medezeggenschap reserve overgang"
    " inspectie gymnasium"
).split()
WORDS = "de het een voor van kind ouder school gemeente wil geen meer klas leraar week jaar kan moet hulp".split()
HIDDEN_WORDS = ("geheimzinnig", "vertrouwelijkheid", "toelaatbaarheidsverklaaring", "busopstapplaats")


def thesaurus() -> Thesaurus:
    """A few abbreviations, synonyms and themes."""
    return thesaurus_from(
        {
            "abbreviations": [
                {"abbr": "TLV", "expansions": ["toelaatbaarheidsverklaring", "indicatie (oud)"]},
                {"abbr": "IB", "expansions": ["intern begeleider"]},
            ],
            "synonyms": [
                {"term": "thuiszitters", "synonyms": ["langdurig verzuim", "geheimzinnig"]},
                {"term": "taxi", "synonyms": ["leerlingenvervoer"]},
            ],
        },
        [
            {"slug": "vervoer", "label": "Leerlingenvervoer", "synonyms": ["taxi", "bus"]},
            {"slug": "tlv", "label": "Toelaatbaarheidsverklaring", "synonyms": ["TLV"]},
        ],
    )


def visible(count: int = 120) -> Iterator[Document]:
    """Documents that a reader with the audience READER may see."""
    chance = random.Random(7)  # noqa: S311
    for key in range(1, count + 1):
        yield _question(key, chance, ("public",))
    for key in range(1, count // 6):
        yield _expert(key, chance, ("public",))


def hidden(count: int = 60) -> Iterator[Document]:
    """Documents that this reader may not see, with words of their own."""
    chance = random.Random(8)  # noqa: S311
    for key in range(1001, 1001 + count):
        yield _question(key, chance, ("organisation:5",), HIDDEN_WORDS)
    for key in range(1001, 1001 + count // 6):
        yield _expert(key, chance, ("organisation:5",), HIDDEN_WORDS)


def _question(key: int, chance: random.Random, audience: tuple[str, ...], more: tuple[str, ...] = ()) -> Document:
    answers = chance.sample(range(1, 20), chance.randrange(3))
    return Document(
        kind=Kind.QUESTION,
        key=key,
        title=_text(chance, 5, more).capitalize() + "?",
        body=_text(chance, 25, more),
        discussion=_text(chance, 30, more),
        audience=audience,
        themes=tuple(chance.sample(["vervoer", "tlv", "overig"], chance.randrange(3))),
        sector=chance.choice(["po", "vo", "both", ""]),
        people=tuple(Contribution(person, NOW) for person in answers),
        answered=bool(answers),
        accepted=len(answers) > 1,
        date=NOW - timedelta(days=chance.choice([1, 6, 20, 100, 300, 900])) if chance.random() < 0.9 else None,
        helpful=chance.randrange(4),
    )


def _expert(key: int, chance: random.Random, audience: tuple[str, ...], more: tuple[str, ...] = ()) -> Document:
    name = f"{chance.choice(['Anna', 'Bram', 'Chaja'])} {chance.choice(['Bakker', 'de Boer', 'Çelik'])}"
    return Document(
        kind=Kind.EXPERT,
        key=key,
        title=name,
        body=_text(chance, 20, more),
        audience=audience,
        themes=("vervoer",) if chance.random() < 0.5 else (),
        sector=chance.choice(["po", "vo"]),
        date=NOW - timedelta(days=chance.randrange(400)),
    )


def _text(chance: random.Random, length: int, more: tuple[str, ...]) -> str:
    return " ".join(chance.choice((*SUBJECTS, *WORDS, *more)) for _ in range(length))
