"""How people ask in the demonstration: for a member of their partnership, in drafts, or finding the answer first."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from samenspraak.core.errors import NotFound
from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.people.actions.members import add_member
from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.actions.answered_already import find_answered
from samenspraak.questions.actions.keeping import TypedDraft, keep_draft


def join_members(stage: Stage, at: dt.datetime) -> None:
    """Let organisations take part in some partnerships, as who coordinates those says."""
    for code, members in values("asking")["members"].items():
        partnership_id = stage.session.scalars(select(Organisation.id).where(Organisation.code == code)).one()
        keeper = next(each for each in stage.cast.values() if each.organisation_id == partnership_id)
        for kind, name in members:
            add_member(stage.session, keeper.viewer, partnership_id, name, OrganisationKind(kind), at)


def leave_drafts(stage: Stage, agenda: Agenda) -> None:
    """Leave some texts half written: questions, and answers to questions of others."""
    for number, written in enumerate(values("asking")["drafts"]):
        viewer, at = stage.cast[written["by"]].viewer, agenda.moment(written["days"], "draft", number)
        keep_draft(stage.session, viewer, _typed(stage, written, number), at)


def find_answers_first(stage: Stage, agenda: Agenda) -> None:
    """Let some find their answer in what was answered before, as far as they may read that."""
    for number, (name, story, day) in enumerate(values("asking")["answered"]):
        viewer, at = stage.cast[name].viewer, agenda.moment(day, "answered", number)
        try:
            find_answered(stage.session, viewer, stage.scenes[story].question_id, f"demonstration-{number}", at)
        except NotFound:
            continue


def _typed(stage: Stage, written: Mapping[str, Any], number: int) -> TypedDraft:
    answers = written.get("answers")
    title, themes = written.get("title", ""), written.get("themes", ())
    return TypedDraft(
        key=f"demonstration-draft-{number}",
        opening="demonstration",
        follows="",
        title=title,
        body=written["body"],
        fields={
            "title": [title],
            "body": [written["body"]],
            "themes": [str(stage.theme_ids[slug]) for slug in themes],
        },
        question_id=stage.scenes[answers].question_id if answers else None,
    )
