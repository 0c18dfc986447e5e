"""Terms and themes are changed by moderators: what was, and what is, stands in the audit."""

import datetime as dt

import pytest
from sqlalchemy import select

from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotFound
from samenspraak.dutch.analysis import analyse
from samenspraak.search.thesaurus import phrase_of
from samenspraak.themes.actions import load_starting_content
from samenspraak.themes.editing import add_term, add_theme, edit_term, edit_theme, remove_term
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.models import Theme, ThemeGroup, ThesaurusTerm
from samenspraak.themes.queries import find_term, find_whole_theme, read_words, thesaurus, words_of_term, words_of_theme
from samenspraak.themes.rules import WordRefused
from samenspraak.themes.words import Term, ThemeWords

NOW = dt.datetime(2014, 3, 3, 9, tzinfo=dt.UTC)
OLD = Term(TermKind.OLD, "rugzak", ("arrangement", "extra ondersteuning"), note="Tot augustus 2014.")


def group_of(session: Session) -> int:
    group = ThemeGroup(slug="geld", label="Geld", position=0)
    session.add(group)
    session.flush()
    return group.id


def acts(session: Session) -> list[tuple[str, int | None, str]]:
    return [
        (each.act, each.actor_id, each.reason) for each in session.scalars(select(AuditEntry).order_by(AuditEntry.id))
    ]


def test_an_old_term_leads_to_its_new_ones_and_not_back(session: Session) -> None:
    add_term(session, 7, OLD, NOW)
    words = thesaurus(session)
    assert [phrase for _, phrase in words.expand(analyse("Wat werd er van het rugzakje?"))] == [
        phrase_of("arrangement"),
        phrase_of("extra ondersteuning"),
    ]
    assert words.expand(analyse("Een arrangement voor een jaar")) == []
    assert acts(session) == [("term_added", 7, "")]


def test_the_shipped_old_term_finds_an_arrangement(session: Session) -> None:
    load_starting_content(session)
    assert "arrangement" in thesaurus(session).also("rugzak")


def test_an_edit_replaces_all_of_a_term_and_tells_the_audit_what_it_was(session: Session) -> None:
    term_id = add_term(session, 7, OLD, NOW).id
    sign = words_of_term(find_term(session, term_id)).sign
    edit_term(session, 8, term_id, Term(TermKind.SYNONYM, "rugzak", ("maatwerk",), id=term_id), sign, NOW)
    assert read_words(session).terms == (Term(TermKind.SYNONYM, "rugzak", ("maatwerk",), id=term_id),)
    entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.before or {})["means"] == ["arrangement", "extra_ondersteuning"]
    assert (entry.after or {})["means"] == ["maatwerk"]


def test_an_edit_of_what_changed_meanwhile_is_a_conflict_and_changes_nothing(session: Session) -> None:
    term_id = add_term(session, 7, OLD, NOW).id
    sign = words_of_term(find_term(session, term_id)).sign
    edit_term(session, 8, term_id, Term(TermKind.OLD, "rugzak", ("maatwerk",), id=term_id), sign, NOW)
    with pytest.raises(Conflict):
        edit_term(session, 7, term_id, Term(TermKind.OLD, "rugzak", ("budget",), id=term_id), sign, NOW)
    assert read_words(session).terms[0].expansions == ("maatwerk",)


def test_an_edit_that_changes_nothing_is_no_act(session: Session) -> None:
    term_id = add_term(session, 7, OLD, NOW).id
    stored = words_of_term(find_term(session, term_id))
    edit_term(session, 8, term_id, stored, stored.sign, NOW)
    assert acts(session) == [("term_added", 7, "")]


def test_a_term_that_was_taken_out_or_renamed_does_not_come_back_with_the_shipped_content(session: Session) -> None:
    load_starting_content(session)
    gone, renamed = (
        session.scalars(select(ThesaurusTerm).where(ThesaurusTerm.term == each)).one() for each in ("AOC", "BIO")
    )
    remove_term(session, 7, gone.id, "Bestaat niet meer", NOW)
    stored = words_of_term(find_term(session, renamed.id))
    edit_term(session, 7, renamed.id, Term(stored.kind, "BIO-norm", stored.expansions, id=stored.id), stored.sign, NOW)
    load_starting_content(session)
    assert {"AOC", "BIO"}.isdisjoint(each.term for each in read_words(session).terms)
    with pytest.raises(NotFound):
        find_term(session, gone.id)
    assert acts(session)[0] == ("term_removed", 7, "Bestaat niet meer")


def test_what_was_taken_out_can_be_added_again_and_taken_out_again(session: Session) -> None:
    for _ in range(2):
        remove_term(session, 7, add_term(session, 7, OLD, NOW).id, "Proef", NOW)
    assert read_words(session).terms == ()


def test_nothing_is_taken_out_without_a_reason(session: Session) -> None:
    term_id = add_term(session, 7, OLD, NOW).id
    with pytest.raises(Invalid):
        remove_term(session, 7, term_id, " ", NOW)
    assert len(read_words(session).terms) == 1


def test_the_label_that_goes_becomes_an_old_name_and_the_address_stays(session: Session) -> None:
    group_id = group_of(session)
    theme = add_theme(session, 7, ThemeWords("", "Verevening", ("herverdeling",), group_id=group_id), NOW)
    stored = words_of_theme(find_whole_theme(session, theme.slug))
    edit_theme(
        session,
        7,
        "verevening",
        ThemeWords("", "Bekostiging", ("herverdeling",), group_id=group_id, id=theme.id),
        stored.sign,
        NOW,
    )
    session.expire_all()
    now = words_of_theme(find_whole_theme(session, "verevening"))
    assert (now.label, now.names, now.old_names) == ("Bekostiging", ("herverdeling",), ("Verevening",))
    assert "verevening" in thesaurus(session).themes_called(phrase_of("verevening"))


def test_a_new_theme_gets_a_free_address(session: Session) -> None:
    group_id = group_of(session)
    session.add(Theme(slug="zorg-geld", label="Bekostiging"))
    labels = ("Nieuw", "Zörg & geld")
    slugs = [add_theme(session, 7, ThemeWords("", label, group_id=group_id), NOW).slug for label in labels]
    assert slugs == ["nieuw-2", "zorg-geld-2"]


def test_a_theme_needs_a_group(session: Session) -> None:
    with pytest.raises(Invalid):
        add_theme(session, 7, ThemeWords("", "Zorg", group_id=999), NOW)


def test_a_word_is_refused_when_it_stands_already(session: Session) -> None:
    add_term(session, 7, OLD, NOW)
    with pytest.raises(WordRefused):
        add_term(session, 7, OLD, NOW)
