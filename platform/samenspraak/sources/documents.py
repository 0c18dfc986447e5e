"""What everyone may find of sources: each article of a statute, and each letter or document, as in force."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.search.document import EVERYONE, Document, Kind
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.models import Source, SourcePart, SourceVersion

_HEAD = aliased(SourcePart)


def source_keys() -> Select[int]:
    """Return the statement that reads the keys of all that can be found."""
    return (
        select(SourcePart.id)
        .join(SourceVersion, SourceVersion.id == SourcePart.version_id)
        .where(SourceVersion.replaced_on.is_(None), SourcePart.level == 0, SourcePart.paragraph == "")
        .order_by(SourcePart.id)
    )


def source_documents(session: Session, ids: Collection[int] | None) -> list[Document]:
    """Return the documents of these articles and texts, or of all; what is no longer in force has none."""
    wanted = source_keys() if ids is None else source_keys().where(SourcePart.id.in_(ids))
    rows = session.execute(
        select(_HEAD.id, SourcePart, Source)
        .join(SourceVersion, SourceVersion.id == _HEAD.version_id)
        .join(Source, Source.id == SourceVersion.source_id)
        .join(SourcePart, (SourcePart.version_id == _HEAD.version_id) & (SourcePart.article == _HEAD.article))
        .where(_HEAD.id.in_(wanted), SourcePart.level == 0)
        .order_by(_HEAD.id, SourcePart.position)
    )
    parts: dict[int, list[SourcePart]] = defaultdict(list)
    sources: dict[int, Source] = {}
    for key, part, source in rows:
        parts[key].append(part)
        sources[key] = source
    return [_document(key, sources[key], of_it) for key, of_it in parts.items()]


def title_of(source: Source, article: str, heading: str) -> str:
    """Return what an article is called where it stands alone: "WPO artikel 18a: Samenwerkingsverbanden"."""
    if not article:
        return source.title
    named = f"{source.short} artikel {article}"
    return f"{named}: {heading}" if heading else named


def _document(key: int, source: Source, parts: Sequence[SourcePart]) -> Document:
    text = "\n".join(part.text for part in parts)
    if source.kind is not SourceKind.STATUTE:
        text = "\n".join((source.name, source.identifier, to_plain(text)))
    return Document(
        kind=Kind.SOURCE,
        key=key,
        title=title_of(source, parts[0].article, parts[0].heading),
        body=text,
        audience=(EVERYONE,),
    )
