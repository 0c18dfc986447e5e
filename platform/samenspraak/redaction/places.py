"""THE list of columns with free text: in which of them words of a post can stand, and which rows hang on a question.

A test holds that each text column of the database is named here, or in `NOT_COPIED` with why.
"""

import dataclasses
from collections.abc import Callable
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from samenspraak.conversations.models import Introduction
from samenspraak.demand.models import DismissedSearch, LoggedSearch
from samenspraak.following.models import SavedSearch
from samenspraak.knowledge.models.article import Article, ArticleRevision, ArticleSection
from samenspraak.knowledge.models.reading import ArticleRemark, ArticleReview
from samenspraak.moderation.models import Report
from samenspraak.notifications.models import Mail, Notice, NoticeKind
from samenspraak.questions.models.answer import Answer, Comment, EarlierText
from samenspraak.questions.models.impact import Impact
from samenspraak.questions.models.kept import KeptDraft
from samenspraak.questions.models.merge import QuestionMerge
from samenspraak.questions.models.question import Question
from samenspraak.redaction.kinds import Copy
from samenspraak.redaction.models import Redaction
from samenspraak.routing.models.desk import DeskCase
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.models.route import RouteStep

Near: TypeAlias = Callable[[int], ColumnElement[bool]]

_TITLED = (NoticeKind.SAVED_SEARCH_FOUND, NoticeKind.ARTICLE_TO_REVIEW, NoticeKind.ARTICLE_SENT_BACK)
_TITLED_TOO = (NoticeKind.ARTICLE_PUBLISHED, NoticeKind.ARTICLE_DUE)


@dataclasses.dataclass(frozen=True)
class Place:
    """A column; `near` holds for the rows that hang on a question, `among` for all rows that can hold such words.

    `drops` says that a row that holds them goes, as nothing is left of it without its words.
    """

    copy: Copy
    column: InstrumentedAttribute[Any]
    near: Near
    among: ColumnElement[bool] | None = None
    drops: bool = False


def _answers(question_id: int) -> Any:
    return select(Answer.id).where(Answer.question_id == question_id)


def _earlier(question_id: int) -> ColumnElement[bool]:
    return or_(EarlierText.question_id == question_id, EarlierText.answer_id.in_(_answers(question_id)))


def _merge(question_id: int) -> ColumnElement[bool]:
    return or_(QuestionMerge.source_id == question_id, QuestionMerge.target_id == question_id)


def _step(question_id: int) -> ColumnElement[bool]:
    invitations = select(Invitation.id).where(Invitation.question_id == question_id)
    return InvitationStep.invitation_id.in_(invitations)


def _revision(question_id: int) -> ColumnElement[bool]:
    return ArticleRevision.article_id.in_(_articles(question_id))


def _section(question_id: int) -> ColumnElement[bool]:
    return ArticleSection.revision_id.in_(select(ArticleRevision.id).where(_revision(question_id)))


def _articles(question_id: int) -> Any:
    return select(Article.id).where(Article.origin_id == question_id)


def _mail(question_id: int) -> ColumnElement[bool]:
    """A mail that leads to the question."""
    path = f"/vragen/{question_id}"
    return or_(Mail.text.endswith(path), *(Mail.text.contains(path + after) for after in "\n\r /#?"))


def _of_question(question_id: int) -> ColumnElement[bool]:
    return Question.id == question_id


def _by(column: InstrumentedAttribute[Any]) -> Near:
    return lambda question_id: column == question_id


def _nowhere(_question_id: int) -> ColumnElement[bool]:
    return false()


PLACES: tuple[Place, ...] = (
    Place(Copy.QUESTION, Question.title, _of_question),
    Place(Copy.QUESTION, Question.body, _of_question),
    Place(Copy.REASONS, Question.closing_words, _of_question),
    Place(Copy.ANSWERS, Answer.body, _by(Answer.question_id)),
    Place(Copy.ANSWERS, Answer.basis, _by(Answer.question_id)),
    Place(Copy.REASONS, Answer.held_because, _by(Answer.question_id)),
    Place(Copy.COMMENTS, Comment.body, _by(Comment.question_id)),
    Place(Copy.EARLIER, EarlierText.title, _earlier),
    Place(Copy.EARLIER, EarlierText.body, _earlier),
    Place(Copy.EARLIER, EarlierText.basis, _earlier),
    Place(Copy.EARLIER, EarlierText.reason, _earlier),
    Place(Copy.DRAFTS, KeptDraft.title, _by(KeptDraft.question_id)),
    Place(Copy.DRAFTS, KeptDraft.content, _by(KeptDraft.question_id)),
    Place(Copy.REASONS, Impact.words, _by(Impact.question_id)),
    Place(Copy.REASONS, QuestionMerge.reason, _merge),
    Place(Copy.REASONS, QuestionMerge.moved, _merge),
    Place(Copy.REASONS, Invitation.note, _by(Invitation.question_id)),
    Place(Copy.REASONS, Invitation.reason, _by(Invitation.question_id)),
    Place(Copy.REASONS, InvitationStep.reason, _step),
    Place(Copy.REASONS, RouteStep.reason, _by(RouteStep.question_id)),
    Place(Copy.REASONS, DeskCase.reason, _by(DeskCase.question_id)),
    Place(Copy.REASONS, Introduction.words, _by(Introduction.question_id)),
    Place(Copy.REASONS, Introduction.reason, _by(Introduction.question_id)),
    Place(Copy.REASONS, Redaction.reason, _by(Redaction.question_id)),
    Place(Copy.ARTICLES, Article.obsolete_because, _by(Article.origin_id)),
    Place(Copy.ARTICLES, ArticleRevision.title, _revision),
    Place(Copy.ARTICLES, ArticleRevision.summary, _revision),
    Place(Copy.ARTICLES, ArticleRevision.reason, _revision),
    Place(Copy.ARTICLES, ArticleSection.heading, _section),
    Place(Copy.ARTICLES, ArticleSection.body, _section),
    Place(Copy.ARTICLES, ArticleRemark.body, lambda key: ArticleRemark.article_id.in_(_articles(key))),
    Place(Copy.ARTICLES, ArticleReview.words, lambda key: ArticleReview.article_id.in_(_articles(key))),
    Place(Copy.REPORTS, Report.words, _by(Report.question_id)),
    Place(Copy.REPORTS, Report.reply, _by(Report.question_id)),
    Place(Copy.MAILS, Mail.subject, _mail),
    Place(Copy.MAILS, Mail.text, _mail),
    Place(Copy.MAILS, Mail.html, _mail),
    Place(Copy.NOTICES, Notice.actor_name, _nowhere, Notice.kind.in_((*_TITLED, *_TITLED_TOO))),
    Place(Copy.SEARCHES, SavedSearch.name, _nowhere, drops=True),
    Place(Copy.SEARCHES, SavedSearch.query, _nowhere, drops=True),
    Place(Copy.SEARCHES, LoggedSearch.words, _nowhere),
    Place(Copy.SEARCHES, LoggedSearch.filters, _nowhere),
    Place(Copy.SEARCHES, DismissedSearch.words, _nowhere, drops=True),
    Place(Copy.SEARCHES, DismissedSearch.reason, _nowhere, drops=True),
)

_OTHERS = {
    "account_link": "token_hash",
    "answer": "submission",
    "answer_citation": "article paragraph",
    "answered_already": "draft_key",
    "article": "slug",
    "article_citation": "paragraph place",
    "article_remark": "submission",
    "article_section": "key",
    "attempt": "subject",
    "audit_entry": "act after before hash previous_hash reason thing",
    "claim": "item queue",
    "comment": "submission",
    "confirmed_warning": "endpoint kinds",
    "declared_tie": "words",
    "earlier_text": "theme_labels",
    "experience": "body submission title",
    "expert_profile": "expertise headline",
    "introduction": "open_key submission",
    "kept_draft": "key",
    "logged_theme": "slug",
    "login_session": "token_hash user_agent",
    "mail": "cause error message_id recipient",
    "notice": "cause",
    "organisation": "code municipalities name province",
    "outbox": "effect error lease payload",
    "person": "email name password_hash",
    "question": "submission",
    "removed_term": "term",
    "school_holiday": "school_year source",
    "source": "address identifier name title",
    "source_part": "article heading paragraph text",
    "source_version": "fingerprint",
    "theme": "label note slug",
    "theme_group": "label slug",
    "theme_synonym": "text",
    "thesaurus_expansion": "text",
    "thesaurus_term": "note term",
}
NOT_COPIED = frozenset(f"{table}.{column}" for table, columns in _OTHERS.items() for column in columns.split())
"""Text columns that hold codes and keys, what people and organisations tell of themselves, or what moderators write.

The slug of an article is made anew where its title held the words; no row of the audit ever changes.
"""
