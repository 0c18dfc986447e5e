"""No network in tests: a connection to anything but this machine is refused, as an error in the test that tried."""

import sys

import pytest

LOOPBACK = ("127.", "::1", "localhost")


class NetworkUsedError(RuntimeError):
    """A test reached for another machine."""


def pytest_configure(config: pytest.Config) -> None:
    """Watch every connection of this process, for good: an audit hook cannot be taken away."""
    del config
    sys.addaudithook(_refuse_other_machines)


def _refuse_other_machines(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
        raise NetworkUsedError(f"a test connects to {address[0]}")
