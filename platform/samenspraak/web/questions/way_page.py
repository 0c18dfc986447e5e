"""The parts of a question's page that tell its way: the course, and whether one waits for the asker."""

from dataclasses import dataclass, replace

from flask_babel import gettext as _

from samenspraak.calendar.queries import calendar_for
from samenspraak.questions.anonymity import ShownAsker
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.threads import Thread
from samenspraak.questions.rules import may_follow
from samenspraak.routing.models.route import Route
from samenspraak.routing.next_steps import what_comes_next
from samenspraak.routing.pausing import may_pause, may_resume
from samenspraak.routing.queries import CourseStep, course_of, open_invitation_to
from samenspraak.routing.rules import InvitationState
from samenspraak.routing.stages import UNDER_WAY
from samenspraak.routing.way import find_route, steps_of_way, words_of_pauses
from samenspraak.web.questions.course import course_of_question
from samenspraak.web.questions.pages import AskedOfReader, CourseEntry, WaitingForAsker
from samenspraak.web.questions.way import next_in_words, way_in_words, who_in_words
from samenspraak.web.shell.context import session, viewer


@dataclass(frozen=True)
class Way:
    """The way of a question as its reader may know it, and what they may do about its clock."""

    course: tuple[CourseEntry, ...]
    waiting: WaitingForAsker | None = None
    may_pause: bool = False
    asked: AskedOfReader | None = None


def way_of(question: Question, asker: ShownAsker, thread: Thread) -> Way:
    """Return the way of a question; a visitor reads what stands under it anyway, and no more."""
    if not viewer().is_signed_in:
        return Way(course_of_question(viewer(), question, asker, thread, ()))
    route = find_route(session(), question.id)
    return Way(
        course=_whole_course(question, asker, thread),
        waiting=_waiting_for_asker(question, route) if route else None,
        may_pause=_may_pause(route) if route else False,
        asked=_asked_of_reader(question.id, route) if viewer().is_expert else None,
    )


def _whole_course(question: Question, asker: ShownAsker, thread: Thread) -> tuple[CourseEntry, ...]:
    """What happened and what comes next.

    Whoever asked, and moderators, read names; experts their own; others only that somebody was asked.
    """
    who = viewer()
    follows = may_follow(who, asked_by=question.asker_id, asked_for=question.organisation_id)
    steps = course_of(session(), question.id)
    shown = tuple(_as_known(step, follows=follows) for step in steps)
    trod = steps_of_way(session(), question.id)
    way = way_in_words(trod, question.asker_id, who.person_id or 0, follows=follows)
    past = course_of_question(who, question, asker, thread, shown, way)
    following = what_comes_next(session(), [question.id]).get(question.id)
    if following is None:
        return past
    entry = next_in_words(following, is_own=question.asker_id == who.person_id, follows=follows, reader=who.name)
    return (*past, _with_doubt(entry, question))


def _waiting_for_asker(question: Question, route: Route) -> WaitingForAsker | None:
    """That one waits for the asker, for who can do something about it."""
    if route.paused_at is None or not may_resume(session(), viewer(), question, route):
        return None
    words = words_of_pauses(session(), [question.id]).get(question.id, "")
    return WaitingForAsker(route.paused_by.name if route.paused_by else "", words)


def _asked_of_reader(question_id: int, route: Route | None) -> AskedOfReader | None:
    invitation = open_invitation_to(session(), viewer(), question_id)
    if invitation is None:
        return None
    waits, stands_still = invitation.state is InvitationState.INVITED, route is not None and route.paused_at is not None
    until = invitation.respond_by if waits else invitation.answer_by
    return AskedOfReader(invitation.id, waits, None if stands_still else until)


def _may_pause(route: Route) -> bool:
    """Whether the reader may ask the asker something and stop the clock."""
    runs = route.paused_at is None and route.stage in UNDER_WAY
    return runs and may_pause(session(), viewer(), route.question_id)


def _with_doubt(entry: CourseEntry, question: Question) -> CourseEntry:
    """Say of a deadline after the end of the table of school holidays that it counts public holidays alone."""
    if entry.at is None or question.organisation.holiday_region is None:
        return entry
    if calendar_for(session(), question.organisation_id, question.sector).knows(entry.at):
        return entry
    return replace(entry, text=_("%(text)s. De schoolvakanties van dan zijn nog niet bekend", text=entry.text))


def _as_known(step: CourseStep, *, follows: bool) -> CourseStep:
    """Return a step as its reader may know it: `u` for themselves, and of others names and reasons only who follows."""
    told = replace(step, names=(who_in_words(step.names, viewer().name, follows=follows),))
    is_own = step.names == (viewer().name,)
    return told if follows or is_own else replace(told, declined_because=None, reason="")
