"""A judged set as what the platform indexes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from samenspraak.evaluation.moments import Row, moment
from samenspraak.evaluation.sets import Collection, body_of, numbers, title_of
from samenspraak.search.document import Contribution, Document, Kind

AUDIENCE = ("public",)


def documents_of(collection: Collection) -> Iterator[Document]:
    """The experts and threads of a set; each one's key is its place in the set."""
    for number, row in enumerate(collection.experts):
        yield _expert(number, row)
    people = numbers(collection.experts)
    for number, row in enumerate(collection.threads):
        yield _thread(number, row, people)


def _expert(number: int, row: Row) -> Document:
    return Document(
        kind=Kind.EXPERT,
        key=number,
        title=row.get("name") or "",
        body="\n".join(filter(None, (row.get("headline"), row.get("expertise")))),
        themes=tuple(row.get("themes") or ()),
        theme_labels=tuple(row.get("themes") or ()),
        sector=row.get("sector") or "",
        audience=AUDIENCE,
    )


def _thread(number: int, row: Row, people: Mapping[str, int]) -> Document:
    answers = row.get("answers") or []
    return Document(
        kind=Kind.QUESTION,
        key=number,
        title=title_of(row),
        body=body_of(row),
        discussion="\n".join(map(body_of, answers)),
        themes=tuple(row.get("themes") or ()),
        sector=row.get("sector") or "",
        people=tuple(_contributions(answers, people, moment(row.get("date")))),
        answered=bool(answers),
        date=moment(row.get("date")),
        audience=AUDIENCE,
    )


def _contributions(answers: Iterable[Row], people: Mapping[str, int], asked: datetime | None) -> Iterator[Contribution]:
    for answer in answers:
        person = people.get(str(answer.get("expert")))
        if person is not None:
            yield Contribution(person, moment(answer.get("date")) or asked, bool(answer.get("accepted")))
