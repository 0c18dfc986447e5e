"""Tables of the inbox and of mails on their way."""

import datetime as dt
import enum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.questions.models.question import Question


class NoticeKind(enum.StrEnum):
    """What a notice is about."""

    INVITED = "invited"
    INVITATION_ACCEPTED = "invitation_accepted"
    INVITATION_DECLINED = "invitation_declined"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    INVITATION_EXPIRED = "invitation_expired"
    ANSWERED = "answered"
    ANSWER_ACCEPTED = "answer_accepted"
    COMMENTED = "commented"
    INVITATION_FORWARDED = "invitation_forwarded"
    REMINDED = "reminded"
    MOVED_ON = "moved_on"
    """The question went on, to whom its cause says: the asker's choice, Samenspraak's, experts, a desk, moderators."""
    WAITS_FOR_ASKER = "waits_for_asker"
    RESUMED = "resumed"
    ARRIVED_AT_DESK = "arrived_at_desk"
    ASSIGNED = "assigned"
    CLOSED = "closed"
    REOPENED = "reopened"
    MENTIONED = "mentioned"
    ASKED_TO_SIGN = "asked_to_sign"
    SIGNED = "signed"
    ANSWER_HELD = "answer_held"
    ANSWER_RELEASED = "answer_released"
    REVISED = "revised"
    FOLLOWED_UP = "followed_up"
    INTRODUCTION_PROPOSED = "introduction_proposed"
    INTRODUCTION_MADE = "introduction_made"
    INTRODUCTION_DECLINED = "introduction_declined"
    FOLLOWED = "followed"
    SAVED_SEARCH_FOUND = "saved_search_found"
    PROFILE_TO_CONFIRM = "profile_to_confirm"
    IMPACT_ASKED = "impact_asked"
    IMPACT_TOLD = "impact_told"
    SOURCE_CHANGED = "source_changed"
    """What an answer rests on reads otherwise in a newer version."""
    ARTICLE_TO_REVIEW = "article_to_review"
    ARTICLE_SENT_BACK = "article_sent_back"
    ARTICLE_PUBLISHED = "article_published"
    ARTICLE_DUE = "article_due"
    """An article is to be looked at again."""
    QUESTION_MERGED = "question_merged"
    """One's question went into another that asks the same."""
    MERGE_UNDONE = "merge_undone"
    POST_REPORTED = "post_reported"
    """Someone saw personal data in a post: told to moderators at once."""
    REPORT_ANSWERED = "report_answered"
    TEXT_REDACTED = "text_redacted"
    """A moderator took words out of what one wrote."""


class Notice(Model):
    """One thing that a person is told, once per cause."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("person_id", "kind", "cause"),
        Index("ix_notice_person_id_read_at", "person_id", "read_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[NoticeKind] = mapped_column(stored(NoticeKind))
    cause: Mapped[str]
    """What caused it, such as "answer:12": the same cause tells the same person once."""
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    """What it is about; None when it is about no question."""
    actor_name: Mapped[str] = mapped_column(default="")
    """Who caused it; of a saved search its name, of an article its title; empty: nobody but time."""
    created_at: Mapped[dt.datetime]
    read_at: Mapped[dt.datetime | None]
    question: Mapped[Question | None] = relationship(lazy="raise")


class MailState(enum.StrEnum):
    """Where a mail stands.

    `HANDING_OVER` is committed just before the text goes to the mail server. A mail found so after a crash may have
    arrived: it is never sent again by itself, but shown to administrators as `UNCERTAIN`.
    """

    WAITING = "waiting"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


class Mail(Model):
    """A mail to one address, complete, once per event and recipient; `message_id` is the same at every try."""

    __tablename__ = "mail"
    __table_args__ = (UniqueConstraint("cause", "recipient"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str]
    recipient: Mapped[str]
    message_id: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    state: Mapped[MailState] = mapped_column(stored(MailState), index=True)
    created_at: Mapped[dt.datetime]
    handed_over_at: Mapped[dt.datetime | None]
    error: Mapped[str] = mapped_column(default="")
