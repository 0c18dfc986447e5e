"""Citations in what people wrote: links to the part of the source, with its text at hand. One statement a page."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Mapping

from flask import Flask, g, url_for
from flask_babel import gettext as _
from markupsafe import Markup, escape

from samenspraak.core.markup import to_html
from samenspraak.sources.citing import Reference
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.lettered import Line, lines_of
from samenspraak.sources.marking import Marked, mark
from samenspraak.sources.queries import CitedPart, resolve
from samenspraak.web.shell.context import session


@dataclasses.dataclass(frozen=True)
class ShownCitation:
    """A part of a source that a text cites; `id` is that of its text on the page."""

    id: str
    words: str
    part: CitedPart
    lines: tuple[Line, ...]
    url: str


@dataclasses.dataclass(frozen=True)
class Written:
    """Someone's text as it is shown, and what it cites."""

    html: Markup
    citations: tuple[ShownCitation, ...] = ()


def register_citing(app: Flask) -> None:
    """Give the templates what shows a text with its citations."""
    app.jinja_env.globals["written"] = written


def look_up_citations(texts: Iterable[str]) -> None:
    """Look up what the texts of a page cite, in one statement, before it is rendered; none when they cite nothing."""
    marked = {text: mark(text) for text in texts if text}
    cited = [reference for each in marked.values() for reference in each.references]
    parts = {reference.cited: part for reference, part in resolve(session(), cited).items()}
    g.citations, g.cited_parts, g.citation_numbers = marked, parts, itertools.count(1)


def written(text: str) -> Written:
    """Return someone's Markdown as it is shown; what was not looked up before shows no citations."""
    marked: Mapping[str, Marked] = g.get("citations", {})
    if text not in marked:
        return Written(Markup(to_html(text)))  # noqa: S704 - to_html sanitises
    shown = dict(_shown_of(marked[text].references))

    def link(reference: Reference, words: str) -> str:
        found = shown.get(reference.cited)
        if found is None:
            return words
        return f'<a class="cite" href="{escape(found.url)}" data-cite="{found.id}">{words}</a>'

    html = Markup(marked[text].linked(link))  # noqa: S704 - words are of to_html, the rest is escaped
    return Written(html, tuple({each.words: each for each in shown.values()}.values()))


def in_words(part: CitedPart) -> str:
    """Return what a citation is called: "WPO artikel 18a lid 6 onder b"."""
    if not part.article:
        return part.title
    name = part.name if part.name.isupper() else part.title
    paragraph = _("lid %(number)s", number=part.paragraph) if part.paragraph else ""
    letter = _("onder %(letter)s", letter=part.letter) if part.letter else ""
    words = (name, _("artikel %(number)s", number=part.article), paragraph, letter)
    return " ".join(str(word) for word in words if word)


def _shown_of(references: Iterable[Reference]) -> Iterator[tuple[tuple[str, str, str, str], ShownCitation]]:
    """What each reference cites; those that are called the same share one text."""
    named: dict[str, ShownCitation] = {}
    for cited in dict.fromkeys(reference.cited for reference in references):
        part: CitedPart | None = g.cited_parts.get(cited)
        if part:
            words = in_words(part)
            if words not in named:
                named[words] = _shown(part, words)
            yield cited, named[words]


def _shown(part: CitedPart, words: str) -> ShownCitation:
    lines = tuple(lines_of(part.text)) if part.kind is SourceKind.STATUTE else ()
    return ShownCitation(f"bron-{next(g.citation_numbers)}", words, part, lines, _url(part))


def _url(part: CitedPart) -> str:
    if not part.article:
        return url_for("sources.show", name=part.name)
    anchor = f"lid-{part.paragraph}" if part.paragraph else None
    return url_for("sources.article", name=part.name, number=part.article, _anchor=anchor)
