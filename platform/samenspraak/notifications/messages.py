"""Mails as messages for the post: headers and both bodies."""

import dataclasses
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from samenspraak.config import Settings
from samenspraak.notifications.links import with_address
from samenspraak.notifications.models import Mail


@dataclasses.dataclass(frozen=True)
class Letterhead:
    """From whom mails come, and the address that their links lead to."""

    name: str
    address: str
    base_url: str

    @property
    def domain(self) -> str:
        """The domain of the sender."""
        return self.address.rpartition("@")[2]


def letterhead(settings: Settings) -> Letterhead:
    """Return the letterhead of this installation."""
    name, address = parseaddr(settings.mail_from)
    return Letterhead(name, address, settings.base_url)


def compose(mail: Mail, head: Letterhead) -> EmailMessage:
    """Return a mail as a message. Raises ValueError when its recipient is no address."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(head.name, addr_spec=head.address)
    message["To"] = _recipient(mail.recipient)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.message_id}@{head.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(with_address(mail.text, head.base_url), cte="quoted-printable")
    message.add_alternative(with_address(mail.html, head.base_url), subtype="html", cte="quoted-printable")
    return message


def key_of(message: EmailMessage) -> str:
    """Return the part of a message's id that it is known by: `mail.message_id`."""
    return str(message["Message-ID"]).strip("<>").partition("@")[0]


def _recipient(address: str) -> Address:
    try:
        found = Address(addr_spec=address)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise ValueError(f"no address: {error}") from None
    if not (found.username and found.domain and address.isascii()):
        raise ValueError("no address that mail can be sent to")
    return found
