"""The mail server of tests."""

from tests.support.mail_server import mail_server

__all__ = ["mail_server"]
