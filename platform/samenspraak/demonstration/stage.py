"""Carries out deeds through the rooms' own actions, each at its moment."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from functools import singledispatch

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.demonstration.cast import Player
from samenspraak.demonstration.deeds import (
    Accept,
    AcceptAnswer,
    Answer,
    Ask,
    Comment,
    Decline,
    Edit,
    Forward,
    Invite,
    Propose,
    Vote,
    Withdraw,
)
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.actions.answering import accept_answer, give_answer
from samenspraak.questions.actions.asking import ask_question
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.actions.editing import edit_answer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import AnswerDraft, CommentDraft, QuestionDraft
from samenspraak.questions.edits import AnswerEdit
from samenspraak.questions.models.answer import Answer as AnswerRow
from samenspraak.questions.models.answer import HelpfulVote
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.rules import may_vote
from samenspraak.routing import actions as routing
from samenspraak.routing.forwarding import Colleague, forward
from samenspraak.routing.invitable import CannotBeInvited
from samenspraak.routing.models.invitation import Invitation
from samenspraak.routing.rules import InvitationState


@dataclasses.dataclass(frozen=True)
class Scene:
    """One question on stage: who asked it, its id, and the ids of its answers in the order in which they were given."""

    asker: Player
    question_id: int
    answer_ids: list[int] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Stage:
    """Where deeds are done. Scenes are kept by story."""

    session: Session
    cast: Mapping[str, Player]
    theme_ids: Mapping[str, int]
    scenes: dict[str, Scene] = dataclasses.field(default_factory=dict)

    def invitation_of(self, story: str, expert: str) -> Invitation | None:
        """Return the invitation of an expert for a story's question."""
        found = select(Invitation).where(
            Invitation.question_id == self.scenes[story].question_id,
            Invitation.expert_id == self.cast[expert].person_id,
        )
        return self.session.scalar(found)


@singledispatch
def perform(deed: object, _stage: Stage, _story: str, _at: dt.datetime) -> None:
    """Do a deed of a story at a moment."""
    raise TypeError(f"{deed!r} is no deed")


@perform.register
def _(deed: Ask, stage: Stage, story: str, at: dt.datetime) -> None:
    asker = stage.cast[deed.asker]
    draft = QuestionDraft(
        title=deed.title,
        body=deed.body,
        theme_ids=tuple(stage.theme_ids[slug] for slug in deed.themes),
        sector=deed.sector,
        visibility=deed.visibility,
        organisation_id=asker.organisation_id,
        wished_by=deed.wished_by,
        is_anonymous=deed.is_anonymous,
        on_behalf_of_id=_member(stage, deed.member),
        origin_id=stage.scenes[deed.follows].question_id if deed.follows else None,
    )
    stage.scenes[story] = Scene(asker, ask_question(stage.session, asker.viewer, draft, at).id)


@perform.register
def _(deed: Propose, stage: Stage, story: str, at: dt.datetime) -> None:
    routing.propose(stage.session, stage.scenes[story].question_id, _ids(stage, deed.experts), at)


@perform.register
def _(deed: Invite, stage: Stage, story: str, at: dt.datetime) -> None:
    """Invite those who can be asked; who is full or away that day answers of their own accord, or not at all."""
    scene = stage.scenes[story]
    for expert_id in _ids(stage, deed.experts):
        try:
            routing.invite(stage.session, scene.asker.viewer, scene.question_id, [expert_id], deed.note, at)
        except CannotBeInvited:
            continue


@perform.register
def _(deed: Accept, stage: Stage, story: str, at: dt.datetime) -> None:
    invitation = stage.invitation_of(story, deed.expert)
    if invitation and invitation.state is InvitationState.INVITED:
        routing.accept(stage.session, stage.cast[deed.expert].viewer, invitation.id, at)


@perform.register
def _(deed: Decline, stage: Stage, story: str, at: dt.datetime) -> None:
    invitation = stage.invitation_of(story, deed.expert)
    if invitation and invitation.state is InvitationState.INVITED:
        viewer = stage.cast[deed.expert].viewer
        routing.decline(stage.session, viewer, invitation.id, deed.because, deed.words, at)


@perform.register
def _(deed: Forward, stage: Stage, story: str, at: dt.datetime) -> None:
    invitation = stage.invitation_of(story, deed.expert)
    if invitation and invitation.state is InvitationState.INVITED:
        to = Colleague(stage.cast[deed.to].viewer.name, "")
        forward(stage.session, stage.cast[deed.expert].viewer, invitation.id, to, deed.words, at)


@perform.register
def _(deed: Withdraw, stage: Stage, story: str, at: dt.datetime) -> None:
    invitation = stage.invitation_of(story, deed.expert)
    if invitation and invitation.state is InvitationState.INVITED:
        routing.withdraw(stage.session, stage.scenes[story].asker.viewer, invitation.id, at, deed.reason)


@perform.register
def _(deed: Answer, stage: Stage, story: str, at: dt.datetime) -> None:
    scene, author = stage.scenes[story], stage.cast[deed.by]
    draft = AnswerDraft(
        deed.body, deed.standing, author.organisation_id, valid_until=deed.valid_until, basis=deed.basis
    )
    scene.answer_ids.append(give_answer(stage.session, author.viewer, scene.question_id, draft, at).id)


@perform.register
def _(deed: Edit, stage: Stage, story: str, at: dt.datetime) -> None:
    answer = stage.session.get_one(AnswerRow, stage.scenes[story].answer_ids[deed.answer])
    author = next(player for player in stage.cast.values() if player.person_id == answer.author_id)
    edit = AnswerEdit(deed.body, answer.standing, answer.valid_until, answer.basis, deed.reason)
    edit_answer(stage.session, author.viewer, answer.id, edit, answer.sign, at)


@perform.register
def _(deed: AcceptAnswer, stage: Stage, story: str, at: dt.datetime) -> None:
    scene = stage.scenes[story]
    accept_answer(stage.session, scene.asker.viewer, scene.answer_ids[deed.answer], at)


@perform.register
def _(deed: Comment, stage: Stage, story: str, at: dt.datetime) -> None:
    scene = stage.scenes[story]
    draft = CommentDraft(deed.body, scene.answer_ids[deed.under])
    comment(stage.session, stage.cast[deed.by].viewer, scene.question_id, draft, at)


@perform.register
def _(deed: Vote, stage: Stage, story: str, at: dt.datetime) -> None:
    """Add the votes of those who may, all at once: there are hundreds."""
    scene = stage.scenes[story]
    answer = stage.session.get_one(AnswerRow, scene.answer_ids[deed.answer])
    authors = authors_of(stage.session, answer)
    voters = [viewer.person_id for viewer in (stage.cast[name].viewer for name in deed.by) if may_vote(viewer, authors)]
    stage.session.add_all(HelpfulVote(answer_id=answer.id, person_id=voter, voted_at=at) for voter in voters)
    touch_question(stage.session, scene.question_id, len(voters))


def _member(stage: Stage, name: str) -> int | None:
    return stage.session.scalars(select(Organisation.id).where(Organisation.name == name)).one() if name else None


def _ids(stage: Stage, experts: tuple[str, ...]) -> list[int]:
    return [stage.cast[expert].person_id for expert in experts]
