"""Writes of the sources: loading statutes, adding and changing letters and documents."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import insert, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Invalid
from samenspraak.core.events import record
from samenspraak.sources.events import SourceChanged
from samenspraak.sources.models import Source, SourcePart, SourceVersion
from samenspraak.sources.rules import SourceDraft, check_draft, fingerprint_of
from samenspraak.sources.statutes import ParsedPart


def load_statute(
    session: Session, draft: SourceDraft, parts: Sequence[ParsedPart], valid_from: dt.date, now: dt.datetime
) -> SourceVersion | None:
    """Take the text of a statute as it reads from a day on; None when that is how it read already.

    Raises `Invalid` for a text without articles, and for one that is not in force yet.
    """
    check_draft(draft, "", local_day(now))
    if not any(part.article for part in parts):
        raise Invalid("text", "source-no-articles")
    if valid_from > local_day(now):
        raise Invalid("valid_from", "source-not-yet")
    source = session.scalar(select(Source).where(Source.name == draft.name)) or _add(session, draft)
    return _take(session, source, parts, valid_from, now)


def add_source(session: Session, by_id: int, draft: SourceDraft, text: str, now: dt.datetime) -> Source:
    """Add a letter or document, as the moderator `by_id`.

    Raises `Invalid` for what is amiss, also for a name that another source has.
    """
    check_draft(draft, text, local_day(now))
    source = _add(session, draft)
    _take(session, source, _whole(text), draft.published_on or local_day(now), now)
    record_act(session, Act.SOURCE_ADDED, by_id, Thing.SOURCE, source.id, now, after={"kind": draft.kind.value})
    return source


def change_source(
    session: Session, by_id: int, source: Source, draft: SourceDraft, text: str, now: dt.datetime
) -> None:
    """Change what is told of a letter or document, as `by_id`; another text is a new version, in force from today.

    Its name stays: it stands in addresses, and in what cites it.
    """
    check_draft(draft, text, local_day(now))
    for field in ("kind", "title", "identifier", "address", "published_on"):
        setattr(source, field, getattr(draft, field))
    session.flush()
    version = _take(session, source, _whole(text), local_day(now), now)
    if version is None:
        record(session, SourceChanged(source.id, None, None))
    after = {"version": version.id if version else None}
    record_act(session, Act.SOURCE_CHANGED, by_id, Thing.SOURCE, source.id, now, after=after)


def _add(session: Session, draft: SourceDraft) -> Source:
    source = Source(
        kind=draft.kind,
        name=draft.name,
        title=draft.title,
        identifier=draft.identifier,
        address=draft.address,
        published_on=draft.published_on,
    )
    with unless_taken(session, Invalid("identifier", "source-taken")):
        session.add(source)
        session.flush()
    return source


def _whole(text: str) -> tuple[ParsedPart, ...]:
    """A text that is cited as a whole."""
    return (ParsedPart(text=text.strip()),)


def _take(
    session: Session, source: Source, parts: Sequence[ParsedPart], valid_from: dt.date, now: dt.datetime
) -> SourceVersion | None:
    versions = _versions(session, source)
    earlier = [version for version in versions if version.valid_from <= valid_from]
    fingerprint = fingerprint_of(parts)
    if earlier and earlier[-1].fingerprint == fingerprint:
        return None
    version = SourceVersion(
        source_id=source.id, valid_from=valid_from, replaced_on=None, fingerprint=fingerprint, loaded_at=now
    )
    session.add(version)
    session.flush()
    _add_parts(session, version, parts)
    _put_in_order([*earlier, version, *versions[len(earlier) :]])
    if len(earlier) == len(versions):
        record(session, SourceChanged(source.id, earlier[-1].id if earlier else None, version.id))
    return version


def _versions(session: Session, source: Source) -> list[SourceVersion]:
    """The versions of a source, the oldest first, so that nobody else adds one meanwhile."""
    session.scalar(select(Source.id).where(Source.id == source.id).with_for_update())
    wanted = select(SourceVersion).where(SourceVersion.source_id == source.id)
    return list(session.scalars(wanted.order_by(SourceVersion.valid_from, SourceVersion.id)))


def _put_in_order(versions: Sequence[SourceVersion]) -> None:
    """Have each version end where the next begins; the last is in force."""
    for version, following in zip(versions, (*versions[1:], None), strict=True):
        version.replaced_on = following.valid_from if following else None


# A thousand rows a statute: they are added at once, without objects.
def _add_parts(session: Session, version: SourceVersion, parts: Sequence[ParsedPart]) -> None:
    rows = [{"version_id": version.id, "position": position, **vars(part)} for position, part in enumerate(parts)]
    session.execute(insert(SourcePart), rows)
