"""Changing themes and the words of the field. A change counts from the commit on, in every process.

Only moderators may; the room stands below people, so that its callers see to that. `by` is the moderator.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, exists, insert, select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.audit.rules import Fact
from samenspraak.core.db import Session, unless_taken
from samenspraak.core.errors import Conflict, Invalid
from samenspraak.core.events import record
from samenspraak.dutch.folding import fold
from samenspraak.themes.events import ThemeNamed
from samenspraak.themes.models import RemovedTerm, Theme, ThemeGroup, ThemeSynonym, ThesaurusExpansion, ThesaurusTerm
from samenspraak.themes.queries import find_term, find_whole_theme, read_words, words_of_term, words_of_theme
from samenspraak.themes.rules import WordRefused, check_reason, check_term, check_theme
from samenspraak.themes.words import Term, ThemeWords, once

RESERVED = frozenset({"nieuw", "woorden"})
"""Names in addresses that are pages of their own."""

_Facts = Mapping[str, Fact | Sequence[Fact]]
_NO_CODE = re.compile(r"[^a-z0-9.:+-]+")


def add_term(session: Session, by: int | None, term: Term, now: dt.datetime) -> ThesaurusTerm:
    """Add a term. Raises `WordRefused`."""
    check_term(read_words(session), term)
    row = ThesaurusTerm(kind=term.kind, term=term.term, only_in_capitals=term.only_in_capitals, note=term.note)
    with unless_taken(session, WordRefused("term", "stands-already", term.term, term.kind)):
        session.add(row)
        session.flush()
    _expand(session, row.id, term.expansions)
    _stands_again(session, term)
    record_act(session, Act.TERM_ADDED, by, Thing.TERM, row.id, now, after=_facts_of(term))
    return row


def edit_term(session: Session, by: int | None, term_id: int, term: Term, sign: str, now: dt.datetime) -> None:
    """Change a term that was read as the one with this sign. Raises `Conflict` when it changed since, `WordRefused`."""
    row = find_term(session, term_id, to_change=True)
    before = words_of_term(row)
    if before.sign != sign:
        raise Conflict("term-changed")
    check_term(read_words(session), term)
    if term.sign == before.sign:
        return
    with unless_taken(session, WordRefused("term", "stands-already", term.term, term.kind)):
        row.kind, row.term, row.note = term.kind, term.term, term.note
        row.only_in_capitals = term.only_in_capitals
        session.flush()
    _expand(session, term_id, term.expansions)
    if (before.kind, before.term) != (term.kind, term.term):
        _stands_no_more(session, before)
        _stands_again(session, term)
    facts, new_facts = _facts_of(before), _facts_of(term)
    record_act(session, Act.TERM_CHANGED, by, Thing.TERM, term_id, now, before=facts, after=new_facts)


def remove_term(session: Session, by: int | None, term_id: int, reason: str, now: dt.datetime) -> None:
    """Take a term out, and say why. Raises `Invalid` for "reason"."""
    row = find_term(session, term_id, to_change=True)
    check_reason(reason)
    before = words_of_term(row)
    session.execute(delete(ThesaurusExpansion).where(ThesaurusExpansion.term_id == term_id))
    session.execute(delete(ThesaurusTerm).where(ThesaurusTerm.id == term_id))
    session.expunge(row)
    _stands_no_more(session, before)
    record_act(session, Act.TERM_REMOVED, by, Thing.TERM, term_id, now, before=_facts_of(before), reason=reason)


def add_theme(session: Session, by: int | None, theme: ThemeWords, now: dt.datetime) -> Theme:
    """Add a theme; its name in addresses comes of its label. Raises `WordRefused`."""
    check_theme(read_words(session), theme)
    _check_group(session, theme.group_id)
    slug = _free_slug(session, theme.label)
    row = Theme(slug=slug, label=theme.label, group_id=theme.group_id, note=theme.note)
    with unless_taken(session, WordRefused("label", "label-taken", theme.label, theme.label)):
        session.add(row)
        session.flush()
    _name(session, row.id, theme)
    record(session, ThemeNamed(row.id))
    record_act(session, Act.THEME_ADDED, by, Thing.THEME, row.id, now, after=_facts_of_theme(theme))
    return row


def edit_theme(session: Session, by: int | None, slug: str, theme: ThemeWords, sign: str, now: dt.datetime) -> None:
    """Change a theme that was read as the one with this sign; a label that goes becomes an old name.

    Raises `Conflict` when it changed since, `WordRefused`.
    """
    row = find_whole_theme(session, slug, to_change=True)
    before = words_of_theme(row)
    if before.sign != sign:
        raise Conflict("theme-changed")
    check_theme(read_words(session), theme)
    _check_group(session, theme.group_id)
    if theme.sign == before.sign:
        return
    theme = with_old_label(theme, before.label)
    row.label, row.group_id, row.note = theme.label, theme.group_id, theme.note
    session.flush()
    _name(session, row.id, theme)
    if theme.label != before.label:
        record(session, ThemeNamed(row.id))
    facts, new_facts = _facts_of_theme(before), _facts_of_theme(theme)
    record_act(session, Act.THEME_CHANGED, by, Thing.THEME, row.id, now, before=facts, after=new_facts)


def with_old_label(theme: ThemeWords, label: str) -> ThemeWords:
    """Return the words of a theme that was called so, with that as an old name unless it is called so still."""
    is_called = {fold(text) for text in (theme.label, *theme.names, *theme.old_names)}
    if fold(label) in is_called:
        return theme
    return ThemeWords(**vars(theme) | {"old_names": (*theme.old_names, label)})


def _expand(session: Session, term_id: int, texts: Sequence[str]) -> None:
    session.execute(delete(ThesaurusExpansion).where(ThesaurusExpansion.term_id == term_id))
    session.execute(
        insert(ThesaurusExpansion),
        [{"term_id": term_id, "position": at, "text": text} for at, text in enumerate(once(texts))],
    )


def _name(session: Session, theme_id: int, theme: ThemeWords) -> None:
    old = {text.casefold() for text in theme.old_names}
    names = once((*theme.names, *theme.old_names))
    session.execute(delete(ThemeSynonym).where(ThemeSynonym.theme_id == theme_id))
    if names:
        session.execute(
            insert(ThemeSynonym),
            [
                {"theme_id": theme_id, "position": at, "text": text, "is_old": text.casefold() in old}
                for at, text in enumerate(names)
            ],
        )


def _stands_no_more(session: Session, term: Term) -> None:
    is_it = (RemovedTerm.kind == term.kind, RemovedTerm.term == term.term)
    if not session.scalar(select(exists().where(*is_it))):
        session.add(RemovedTerm(kind=term.kind, term=term.term))
        session.flush()


def _stands_again(session: Session, term: Term) -> None:
    session.execute(delete(RemovedTerm).where(RemovedTerm.kind == term.kind, RemovedTerm.term == term.term))


def _check_group(session: Session, group_id: int | None) -> None:
    if group_id is None or session.get(ThemeGroup, group_id) is None:
        raise Invalid("group", "no-theme-group")


def _free_slug(session: Session, label: str) -> str:
    start = _NO_CODE.sub("-", fold(label)).strip("-.:+")[:60] or "thema"
    taken = {*session.scalars(select(Theme.slug).where(Theme.slug.startswith(start, autoescape=True))), *RESERVED}
    candidates = (start, *(f"{start}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in candidates if each not in taken)


def _facts_of(term: Term) -> _Facts:
    return {
        "kind": term.kind.value,
        "term": _code(term.term),
        "means": [_code(text) for text in term.expansions],
        "only_in_capitals": term.only_in_capitals,
    }


def _facts_of_theme(theme: ThemeWords) -> _Facts:
    return {
        "label": _code(theme.label),
        "group": theme.group_id,
        "names": [_code(text) for text in theme.names],
        "old_names": [_code(text) for text in theme.old_names],
    }


def _code(text: str) -> str:
    """A word as the audit holds it: readable, but without spaces."""
    return _NO_CODE.sub("_", fold(text))[:80]
