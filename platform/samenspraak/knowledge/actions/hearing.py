"""What readers say of an article, and what a moderator does with it."""

import datetime as dt

from sqlalchemy import select

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict, Invalid, NotAllowed, NotFound
from samenspraak.knowledge.kinds import ArticleState, RemarkOutcome
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.models.reading import ArticleRemark, ArticleVote
from samenspraak.knowledge.queries.articles import find_article
from samenspraak.knowledge.rules import moderator_id
from samenspraak.people.rules import Viewer
from samenspraak.questions.rules import submission_key


def say_whether_it_helped(
    session: Session, reader: Viewer, slug: str, now: dt.datetime, *, helped: bool | None
) -> None:
    """Keep a reader's last word on whether an article helped them; None takes it back."""
    article, reader_id = _read(session, reader, slug)
    vote = session.get(ArticleVote, (article.id, reader_id))
    if vote is not None and helped is None:
        session.delete(vote)
    elif vote is not None and helped is not None:
        vote.helped, vote.voted_at = helped, now
    elif helped is not None:
        session.add(ArticleVote(article_id=article.id, person_id=reader_id, helped=helped, voted_at=now))
    session.flush()


def remark_on(
    session: Session, reader: Viewer, slug: str, body: str, submission: str | None, now: dt.datetime
) -> ArticleRemark:
    """Keep that a reader finds that an article is no longer right; the same submission counts once."""
    article, reader_id = _read(session, reader, slug)
    if not body.strip():
        raise Invalid("body", "no-remark")
    key = submission_key(submission, "article-remark", reader_id, article.id, body)
    already = session.scalar(select(ArticleRemark).where(ArticleRemark.submission == key)) if key else None
    if already is not None:
        return already
    remark = ArticleRemark(
        article_id=article.id,
        author_id=reader_id,
        body=body.strip(),
        made_at=now,
        handled_at=None,
        handled_by_id=None,
        outcome=None,
        submission=key,
    )
    session.add(remark)
    session.flush()
    return remark


def handle_remark(
    session: Session, moderator: Viewer, remark_id: int, outcome: RemarkOutcome, now: dt.datetime
) -> None:
    """Say what came of a remark; `Conflict` when another moderator did meanwhile."""
    by_id = moderator_id(moderator)
    remark = session.scalar(select(ArticleRemark).where(ArticleRemark.id == remark_id).with_for_update())
    if remark is None:
        raise NotFound
    if remark.handled_at is not None:
        raise Conflict("handled-already")
    remark.handled_at, remark.handled_by_id, remark.outcome = now, by_id, outcome
    session.flush()
    facts = {"remark": remark.id, "outcome": outcome.value}
    record_act(
        session,
        Act.ARTICLE_REMARK_HANDLED,
        by_id,
        Thing.ARTICLE,
        remark.article_id,
        now,
        concerns=remark.author_id,
        after=facts,
    )


def _read(session: Session, reader: Viewer, slug: str) -> tuple[Article, int]:
    """The article, when it is one that readers have."""
    if reader.person_id is None:
        raise NotAllowed
    article = find_article(session, reader, slug)
    if article.published is None or article.state is ArticleState.OBSOLETE:
        raise NotFound
    return article, reader.person_id
