"""Which way mail leaves here."""

from samenspraak.config import Settings
from samenspraak.notifications.transports.folder import FolderTransport
from samenspraak.notifications.transports.smtp import SmtpTransport
from samenspraak.notifications.transports.transport import Transport


def transport(settings: Settings) -> Transport:
    """Return the transport that the settings name."""
    return SmtpTransport(settings) if settings.mail == "smtp" else FolderTransport(settings.mailbox)
