"""What the pages show on which words are taken out."""

import dataclasses
from collections.abc import Sequence

from samenspraak.moderation.posts import Post
from samenspraak.redaction.kinds import Copy
from samenspraak.redaction.models import Redaction
from samenspraak.web.redaction.forms import RedactForm
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class RedactPage:
    """The form, below what the post says, part by part."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: RedactForm
    texts: Sequence[str]
    back_url: str


@dataclasses.dataclass(frozen=True)
class ConfirmPage:
    """What will change, before it cannot be undone; `copies` are the sorts of places with how many texts."""

    title: str
    crumbs: tuple[Crumb, ...]
    form: RedactForm
    post: Post
    copies: Sequence[tuple[Copy, int]]
    is_everywhere: bool
    in_audit: int
    back_url: str


@dataclasses.dataclass(frozen=True)
class RedactionPage:
    """That words were taken out, and why; `url` leads to the post for who may still see it."""

    title: str
    crumbs: tuple[Crumb, ...]
    redaction: Redaction
    url: str
