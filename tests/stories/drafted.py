"""What someone is writing, and what proved answered before they asked: for the page of drafts."""

import datetime as dt

from samenspraak.core.db import Session
from samenspraak.people.models.account import Person
from samenspraak.questions.models.kept import AnsweredAlready, KeptDraft
from tests.support.site import NOON
from tests.web.access.world import World


def furnish_drafts(session: Session, world: World, person: Person) -> None:
    """Give someone a question that will be thrown away soon, an answer, and an answer that was there already."""
    question = world.open_question
    given = {"person_id": person.id, "content": {"opening": "x", "fields": {"body": ["De plek is ver weg."]}}}
    long_ago = NOON - dt.timedelta(days=170)
    session.add(KeptDraft(key="oud", title="Wie rijdt er?", kept_at=long_ago, **given))
    session.add(KeptDraft(key="antwoord", question_id=question.id, kept_at=NOON, **given))
    session.add(
        AnsweredAlready(
            person_id=person.id,
            organisation_id=question.organisation_id,
            question_id=question.id,
            answer_id=int(str(world.ids["answer"])),
            draft_key="vooraf",
            at=NOON,
        )
    )
