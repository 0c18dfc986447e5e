"""Telling everybody who asked a question that was asked anonymously, and keeping its text from doing so before."""

import re
from collections.abc import Collection, Iterable

from sqlalchemy import select

from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.touching import touch_question
from samenspraak.questions.drafts import QuestionDraft
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.askers import is_asker_known
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.rules import may_edit

_SHORTEST_NAME = 4


def reveal_asker(session: Session, viewer: Viewer, question_id: int) -> Question:
    """Let everybody see who asked; harmless when they can. There is no way back: who read it, knows.

    Raises `NotFound`, and `NotAllowed` for all but the asker.
    """
    question = find_question(session, viewer, question_id, to_change=True)
    if not may_edit(viewer, question.asker_id):
        raise NotAllowed
    if question.is_anonymous:
        question.is_anonymous = False
        touch_question(session, question.id)
    return question


def check_names_no_asker(
    session: Session, asker: str, organisation_ids: Collection[int | None], draft: QuestionDraft
) -> None:
    """Refuse (`Invalid` for "title" or "body") a text that names who asks: it is to be asked anonymously."""
    names = _names(session, asker, organisation_ids)
    for field, text in (("title", draft.title), ("body", draft.body)):
        if names_one_of(text, names):
            raise Invalid(field, "names-asker")


def check_keeps_silent(session: Session, author: Viewer, question: Question, text: str) -> None:
    """Refuse (`Invalid` for "body") what names who asked an anonymous question, from who knows that.

    Who does not know is never refused: a refusal would tell them. The question comes with asker and organisation.
    """
    if not question.is_anonymous or not is_asker_known(session, author, question):
        return
    if names_one_of(text, _names(session, question.asker.name, [question.organisation_id, question.on_behalf_of_id])):
        raise Invalid("body", "names-hidden-asker")


def _names(session: Session, asker: str, organisation_ids: Collection[int | None]) -> list[str]:
    wanted = [each for each in organisation_ids if each is not None]
    organisations = session.scalars(select(Organisation).where(Organisation.id.in_(wanted)))
    return [asker, *(name for each in organisations for name in (each.name, each.code or "", each.short_code))]


def names_one_of(text: str, names: Iterable[str]) -> bool:
    """Say whether a text has one of these names in it as whole words, whatever the case."""
    told = [re.escape(name) for name in names if len(name) >= _SHORTEST_NAME]
    return bool(told) and re.search(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", text, re.IGNORECASE) is not None
