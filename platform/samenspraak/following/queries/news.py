"""What is new for someone: what happened lately to what they are interested in. Never their own, never what is hidden.

Who asked anonymously is nowhere among it: a followed partnership is no reason for an anonymous question, and neither
is a followed expert for an answer that would tell who asked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, cast, literal, not_, null, or_, select, true, union_all
from sqlalchemy.orm import contains_eager, selectinload

from samenspraak.core.db import Session
from samenspraak.following.kinds import NewsKind
from samenspraak.following.queries.interests import Interests, interests_of
from samenspraak.following.rules import MOST, WINDOW, Happening, News, Reason, rank_news
from samenspraak.knowledge.models.article import Article, ArticleRevision, ArticleTheme
from samenspraak.knowledge.visibility import is_readable_by
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Experience, ExperienceTheme, Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import asker_is_known_to
from samenspraak.questions.models.answer import Acceptance, Answer, EarlierText
from samenspraak.questions.models.question import Question, QuestionTheme
from samenspraak.questions.visibility import answer_counts, is_listed_to
from samenspraak.search.index import Index
from samenspraak.search.thesaurus import Thesaurus

_LOOKED_AT = 100
"""Of each kind of happening the newest so many are weighed."""


def news_for(
    session: Session, index: Index, thesaurus: Thesaurus, viewer: Viewer, now: dt.datetime, most: int = MOST
) -> tuple[News, ...]:
    """Return what is new for someone, best first, each with its reasons."""
    if viewer.person_id is None:
        return ()
    interests = interests_of(session, index, thesaurus, viewer, now)
    gathered = [
        *_of_questions(session, viewer, interests, now),
        *_of_experiences(session, viewer, interests, now),
        *_of_articles(session, viewer, interests, now),
    ]
    return rank_news(gathered, now, most)


def _of_questions(session: Session, viewer: Viewer, interests: Interests, now: dt.datetime) -> Iterator[Happening]:
    newest = [
        make(viewer, interests, now - WINDOW).limit(_LOOKED_AT) for make in (_asked, _answered, _accepted, _revised)
    ]
    rows = session.execute(union_all(*(select(each.subquery()) for each in newest))).all()
    themes = _themes_of(session, {row.question_id for row in rows}, interests)
    for row in rows:
        reasons = [*interests.questions.get(row.question_id, ()), *themes.get(row.question_id, ())]
        if not row.is_anonymous:
            reasons += interests.partnerships.get(row.organisation_id, ())
        if row.kind == NewsKind.ANSWERED and not row.gives_away:
            reasons += interests.experts.get(row.actor_id, ())
        name = "" if row.gives_away and not row.is_known else row.name
        yield Happening(NewsKind(row.kind), row.at, row.question_id, row.answer_id, None, name, tuple(reasons))


def _asked(viewer: Viewer, interests: Interests, since: dt.datetime) -> Select[Any]:
    told = _columns(viewer, NewsKind.ASKED, Question.asked_at, cast(null(), Integer), gives_away=true())
    wanted = select(*told).select_from(Question).join(Person, Person.id == Question.asker_id)
    wanted = wanted.where(Question.asked_at > since, _is_of_interest(interests), _is_of_others(viewer))
    return wanted.order_by(Question.asked_at.desc())


def _answered(viewer: Viewer, interests: Interests, since: dt.datetime) -> Select[Any]:
    told = _columns(viewer, NewsKind.ANSWERED, Answer.answered_at, Answer.id, gives_away=_is_of_asking_side())
    of_interest = or_(_is_of_interest(interests), Answer.author_id.in_(list(interests.experts)))
    wanted = select(*told).select_from(Question).join(Answer, Answer.question_id == Question.id)
    wanted = wanted.join(Person, Person.id == Answer.author_id).where(answer_counts(), of_interest)
    wanted = wanted.where(Answer.answered_at > since, Answer.author_id != viewer.person_id, _is_of_others(viewer))
    return wanted.order_by(Answer.answered_at.desc())


def _accepted(viewer: Viewer, interests: Interests, since: dt.datetime) -> Select[Any]:
    told = _columns(viewer, NewsKind.ACCEPTED, Acceptance.accepted_at, Answer.id, gives_away=_is_of_asking_side())
    wanted = select(*told).select_from(Question).join(Acceptance, Acceptance.question_id == Question.id)
    wanted = wanted.join(Answer, Answer.id == Acceptance.answer_id).join(Person, Person.id == Answer.author_id)
    wanted = wanted.where(answer_counts(), _is_of_interest(interests), _is_of_others(viewer))
    wanted = wanted.where(Acceptance.accepted_at > since, Answer.author_id != viewer.person_id)
    return wanted.order_by(Acceptance.accepted_at.desc())


def _revised(viewer: Viewer, interests: Interests, since: dt.datetime) -> Select[Any]:
    """Changed texts of questions that are of interest themselves: on a whole theme a change is no news."""
    told = _columns(viewer, NewsKind.REVISED, EarlierText.replaced_at, Answer.id, gives_away=true())
    of_answer = and_(EarlierText.answer_id == Answer.id, answer_counts())
    wanted = select(*told).select_from(EarlierText).outerjoin(Answer, of_answer)
    wanted = wanted.join(Question, or_(Question.id == EarlierText.question_id, Question.id == Answer.question_id))
    wanted = wanted.join(Person, Person.id == EarlierText.replaced_by_id)
    wanted = wanted.where(EarlierText.replaced_at > since, EarlierText.replaced_by_id != viewer.person_id)
    wanted = wanted.where(Question.id.in_(list(interests.questions)), _is_of_others(viewer))
    return wanted.order_by(EarlierText.replaced_at.desc())


def _columns(
    viewer: Viewer, kind: NewsKind, at: Any, answer_id: Any, *, gives_away: ColumnElement[bool]
) -> tuple[Any, ...]:
    """What is read of a happening; `gives_away`: the name of who did it would tell who asked anonymously."""
    return (
        literal(kind.value).label("kind"),
        Question.id.label("question_id"),
        Question.organisation_id.label("organisation_id"),
        Question.is_anonymous.label("is_anonymous"),
        asker_is_known_to(viewer).label("is_known"),
        and_(Question.is_anonymous, gives_away).label("gives_away"),
        at.label("at"),
        answer_id.label("answer_id"),
        Person.id.label("actor_id"),
        Person.name.label("name"),
    )


def _is_of_asking_side() -> ColumnElement[bool]:
    return or_(Answer.author_id == Question.asker_id, Answer.organisation_id == Question.organisation_id)


def _is_of_interest(interests: Interests) -> ColumnElement[bool]:
    on_themes = select(QuestionTheme.question_id).where(QuestionTheme.theme_id.in_(list(interests.themes)))
    openly_asked = and_(Question.organisation_id.in_(list(interests.partnerships)), not_(Question.is_anonymous))
    return or_(Question.id.in_(list(interests.questions)), Question.id.in_(on_themes), openly_asked)


def _is_of_others(viewer: Viewer) -> ColumnElement[bool]:
    return and_(Question.asker_id != viewer.person_id, is_listed_to(viewer))


def _themes_of(session: Session, question_ids: Collection[int], interests: Interests) -> dict[int, list[Reason]]:
    rows = select(QuestionTheme.question_id, QuestionTheme.theme_id).where(
        QuestionTheme.question_id.in_(question_ids), QuestionTheme.theme_id.in_(list(interests.themes))
    )
    found: dict[int, list[Reason]] = defaultdict(list)
    for question_id, theme_id in session.execute(rows):
        found[question_id] += interests.themes[theme_id]
    return found


def _of_experiences(session: Session, viewer: Viewer, interests: Interests, now: dt.datetime) -> Iterator[Happening]:
    on_themes = select(ExperienceTheme.experience_id).where(ExperienceTheme.theme_id.in_(list(interests.themes)))
    wanted = (
        select(Experience)
        .join(Experience.organisation)
        .where(
            Experience.added_at > now - WINDOW,
            Experience.organisation_id.not_in(viewer.organisation_ids),
            Organisation.is_active,
            or_(
                Experience.id.in_(list(interests.experiences)),
                Experience.organisation_id.in_(list(interests.partnerships)),
                Experience.id.in_(on_themes),
            ),
        )
        .options(contains_eager(Experience.organisation), selectinload(Experience.themes))
        .order_by(Experience.added_at.desc())
    )
    for each in session.scalars(wanted.limit(_LOOKED_AT)):
        themes = [reason for theme in each.themes for reason in interests.themes.get(theme.id, ())]
        followed = interests.partnerships.get(each.organisation_id, ())
        reasons = (*interests.experiences.get(each.id, ()), *followed, *themes)
        yield Happening(
            NewsKind.WORKED_OUT,
            each.added_at,
            experience_id=each.id,
            actor=each.organisation.title,
            reasons=reasons,
            title=each.title,
            organisation_id=each.organisation_id,
        )


def _of_articles(session: Session, viewer: Viewer, interests: Interests, now: dt.datetime) -> Iterator[Happening]:
    rows = session.execute(
        select(Article.id, Article.slug, ArticleRevision.title, Article.published_at, ArticleTheme.theme_id)
        .join(ArticleTheme, ArticleTheme.article_id == Article.id)
        .join(
            ArticleRevision,
            and_(ArticleRevision.article_id == Article.id, ArticleRevision.number == Article.published),
        )
        .where(ArticleTheme.theme_id.in_(list(interests.themes)), Article.published_at > now - WINDOW)
        .where(is_readable_by(viewer))
        .order_by(Article.published_at.desc(), Article.id.desc())
        .limit(_LOOKED_AT)
    )
    reasons: dict[tuple[int, str, str, dt.datetime], list[Reason]] = defaultdict(list)
    for article_id, slug, title, at, theme_id in rows:
        if at is None:
            continue
        reasons[article_id, slug, title, at] += interests.themes[theme_id]
    for (article_id, slug, title, at), why in reasons.items():
        yield Happening(NewsKind.PUBLISHED, at, reasons=tuple(why), title=title, article_id=article_id, slug=slug)
