"""Putting the page of an article together."""

from flask import url_for
from flask_babel import gettext as _

from samenspraak.core.clock import local_day
from samenspraak.knowledge.actions.reviewing import needs_confirmation, writers_since_published
from samenspraak.knowledge.kinds import ArticleState
from samenspraak.knowledge.models.article import Article
from samenspraak.knowledge.queries.articles import authors_of, reviews_of, revision_of, successor_of, text_of
from samenspraak.knowledge.queries.remarks import helpfulness_of, open_remarks
from samenspraak.knowledge.rules import USUAL_WAIT, is_due
from samenspraak.questions.queries.questions import titles_of
from samenspraak.web.knowledge.forms import DecideForm, RemarkForm, RenewForm, SubmitForm, first_day
from samenspraak.web.knowledge.pages import ArticlePage, Work
from samenspraak.web.shell.citing import look_up_citations
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb


def crumbs_to(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way to a page on articles."""
    return from_home(Crumb(_("Kennis"), url_for("knowledge.index")), *steps)


def article_crumb(article: Article, title: str) -> Crumb:
    """Return the step of an article on the way to a page about it."""
    return Crumb(title, url_for("knowledge.show", slug=article.slug))


def page_of(
    article: Article,
    *,
    newest: bool = False,
    submit_form: SubmitForm | None = None,
    decide_form: DecideForm | None = None,
    renew_form: RenewForm | None = None,
    remark_form: RemarkForm | None = None,
) -> ArticlePage:
    """Return the page of an article that its reader was found to see, with its newest text for moderators."""
    number = article.current if newest or article.published is None else article.published
    revision = revision_of(session(), article.id, number)
    text = text_of(revision)
    look_up_citations([text.summary, *(each.body for each in text.sections)])
    origins = titles_of(session(), viewer(), {article.origin_id} if article.origin_id else set())
    is_read = article.published is not None and article.state is not ArticleState.OBSOLETE
    may_remark = viewer().is_signed_in and is_read
    return ArticlePage(
        title=text.title,
        crumbs=crumbs_to(Crumb(text.title)),
        article=article,
        revision=revision,
        text=text,
        authors=authors_of(session(), article.id),
        origin=next(iter(origins.items()), None),
        is_due=is_read and is_due(article.review_on, local_day(now())),
        helpfulness=helpfulness_of(session(), viewer(), article.id),
        remark_form=(remark_form or RemarkForm(formdata=None)) if may_remark else None,
        successor=successor_of(session(), viewer(), article),
        work=_work(article, number, submit_form, decide_form, renew_form) if viewer().is_moderator else None,
    )


def _work(
    article: Article,
    number: int,
    submit_form: SubmitForm | None,
    decide_form: DecideForm | None,
    renew_form: RenewForm | None,
) -> Work:
    reviews = reviews_of(session(), article.id, 2)
    is_open = bool(reviews) and reviews[0].outcome is None
    review = reviews[0] if is_open else None
    concerned = {review.asked_by_id, *writers_since_published(session(), article)} if review else set()
    today = local_day(now())
    return Work(
        is_newest=number == article.current,
        is_unpublished=number != article.published,
        review=review,
        last_review=next((each for each in reviews if each.outcome), None),
        may_decide=review is not None and viewer().person_id not in concerned,
        needs_confirmation=needs_confirmation(session(), article),
        submit_form=submit_form or SubmitForm(formdata=None),
        decide_form=decide_form or DecideForm(formdata=None),
        first_day=first_day(today),
        renew_form=renew_form or RenewForm(formdata=None, review_on=today + USUAL_WAIT),
        remarks=open_remarks(session(), viewer(), slug=article.slug),
    )
