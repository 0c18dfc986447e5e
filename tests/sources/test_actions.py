"""Versions of sources, and what answers cite of them."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.sources.actions import change_source, load_statute
from samenspraak.sources.citing import find_citations
from samenspraak.sources.documents import source_documents
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.queries import changed_parts, find_source, parts_of, resolve
from samenspraak.sources.rules import SourceDraft
from samenspraak.sources.statutes import parse_statute
from tests.factories.sources import (
    FIRST_DAY,
    FIRST_TEXT,
    LOADED,
    SECOND_DAY,
    SECOND_TEXT,
    make_letter,
    make_statute,
)
from tests.support.statements import statements_of


def test_the_same_text_twice_is_one_version_and_another_is_the_next(session: Session) -> None:
    make_statute(session)
    assert len(make_statute(session, valid_from=SECOND_DAY).versions) == 1
    source = make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY)
    assert [(each.valid_from, each.replaced_on) for each in source.versions] == [
        (SECOND_DAY, None),
        (FIRST_DAY, SECOND_DAY),
    ]
    after, before = source.versions
    assert changed_parts(session, before.id, after.id) == {("18a", "3")}


def test_an_older_text_that_comes_later_is_put_in_its_place(session: Session) -> None:
    make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY)
    source = make_statute(session, FIRST_TEXT, valid_from=FIRST_DAY)
    assert [each.valid_from for each in source.versions] == [SECOND_DAY, FIRST_DAY]
    assert "twee jaar" in "".join(part.text for part in parts_of(session, source.versions[0].id))


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [("Geen wet", FIRST_DAY, "source-no-articles"), (FIRST_TEXT, dt.date(2017, 1, 1), "source-not-yet")],
)
def test_what_is_no_statute_or_not_in_force_is_refused(session: Session, text: str, day: dt.date, reason: str) -> None:
    draft = SourceDraft(SourceKind.STATUTE, "WPO", "Wet op de proef")
    with pytest.raises(Invalid) as refusal:
        load_statute(session, draft, parse_statute(text), day, LOADED)
    assert refusal.value.reason == reason


def test_references_are_resolved_in_one_statement_to_the_text_in_force(session: Session) -> None:
    make_statute(session)
    make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY)
    make_letter(session)
    there = "art. 18a lid 3 WPO, art. 18a lid 2b WPO, art. 40 WPO, kst-31497-93"
    text = f"{there}, art. 99 WPO, art. 18a lid 9 WPO, art. 1 WVO"
    with statements_of(session.get_bind()) as statements:
        found = resolve(session, find_citations(text))
    assert len(statements) == 1
    assert [(part.name, part.article, part.paragraph, part.letter) for part in found.values()] == [
        ("WPO", "18a", "3", ""),
        ("WPO", "18a", "2", "b"),
        ("WPO", "40", "", ""),
        ("kst-31497-93", "", "", ""),
    ]
    texts = [part.text for part in found.values()]
    assert texts[0] == "Het plan geldt twee jaar."
    assert texts[1] == "Het verband stelt een plan vast:\nb. met geld."


def test_only_what_is_in_force_is_found(session: Session) -> None:
    make_statute(session)
    make_statute(session, SECOND_TEXT, valid_from=SECOND_DAY)
    make_letter(session)
    found = source_documents(session, None)
    assert sorted(each.title for each in found) == [
        "Brief over passend onderwijs",
        "WPO artikel 18a: Samenwerkingsverbanden",
        "WPO artikel 40",
    ]
    assert not any("vier jaar" in each.body for each in found)


def test_changing_the_text_of_a_letter_is_a_new_version_and_its_title_is_not(session: Session) -> None:
    source = make_letter(session)
    draft = SourceDraft(SourceKind.LETTER, source.name, "Andere titel", source.identifier)
    later = LOADED + dt.timedelta(days=3)
    change_source(session, 1, source, draft, "De minister schrijft.", later)
    assert len(find_source(session, source.name).versions) == 1
    change_source(session, 1, source, draft, "De minister schrijft iets anders.", later)
    session.expire_all()
    assert len(find_source(session, source.name).versions) == 2
