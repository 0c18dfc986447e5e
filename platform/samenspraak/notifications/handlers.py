"""What is told when something happens: runs inside the transaction in which it does."""

import dataclasses
import datetime as dt
import textwrap
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.core.tokens import hash_token
from samenspraak.notifications import links
from samenspraak.notifications.actions import post_letter, tell
from samenspraak.notifications.letters import AcceptedLetter, AccountLetter, AnsweredLetter, InvitedLetter
from samenspraak.notifications.models import NoticeKind
from samenspraak.notifications.readers import who_may_be_told
from samenspraak.notifications.rules import ACCOUNT_LINK
from samenspraak.people.events import AccountLinkMade
from samenspraak.people.models.account import AccountLink, LinkPurpose, Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.questions.events import AnswerAccepted, AnswerGiven, CommentPlaced
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.answer import Answer, Comment
from samenspraak.questions.models.question import Question
from samenspraak.routing.events import InvitationMoved
from samenspraak.routing.models.invitation import Invitation, InvitationStep
from samenspraak.routing.rules import InvitationState

LONGEST_EXCERPT = 300

_S = InvitationState
_NOTICE_OF_STATE = {
    _S.INVITED: NoticeKind.INVITED,
    _S.ACCEPTED: NoticeKind.INVITATION_ACCEPTED,
    _S.DECLINED: NoticeKind.INVITATION_DECLINED,
    _S.WITHDRAWN: NoticeKind.INVITATION_WITHDRAWN,
    _S.EXPIRED: NoticeKind.INVITATION_EXPIRED,
}


@dataclasses.dataclass(frozen=True)
class _Cause:
    """Something that happened on a question: who did it, and what names it for good."""

    question: Question
    actor: Person | None
    name: str

    @property
    def actor_id(self) -> int | None:
        return self.actor.id if self.actor else None

    @property
    def actor_name(self) -> str:
        return self.actor.name if self.actor else ""

    def shown(self, text: str) -> str:
        """Return a text of the question as a mail may hold it: nothing of one that is restricted."""
        if self.question.visibility is Visibility.RESTRICTED:
            return ""
        return textwrap.shorten(to_plain(text), LONGEST_EXCERPT, placeholder=" …")


def on_invitation_moved(session: Session, event: InvitationMoved, now: dt.datetime) -> None:
    """Tell the expert what others did, and the asker and inviter what the expert or the clock did."""
    state = InvitationState(event.state)
    if state not in _NOTICE_OF_STATE:
        return
    invitation = session.get_one(Invitation, event.invitation_id)
    cause = _cause(session, event.question_id, event.by_id, f"step:{_last_step(session, event)}")
    told = _tell_all(session, cause, _NOTICE_OF_STATE[state], _concerned(invitation, state, cause.question), now)
    if state is _S.INVITED:
        for person in told:
            letter = _invited_letter(session, person, invitation, cause)
            post_letter(session, letter, f"invited:{cause.name}", person.email, now)


def on_answer_given(session: Session, event: AnswerGiven, now: dt.datetime) -> None:
    """Tell the asker that there is an answer."""
    cause = _cause(session, event.question_id, event.author_id, f"answer:{event.answer_id}")
    speaks_for = session.get_one(Answer, event.answer_id).organisation_id
    for person in _tell_all(session, cause, NoticeKind.ANSWERED, [cause.question.asker_id], now):
        letter = AnsweredLetter(
            name=person.name,
            url=links.answer(event.question_id, event.answer_id),
            author=cause.actor_name,
            organisation=_title(session, speaks_for),
            title=cause.shown(cause.question.title),
        )
        post_letter(session, letter, f"answered:{cause.name}", person.email, now)


def on_answer_accepted(session: Session, event: AnswerAccepted, now: dt.datetime) -> None:
    """Tell the author of an answer that it helped, once for each answer."""
    cause = _cause(session, event.question_id, event.by_id, f"answer:{event.answer_id}")
    author_id = session.get_one(Answer, event.answer_id).author_id
    for person in _tell_all(session, cause, NoticeKind.ANSWER_ACCEPTED, [author_id], now):
        letter = AcceptedLetter(
            name=person.name,
            url=links.answer(event.question_id, event.answer_id),
            asker=cause.actor_name,
            title=cause.shown(cause.question.title),
        )
        post_letter(session, letter, f"accepted:{cause.name}", person.email, now)


def on_comment_placed(session: Session, event: CommentPlaced, now: dt.datetime) -> None:
    """Tell the asker, the answer's author, and who commented at the same place before."""
    cause = _cause(session, event.question_id, event.author_id, f"comment:{event.comment_id}")
    answer_id = session.get_one(Comment, event.comment_id).answer_id
    authors = select(Answer.author_id).where(Answer.id == answer_id)
    others = select(Comment.author_id).where(
        Comment.question_id == event.question_id,
        Comment.answer_id.is_not_distinct_from(answer_id),
        Comment.id < event.comment_id,
    )
    concerned = [cause.question.asker_id, *session.scalars(authors), *session.scalars(others)]
    _tell_all(session, cause, NoticeKind.COMMENTED, concerned, now)


def on_account_link_made(session: Session, event: AccountLinkMade, now: dt.datetime) -> None:
    """Mail the link. Its token stands in the mail alone, and is wiped there once the mail has left."""
    person = session.get_one(Person, event.person_id)
    link = session.get_one(AccountLink, hash_token(event.token))
    letter = AccountLetter(
        name=person.name,
        url=links.account_link(event.token),
        is_new=link.purpose is LinkPurpose.INVITATION,
        expires_at=link.expires_at,
    )
    post_letter(session, letter, f"{ACCOUNT_LINK}{link.token_hash[:16]}", person.email, now)


def _cause(session: Session, question_id: int, actor_id: int | None, name: str) -> _Cause:
    actor = session.get(Person, actor_id) if actor_id else None
    return _Cause(session.get_one(Question, question_id), actor, name)


def _title(session: Session, organisation_id: int) -> str:
    return session.get_one(Organisation, organisation_id).title


def _last_step(session: Session, event: InvitationMoved) -> int:
    """Return the step that the event tells of, so that an expert who is invited again is told again."""
    steps = select(InvitationStep.id).where(
        InvitationStep.invitation_id == event.invitation_id, InvitationStep.state == InvitationState(event.state)
    )
    return session.scalar(steps.order_by(InvitationStep.id.desc()).limit(1)) or 0


def _concerned(invitation: Invitation, state: InvitationState, question: Question) -> Iterable[int | None]:
    if state is _S.INVITED:
        return [invitation.expert_id]
    if state is _S.WITHDRAWN:
        # Who was only proposed was never asked, and has nothing to hear of.
        return [invitation.expert_id] if invitation.invited_at else []
    askers = [question.asker_id, invitation.invited_by_id]
    return [invitation.expert_id, *askers] if state is _S.EXPIRED else askers


def _tell_all(
    session: Session, cause: _Cause, kind: NoticeKind, person_ids: Iterable[int | None], now: dt.datetime
) -> Sequence[Person]:
    people = who_may_be_told(session, cause.question, person_ids, cause.actor_id)
    for person in people:
        tell(
            session,
            person.id,
            kind,
            cause.name,
            question_id=cause.question.id,
            actor_name=cause.actor_name,
            now=now,
        )
    return people


def _invited_letter(session: Session, person: Person, invitation: Invitation, cause: _Cause) -> InvitedLetter:
    return InvitedLetter(
        name=person.name,
        url=links.invitations(),
        inviter=cause.actor_name,
        organisation=_title(session, cause.question.organisation_id),
        title=cause.shown(cause.question.title),
        excerpt=cause.shown(cause.question.body),
        note=cause.shown(invitation.note),
        respond_by=invitation.respond_by,
    )
