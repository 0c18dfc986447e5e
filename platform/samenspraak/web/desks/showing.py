"""Putting together what stands around a question at a desk, and above the pages of a desk."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.calendar.queries import calendar_for
from samenspraak.core.errors import NotFound
from samenspraak.routing.desks.queries import colleagues_of, desks_of
from samenspraak.routing.desks.queue import QueuedCase, find_queued, steps_of
from samenspraak.routing.desks.rules import IN_HAND, may_keep_agreement
from samenspraak.web.desks.course import course_at_desk
from samenspraak.web.desks.forms import AssignForm, PassOnForm
from samenspraak.web.desks.pages import CasePage, DeskHead
from samenspraak.web.shell.context import now, session, viewer
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb, render


def desk_head(endpoint: str) -> DeskHead:
    """Return the desk that the address asks for, else the first one of who looks; `NotFound` for who has none."""
    loads = desks_of(session(), viewer())
    asked = request.args.get("bureau", "")
    chosen = next((load for load in loads if str(load.desk.organisation_id) == asked), loads[0] if loads else None)
    if chosen is None or (asked and str(chosen.desk.organisation_id) != asked):
        raise NotFound
    others = [
        (
            load.desk.organisation.title,
            url_for(endpoint, bureau=load.desk.organisation_id),
            load.waiting,
            load is chosen,
        )
        for load in loads
    ]
    return DeskHead(chosen.desk, others, may_keep_agreement(viewer()))


def show_case(
    question_id: int, assign_form: AssignForm | None = None, pass_on_form: PassOnForm | None = None
) -> ResponseReturnValue:
    """Show a question at its desk; a form that is given comes back with what is wrong in it."""
    queued = find_queued(session(), viewer(), question_id)
    status = 422 if assign_form or pass_on_form else 200
    assign_form, pass_on_form = assign_form or AssignForm(formdata=None), pass_on_form or PassOnForm(formdata=None)
    page = _case_page(queued, assign_form, pass_on_form)
    return render("desks/case.html", page, status)


def _case_page(queued: QueuedCase, assign_form: AssignForm, pass_on_form: PassOnForm) -> CasePage:
    case, question = queued.case, queued.case.question
    colleagues = colleagues_of(session(), case.desk_id)
    assign_form.offer(each for each in colleagues if each.id != case.assigned_to_id)
    return CasePage(
        title=question.title,
        crumbs=desk_crumbs(case.desk_id, question.title),
        queued=queued,
        colleagues=colleagues,
        course=course_at_desk(steps_of(session(), question.id)),
        assign_form=assign_form,
        pass_on_form=pass_on_form,
        calendar=calendar_for(session(), question.organisation_id, question.sector),
        now=now(),
        is_in_hand=case.state in IN_HAND,
        is_colleague=viewer().person_id in {each.id for each in colleagues},
        person_id=viewer().person_id,
    )


def desk_crumbs(desk_id: int, last: str = "") -> tuple[Crumb, ...]:
    """Return the way to a page of a desk, or to the desk itself."""
    desk = Crumb(_("Bureau"), url_for("desks.index", bureau=desk_id) if last else None)
    return from_home(desk, Crumb(last)) if last else from_home(desk)
