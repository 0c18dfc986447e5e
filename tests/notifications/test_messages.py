"""Mails as messages: their headers, and that nobody can add one."""

import email
from email.policy import default

import pytest

from samenspraak.notifications.links import ADDRESS
from samenspraak.notifications.messages import Letterhead, compose, key_of
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.rendering import render
from samenspraak.notifications.rules import message_key
from tests.notifications.letters import HOSTILE, letters
from tests.support.site import NOON

HEAD = Letterhead("Samenspraak", "noreply@samenspraak.example", "https://samenspraak.example")
HEADERS = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"}


def make_mail(recipient: str = "persoon@school.nl", text: str = "Wie betaalt het vervoer?") -> Mail:
    written = render(letters(text)[0])
    return Mail(
        cause="invited:step:1",
        recipient=recipient,
        message_id=message_key("invited:step:1", recipient),
        subject=written.subject,
        text=written.text,
        html=written.html,
        state=MailState.WAITING,
        created_at=NOON,
    )


def test_a_message_has_its_headers_and_both_bodies() -> None:
    mail = make_mail()
    message = email.message_from_bytes(compose(mail, HEAD).as_bytes(), policy=default)

    assert set(message.keys()) == HEADERS
    assert message["To"] == "persoon@school.nl"
    assert message["Message-ID"] == f"<{mail.message_id}@samenspraak.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == NOON
    assert key_of(message) == mail.message_id
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    for part in message.iter_parts():
        assert "https://samenspraak.example/gevraagd" in part.get_content()
        assert ADDRESS not in part.get_content()


def test_what_people_write_adds_no_header() -> None:
    message = email.message_from_bytes(compose(make_mail(text=HOSTILE), HEAD).as_bytes(), policy=default)

    assert set(message.keys()) == HEADERS
    assert "Bcc" in message["Subject"]


def test_all_that_is_sent_is_plain_ascii_in_short_lines() -> None:
    content = compose(make_mail(text="Hoe zit het met coördinatie – en €?" * 3), HEAD).as_bytes()

    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) < 999


@pytest.mark.parametrize("address", ["", "geen", "a@b@c.nl", "a@b.nl\r\nBcc: c@d.nl", "jan@škola.cz", "@school.nl"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        compose(make_mail(recipient=address), HEAD)
