"""Mail to a mail server. Nothing leaves before `begin`: up to there the server has the envelope only."""

import dataclasses
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from typing import ClassVar

from samenspraak.config import Settings
from samenspraak.notifications.transports.transport import NotNow, Refused, Unanswered

SECONDS = 10
"""How long each step of the conversation may take; shorter than an outbox lease."""


@dataclasses.dataclass(frozen=True)
class SmtpTransport:
    """Holds one conversation a mail, so that a mail that fails takes no other with it."""

    settings: Settings
    is_repeatable: ClassVar = False

    def hand_over(self, message: EmailMessage, begin: Callable[[], None]) -> None:
        """Send the envelope, call `begin`, send the text."""
        sender, recipient = _address(message, "From"), _address(message, "To")
        with self._connection(sender) as connection:
            _accepted(connection.mail, sender)
            _accepted(connection.rcpt, recipient)
            begin()
            _deliver(connection, message.as_bytes())

    @contextmanager
    def _connection(self, sender: str) -> Iterator[smtplib.SMTP]:
        connection = self._open(sender)
        try:
            yield connection
        finally:
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()
            connection.close()

    def _open(self, sender: str) -> smtplib.SMTP:
        connection = smtplib.SMTP(timeout=SECONDS, local_hostname=sender.rpartition("@")[2])
        try:
            self._introduce(connection)
        except (smtplib.SMTPException, OSError) as error:
            connection.close()
            raise NotNow(f"{type(error).__name__}: {error}") from error
        return connection

    def _introduce(self, connection: smtplib.SMTP) -> None:
        code, reply = connection.connect(self.settings.smtp_host, self.settings.smtp_port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, reply)
        if self.settings.smtp_starttls:
            connection.starttls(context=ssl.create_default_context())
        connection.ehlo_or_helo_if_needed()
        if self.settings.smtp_user:
            connection.login(self.settings.smtp_user, self.settings.smtp_password.get_secret_value())


def _accepted(say: Callable[[str], tuple[int, bytes]], address: str) -> None:
    try:
        code, reply = say(address)
    except (smtplib.SMTPException, OSError) as error:
        raise NotNow(f"{type(error).__name__}: {error}") from error
    _raise_unless_taken(code, reply)


def _deliver(connection: smtplib.SMTP, content: bytes) -> None:
    try:
        _raise_unless_taken(*connection.data(content))
    except smtplib.SMTPDataError as error:
        _raise_unless_taken(error.smtp_code, error.smtp_error)
    except (smtplib.SMTPException, OSError) as error:
        raise Unanswered(f"{type(error).__name__}: {error}") from error


def _raise_unless_taken(code: int, reply: bytes | str) -> None:
    if 200 <= code < 300:
        return
    raise Refused(_told(code, reply)) if 500 <= code < 600 else NotNow(_told(code, reply))


def _told(code: int, reply: bytes | str) -> str:
    return f"{code} {reply.decode('utf-8', 'replace') if isinstance(reply, bytes) else reply}"


def _address(message: EmailMessage, header: str) -> str:
    return str(message[header].addresses[0].addr_spec)
