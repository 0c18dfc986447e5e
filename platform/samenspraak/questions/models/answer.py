"""Answers, the one that was accepted, who was helped by them, comments, and earlier texts."""

import datetime as dt

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from samenspraak.core.db import Model, stored
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.kinds import Standing
from samenspraak.questions.rules import fingerprint


class Answer(Model):
    """What someone answers, on behalf of an organisation, with a standing."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    body: Mapped[str]
    standing: Mapped[Standing] = mapped_column(stored(Standing))
    valid_until: Mapped[dt.date | None]
    """The last day on which its author stands for it; None: no end is known."""
    basis: Mapped[str] = mapped_column(default="")
    """What it rests on, in the words of its author: articles of law, letters, practice."""
    held_at: Mapped[dt.datetime | None]
    held_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    held_because: Mapped[str] = mapped_column(default="")
    """A moderator holds an answer that claims a standing which it lacks: only its authors, guests of the question,
    whoever asked, and moderators read it until that is settled."""
    answered_at: Mapped[dt.datetime]
    edited_at: Mapped[dt.datetime | None]
    submission: Mapped[str | None] = mapped_column(unique=True)
    author: Mapped[Person] = relationship(lazy="raise", foreign_keys=author_id)
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    @property
    def sign(self) -> str:
        """By what an edit form knows the answer that it was opened on."""
        day = self.valid_until.isoformat() if self.valid_until else ""
        return fingerprint(self.body, self.standing, day, self.basis)


class CoAuthor(Model):
    """Someone who signs an answer too, with their organisation, once they agreed to."""

    __tablename__ = "co_author"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    asked_at: Mapped[dt.datetime]
    agreed_at: Mapped[dt.datetime | None]
    declined_at: Mapped[dt.datetime | None]
    person: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")

    @property
    def is_open(self) -> bool:
        """Whether they have said neither yes nor no."""
        return self.agreed_at is None and self.declined_at is None


class Acceptance(Model):
    """That the asker accepted one answer. There is at most one a question; changing one's mind replaces it."""

    __tablename__ = "acceptance"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), unique=True)
    accepted_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    accepted_at: Mapped[dt.datetime]


class HelpfulVote(Model):
    """That someone was helped by an answer. There is at most one a person and answer; taking it back removes it."""

    __tablename__ = "helpful_vote"

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    voted_at: Mapped[dt.datetime]


class Comment(Model):
    """A remark under an answer, or under the question itself."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    body: Mapped[str]
    commented_at: Mapped[dt.datetime]
    submission: Mapped[str | None] = mapped_column(unique=True)
    author: Mapped[Person] = relationship(lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class Mention(Model):
    """That a comment mentions someone who may see it."""

    __tablename__ = "mention"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class EarlierText(Model):
    """What a question or an answer said before an edit: its text, and what counts as its text."""

    __tablename__ = "earlier_text"
    __table_args__ = (CheckConstraint("(question_id IS NULL) <> (answer_id IS NULL)", name="of_one_thing"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    body: Mapped[str]
    written_at: Mapped[dt.datetime]
    replaced_at: Mapped[dt.datetime]
    replaced_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(default="")
    """Why it was replaced."""
    theme_labels: Mapped[list[str] | None] = mapped_column(JSON)
    standing: Mapped[Standing | None] = mapped_column(stored(Standing))
    valid_until: Mapped[dt.date | None]
    basis: Mapped[str] = mapped_column(default="")
