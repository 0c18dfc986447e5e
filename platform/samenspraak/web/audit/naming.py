"""What the numbers in rows of the audit are called, as far as the one who looks may know: looked up once a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samenspraak.audit.kinds import Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.people.queries.organisations import titles_by_id
from samenspraak.people.queries.people import names_of
from samenspraak.questions.queries.questions import titles_of
from samenspraak.themes.queries import labels_by_id
from samenspraak.web.shell.context import session, viewer

PERSON_FACTS = ("person", "admitted_by")
ORGANISATION_FACTS = ("organisation", "member", "organisations")
THEME_FACTS = ("themes",)


@dataclass(frozen=True, slots=True)
class Names:
    """Names by number. A question that the one who looks may not see has none."""

    people: Mapping[int, str]
    organisations: Mapping[int, str]
    themes: Mapping[int, str]
    questions: Mapping[int, str]


def look_up(entries: Sequence[AuditEntry]) -> Names:
    """Return what all is called that these rows tell of, in a fixed number of statements."""
    people = {number for entry in entries for number in (entry.actor_id, entry.subject_id) if number}
    return Names(
        people=names_of(session(), people | set(_numbers(entries, PERSON_FACTS))),
        organisations=titles_by_id(
            session(),
            {
                *_things(entries, Thing.ORGANISATION),
                *_things(entries, Thing.DESK),
                *_numbers(entries, ORGANISATION_FACTS),
            },
        ),
        themes=labels_by_id(session(), {*_things(entries, Thing.THEME), *_numbers(entries, THEME_FACTS)}),
        questions=titles_of(session(), viewer(), {number for entry in entries if (number := question_of(entry))}),
    )


def question_of(entry: AuditEntry) -> int | None:
    """Return the question that a row is about, if it is about one."""
    if entry.thing == Thing.QUESTION:
        return entry.thing_id
    found = (entry.after or {}).get("question")
    return found if isinstance(found, int) else None


def _things(entries: Sequence[AuditEntry], thing: Thing) -> Iterator[int]:
    yield from (entry.thing_id for entry in entries if entry.thing == thing)


def _numbers(entries: Sequence[AuditEntry], names: Sequence[str]) -> Iterator[int]:
    for entry in entries:
        for facts in (entry.before or {}, entry.after or {}):
            for name in names:
                found = facts.get(name)
                yield from found if isinstance(found, list) else [found] if isinstance(found, int) else []
