"""What partnerships tell each other in the demonstration: what they worked out, follow, seek and want to discuss."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select

from samenspraak.conversations.actions import IntroductionDraft, agree, decline, propose
from samenspraak.core.errors import NotFound
from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.following.actions.follows import follow
from samenspraak.following.actions.searches import look_at, save_search
from samenspraak.following.kinds import Subject
from samenspraak.following.targets import Target
from samenspraak.following.wishes import Wish
from samenspraak.people.actions.experiences import ExperienceDraft, add_experience
from samenspraak.people.models.organisation import Experience, Organisation
from samenspraak.search.request import Filters

Settle = Callable[[dt.datetime], None]


def start_following(stage: Stage, since: dt.datetime) -> None:
    """Let some follow themes, experts and partnerships from the beginning."""
    for name, followed in values("peers")["follows"].items():
        for subject, keys in followed.items():
            for key in keys:
                target = Target(Subject(subject), _id_of(stage, Subject(subject), key))
                follow(stage.session, stage.cast[name].viewer, target, since)


def tell_peers(stage: Stage, agenda: Agenda, settle: Settle) -> None:
    """Let partnerships tell what they worked out, and ask each other to talk; and let some save a search."""
    written = values("peers")
    experiences = [_work_out(stage, agenda, number, settle) for number in range(len(written["experiences"]))]
    for name, story in written["questions"]:
        _follow_question(stage, name, story, agenda.moment(5, name, story))
    for number, search in enumerate(written["searches"]):
        _save(stage, agenda, number, search)
    for number, wanted in enumerate(written["introductions"]):
        _introduce(stage, agenda, number, wanted, experiences)
        settle(agenda.moment(wanted["days"], "introduction", number, "told"))


def _work_out(stage: Stage, agenda: Agenda, number: int, settle: Settle) -> Experience:
    told = values("peers")["experiences"][number]
    writer, at = stage.cast[told["by"]], agenda.moment(told["days"], "experience", number)
    draft = ExperienceDraft(
        title=told["title"],
        body=told["body"],
        theme_ids=tuple(stage.theme_ids[slug] for slug in told["themes"]),
        is_open_to_contact=told.get("open", True),
    )
    experience = add_experience(stage.session, writer.viewer, writer.organisation_id, draft, at)
    settle(at)
    return experience


def _follow_question(stage: Stage, name: str, story: str, at: dt.datetime) -> None:
    target = Target(Subject.QUESTION, stage.scenes[story].question_id)
    try:
        follow(stage.session, stage.cast[name].viewer, target, at)
    except NotFound:  # it is not for them to read
        return


def _save(stage: Stage, agenda: Agenda, number: int, search: Mapping[str, Any]) -> None:
    viewer = stage.cast[search["by"]].viewer
    wish = Wish(search["words"], Filters(theme=search.get("theme"), answered=search.get("answered")))
    saved = save_search(stage.session, viewer, search["name"], wish, agenda.moment(search["days"], "search", number))
    look_at(stage.session, viewer, saved.id, agenda.moment(search["looked"], "search", number))
    saved.checked_at = agenda.now


def _introduce(
    stage: Stage, agenda: Agenda, number: int, wanted: Mapping[str, Any], experiences: list[Experience]
) -> None:
    proposer, first, other = (stage.cast[wanted[key]] for key in ("by", "for" if "for" in wanted else "by", "with"))
    at = agenda.moment(wanted["days"], "introduction", number)
    draft = IntroductionDraft(
        organisation_id=first.organisation_id,
        other_id=other.organisation_id,
        words=wanted["words"],
        experience_id=experiences[wanted["experience"]].id if "experience" in wanted else None,
    )
    introduction = propose(stage.session, proposer.viewer, draft, at)
    if "agreed" in wanted:
        agree(stage.session, other.viewer, introduction.id, agenda.moment(wanted["agreed"], "agreed", number))
    if "declined" in wanted:
        at = agenda.moment(wanted["declined"], "declined", number)
        decline(stage.session, other.viewer, introduction.id, wanted["reason"], at)


def _id_of(stage: Stage, subject: Subject, key: str) -> int:
    if subject is Subject.THEME:
        return stage.theme_ids[key]
    if subject is Subject.EXPERT:
        return stage.cast[key].person_id
    return stage.session.scalars(select(Organisation.id).where(Organisation.code == key)).one()
