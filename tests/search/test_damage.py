"""Files whose bytes changed cost a search, never a fault: the index says that it is broken, and is made anew."""

import gc
import random
from pathlib import Path

import pytest

from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

WORDS = "vervoer gemeente taxi school leerling plaats bekostiging zorgplicht raad advies toelating begeleiding".split()
EVERYONE = ["everyone"]


def documents() -> list[Document]:
    chance = random.Random(7)  # noqa: S311 - texts, no secrets
    return [
        Document(
            kind=Kind.QUESTION if key % 3 else Kind.EXPERT,
            key=key,
            title=" ".join(chance.choices(WORDS, k=4)),
            body=" ".join(chance.choices(WORDS, k=40)),
            people=(Contribution(3),) if key % 3 else (),
            audience=("everyone",),
        )
        for key in range(60)
    ]


def damage(folder: Path, seed: int) -> None:
    """Change some bytes of one file, put in its place as a new file, as a bad disk or a bad copy would have it."""
    chance = random.Random(seed)  # noqa: S311
    path = chance.choice(sorted(folder.glob("g*/*/*.seg")))
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content) - 64)
    for place in range(start, start + chance.choice([1, 8, 64])):
        content[place] = chance.randrange(256)
    changed = path.with_suffix(".changed")
    changed.write_bytes(bytes(content))
    changed.replace(path)


def use(index: Index) -> None:
    for word in WORDS:
        index.similar(word, word, EVERYONE, Thesaurus())
        index.evidence(word, word, EVERYONE, Thesaurus())
    index.versions(Kind.QUESTION)


# Whoosh leaves a file open when it cannot read it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_cost_a_search_and_are_healed_by_a_rebuild(tmp_path: Path, seed: int) -> None:
    Index(tmp_path).rebuild(documents())
    damage(tmp_path, seed)
    index = Index(tmp_path)

    try:
        use(index)
    except IndexBroken:
        assert index.needs_rebuild()
    gc.collect()

    index.rebuild(documents())
    use(index)
    assert index.similar("vervoer", "", EVERYONE, Thesaurus())
