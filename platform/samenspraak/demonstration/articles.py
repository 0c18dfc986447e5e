"""The articles of the demonstration, in every state, made by one moderator and read by another."""

import datetime as dt
from typing import Any

from sqlalchemy import select

from samenspraak.core.clock import local_day
from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.knowledge.actions.editing import edit_article, sign_of
from samenspraak.knowledge.actions.hearing import remark_on, say_whether_it_helped
from samenspraak.knowledge.actions.keeping import remind_of_articles, retire_article
from samenspraak.knowledge.actions.making import start_from_question
from samenspraak.knowledge.actions.reviewing import accept_article, send_back, submit_article
from samenspraak.knowledge.drafts import ArticleDraft
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.queries.articles import find_article, revision_of, text_of
from samenspraak.knowledge.texts import ArticleText, SectionText
from samenspraak.people.rules import Viewer
from samenspraak.questions.models.question import Question

_HEADINGS = ("De vraag", "Het antwoord", "Waarop het rust")
_AN_HOUR = dt.timedelta(hours=1)
_READERS = 12


def make_articles(stage: Stage, agenda: Agenda) -> None:
    """Make the articles, bring each to where it ends, and have readers say what they think of them."""
    written = values("articles")
    writer, second = (stage.cast[written[who]].viewer for who in ("writer", "second"))
    slugs = {each["title"]: _make(stage, agenda, each, writer, second) for each in written["articles"]}
    for each in written["articles"]:
        _end(stage, agenda, each, slugs, writer)
    remind_of_articles(stage.session, agenda.now)


def _make(stage: Stage, agenda: Agenda, written: dict[str, Any], writer: Viewer, second: Viewer) -> str:
    at, session = agenda.moment(written["days"]), stage.session
    question_id = session.scalars(select(Question.id).where(Question.title == written["question"])).first()
    if question_id is None:
        raise LookupError(written["question"])
    article = start_from_question(session, writer, question_id, _HEADINGS, at)
    text = text_of(revision_of(session, article.id, article.current))
    text = ArticleText(written["title"], written["summary"], text.sections)
    review_on = local_day(at) + dt.timedelta(days=written["review_in"])
    _edit(stage, writer, article, text, at, review_on=review_on)
    if written["ends"] == "draft":
        return article.slug
    submit_article(session, writer, article.slug, at + _AN_HOUR, confirmed=True)
    if written["ends"] == "sent_back":
        send_back(session, second, article.slug, article.current, written["words"], at + 2 * _AN_HOUR)
    elif written["ends"] != "in_review":
        accept_article(session, second, article.slug, article.current, "", at + 2 * _AN_HOUR)
    return article.slug


def _end(stage: Stage, agenda: Agenda, written: dict[str, Any], slugs: dict[str, str], writer: Viewer) -> None:
    slug, session = slugs[written["title"]], stage.session
    if written["ends"] == "obsolete":
        successor = slugs.get(written.get("successor", ""), "")
        retire_article(session, writer, slug, written["because"], successor, agenda.moment(written["gone"]))
    elif written["ends"] == "published":
        _read(stage, agenda, slug)
    if "revised" in written:
        article = find_article(session, writer, slug)
        text = text_of(revision_of(session, article.id, article.current))
        more = SectionText("termijn1", "De termijn", written["revised"])
        text = ArticleText(text.title, text.summary, (*text.sections, more))
        _edit(stage, writer, article, text, agenda.moment(1), reason=written["reason"])
    if "remark" in written:
        said = written["remark"]
        remark_on(session, stage.cast[said["by"]].viewer, slug, said["words"], None, agenda.moment(said["days"]))


def _edit(stage: Stage, by: Viewer, article: Article, text: ArticleText, at: dt.datetime, **changed: Any) -> None:
    seen = sign_of(article, text_of(revision_of(stage.session, article.id, article.current)))
    given: dict[str, Any] = {
        "theme_ids": tuple(theme.id for theme in article.themes),
        "sector": article.sector,
        "visibility": article.visibility,
        "owner_id": article.owner_id,
        "review_on": article.review_on,
    }
    edit_article(stage.session, by, article.slug, ArticleDraft(text=text, **given | changed), seen, at)


def _read(stage: Stage, agenda: Agenda, slug: str) -> None:
    """Have some say whether it helped: most yes."""
    readers = list(stage.cast.values())[: len(slug) % _READERS]
    for place, reader in enumerate(readers):
        say_whether_it_helped(stage.session, reader.viewer, slug, agenda.moment(5), helped=place % 5 != 0)
