"""What carries out each kind of row of the outbox; the right column of `wiring.py` names them."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from samenspraak.core.db import reading
from samenspraak.core.events import unit_of_work
from samenspraak.core.outbox import NotYet
from samenspraak.indexing.labels import follow_labels
from samenspraak.indexing.mending import Mending
from samenspraak.indexing.upkeep import index_some
from samenspraak.notifications.actions import SEND_MAIL
from samenspraak.notifications.messages import letterhead
from samenspraak.notifications.sending import Post, send_mail
from samenspraak.notifications.transports.choice import transport
from samenspraak.people.actions.links import send_link_asked_for
from samenspraak.search.document import Kind
from samenspraak.search.errors import IndexBroken
from samenspraak.services import Services
from samenspraak.sources.queries import part_ids
from samenspraak.worker.cleansing import cleanse

Payload: TypeAlias = Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Effect:
    """What carries out one kind of outbox row, so many at once; it may be repeated with the same result."""

    carry_out: Callable[[Services, Sequence[Payload]], None]
    most_at_once: int = 1


MENDING = Mending()
"""The one of this process: while it makes the index anew, changes wait."""


def _cleanse(services: Services, payloads: Sequence[Payload]) -> None:
    if MENDING.is_under_way():
        raise NotYet("the index is being made anew", dt.timedelta(seconds=2))
    redaction_ids = {payload["redaction_id"] for payload in payloads}
    cleanse(services, redaction_ids, {key for payload in payloads for key in payload["mail_ids"]})


def _index_questions(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.QUESTION, {payload["question_id"] for payload in payloads})


def _index_experts(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.EXPERT, {payload["person_id"] for payload in payloads})


def _index_experiences(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.EXPERIENCE, {payload["experience_id"] for payload in payloads})


def _index_articles(services: Services, payloads: Sequence[Payload]) -> None:
    _index(services, Kind.ARTICLE, {payload["article_id"] for payload in payloads})


def _index_labels(services: Services, _payloads: Sequence[Payload]) -> None:
    if MENDING.is_under_way():
        raise NotYet("the index is being made anew", dt.timedelta(seconds=2))
    try:
        follow_labels(services.sessions, services.index)
    except IndexBroken as error:
        raise NotYet(f"the index has to be made anew: {error}", dt.timedelta(seconds=2)) from error


def _index_sources(services: Services, payloads: Sequence[Payload]) -> None:
    with reading(services.sessions) as session:
        keys = part_ids(session, {payload["source_id"] for payload in payloads})
    _index(services, Kind.SOURCE, set(keys))


def _index(services: Services, kind: Kind, keys: set[int]) -> None:
    if MENDING.is_under_way():
        raise NotYet("the index is being made anew", dt.timedelta(seconds=2))
    index_some(services.sessions, services.index, kind, keys)


def _send_account_links(services: Services, payloads: Sequence[Payload]) -> None:
    for payload in payloads:
        asked_at = dt.datetime.fromisoformat(payload["asked_at"])
        with unit_of_work(services.sessions, services.wiring, services.clock) as session:
            send_link_asked_for(session, payload["email"], asked_at, services.clock())


def _send_mails(services: Services, payloads: Sequence[Payload]) -> None:
    settings = services.settings
    post = Post(services.sessions, transport(settings), letterhead(settings), services.clock)
    for payload in payloads:
        send_mail(post, payload["mail_id"])


EFFECTS: Mapping[str, Effect] = MappingProxyType(
    {
        "cleanse": Effect(_cleanse, most_at_once=50),
        "index_article": Effect(_index_articles, most_at_once=50),
        "index_experience": Effect(_index_experiences, most_at_once=50),
        "index_expert": Effect(_index_experts, most_at_once=50),
        "index_labels": Effect(_index_labels, most_at_once=50),
        "index_question": Effect(_index_questions, most_at_once=50),
        "index_source": Effect(_index_sources, most_at_once=50),
        "send_account_link": Effect(_send_account_links),
        SEND_MAIL: Effect(_send_mails),
    }
)
