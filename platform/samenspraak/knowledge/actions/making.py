"""Starting an article: of a question that was answered, or from nothing."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Conflict
from samenspraak.knowledge.actions.storing import add_revision
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.kinds import ArticleState, ArticleVisibility, Credit
from samenspraak.knowledge.models.article import Article, ArticleAuthor
from samenspraak.knowledge.rules import RESERVED, USUAL_WAIT, check_review_day, moderator_id, slug_of
from samenspraak.knowledge.texts import ArticleText, SectionText, new_key
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import is_asking_side
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Acceptance, Answer, CoAuthor
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.themes.models import Theme


def start_article(session: Session, moderator: Viewer, draft: ArticleDraft, now: dt.datetime) -> Article:
    """Start an article from nothing."""
    by_id = moderator_id(moderator)
    check_review_day(draft.review_on, local_day(now))
    article = _added(session, draft, now)
    article.themes = list(session.scalars(select(Theme).where(Theme.id.in_(draft.theme_ids))))
    return _begun(session, article, by_id, draft.text, now)


def start_from_question(
    session: Session,
    moderator: Viewer,
    question_id: int,
    headings: tuple[str, str, str],
    now: dt.datetime,
) -> Article:
    """Start an article of a question and its accepted answer, with what that rests on, and credit who wrote them.

    `headings` are those of the question, the answer, and the sources. Raises `Conflict` without an accepted answer.
    Nobody is credited whose name would tell who asked an anonymous question, or who may read a restricted one.
    """
    by_id = moderator_id(moderator)
    question = find_question(session, moderator, question_id)
    answer = session.scalar(
        select(Answer)
        .join(Acceptance, Acceptance.answer_id == Answer.id)
        .where(Acceptance.question_id == question_id, Answer.held_at.is_(None))
        .options(joinedload(Answer.author), joinedload(Answer.organisation))
    )
    if answer is None:
        raise Conflict("no-accepted-answer")
    texts = zip(headings, (question.body, answer.body, answer.basis), strict=True)
    sections = tuple(SectionText(new_key(), heading, body) for heading, body in texts if body.strip())
    draft = ArticleDraft(
        text=ArticleText(question.title, "", sections),
        theme_ids=(),
        sector=question.sector,
        visibility=_as_far_as(question.visibility),
        owner_id=by_id,
        review_on=local_day(now) + USUAL_WAIT,
    )
    article = _added(session, draft, now)
    article.origin_id, article.themes = question.id, list(question.themes)
    _credit(session, article, question, answer)
    return _begun(session, article, by_id, draft.text, now)


def _as_far_as(visibility: Visibility) -> ArticleVisibility:
    return ArticleVisibility.PUBLIC if visibility is Visibility.PUBLIC else ArticleVisibility.SIGNED_IN


def _added(session: Session, draft: ArticleDraft, now: dt.datetime) -> Article:
    article = Article(
        slug=_free_slug(session, slug_of(draft.text.title)),
        state=ArticleState.DRAFT,
        current=1,
        published=None,
        published_at=None,
        sector=draft.sector,
        visibility=draft.visibility,
        owner_id=draft.owner_id,
        review_on=draft.review_on,
        reviewed_at=None,
        origin_id=None,
        successor_id=None,
        created_at=now,
        themes=[],
    )
    session.add(article)
    session.flush()
    return article


def _begun(session: Session, article: Article, by_id: int, text: ArticleText, now: dt.datetime) -> Article:
    add_revision(session, article, by_id, text, "", now)
    after = {"state": article.state.value, "owner": article.owner_id}
    if article.origin_id is not None:
        after["question"] = article.origin_id
    record_act(session, Act.ARTICLE_STARTED, by_id, Thing.ARTICLE, article.id, now, after=after)
    return article


def _free_slug(session: Session, wanted: str) -> str:
    taken = set(session.scalars(select(Article.slug).where(Article.slug.startswith(wanted, autoescape=True))))
    taken |= RESERVED
    return next(each for each in _numbered(wanted) if each not in taken)


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def _credit(session: Session, article: Article, question: Question, answer: Answer) -> None:
    signed = session.scalars(
        select(CoAuthor)
        .where(CoAuthor.answer_id == answer.id, CoAuthor.agreed_at.is_not(None))
        .order_by(CoAuthor.agreed_at, CoAuthor.person_id)
    ).all()
    is_hidden = question.is_anonymous or question.visibility is Visibility.RESTRICTED
    wrote = [(answer.author_id, answer.organisation_id), *((each.person_id, each.organisation_id) for each in signed)]
    credited = [(*each, Credit.ANSWER) for each in wrote if not (is_hidden and is_asking_side(question, *each))]
    if not is_hidden:
        credited.append((question.asker_id, question.organisation_id, Credit.QUESTION))
    seen: set[int] = set()
    for person_id, organisation_id, credit in credited:
        if person_id in seen:
            continue
        seen.add(person_id)
        session.add(
            ArticleAuthor(
                article_id=article.id,
                person_id=person_id,
                organisation_id=organisation_id,
                credit=credit,
                position=len(seen),
            )
        )
    session.flush()
