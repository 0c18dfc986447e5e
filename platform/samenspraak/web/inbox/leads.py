"""Where a notice leads: THE table from its kind to the place where something can be done with it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from flask import url_for

from samenspraak.notifications.models import Notice, NoticeKind

_K = NoticeKind


def lead_of(notice: Notice) -> str:
    """Return the address to which a notice leads: by its kind, else to its question."""
    found = _LEADS.get(notice.kind)
    return found(notice) if found else _to_question(notice)


def _to_question(notice: Notice) -> str:
    if notice.question_id is None:
        return url_for("inbox.index")
    return url_for("questions.show", question_id=notice.question_id)


def _to_answer(notice: Notice) -> str:
    if notice.question_id is None or not notice.cause.startswith("answer:"):
        return _to_question(notice)
    answer_id = notice.cause.split(":")[1]
    return url_for("questions.show", question_id=notice.question_id, _anchor=f"antwoord-{answer_id}")


def _to_next_step(notice: Notice) -> str:
    if notice.cause.startswith("choose:"):
        return url_for("matching.choose", question_id=notice.question_id)
    return _to_question(notice)


def _to_use(notice: Notice) -> str:
    return url_for("questions.use", question_id=notice.question_id)


def _to_introduction(notice: Notice) -> str:
    return url_for("introductions.index", _anchor=notice.cause.replace("introduction:", "kennismaking-"))


def _to_what_is_followed(notice: Notice) -> str:
    kind, number, *rest = notice.cause.split(":")
    if kind == "experience":
        return url_for("partnerships.show", organisation_id=rest[0], _anchor=f"ervaring-{number}")
    return _to_answer(notice)


def _to_saved_search(notice: Notice) -> str:
    return url_for("following.index", _anchor=f"zoekopdracht-{notice.cause.split(':')[1]}")


def _to_desk(notice: Notice) -> str:
    return url_for("desks.case", question_id=notice.question_id)


def _to_article(notice: Notice) -> str:
    return url_for("knowledge.by_id", article_id=notice.cause.split(":")[1])


def _to_report(notice: Notice) -> str:
    return url_for("moderation.index", stapel="reports", open=notice.cause.split(":")[1])


def _to_own_report(notice: Notice) -> str:
    return url_for("reports.index", _anchor=notice.cause.replace("report:", "melding-"))


def _to_redaction(notice: Notice) -> str:
    return url_for("redaction.show", redaction_id=notice.cause.split(":")[1])


def _to_own_profile(notice: Notice) -> str:
    return url_for("experts.show", person_id=notice.person_id)


_LEADS: Mapping[NoticeKind, Callable[[Notice], str]] = MappingProxyType(
    {
        _K.ANSWERED: _to_answer,
        _K.ARRIVED_AT_DESK: _to_desk,
        _K.ASSIGNED: _to_desk,
        _K.ANSWER_ACCEPTED: _to_answer,
        _K.ANSWER_HELD: _to_answer,
        _K.ANSWER_RELEASED: _to_answer,
        _K.ARTICLE_DUE: _to_article,
        _K.ARTICLE_PUBLISHED: _to_article,
        _K.ARTICLE_SENT_BACK: _to_article,
        _K.ARTICLE_TO_REVIEW: _to_article,
        _K.ASKED_TO_SIGN: _to_answer,
        _K.FOLLOWED: _to_what_is_followed,
        _K.INTRODUCTION_PROPOSED: _to_introduction,
        _K.INTRODUCTION_MADE: _to_introduction,
        _K.INTRODUCTION_DECLINED: _to_introduction,
        _K.MOVED_ON: _to_next_step,
        _K.SAVED_SEARCH_FOUND: _to_saved_search,
        _K.IMPACT_ASKED: _to_use,
        _K.IMPACT_TOLD: _to_answer,
        _K.POST_REPORTED: _to_report,
        _K.REPORT_ANSWERED: _to_own_report,
        _K.PROFILE_TO_CONFIRM: _to_own_profile,
        _K.REVISED: _to_answer,
        _K.SIGNED: _to_answer,
        _K.SOURCE_CHANGED: _to_answer,
        _K.TEXT_REDACTED: _to_redaction,
    }
)
"""A kind that is not named leads to its question."""
