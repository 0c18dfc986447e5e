"""`flask evaluate matching DIR`: how well the served code ranks, on questions with known outcomes.

Reads a set, as bench/README.md describes it, into a throw-away index and prints one JSON object.
"""

import gzip
import json
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from samenspraak.matching.ranking import Candidate, rank_experts
from samenspraak.search.document import Contribution, Document, Kind
from samenspraak.search.grammar import parse
from samenspraak.search.index import Index
from samenspraak.search.request import Filters, SearchRequest
from samenspraak.search.thesaurus import Thesaurus, thesaurus_from

evaluate = AppGroup("evaluate", help="Measure how well questions are matched and found.")

AUDIENCE = ("public",)
DEPTH = 100
SHIPPED = Path(__file__).parents[1] / "themes" / "content"

Row = Mapping[str, Any]
Judgements = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Collection:
    """One set on disk; ids are strings there and numbers in the index."""

    experts: list[Row]
    threads: list[Row]
    questions: list[Row]
    experts_judged: Judgements
    threads_judged: Judgements
    thesaurus: Thesaurus


@evaluate.command("matching")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def evaluate_matching(folder: Path) -> None:
    """Rank experts and earlier questions for the questions in FOLDER and print the measures as JSON."""
    collection = read_collection(folder)
    with tempfile.TemporaryDirectory() as place:
        click.echo(json.dumps(measure(collection, Index(Path(place)))))


def measure(collection: Collection, index: Index) -> dict[str, dict[str, float]]:
    """The measures of each task that has judgements."""
    index.rebuild(documents_of(collection))
    found = {}
    if collection.experts_judged:
        found["experts"] = _measured(collection, collection.experts_judged, expert_ranker(collection, index))
    if collection.threads_judged:
        found["threads"] = _measured(collection, collection.threads_judged, thread_ranker(collection, index))
    return found


def read_collection(folder: Path) -> Collection:
    """The set in a folder; a file that is not there is empty."""
    return Collection(
        experts=list(_rows(folder, "experts")),
        threads=list(_rows(folder, "threads")),
        questions=list(_rows(folder, "questions")),
        experts_judged=_judgements(folder / "qrels-experts.tsv"),
        threads_judged=_judgements(folder / "qrels-threads.tsv"),
        thesaurus=_thesaurus(folder),
    )


def documents_of(collection: Collection) -> Iterator[Document]:
    """The set as what is indexed on the platform."""
    people = numbers(collection.experts)
    for number, row in enumerate(collection.experts):
        yield Document(
            kind=Kind.EXPERT,
            key=number,
            title=row.get("name") or "",
            body="\n".join(filter(None, (row.get("headline"), row.get("expertise")))),
            themes=tuple(row.get("themes") or ()),
            theme_labels=tuple(row.get("themes") or ()),
            sector=row.get("sector") or "",
            audience=AUDIENCE,
        )
    for number, row in enumerate(collection.threads):
        answers = row.get("answers") or []
        yield Document(
            kind=Kind.QUESTION,
            key=number,
            title=row.get("title") or "",
            body=row.get("body") or "",
            discussion="\n".join(answer.get("body") or "" for answer in answers),
            themes=tuple(row.get("themes") or ()),
            sector=row.get("sector") or "",
            people=tuple(_contributions(answers, people, moment(row.get("date")))),
            answered=bool(answers),
            date=moment(row.get("date")),
            audience=AUDIENCE,
        )


def expert_ranker(collection: Collection, index: Index) -> Callable[[Row], list[str]]:
    """Ranks experts as the match page does."""
    ids = [str(row["id"]) for row in collection.experts]
    latest = max((found for row in collection.threads if (found := moment(row.get("date")))), default=datetime.now(UTC))

    def rank(question: Row) -> list[str]:
        asker = str(question.get("asker") or "")
        candidates = [Candidate(number, is_asker=name == asker) for number, name in enumerate(ids)]
        evidence = index.evidence(_title(question), _body(question), AUDIENCE, collection.thesaurus)
        ranked = rank_experts(evidence, candidates, moment(question.get("date")) or latest)
        return [ids[each.candidate.person] for each in ranked if each.left_out is None]

    return rank


def thread_ranker(collection: Collection, index: Index) -> Callable[[Row], list[str]]:
    """Ranks threads: for a question as "similar questions" does, for a bare query as the search page does."""
    ids = [str(row["id"]) for row in collection.threads]
    is_search = not any(_body(question) for question in collection.questions)

    def rank(question: Row) -> list[str]:
        title, body = _title(question), _body(question)
        if is_search:
            request = SearchRequest(
                query=parse(title),
                audience=frozenset(AUDIENCE),
                now=datetime.now(UTC),
                filters=Filters(kind=Kind.QUESTION),
                per_page=DEPTH,
            )
            return [ids[hit.key] for hit in index.search(request, collection.thesaurus).hits]
        found = index.similar(title, body, AUDIENCE, collection.thesaurus, limit=DEPTH, at_least=0)
        return [ids[each.key] for each in found]

    return rank


def numbers(rows: Iterable[Row]) -> dict[str, int]:
    """A number for each id, in order."""
    return {str(row["id"]): number for number, row in enumerate(rows)}


def moment(value: str | None) -> datetime | None:
    """A date or date and time of a set, taken as UTC."""
    if not value:
        return None
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def measures(ranking: Sequence[str], judged: Mapping[str, int]) -> dict[str, float]:
    """nDCG@10 with gain 2^grade - 1, reciprocal rank, success and recall of one question."""
    relevant = {name for name, grade in judged.items() if grade > 0}
    ideal = _gain(sorted(judged.values(), reverse=True)[:10])
    first = next((place for place, name in enumerate(ranking, start=1) if name in relevant), 0)
    return {
        "ndcg@10": _gain([judged.get(name, 0) for name in ranking[:10]]) / ideal,
        "mrr": 1 / first if first else 0.0,
        "success@1": float(first == 1),
        "success@5": float(0 < first <= 5),
        "recall@10": len(relevant & set(ranking[:10])) / len(relevant),
    }


def _measured(collection: Collection, judged: Judgements, rank: Callable[[Row], list[str]]) -> dict[str, float]:
    found, times = [], []
    for question in collection.questions:
        grades = judged.get(str(question["id"]), {})
        if not any(grade > 0 for grade in grades.values()):
            continue
        start = time.perf_counter()
        ranking = rank(question)
        times.append((time.perf_counter() - start) * 1000)
        found.append(measures(ranking, grades))
    if not found:
        return {"n": 0}
    means = {name: round(statistics.fmean(each[name] for each in found), 4) for name in found[0]}
    slow = sorted(times)[max(0, math.ceil(len(times) * 0.95) - 1)]
    return {"n": len(found), **means, "ms_median": round(statistics.median(times), 2), "ms_p95": round(slow, 2)}


def _gain(grades: Iterable[int]) -> float:
    return float(sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1)))


def _rows(folder: Path, name: str) -> Iterator[Row]:
    plain, packed = folder / f"{name}.jsonl", folder / f"{name}.jsonl.gz"
    if plain.exists():
        yield from map(json.loads, filter(str.strip, plain.read_text(encoding="utf-8").splitlines()))
    elif packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, filter(str.strip, lines))


def _judgements(path: Path) -> Judgements:
    found: Judgements = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        question, _, target, grade = line.split()
        found.setdefault(question, {})[target] = int(grade)
    return found


def _thesaurus(folder: Path) -> Thesaurus:
    def content(name: str) -> Any:
        path = folder / name
        return json.loads((path if path.exists() else SHIPPED / name).read_text(encoding="utf-8"))

    return thesaurus_from(content("synonyms.json"), content("themes.json"))


def _contributions(answers: Iterable[Row], people: Mapping[str, int], asked: datetime | None) -> Iterator[Contribution]:
    for answer in answers:
        person = people.get(str(answer.get("expert")))
        if person is not None:
            yield Contribution(person, moment(answer.get("date")) or asked, bool(answer.get("accepted")))


def _title(question: Row) -> str:
    return str(question.get("title") or "")


def _body(question: Row) -> str:
    return str(question.get("body") or "")
