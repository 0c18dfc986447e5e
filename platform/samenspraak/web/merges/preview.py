"""What will happen when a question goes into another, told before it happens."""

from samenspraak.core.errors import NotFound
from samenspraak.following.kinds import Subject
from samenspraak.following.queries.follows import followers_of
from samenspraak.following.targets import Target
from samenspraak.questions.duplicates import invitations_go_along, why_not
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.listing import rows_of
from samenspraak.questions.queries.merges import guests_of
from samenspraak.questions.queries.questions import find_question
from samenspraak.routing.merging import count_to_move
from samenspraak.routing.route import is_over
from samenspraak.web.merges.pages import Preview
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.refusals import in_words


def preview_of(question: Question, target_id: int) -> Preview:
    """Return what would become of a question that goes into this one; `NotFound` when there is none."""
    target = find_question(session(), viewer(), target_id)
    rows = rows_of(session(), viewer(), [question.id, target.id])
    if target.id not in {row.id for row in rows}:
        raise NotFound
    obstacle = why_not(question, target, guests_of(session(), question.id), guests_of(session(), target.id))
    own = next(row for row in rows if row.id == question.id)
    return Preview(
        target=next(row for row in rows if row.id == target.id),
        answers=own.answers,
        followers=len(followers_of(session(), [Target(Subject.QUESTION, question.id)])),
        invitations=count_to_move(session(), question.id),
        is_moved=invitations_go_along(question) and not is_over(session(), target.id),
        obstacle=in_words(obstacle) if obstacle else "",
    )
