"""A database and an index of one corpus, as the platform keeps them: made once in a folder, then opened again."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.corpus import NOW, Corpus
from sqlalchemy import insert, select

from samenspraak.core.db import Model, Session, SessionFactory, create_engine, reading, session_factory
from samenspraak.people.kinds import ExpertGroup, OrganisationKind, Role, Sector
from samenspraak.people.models.account import Person, RoleAssignment
from samenspraak.people.models.expert import ExpertProfile, ExpertTheme
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Standing, Visibility
from samenspraak.questions.models.answer import Acceptance, Answer
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.search.document import SIGNED_IN, Document, Kind
from samenspraak.search.index import Index
from samenspraak.tables import ALL_TABLES
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.models import Theme

_PARTNERSHIPS = 150
_ASKERS = 300
_BATCH = 1_000


@dataclass(frozen=True)
class Site:
    """An opened site; `built` are the seconds that its index took, None when it stood already."""

    sessions: SessionFactory
    index: Index
    folder: Path
    viewer: Viewer
    built: float | None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads."""
        with reading(self.sessions) as session:
            yield session


def open_site(folder: Path, corpus: Corpus) -> Site:
    """The site of a corpus in a folder, made if it is not there."""
    index, done = Index(folder / "index"), folder / "done"
    sessions = session_factory(create_engine(f"sqlite:///{folder / 'site.db'}"))
    built = None
    if not done.exists():
        documents = list(corpus.documents())
        with sessions.begin() as session:
            _fill(session, documents, corpus.experts)
        began = time.perf_counter()
        index.rebuild(documents)
        built = time.perf_counter() - began
        done.write_text(str(built))
    asker = Viewer(corpus.experts + 1, "Vrager", frozenset({Role.COORDINATOR}), frozenset({2}))
    return Site(sessions, index, folder, asker, built)


def seconds_to_build(folder: Path) -> float:
    """What building the index of a site took."""
    return float((folder / "done").read_text())


def _fill(session: Session, documents: Iterable[Document], experts: int) -> None:
    Model.metadata.create_all(session.connection(), tables=[table.__table__ for table in ALL_TABLES])
    load_starting_content(session)
    themes = {slug: key for slug, key in session.execute(select(Theme.slug, Theme.id))}  # noqa: C416 - rows become pairs
    session.execute(insert(Organisation), [_organisation(key) for key in range(1, _PARTNERSHIPS + 2)])
    people = [_person(key) for key in range(1, experts + _ASKERS + 1)]
    session.execute(insert(Person), people)
    session.execute(insert(RoleAssignment), [_role(person["id"], experts) for person in people])
    rows: dict[Any, list[dict[str, Any]]] = {}
    for number, document in enumerate(documents, start=1):
        for table, row in _rows(document, themes, experts):
            rows.setdefault(table, []).append(row)
        if number % _BATCH == 0:
            _insert(session, rows)
    _insert(session, rows)


def _insert(session: Session, rows: dict[Any, list[dict[str, Any]]]) -> None:
    for table, several in rows.items():
        session.execute(insert(table), several)
    rows.clear()


def _rows(document: Document, themes: dict[str, int], experts: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    theme = themes[document.themes[0]]
    if document.kind is Kind.EXPERT:
        yield ExpertProfile, _profile(document)
        yield ExpertTheme, {"person_id": document.key, "theme_id": theme}
        return
    yield Question, _question(document, experts)
    yield QuestionTheme, {"question_id": document.key, "theme_id": theme}
    for number, person in enumerate(document.people):
        answer = document.key * 100 + number
        yield Answer, {
            "id": answer, "question_id": document.key, "author_id": person.person, "organisation_id": 1,
            "body": document.discussion.split("\n")[number], "standing": Standing.PERSONAL, "answered_at": person.at,
        }  # fmt: skip
    if document.accepted:
        yield Acceptance, {
            "question_id": document.key, "answer_id": document.key * 100, "accepted_at": NOW,
            "accepted_by_id": _asker(document, experts),
        }  # fmt: skip


def _question(document: Document, experts: int) -> dict[str, Any]:
    visibility = Visibility.SIGNED_IN if SIGNED_IN in document.audience else Visibility.PUBLIC
    return {
        "id": document.key, "asker_id": _asker(document, experts), "organisation_id": 2 + document.key % _PARTNERSHIPS,
        "title": document.title, "body": document.body, "sector": Sector(document.sector), "visibility": visibility,
        "asked_at": document.date, "version": document.version,
    }  # fmt: skip


def _profile(document: Document) -> dict[str, Any]:
    return {
        "person_id": document.key, "organisation_id": 1, "group": ExpertGroup.INDEPENDENT, "headline": "Deskundige",
        "expertise": document.body, "sector": Sector(document.sector), "weekly_capacity": 5, "is_listed": True,
        "version": document.version, "updated_at": NOW,
    }  # fmt: skip


def _asker(document: Document, experts: int) -> int:
    return experts + 1 + document.key % _ASKERS


def _organisation(key: int) -> dict[str, Any]:
    kind = OrganisationKind.KNOWLEDGE_INSTITUTE if key == 1 else OrganisationKind.PARTNERSHIP
    return {"id": key, "kind": kind, "name": f"Organisatie {key}"}


def _person(key: int) -> dict[str, Any]:
    return {"id": key, "name": f"Persoon {key}", "email": f"{key}@voorbeeld.nl", "created_at": NOW}


def _role(person: int, experts: int) -> dict[str, Any]:
    if person <= experts:
        return {"person_id": person, "organisation_id": 1, "role": Role.EXPERT}
    return {"person_id": person, "organisation_id": 2 + person % _PARTNERSHIPS, "role": Role.COORDINATOR}
