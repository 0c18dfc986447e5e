"""Who merges, and that each of their acts is one row in the audit: on both databases."""

import pytest
from sqlalchemy import select

from samenspraak.audit.kinds import Act
from samenspraak.audit.models import AuditEntry
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid, NotAllowed
from samenspraak.people.kinds import Role
from samenspraak.people.rules import Viewer
from samenspraak.questions.actions.merging import dismiss_pair, merge_questions, undo_merge
from samenspraak.questions.models.merge import DismissedPair
from tests.factories.people import make_expert, make_organisation, make_person, viewer
from tests.factories.questions import make_question
from tests.support.site import NOON


@pytest.fixture
def moderator(session: Session) -> Viewer:
    return viewer(make_person(session, Role.MODERATOR))


def test_only_moderators_merge_and_with_a_reason(session: Session, moderator: Viewer) -> None:
    source, target = make_question(session), make_question(session)
    for person in (source.asker, make_expert(session), make_person(session, Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            merge_questions(session, viewer(person), source.id, target.id, "Dezelfde.", NOON)
    with pytest.raises(Invalid) as refusal:
        merge_questions(session, moderator, source.id, target.id, "  ", NOON)
    assert refusal.value.field == "reason"


def test_merging_undoing_and_dismissing_are_each_one_row_in_the_audit(session: Session, moderator: Viewer) -> None:
    partnership = make_organisation(session)
    asker = make_person(session, Role.COORDINATOR, organisation=partnership)
    source, target = make_question(session, asker=asker), make_question(session)
    undo_merge(
        session, moderator, merge_questions(session, moderator, source.id, target.id, "Dezelfde vraag.", NOON).id, NOON
    )
    for _ in range(2):
        dismiss_pair(session, moderator, target.id, source.id, NOON)
    acts = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert [each.act for each in acts] == [Act.QUESTION_MERGED, Act.MERGE_UNDONE, Act.PAIR_DISMISSED]
    assert (acts[0].subject_id, acts[0].reason) == (asker.id, "Dezelfde vraag.")
    assert session.get(DismissedPair, (source.id, target.id))
