"""Which question may go into which other, and with what: pure functions on questions, and tested against visibility.

Nothing becomes visible to who may not see it:
- Whoever reads the source must be able to read the target, where they are led from then on. So the target is at least
  as open; and a question that few may read only takes in one of the same partnership, without other guests.
- Of the source only its own readers are shown anything ("also asked as"), with who asked by the rules of anonymity.
- Its words find the target only where everyone who may find the target may read the source.
- Who was invited goes along only with a source that tells who asked and invited: else the asker of the target would
  learn of both. Other experts are told that nothing is expected of them any more.
"""

from collections.abc import Collection

from samenspraak.core.errors import Invalid
from samenspraak.people.rules import Viewer
from samenspraak.questions.kinds import Visibility
from samenspraak.questions.models.question import Question

LONGEST_REASON = 500
_OPENNESS = (Visibility.RESTRICTED, Visibility.SIGNED_IN, Visibility.PUBLIC)


def may_merge(viewer: Viewer) -> bool:
    """Say whether someone may have questions go into each other: moderators."""
    return viewer.is_moderator


def why_not(
    source: Question, target: Question, source_guests: Collection[int], target_guests: Collection[int]
) -> str | None:
    """Return the code of what stands in the way of a merge; None when nothing does."""
    if source.id == target.id:
        return "merge-with-itself"
    if _openness(target) < _openness(source):
        return "merge-target-less-open"
    if target.visibility is Visibility.RESTRICTED:
        if source.organisation_id != target.organisation_id:
            return "merge-other-partnership"
        if not set(source_guests) <= set(target_guests):
            return "merge-other-guests"
    return None


def words_go_along(source: Question, target: Question) -> bool:
    """Say whether a question may be found by the words of one that went into it: all its readers may read that one."""
    return source.visibility is not Visibility.RESTRICTED and _openness(source) >= _openness(target)


def invitations_go_along(source: Question) -> bool:
    """Say whether who was invited for a question may be known to who asked the other one."""
    return source.visibility is not Visibility.RESTRICTED and not source.is_anonymous


def check_merge_reason(reason: str) -> None:
    """Refuse a merge without the reason that its asker is told, or with a long story."""
    if not reason.strip():
        raise Invalid("reason", "no-reason-to-merge")
    if len(reason.strip()) > LONGEST_REASON:
        raise Invalid("reason", "merge-reason-too-long")


def _openness(question: Question) -> int:
    return _OPENNESS.index(question.visibility)
