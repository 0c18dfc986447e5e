"""A real mail server on this machine for tests: it keeps what it takes, and answers as it is told."""

import email
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller


class MailServer:
    """Takes mail. `answers` says what to reply instead, by step of the conversation, each once."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.answers: dict[str, list[str]] = {}
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port(), ready_timeout=10)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._controller.port)

    @property
    def ids(self) -> list[str]:
        """The ids of the mails that were taken, in order."""
        return [str(message["Message-ID"]) for message in self.received]

    def start(self) -> None:
        """Begin to listen."""
        self._controller.start()

    def stop(self) -> None:
        """Go away."""
        self._controller.stop()

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        envelope.mail_from = address
        return self._answer("MAIL")

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        answer = self._answer("RCPT")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self._answer("DATA")
        if answer.startswith("250"):
            message = email.message_from_bytes(envelope.content, policy=default)
            self.received.append(message)
        if answer.endswith("hang up"):
            server.transport.abort()
        return answer

    def _answer(self, step: str) -> str:
        planned = self.answers.get(step, [])
        return planned.pop(0) if planned else "250 OK"


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A mail server that takes all it gets."""
    server = MailServer()
    server.start()
    yield server
    server.stop()


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
