"""`/dev/mail`: the mail box of a demonstration. It does not exist where mail is really sent."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.notifications.transports.folder import list_keys, read_message
from samenspraak.web.development.pages import Envelope, LetterPage, MailboxPage, envelope_of, html_of, text_of
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import services
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.shell.pagination import PAGE_SIZE, Paged, offset, page_number

blueprint = Blueprint("development", __name__)


@blueprint.before_request
def refuse_elsewhere() -> None:
    """Be there only in a demonstration or a test that keeps its mail in a folder."""
    settings = services().settings
    if settings.mode not in {"demonstration", "test"} or settings.mail != "file":
        raise NotFound


@blueprint.get("/dev/mail")
@everyone
def mailbox() -> ResponseReturnValue:
    """List the mails, newest first."""
    number = page_number()
    keys = list_keys(services().settings.mailbox)
    shown = [_envelope(key) for key in keys[offset(number) : offset(number) + PAGE_SIZE]]
    page = MailboxPage(_("Mail van de demonstratie"), Paged([each for each in shown if each], len(keys), number))
    return render("development/mailbox.html", page)


@blueprint.get("/dev/mail/<key>")
@everyone
def letter(key: str) -> ResponseReturnValue:
    """Show one mail."""
    message = read_message(services().settings.mailbox, key)
    if message is None:
        raise NotFound
    envelope = envelope_of(key, message)
    crumbs = (Crumb(_("Mail"), url_for("development.mailbox")), Crumb(envelope.subject))
    page = LetterPage(envelope.subject, crumbs, envelope, text_of(message), html_of(message))
    return render("development/letter.html", page)


def _envelope(key: str) -> Envelope | None:
    message = read_message(services().settings.mailbox, key)
    return envelope_of(key, message) if message else None
