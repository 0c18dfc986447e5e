"""Files whose bytes changed cost a search, never a fault or a wrong answer; the index says so, and is mended."""

import gc
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus
from tests.support.depth import is_deep

WORDS = "vervoer gemeente taxi school leerling plaats bekostiging zorgplicht raad advies toelating begeleiding".split()
EVERYONE = ["everyone"]
SEEDS = range(1000 if is_deep() else 18)


def documents() -> list[Document]:
    chance = random.Random(7)  # noqa: S311 - texts, no secrets
    return [
        Document(
            kind=Kind.QUESTION if key % 3 else Kind.EXPERT,
            key=key,
            title=" ".join(chance.choices(WORDS, k=4)),
            body=" ".join(chance.choices(WORDS, k=12)),
            people=(Contribution(3),) if key % 3 else (),
            audience=("everyone",),
        )
        for key in range(18)
    ]


def answers(index: Index) -> list[object]:
    """Something of all that an index says."""
    found: list[object] = [dict(sorted(index.versions(kind).items())) for kind in Kind]
    for word in WORDS[:3]:
        found.append([(each.key, round(each.score, 9)) for each in index.similar(word, word, EVERYONE, Thesaurus())])
        evidence = index.evidence(word, word, EVERYONE, Thesaurus())
        found.append(([thread.key for thread in evidence.threads], sorted(evidence.profiles)))
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of a few segments."""
    root = tmp_path_factory.mktemp("whole")
    given = documents()
    Index(root).rebuild(given[:12])
    Index(root).apply(given[12:])
    Index(root).apply(given[-2:])
    return root


@pytest.fixture(scope="module")
def right(whole: Path) -> list[object]:
    return answers(Index(whole))


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "index")


def gone(path: Path, _chance: random.Random) -> None:
    path.unlink()


def emptied(path: Path, _chance: random.Random) -> None:
    """As a power failure leaves a file whose name reached the disk before its bytes."""
    path.write_bytes(b"")


def cut(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(len(content))])


def zeroed(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content))
    content[start:] = bytes(len(content) - start)
    path.write_bytes(content)


def flipped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 1, 1, 8, 64])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def replaced(path: Path, chance: random.Random) -> None:
    """Another file under the same name, as a bad copy would have it."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(chance.randbytes(path.stat().st_size))
    fresh.replace(path)


DAMAGES: list[Callable[[Path, random.Random], None]] = [gone, emptied, cut, zeroed, flipped, flipped, replaced]


# Whoosh leaves a file open when it cannot read it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_file_gives_right_answers_or_none_and_is_mended(root: Path, right: list[object], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    live = Index(root)
    if seed % 2:
        assert answers(live) == right
    path = chance.choice([path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix != ".lock"])
    chance.choice(DAMAGES)(path, chance)

    for index in (live, Index(root)):
        try:
            assert answers(index) == right, f"{path.name} is read though it is damaged"
        except IndexBroken:
            assert index.needs_rebuild()
    gc.collect()

    mended = Index(root)
    mended.rebuild(documents(), only_if_needed=True)
    mended.tidy()
    assert answers(mended) == answers(live) == right
    assert not live.needs_rebuild()
    mended.verify()


def test_a_file_cut_off_under_a_reader_ends_no_process(root: Path) -> None:
    """A mapped file would: SIGBUS."""
    index = Index(root)
    assert index.similar("taxi", "", EVERYONE, Thesaurus())
    snapshot = index._disk.snapshot(Kind.QUESTION)
    for path in root.rglob("*.seg"):
        path.write_bytes(b"")
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever Whoosh makes of it
        snapshot.segments.text(0)
    with pytest.raises(IndexBroken):
        index.similar("taxi", "", EVERYONE, Thesaurus())


def test_a_fault_of_our_own_is_no_damage(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(root)

    def fails(*_arguments: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr("samenspraak.search.index.suggest_themes", fails)
    with pytest.raises(KeyError):
        index.suggest_themes("taxi", "", EVERYONE, Thesaurus())
    assert not index.needs_rebuild()
