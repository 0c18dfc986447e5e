"""Comments of the demonstration in which someone gave their own number, although they were warned of that."""

from samenspraak.demonstration.agenda import Agenda
from samenspraak.demonstration.content_files import values
from samenspraak.demonstration.stage import Stage
from samenspraak.moderation.actions.warnings import confirm_warning, mark_warning_seen
from samenspraak.privacy.findings import Kind
from samenspraak.questions.actions.commenting import comment
from samenspraak.questions.drafts import CommentDraft
from samenspraak.questions.models.question import Question

_ENDPOINT = "questions.comment"
SEEN_AFTER = 10
"""Working days after which a moderator has looked at it."""


def confirm_warnings(stage: Stage, agenda: Agenda) -> None:
    """Have some askers comment under their question with data of their own; moderators saw the oldest of it."""
    askable = iter(sorted(stage.scenes.values(), key=lambda scene: scene.question_id))
    for told in values("warned"):
        at = agenda.moment(told["working_days"], told["text"])
        scene = next(scene for scene in askable if stage.session.get_one(Question, scene.question_id).asked_at < at)
        comment(stage.session, scene.asker.viewer, scene.question_id, CommentDraft(told["text"]), at)
        kinds = map(Kind, told["kinds"])
        person_id = scene.asker.person_id
        warning = confirm_warning(stage.session, person_id, kinds, _ENDPOINT, scene.question_id, at)
        if told["working_days"] > SEEN_AFTER:
            moderator = next(player for player in stage.cast.values() if player.viewer.is_moderator)
            mark_warning_seen(stage.session, moderator.viewer, warning.id, agenda.moment(SEEN_AFTER))
