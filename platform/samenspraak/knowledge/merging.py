"""Bringing together what two moderators made of one article at the same time; no words of either are lost."""

import dataclasses
from collections.abc import Iterator

from samenspraak.knowledge.texts import ArticleText, SectionText
from samenspraak.questions.merging import merge_texts


@dataclasses.dataclass(frozen=True)
class MergedArticle:
    """The text with the changes of both; `conflicts` says in how many places one has to choose."""

    text: ArticleText
    conflicts: int


class _Merger:
    def __init__(self) -> None:
        self.conflicts = 0

    def text(self, base: str, theirs: str, mine: str) -> str:
        merge = merge_texts(base, theirs, mine)
        self.conflicts += len(merge.conflicts)
        return merge.text

    def line(self, base: str, theirs: str, mine: str) -> str:
        """One line: where both changed the same, both stand in it."""
        return " ".join(self.text(base, theirs, mine).split())


def merge_articles(base: ArticleText, theirs: ArticleText, mine: ArticleText) -> MergedArticle:
    """Merge what two made of `base`. A section that one removed and the other changed stays."""
    merger = _Merger()
    sections = tuple(_sections(merger, base, theirs, mine))
    title = merger.line(base.title, theirs.title, mine.title)
    summary = merger.text(base.summary, theirs.summary, mine.summary)
    return MergedArticle(ArticleText(title, summary, sections), merger.conflicts)


def _sections(merger: _Merger, base: ArticleText, theirs: ArticleText, mine: ArticleText) -> Iterator[SectionText]:
    began, stored, typed = ({each.key: each for each in text.sections} for text in (base, theirs, mine))
    for key in _order(theirs, mine):
        old, other, own = began.get(key), stored.get(key), typed.get(key)
        if own is None or other is None:
            kept = own or other
            if kept is not None and kept != old:
                yield kept
            continue
        before = old or SectionText(key, "", "")
        yield SectionText(
            key,
            merger.line(before.heading, other.heading, own.heading),
            merger.text(before.body, other.body, own.body),
        )


def _order(theirs: ArticleText, mine: ArticleText) -> list[str]:
    """Mine, with what only they have behind what it follows with them."""
    keys = [each.key for each in mine.sections]
    before: str | None = None
    for each in theirs.sections:
        if each.key not in keys:
            keys.insert(keys.index(before) + 1 if before in keys else 0, each.key)
        before = each.key
    return keys
