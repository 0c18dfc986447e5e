"""What waits for the one who looks: for an asker on own questions, for an expert on questions of others."""

import datetime as dt
from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.questions.queries.waiting_answers import AnswerWait, WaitingAnswer
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import OPEN
from samenspraak.web.home.pages import Waiting
from samenspraak.web.shell.formatting import ago


def waiting_for_asker(rows: Iterable[QuestionRow], invitations: Iterable[Invitation]) -> list[Waiting]:
    """Return what own questions ask of their asker: judge an answer, or choose experts."""
    asked = {each.question_id for each in invitations if each.state in OPEN}
    return [
        _to_judge(row) if row.answers else _to_choose(row)
        for row in rows
        if not row.is_closed and ((row.answers and not row.is_accepted) or (not row.answers and row.id not in asked))
    ]


def waiting_for_expert(asked: Sequence[Invitation], taken_on: Sequence[Invitation]) -> list[Waiting]:
    """Return what an expert is asked to decide on, and then what they took on and have yet to answer."""
    return [*map(_to_decide, asked), *map(_to_answer, taken_on)]


def waiting_for_author(answers: Iterable[WaitingAnswer]) -> list[Waiting]:
    """Return what answers ask of who wrote them, or may sign them too."""
    return [_of_answer(each) for each in answers]


def _of_answer(each: WaitingAnswer) -> Waiting:
    to_answer = url_for("questions.show", question_id=each.question_id, _anchor=f"antwoord-{each.answer_id}")
    match each.kind:
        case AnswerWait.SIGN:
            why = _("%(name)s vraagt u het antwoord mee te ondertekenen", name=each.author)
            return Waiting(_("Onderteken mee: %(title)s", title=each.title), to_answer, (why,), _("Lees het antwoord"))
        case AnswerWait.RESTATE:
            why, act = _("een moderator houdt uw antwoord vast"), _("Kijk wat er niet klopt")
            return Waiting(_("Vastgehouden: %(title)s", title=each.title), to_answer, (why,), act)
        case AnswerWait.RENEW:
            edit = url_for("questions.edit_answer", answer_id=each.answer_id)
            why = _("de dag tot wanneer uw antwoord gold, is voorbij")
            return Waiting(_("Klopt dit nog? %(title)s", title=each.title), edit, (why,), _("Kijk uw antwoord na"))


def _to_judge(row: QuestionRow) -> Waiting:
    return Waiting(
        _("Hielp dit u? %(title)s", title=row.title),
        url_for("questions.show", question_id=row.id),
        (ngettext("%(num)d antwoord", "%(num)d antwoorden", row.answers),),
        _("Lees het antwoord"),
    )


def _to_choose(row: QuestionRow) -> Waiting:
    return Waiting(
        _("Kies deskundigen: %(title)s", title=row.title),
        url_for("matching.choose", question_id=row.id),
        (_("Gesteld: %(day)s", day=ago(row.asked_at)), _("er is nu niemand gevraagd")),
        _("Kies deskundigen"),
    )


def _to_decide(invitation: Invitation) -> Waiting:
    return Waiting(
        _("Gevraagd: %(title)s", title=invitation.question.title),
        url_for("invitations.index", _anchor=f"vraag-{invitation.question_id}"),
        (invitation.question.organisation.title, *_until(invitation.respond_by)),
        _("Neem aan of sla af"),
    )


def _to_answer(invitation: Invitation) -> Waiting:
    return Waiting(
        _("Schrijf uw antwoord: %(title)s", title=invitation.question.title),
        url_for("questions.show", question_id=invitation.question_id, _anchor="write"),
        (invitation.question.organisation.title, _("u nam deze vraag aan")),
        _("Schrijf uw antwoord"),
    )


def _until(moment: dt.datetime | None) -> tuple[str, ...]:
    return (_("reactie voor %(day)s", day=ago(moment)),) if moment else ()
