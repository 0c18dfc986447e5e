"""The course of a question in words: asked, routed, answered, accepted."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from samenspraak.people.rules import Viewer
from samenspraak.questions.anonymity import ShownAsker, gives_asker_away
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.threads import AcceptedBy, Thread
from samenspraak.routing.queries import CourseStep
from samenspraak.routing.rules import InvitationState
from samenspraak.web.questions.pages import CourseEntry
from samenspraak.web.questions.way import closed_in_words
from samenspraak.web.questions.weights import signed_by
from samenspraak.web.shell.askers import asker_in_words
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.sentences import in_words


def course_of_question(
    viewer: Viewer,
    question: Question,
    asker: ShownAsker,
    thread: Thread,
    steps: Iterable[CourseStep],
    way: Iterable[CourseEntry] = (),
) -> tuple[CourseEntry, ...]:
    """Return what happened to a question so far, oldest first; `steps` are as the viewer may follow them.

    At one moment, what was decided stands before whom it made to be invited.
    """
    told = list(steps)
    invited = [step for step in told if step.kind is InvitationState.INVITED]
    entries = [
        _asked(viewer, question, asker),
        *(_routed(step) for step in told if step not in invited),
        *way,
        *map(_routed, invited),
        *_answered(viewer, question, asker, thread),
    ]
    if thread.acceptance:
        entries.append(_accepted(viewer, asker, thread, thread.acceptance))
    if question.closed_at and question.closed_because:
        entries.append(CourseEntry(question.closed_at, closed_in_words(question.closed_because), "quiet"))
    return tuple(sorted(entries, key=lambda entry: entry.at or question.asked_at))


def _asked(viewer: Viewer, question: Question, asker: ShownAsker) -> CourseEntry:
    if viewer.person_id == question.asker_id:
        return CourseEntry(question.asked_at, _("U stelde deze vraag"))
    return CourseEntry(question.asked_at, _("Vraag van %(name)s", name=asker.name or asker_in_words(asker)))


def _routed(step: CourseStep) -> CourseEntry:
    names = in_words(step.names)
    told = {
        InvitationState.INVITED: _("U bent gevraagd") if names == _("u") else _("Gevraagd: %(names)s", names=names),
        InvitationState.ACCEPTED: _("%(names)s nam aan", names=names),
        InvitationState.DECLINED: _declined(step, names),
        InvitationState.FORWARDED: _("%(names)s stuurde de vraag door naar een collega", names=names),
        InvitationState.EXPIRED: _("De tijd voor %(names)s is om", names=names),
        InvitationState.WITHDRAWN: _("De vraag aan %(names)s is ingetrokken", names=names),
    }
    is_on = step.kind in {InvitationState.INVITED, InvitationState.ACCEPTED}
    return CourseEntry(step.at, _as_sentence(told[step.kind]), "" if is_on else "quiet")


def _as_sentence(words: str) -> str:
    """Begin with a capital: who did it may be `een deskundige`."""
    return words[:1].upper() + words[1:]


def _declined(step: CourseStep, names: str) -> str:
    why = step.reason or (label(step.declined_because) if step.declined_because else "")
    if not why:
        return str(_("%(names)s sloeg af", names=names))
    return str(_("%(names)s sloeg af: %(why)s", names=names, why=why))


def _answered(viewer: Viewer, question: Question, asker: ShownAsker, thread: Thread) -> Iterator[CourseEntry]:
    for placed in thread.answers:
        at = placed.answer.answered_at
        if placed.answer.author_id == viewer.person_id:
            yield CourseEntry(at, _("U gaf antwoord"))
        elif not asker.is_known and gives_asker_away(question, placed.answer):
            yield CourseEntry(at, _("Antwoord van een collega van de vraagsteller"))
        else:
            yield CourseEntry(at, _("Antwoord van %(name)s", name=signed_by(placed)))


def _accepted(viewer: Viewer, asker: ShownAsker, thread: Thread, acceptance: AcceptedBy) -> CourseEntry:
    author = next(each.answer.author for each in thread.answers if each.is_accepted)
    name = acceptance.name if asker.is_known else _("De vraagsteller")
    if acceptance.person_id == viewer.person_id:
        text = _("U accepteerde het antwoord van %(author)s", author=author.name)
    elif author.id == viewer.person_id:
        text = _("%(name)s accepteerde uw antwoord", name=name)
    else:
        text = _("%(name)s accepteerde het antwoord van %(author)s", name=name, author=author.name)
    return CourseEntry(acceptance.at, text, "accepted")
