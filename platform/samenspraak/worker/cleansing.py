"""Getting what was taken out of the database out of the files too: index, mails in a folder, the database itself."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from samenspraak.core.db import clear_free_pages, reading
from samenspraak.core.events import unit_of_work
from samenspraak.core.outbox import NotYet
from samenspraak.indexing.upkeep import rebuild
from samenspraak.notifications.messages import compose, letterhead
from samenspraak.notifications.models import Mail
from samenspraak.notifications.transports.folder import FolderTransport
from samenspraak.redaction.actions import mark_cleansed
from samenspraak.services import Services

_SOON = dt.timedelta(seconds=5)


def cleanse(services: Services, redaction_ids: Collection[int], mail_ids: Collection[int]) -> None:
    """Make the index anew without its earlier files, rewrite mails in a folder, and clear the files of the database.

    May be repeated. Raises NotYet while another holds on to an earlier state of one of them.
    """
    rebuild(services.sessions, services.index)
    if not services.index.forget_earlier():
        raise NotYet("the index is being made anew", _SOON)
    if services.settings.mail != "smtp":
        _rewrite_mails(services, mail_ids)
    if not clear_free_pages(services.engine):
        raise NotYet("another reads an earlier state of the database", _SOON)
    with unit_of_work(services.sessions, services.wiring, services.clock) as session:
        mark_cleansed(session, redaction_ids, services.clock())


def _rewrite_mails(services: Services, mail_ids: Collection[int]) -> None:
    folder = Path(services.settings.mailbox)
    post = FolderTransport(folder)
    with reading(services.sessions) as session:
        for mail_id in sorted(mail_ids):
            mail = session.get(Mail, mail_id)
            if mail is not None and (folder / f"{mail.message_id}.eml").exists():
                post.hand_over(compose(mail, letterhead(services.settings)), lambda: None)
