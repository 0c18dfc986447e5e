"""Putting the page of one question together, for a reader and for a writer whose text is not posted yet."""

from flask.wrappers import Response

from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import find_asker
from samenspraak.questions.queries.seats import seats_of, voices_for
from samenspraak.questions.queries.threads import Thread, thread_of
from samenspraak.questions.rules import may_accept, may_edit, may_follow
from samenspraak.routing.queries import CourseStep, course_of
from samenspraak.routing.rules import may_invite
from samenspraak.web.questions.course import course_of_question
from samenspraak.web.questions.crumbs import crumbs
from samenspraak.web.questions.forms.replying import AnswerForm, CommentForm
from samenspraak.web.questions.offering import alike_to, near_duplicate
from samenspraak.web.questions.pages import QuestionPage
from samenspraak.web.shell.context import session, viewer
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
    who = viewer()
    thread = thread_of(session(), question, who)
    seats, asked_by, asked_for = seats_of(session(), who), question.asker_id, question.organisation_id
    alike = alike_to(question.title, question.body, without=question.id)
    is_told_of_same = may_follow(who, asked_by=asked_by, asked_for=asked_for)
    asker = find_asker(session(), who, question)
    page = QuestionPage(
        title=question.title,
        crumbs=crumbs(Crumb(question.title)),
        question=question,
        asker=asker,
        thread=thread,
        course=course_of_question(who, question, asker, thread, _steps(question)),
        alike=alike,
        same=near_duplicate(alike) if is_told_of_same else None,
        may_edit=may_edit(who, asked_by),
        may_accept=may_accept(seats, asked_by=asked_by, asked_for=asked_for, person_id=who.person_id),
        may_comment=who.is_signed_in,
        may_invite=may_invite(who, seats, asked_by=asked_by, asked_for=asked_for),
        answer_form=answer_form or _answer_form(question),
        comment_forms=_comment_forms(thread, comment_form) if who.is_signed_in else {},
        failed=None if status < 400 else answer_form or comment_form,
        previews=previews,
    )
    return render("questions/show.html", page, status)


def _steps(question: Question) -> tuple[CourseStep, ...]:
    """Return every step for who asked and moderators; for an expert the own ones; for a visitor none."""
    if may_follow(viewer(), asked_by=question.asker_id, asked_for=question.organisation_id):
        return course_of(session(), question.id)
    own = viewer().person_id
    return course_of(session(), question.id, only_of=own) if own is not None else ()


def _answer_form(question: Question) -> AnswerForm | None:
    voices = voices_for(session(), viewer(), question)
    return AnswerForm(voices, formdata=None) if voices else None


def _comment_forms(thread: Thread, sent: CommentForm | None) -> dict[int | None, CommentForm]:
    places = [None, *(placed.answer.id for placed in thread.answers)]
    forms = {place: CommentForm(place, formdata=None) for place in places}
    return forms | ({sent.answer_id: sent} if sent else {})
