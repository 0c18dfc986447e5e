"""No test reaches another machine."""

import socket

import pytest

from tests.support.network import NetworkUsedError


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as client, pytest.raises(NetworkUsedError):
        client.connect(("192.0.2.1", 80))


def test_a_connection_to_this_machine_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
