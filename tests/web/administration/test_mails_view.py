"""`/beheer/mail`: administrators see what did not arrive, without its text."""

import pytest

from samenspraak.notifications.models import Mail, MailState
from samenspraak.people.kinds import Role
from tests.factories.people import make_person
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only


def make_mail(site: Site, state: MailState) -> None:
    site.session.add(
        Mail(
            cause=f"test:{state}",
            recipient=f"{state}@voorbeeld.test",
            message_id=f"<{state}@voorbeeld.test>",
            subject=f"Bericht {state}",
            text="Geheime tekst",
            html="<p>Geheime tekst</p>",
            state=state,
            created_at=NOON,
        )
    )
    site.session.flush()


def test_what_was_refused_or_is_uncertain_is_listed(site: Site) -> None:
    for state in MailState:
        make_mail(site, state)
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    text = site.get("/beheer/mail").get_text(" ")

    assert "uncertain@voorbeeld.test" in text
    assert "failed@voorbeeld.test" in text
    assert "sent@voorbeeld.test" not in text
    assert "waiting@voorbeeld.test" not in text
    assert "Geheime tekst" not in text


def test_an_empty_list_says_that_all_is_well(site: Site) -> None:
    site.sign_in(make_person(site.session, Role.ADMINISTRATOR))

    assert "aangekomen of nog onderweg" in site.get("/beheer/mail").get_text(" ")
