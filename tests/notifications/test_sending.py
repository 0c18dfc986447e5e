"""A mail leaves once: later when the server is away, never again when it may have left; a folder may be rewritten."""

import datetime as dt
from pathlib import Path

import pytest

from samenspraak.config import Settings
from samenspraak.core.db import SessionFactory
from samenspraak.core.outbox import NotYet
from samenspraak.notifications.actions import post_letter
from samenspraak.notifications.letters import Letter
from samenspraak.notifications.messages import letterhead
from samenspraak.notifications.models import Mail, MailState
from samenspraak.notifications.queries.mails import list_undelivered
from samenspraak.notifications.rules import ACCOUNT_LINK, GIVE_UP_AFTER
from samenspraak.notifications.sending import Post, send_mail
from samenspraak.notifications.transports.choice import transport
from samenspraak.notifications.transports.folder import list_keys, read_message
from tests.notifications.letters import letters
from tests.support.mail_server import MailServer, free_port
from tests.support.site import NOON

ACCOUNT_LETTER = letters()[-1]


def post_by_smtp(sessions: SessionFactory, port: int, now: dt.datetime = NOON) -> Post:
    settings = Settings(mode="test", mail="smtp", smtp_port=port, mail_from="Samenspraak <noreply@samenspraak.example>")
    return Post(sessions, transport(settings), letterhead(settings), lambda: now)


def post_in_folder(sessions: SessionFactory, folder: Path) -> Post:
    settings = Settings(mode="test", mail_folder=folder)
    return Post(sessions, transport(settings), letterhead(settings), lambda: NOON)


def write(sessions: SessionFactory, cause: str = "answered:answer:1", letter: Letter | None = None) -> int:
    with sessions.begin() as session:
        post_letter(session, letter or letters()[0], cause, "persoon@school.nl", NOON)
    return 1


def stored(sessions: SessionFactory) -> Mail:
    with sessions() as session:
        return session.get_one(Mail, 1)


def put(sessions: SessionFactory, state: MailState) -> None:
    with sessions.begin() as session:
        session.get_one(Mail, 1).state = state


def test_a_mail_is_sent_once_however_often_it_is_asked(sessions: SessionFactory, mail_server: MailServer) -> None:
    post, mail_id = post_by_smtp(sessions, mail_server.port), write(sessions)

    send_mail(post, mail_id)
    send_mail(post, mail_id)

    mail = stored(sessions)
    assert mail.state is MailState.SENT
    assert mail_server.ids == [f"<{mail.message_id}@samenspraak.example>"]
    assert mail_server.received[0]["To"] == "persoon@school.nl"


@pytest.mark.sqlite_only
def test_its_handing_over_is_committed_before_a_word_of_it_leaves(
    sessions: SessionFactory, mail_server: MailServer
) -> None:
    post, mail_id = post_by_smtp(sessions, mail_server.port), write(sessions)
    mail_server.answers["DATA"] = ["250 hang up"]

    send_mail(post, mail_id)

    assert len(mail_server.received) == 1
    assert stored(sessions).handed_over_at == NOON
    assert stored(sessions).state is MailState.UNCERTAIN


def test_a_mail_that_may_have_left_is_not_sent_again_but_shown(
    sessions: SessionFactory, mail_server: MailServer
) -> None:
    post, mail_id = post_by_smtp(sessions, mail_server.port), write(sessions)
    put(sessions, MailState.HANDING_OVER)

    send_mail(post, mail_id)
    send_mail(post, mail_id)

    assert mail_server.received == []
    with sessions() as session:
        assert [mail.state for mail in list_undelivered(session)[0]] == [MailState.UNCERTAIN]


@pytest.mark.sqlite_only
@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_a_mail_that_cannot_be_taken_now_is_sent_later(
    sessions: SessionFactory, mail_server: MailServer, step: str
) -> None:
    post, mail_id = post_by_smtp(sessions, mail_server.port), write(sessions)
    mail_server.answers[step] = ["451 try again later"]

    with pytest.raises(NotYet):
        send_mail(post, mail_id)
    waiting = stored(sessions).state
    send_mail(post, mail_id)

    assert waiting is MailState.WAITING
    assert stored(sessions).state is MailState.SENT
    assert len(mail_server.received) == 1


@pytest.mark.sqlite_only
@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_a_mail_that_is_refused_for_good_is_not_tried_again(
    sessions: SessionFactory, mail_server: MailServer, step: str
) -> None:
    post, mail_id = post_by_smtp(sessions, mail_server.port), write(sessions)
    mail_server.answers[step] = ["550 no such mailbox"]

    send_mail(post, mail_id)
    send_mail(post, mail_id)

    assert stored(sessions).state is MailState.FAILED
    assert "550 no such mailbox" in stored(sessions).error
    assert mail_server.received == []


@pytest.mark.sqlite_only
def test_a_mail_waits_for_a_server_that_is_away_and_is_given_up_after_days(sessions: SessionFactory) -> None:
    port, mail_id = free_port(), write(sessions)

    with pytest.raises(NotYet) as refusal:
        send_mail(post_by_smtp(sessions, port, NOON + dt.timedelta(hours=24)), mail_id)
    waiting = stored(sessions).state
    send_mail(post_by_smtp(sessions, port, NOON + GIVE_UP_AFTER), mail_id)

    assert refusal.value.wait > dt.timedelta(0)
    assert waiting is MailState.WAITING
    assert stored(sessions).state is MailState.FAILED


def test_of_two_workers_with_the_same_mail_one_sends_it(sessions: SessionFactory, mail_server: MailServer) -> None:
    mail_id = write(sessions)
    slow, quick = post_by_smtp(sessions, mail_server.port), post_by_smtp(sessions, mail_server.port)

    class Overtaken:
        is_repeatable = False

        def hand_over(self, message, begin) -> None:  # noqa: ANN001 - see Transport
            send_mail(quick, mail_id)
            slow.transport.hand_over(message, begin)

    send_mail(Post(sessions, Overtaken(), slow.head, slow.clock), mail_id)

    assert len(mail_server.received) == 1
    assert stored(sessions).state is MailState.SENT


@pytest.mark.sqlite_only
@pytest.mark.parametrize("answer", ["250 OK", "550 no such mailbox"])
def test_the_text_of_an_account_link_is_wiped_when_it_has_left_or_never_will(
    sessions: SessionFactory, mail_server: MailServer, answer: str
) -> None:
    mail_id = write(sessions, f"{ACCOUNT_LINK}0123", ACCOUNT_LETTER)
    mail_server.answers["RCPT"] = [answer]

    send_mail(post_by_smtp(sessions, mail_server.port), mail_id)

    assert (stored(sessions).text, stored(sessions).html) == ("", "")


@pytest.mark.sqlite_only
def test_another_mail_keeps_its_text(sessions: SessionFactory, mail_server: MailServer) -> None:
    send_mail(post_by_smtp(sessions, mail_server.port), write(sessions))

    assert stored(sessions).text


@pytest.mark.sqlite_only
def test_a_mail_in_a_folder_is_one_file_also_when_it_is_written_again(sessions: SessionFactory, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    post, mail_id = post_in_folder(sessions, folder), write(sessions)

    send_mail(post, mail_id)
    put(sessions, MailState.HANDING_OVER)
    send_mail(post, mail_id)

    mail = stored(sessions)
    assert mail.state is MailState.SENT
    assert [file.name for file in folder.iterdir()] == [f"{mail.message_id}.eml"]
    assert list_keys(folder) == [mail.message_id]
    message = read_message(folder, mail.message_id)
    assert message is not None
    assert message["Subject"] == mail.subject


@pytest.mark.parametrize("key", ["", "..", "../test", "0" * 31, "0" * 32])
def test_only_a_mail_is_read_from_a_folder(tmp_path: Path, key: str) -> None:
    (tmp_path / "test.eml").write_text("Subject: x\n\n")

    assert read_message(tmp_path, key) is None


@pytest.mark.sqlite_only
def test_a_mail_to_what_is_no_address_fails(sessions: SessionFactory, tmp_path: Path) -> None:
    with sessions.begin() as session:
        post_letter(session, letters()[0], "answered:answer:1", "geen adres", NOON)

    send_mail(post_in_folder(sessions, tmp_path), 1)

    assert stored(sessions).state is MailState.FAILED
