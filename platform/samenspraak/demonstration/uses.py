"""What answers led to in the demonstration: the clock asks six weeks later, and most askers tell after some days."""

import datetime as dt

from sqlalchemy import select

from samenspraak.demonstration.chance import draw, happens, pick
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.questions.actions.impact import ask_for_impact, tell_impact
from samenspraak.questions.kinds import Use
from samenspraak.questions.models.answer import Acceptance
from samenspraak.questions.models.impact import Impact

TELLS = 75
"""Of a hundred askers, so many say whether they used it; to the others it waits at home."""
_SAID = (*[Use.YES] * 6, *[Use.PARTLY] * 3, Use.NO)


def ask_and_tell_uses(stage: Stage, at: dt.datetime) -> None:
    """Ask about what is due, and tell of what was asked some days before."""
    while ask_for_impact(stage.session, at):
        pass
    scenes = {scene.question_id: (story, scene) for story, scene in stage.scenes.items()}
    waiting = (
        select(Impact)
        .join(Acceptance, Acceptance.question_id == Impact.question_id)
        .where(Impact.used.is_(None))
        .order_by(Impact.question_id)
    )
    for impact in stage.session.scalars(waiting).all():
        story, scene = scenes[impact.question_id]
        days = dt.timedelta(days=1 + draw(9, story, "tells after"))
        if happens(TELLS, story, "tells") and impact.asked_at + days <= at:
            used = pick(_SAID, story, "used")
            words = pick(values("uses")[used.value], story, "words")
            tell_impact(stage.session, scene.asker.viewer, scene.question_id, used, words, at)
