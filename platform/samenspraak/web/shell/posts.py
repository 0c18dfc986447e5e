"""Where a post stands: on the page of its question."""

from types import MappingProxyType

from flask import url_for

from samenspraak.moderation.kinds import PostKind

_ANCHORS = MappingProxyType({PostKind.ANSWER: "antwoord", PostKind.COMMENT: "reactie-nr"})


def post_url(kind: PostKind, post_id: int, question_id: int) -> str:
    """Return the address of a post."""
    anchor = f"{_ANCHORS[kind]}-{post_id}" if kind in _ANCHORS else None
    return url_for("questions.show", question_id=question_id, _anchor=anchor)
