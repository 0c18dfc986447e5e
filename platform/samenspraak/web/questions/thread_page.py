"""Putting the page of one question together, for a reader and for a writer whose text is not posted yet."""

from flask.wrappers import Response

from samenspraak.core.clock import local_day
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import find_asker
from samenspraak.questions.queries.citation_reviews import changed_citations
from samenspraak.questions.queries.mentions import taking_part
from samenspraak.questions.queries.seats import seats_of, voices_for
from samenspraak.questions.queries.threads import Thread, thread_of
from samenspraak.questions.rules import may_accept, may_close, may_edit, may_follow
from samenspraak.routing.rules import may_invite
from samenspraak.sources.marking import citations_of
from samenspraak.web.questions.around import answer_form as empty_or_drafted
from samenspraak.web.questions.around import around, draft_for
from samenspraak.web.questions.beside import beside
from samenspraak.web.questions.crumbs import crumbs
from samenspraak.web.questions.forms.replying import AnswerForm, CommentForm
from samenspraak.web.questions.offering import alike_to, near_duplicate
from samenspraak.web.questions.pages import QuestionPage
from samenspraak.web.questions.way_page import way_of
from samenspraak.web.questions.weights import why_no_position
from samenspraak.web.shell.citing import look_up_citations
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.page import Crumb, render


def show_question(
    question: Question,
    *,
    answer_form: AnswerForm | None = None,
    comment_form: CommentForm | None = None,
    previews: bool = False,
    status: int = 200,
) -> Response:
    """Show a question; with a form that was sent, show what was typed in it, a preview of it, or what is wrong."""
    failed = None if status < 400 else answer_form or comment_form
    page = _page(question, answer_form, comment_form, failed, previews=previews)
    look_up_citations(page.texts)
    return render("questions/show.html", page, status)


def _page(
    question: Question,
    answer_form: AnswerForm | None,
    comment_form: CommentForm | None,
    failed: AnswerForm | CommentForm | None,
    *,
    previews: bool,
) -> QuestionPage:
    who, asked_by, asked_for = viewer(), question.asker_id, question.organisation_id
    thread, seats = thread_of(session(), question, who), seats_of(session(), who)
    alike = alike_to(question.title, question.body, without=question.id)
    asker, voices = find_asker(session(), who, question), voices_for(session(), who, question, seats)
    draft, way = draft_for(question, voices), way_of(question, asker, thread)
    return QuestionPage(
        title=question.title,
        crumbs=crumbs(Crumb(question.title)),
        question=question,
        asker=asker,
        thread=thread,
        course=way.course,
        waiting=way.waiting,
        may_pause=way.may_pause,
        asked=way.asked,
        alike=alike,
        same=near_duplicate(alike) if may_follow(who, asked_by=asked_by, asked_for=asked_for) else None,
        may_edit=may_edit(who, asked_by),
        may_accept=may_accept(seats, asked_by=asked_by, asked_for=asked_for, person_id=who.person_id),
        may_comment=who.is_signed_in,
        may_invite=may_invite(who, seats, asked_by=asked_by, asked_for=asked_for),
        may_close=may_close(who, seats, asked_by=asked_by, asked_for=asked_for),
        today=local_day(now()),
        answer_form=answer_form or empty_or_drafted(question, voices, draft),
        around=around(question, thread, draft),
        beside=beside(question),
        why_no_position=why_no_position(question, seats, voices),
        comment_forms=_comment_forms(question, thread, comment_form) if who.is_signed_in else {},
        changed=changed_citations(session(), _that_cite(thread)),
        failed=failed,
        previews=previews,
    )


def _that_cite(thread: Thread) -> list[int]:
    """The answers that cite something: of no other can a source have changed."""
    return [placed.answer.id for placed in thread.answers if citations_of(placed.answer.body)]


def _comment_forms(question: Question, thread: Thread, sent: CommentForm | None) -> dict[int | None, CommentForm]:
    people = taking_part(session(), viewer(), question)
    places = [None, *(placed.answer.id for placed in thread.answers)]
    forms = {place: CommentForm(place, people, formdata=None) for place in places}
    return forms | ({sent.answer_id: sent} if sent else {})
