"""What an article says, as plain values."""

import dataclasses
import secrets

LONGEST_TITLE = 120
LONGEST_SUMMARY = 500
LONGEST_HEADING = 120
MOST_SECTIONS = 30


@dataclasses.dataclass(frozen=True)
class SectionText:
    """A part of an article under a heading; `key` tells it from the others, also when it moves."""

    key: str
    heading: str
    body: str


@dataclasses.dataclass(frozen=True)
class ArticleText:
    """All that an article says."""

    title: str
    summary: str
    sections: tuple[SectionText, ...]

    @property
    def whole(self) -> str:
        """The text under its headings, as it is compared and searched."""
        parts = (f"{each.heading}\n\n{each.body}".strip() for each in self.sections)
        return "\n\n".join(part for part in (self.summary, *parts) if part)


def new_key() -> str:
    """Return a key that no other section has."""
    return secrets.token_hex(4)
