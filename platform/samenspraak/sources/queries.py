"""Reads of the sources."""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Row, Select, select, tuple_
from sqlalchemy.orm import selectinload

from samenspraak.core.db import Session
from samenspraak.core.errors import NotFound
from samenspraak.sources.citing import Reference
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.lettered import split_paragraph, text_of_letter
from samenspraak.sources.models import Source, SourcePart, SourceVersion
from samenspraak.sources.rules import Place, changed_places

_MOST_WORDS = 6
_Found: TypeAlias = Row[SourcePart, SourceVersion, Source]


@dataclasses.dataclass(frozen=True)
class CitedPart:
    """What a reference cites, as it reads in the version that is in force."""

    source_id: int
    version_id: int
    kind: SourceKind
    name: str
    title: str
    article: str
    paragraph: str
    letter: str
    heading: str
    text: str
    valid_from: dt.date


@dataclasses.dataclass(frozen=True)
class FoundPart:
    """An article, or a whole text, that was found."""

    kind: SourceKind
    name: str
    title: str
    article: str
    valid_from: dt.date


def list_sources(session: Session, kind: SourceKind | None = None) -> Sequence[Source]:
    """Return all sources, or those of a kind, with their versions: statutes first, the others newest first."""
    wanted = select(Source).options(selectinload(Source.versions))
    if kind:
        wanted = wanted.where(Source.kind == kind)
    found = session.scalars(wanted.order_by(Source.published_on.desc(), Source.title)).all()
    return sorted(found, key=lambda source: list(SourceKind).index(source.kind))


def find_source(session: Session, name: str) -> Source:
    """Return the source with this name in addresses, with its versions, the newest first."""
    source = session.scalar(select(Source).where(Source.name == name).options(selectinload(Source.versions)))
    if source is None:
        raise NotFound
    return source


def parts_of(session: Session, version_id: int, article: str | None = None) -> Sequence[SourcePart]:
    """Return the parts of a version in order, or those of one article."""
    wanted = select(SourcePart).where(SourcePart.version_id == version_id)
    if article is not None:
        wanted = wanted.where(SourcePart.article == article, SourcePart.level == 0)
    return session.scalars(wanted.order_by(SourcePart.position)).all()


def headings_of(session: Session, version_id: int) -> Sequence[SourcePart]:
    """Return the chapters and the articles of a version in order, without their paragraphs."""
    wanted = select(SourcePart).where(SourcePart.version_id == version_id, SourcePart.paragraph == "")
    return session.scalars(wanted.order_by(SourcePart.position)).all()


def articles_with(session: Session, version_id: int, words: str) -> frozenset[str]:
    """Return the articles of a version that have all of some words, in any of their paragraphs."""
    articles = select(SourcePart.article).where(SourcePart.version_id == version_id, SourcePart.level == 0)
    written = SourcePart.heading.concat(" ").concat(SourcePart.text)
    found = [
        set(session.scalars(articles.where(written.icontains(word, autoescape=True))))
        for word in words.split()[:_MOST_WORDS]
    ]
    return frozenset(set.intersection(*found)) if found else frozenset()


def neighbours_of(
    session: Session, version_id: int, parts: Sequence[SourcePart]
) -> tuple[SourcePart | None, SourcePart | None]:
    """Return the heads of the articles before and after one, given its parts."""
    heads = select(SourcePart).where(
        SourcePart.version_id == version_id, SourcePart.level == 0, SourcePart.paragraph == ""
    )
    place = SourcePart.position
    before = session.scalar(heads.where(place < parts[0].position).order_by(place.desc()).limit(1))
    after = session.scalar(heads.where(place > parts[-1].position).order_by(place).limit(1))
    return before, after


def resolve(session: Session, references: Collection[Reference]) -> dict[Reference, CitedPart]:
    """Return what references cite, in one statement; those to what is not there are left out.

    What is cited is looked up in the version in force. `lid 8b` is paragraph 8b where there is one, else part b of 8.
    """
    wanted = {(each.source, each.article) for each in references}
    if not wanted:
        return {}
    rows: dict[Place, list[_Found]] = defaultdict(list)
    for row in session.execute(_in_force().where(tuple_(Source.name, SourcePart.article).in_(wanted))):
        rows[row[2].name, row[0].article].append(row)
    found = ((each, _cited(each, rows[each.source, each.article])) for each in references)
    return {reference: part for reference, part in found if part is not None}


def texts_of(
    session: Session, version_ids: Collection[int], article: str | None = None
) -> Mapping[int, dict[Place, str]]:
    """Return for each version the text at each place, chapters left out."""
    wanted = select(SourcePart).where(SourcePart.version_id.in_(version_ids), SourcePart.level == 0)
    if article is not None:
        wanted = wanted.where(SourcePart.article == article)
    found: dict[int, dict[Place, str]] = {version_id: {} for version_id in version_ids}
    for part in session.scalars(wanted.order_by(SourcePart.position)):
        found[part.version_id][part.article, part.paragraph] = f"{part.heading}\n{part.text}".strip()
    return found


def changed_parts(session: Session, before_id: int, after_id: int) -> frozenset[Place]:
    """Return where the text of two versions differs."""
    return changed_since(session, {before_id}, after_id)[before_id]


def changed_since(session: Session, before_ids: Collection[int], after_id: int) -> dict[int, frozenset[Place]]:
    """Return for each of some versions where its text differs from that of another one."""
    texts = texts_of(session, {*before_ids, after_id})
    return {before_id: changed_places(texts[before_id], texts[after_id]) for before_id in before_ids}


def part_ids(session: Session, source_ids: Collection[int]) -> Sequence[int]:
    """Return the keys in the index of all that some sources have or had."""
    wanted = select(SourcePart.id).join(SourceVersion).where(SourceVersion.source_id.in_(source_ids))
    return session.scalars(wanted.where(SourcePart.level == 0, SourcePart.paragraph == "")).all()


def found_parts(session: Session, ids: Collection[int]) -> dict[int, FoundPart]:
    """Return where those of these parts that are in force stand."""
    if not ids:
        return {}
    rows = session.execute(_in_force().where(SourcePart.id.in_(ids)))
    return {
        part.id: FoundPart(source.kind, source.name, source.title, part.article, version.valid_from)
        for part, version, source in rows
    }


def _in_force() -> Select[SourcePart, SourceVersion, Source]:
    return (
        select(SourcePart, SourceVersion, Source)
        .join(SourceVersion, SourceVersion.id == SourcePart.version_id)
        .join(Source, Source.id == SourceVersion.source_id)
        .where(SourceVersion.replaced_on.is_(None), SourcePart.level == 0)
        .order_by(SourcePart.position)
    )


def _cited(reference: Reference, rows: Sequence[_Found]) -> CitedPart | None:
    """What a reference cites of the rows of its article, or of a source without articles."""
    if not rows:
        return None
    paragraph, letter = _place(reference, {part.paragraph for part, _version, _source in rows})
    if paragraph is None:
        return None
    chosen = [part for part, _version, _source in rows if not paragraph or part.paragraph == paragraph]
    text = "\n".join(_numbered(part) for part in chosen if part.text) if not paragraph else chosen[0].text
    _part, version, source = rows[0]
    return CitedPart(
        source_id=source.id,
        version_id=version.id,
        kind=source.kind,
        name=source.name,
        title=source.title,
        article=reference.article,
        paragraph=paragraph,
        letter=letter,
        heading=rows[0][0].heading,
        text=(text_of_letter(text, letter) if letter else None) or text,
        valid_from=version.valid_from,
    )


def _place(reference: Reference, there: Collection[str]) -> tuple[str | None, str]:
    """The paragraph and letter that are meant; None when the article has no such paragraph."""
    paragraph, letter = split_paragraph(reference.paragraph)
    if not reference.paragraph or reference.paragraph in there:
        return reference.paragraph, reference.letter
    return (paragraph, letter or reference.letter) if paragraph in there else (None, "")


def _numbered(part: SourcePart) -> str:
    return f"{part.paragraph}. {part.text}" if part.paragraph else part.text
