"""Days away, and who stands in."""

import datetime as dt

import pytest

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.people.actions.away import add_away_period, change_away_period
from samenspraak.people.queries.experts import find_profile
from samenspraak.people.queries.substitutes import find_substitute, names_of_others, stood_in_for
from tests.factories.people import make_expert, make_organisation, viewer
from tests.support.site import NOON

FIRST, LAST = dt.date(2013, 3, 11), dt.date(2013, 3, 24)


def test_a_substitute_is_named_changed_and_taken_away(session: Session) -> None:
    away, other = make_expert(session), make_expert(session, name="Anna Ander")
    period = add_away_period(session, viewer(away), away.id, (FIRST, LAST), NOON, other.id)
    assert [each.person_id for each in stood_in_for(session, other.id, LAST)] == [away.id]
    assert stood_in_for(session, other.id, LAST + dt.timedelta(days=1)) == []

    change_away_period(session, viewer(away), away.id, period.id, (FIRST, LAST), NOON)
    assert stood_in_for(session, other.id, FIRST) == []


def test_nobody_stands_in_for_themself(session: Session) -> None:
    away = make_expert(session, name="Ada Alleen")
    with pytest.raises(Invalid, match="nobody-of-name"):
        add_away_period(session, viewer(away), away.id, (FIRST, LAST), NOON, away.id)
    with pytest.raises(Invalid, match="nobody-of-name"):
        find_substitute(session, away.id, "Ada Alleen")


def test_a_name_finds_the_one_who_has_it_whole_and_refuses_what_fits_several_or_nobody(session: Session) -> None:
    away, anna = make_expert(session, name="Zed"), make_expert(session, name="Anna de Boer")
    make_expert(session, name="Anna de Boer-Smit")
    make_expert(session, name="Bas Stil", is_listed=False)
    assert find_substitute(session, away.id, " anna  de boer") == anna.id
    for name, reason in (("Anna", "several-of-name"), ("Bas Stil", "nobody-of-name"), ("%", "nobody-of-name")):
        with pytest.raises(Invalid, match=reason):
            find_substitute(session, away.id, name)


def test_colleagues_come_first_in_the_names_to_choose_from(session: Session) -> None:
    council = make_organisation(session)
    away = make_expert(session, organisation=council)
    make_expert(session, name="Aad Elders")
    make_expert(session, name="Zoë Collega", organisation=council)
    assert list(names_of_others(session, find_profile(session, away.id)))[:1] == ["Zoë Collega"]
