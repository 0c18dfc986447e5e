"""What the mail box of the demonstration shows."""

import dataclasses
import datetime as dt
import re
from email.message import EmailMessage

import nh3
from markupsafe import Markup, escape

from samenspraak.web.shell.page import Crumb
from samenspraak.web.shell.pagination import Paged

_LINK = re.compile(r"https?://[^\s<>\"]+")
_TAGS = {"a", "blockquote", "br", "em", "p", "strong"}


@dataclasses.dataclass(frozen=True)
class Envelope:
    """A mail as a list shows it."""

    key: str
    subject: str
    recipient: str
    sent_at: dt.datetime


@dataclasses.dataclass(frozen=True)
class MailboxPage:
    """Mails, newest first."""

    title: str
    paged: Paged[Envelope]
    crumbs: tuple[Crumb, ...] = ()


@dataclasses.dataclass(frozen=True)
class LetterPage:
    """One mail, as text with links that work, and as its HTML made safe."""

    title: str
    crumbs: tuple[Crumb, ...]
    envelope: Envelope
    text: Markup
    html: Markup


def envelope_of(key: str, message: EmailMessage) -> Envelope:
    """Return what stands on the outside of a mail."""
    return Envelope(key, str(message["Subject"]), str(message["To"]), message["Date"].datetime)


def text_of(message: EmailMessage) -> Markup:
    """Return a mail's text with its addresses as links."""
    text = _content(message, "plain")
    parts, end = [Markup()], 0
    for found in _LINK.finditer(text):
        parts += [escape(text[end : found.start()]), Markup('<a href="{0}">{0}</a>').format(found[0])]
        end = found.end()
    return Markup().join([*parts, escape(text[end:])])


def html_of(message: EmailMessage) -> Markup:
    """Return a mail's HTML without its style, limited to what cannot do harm."""
    clean = nh3.clean(
        _content(message, "html"), tags=_TAGS, attributes={"a": {"href"}}, clean_content_tags={"style", "title"}
    )
    return Markup(clean)  # noqa: S704 - nh3 sanitised it


def _content(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    return str(body.get_content()) if body else ""
