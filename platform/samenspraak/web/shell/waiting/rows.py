"""What waits for the one who looks: for an asker on own questions, for an expert on questions of others."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.conversations.models import Introduction
from samenspraak.questions.queries.impact import UseToTell
from samenspraak.questions.queries.listing import QuestionRow
from samenspraak.questions.queries.waiting_answers import AnswerWait, WaitingAnswer
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.next_steps import NextKind, NextStep
from samenspraak.web.shell.formatting import ago
from samenspraak.web.shell.waiting.row import Waiting


def waiting_for_asker(rows: Iterable[QuestionRow], following: Mapping[int, NextStep]) -> list[Waiting]:
    """Return what own questions ask of their asker: say something, choose experts, or judge an answer."""
    acts = {
        NextKind.ASKER_SAYS: _to_say,
        NextKind.ASKER_CHOOSES: _to_choose,
        NextKind.ASKER_JUDGES: _to_judge,
    }
    waiting = [(row, following[row.id]) for row in rows if row.id in following]
    return [acts[step.kind](row, step) for row, step in waiting if step.kind in acts]


def waiting_for_expert(asked: Sequence[Invitation], taken_on: Sequence[Invitation]) -> list[Waiting]:
    """Return what an expert is asked to decide on, and then what they took on and have yet to answer."""
    return [*map(_to_decide, asked), *map(_to_answer, taken_on)]


def waiting_for_author(answers: Iterable[WaitingAnswer]) -> list[Waiting]:
    """Return what answers ask of who wrote them, or may sign them too."""
    return [_of_answer(each) for each in answers]


def waiting_for_use(uses: Iterable[UseToTell]) -> list[Waiting]:
    """Return the answers of which an asker was asked whether they used them."""
    return [
        Waiting(
            _("Hebt u het antwoord gebruikt? %(title)s", title=each.title),
            url_for("questions.use", question_id=each.question_id),
            (_("zes weken geleden geaccepteerd"),),
            _("Vertel het"),
        )
        for each in uses
    ]


def waiting_for_introduction(introductions: Iterable[Introduction], own: Collection[int]) -> list[Waiting]:
    """Return the introductions to which a coordinator, of the organisations `own`, has yet to say yes or no."""
    return [
        Waiting(
            _(
                "Kennismaken met %(name)s",
                name=(each.other if each.organisation_id in own else each.organisation).title,
            ),
            url_for("introductions.index", _anchor=f"kennismaking-{each.id}"),
            (_("voorgesteld: %(day)s", day=ago(each.proposed_at)),),
            _("Bekijk het voorstel"),
        )
        for each in introductions
    ]


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


def _to_say(row: QuestionRow, step: NextStep) -> Waiting:
    return Waiting(
        _("Uw reactie gevraagd: %(title)s", title=row.title),
        url_for("questions.show", question_id=row.id, _anchor="waits-for-asker"),
        (_("%(name)s wacht op u", name=step.names[0]),) if step.names else (),
        _("Reageer"),
    )


def waiting_profile(person_id: int, asked_at: dt.datetime) -> Waiting:
    """Return that an expert is to say whether their profile is still true."""
    return Waiting(
        _("Klopt uw profiel nog?"),
        url_for("experts.show", person_id=person_id, _anchor="confirm"),
        (_("gevraagd: %(day)s", day=ago(asked_at)),),
        _("Kijk het na"),
    )


def waiting_roles(people: int) -> list[Waiting]:
    """Return, if there are any, that so many people have a role that an administrator is to confirm."""
    if not people:
        return []
    title = ngettext("Bevestig de rol van %(num)d collega", "Bevestig de rol van %(num)d collega’s", people)
    why = _("een deskundige stuurde een vraag door naar iemand zonder account")
    return [Waiting(title, url_for("administration.accounts", stand="bevestigen"), (why,), _("Kijk het na"))]


def _to_judge(row: QuestionRow, _step: NextStep) -> Waiting:
    return Waiting(
        _("Hielp dit u? %(title)s", title=row.title),
        url_for("questions.show", question_id=row.id),
        (ngettext("%(num)d antwoord", "%(num)d antwoorden", row.answers),),
        _("Lees het antwoord"),
    )


def _to_choose(row: QuestionRow, step: NextStep) -> Waiting:
    after = (_("na %(day)s kiest Samenspraak", day=ago(step.until)),) if step.until else ()
    return Waiting(
        _("Kies deskundigen: %(title)s", title=row.title),
        url_for("matching.choose", question_id=row.id),
        (_("Gesteld: %(day)s", day=ago(row.asked_at)), _("er is nu niemand gevraagd"), *after),
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
        (invitation.question.organisation.title, _("u nam deze vraag aan"), *_answer_until(invitation.answer_by)),
        _("Schrijf uw antwoord"),
    )


def _answer_until(moment: dt.datetime | None) -> tuple[str, ...]:
    return (_("antwoord uiterlijk %(day)s", day=ago(moment)),) if moment else ()


def _until(moment: dt.datetime | None) -> tuple[str, ...]:
    return (_("reactie uiterlijk %(day)s", day=ago(moment)),) if moment else ()
