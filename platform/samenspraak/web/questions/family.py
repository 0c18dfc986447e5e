"""The family of pages on questions, whole: its blueprint with the views of every subject on it."""

from samenspraak.web.questions.blueprint import blueprint
from samenspraak.web.questions.views import (
    accepting,
    answered,
    asking,
    closing,
    drafts,
    editing,
    editing_answers,
    history,
    holding,
    listing,
    mentioning,
    reading,
    replying,
    revealing,
    signing,
    using,
    voting,
)

__all__ = [
    "accepting",
    "answered",
    "asking",
    "blueprint",
    "closing",
    "drafts",
    "editing",
    "editing_answers",
    "history",
    "holding",
    "listing",
    "mentioning",
    "reading",
    "replying",
    "revealing",
    "signing",
    "using",
    "voting",
]
