"""`/bronnen/<name>/artikel/<number>`: one article of a statute, and what changed in it."""

from collections.abc import Sequence

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.questions.queries.citing import cited_in
from samenspraak.questions.sides import beside
from samenspraak.sources.lettered import lines_of
from samenspraak.sources.models import Source, SourcePart, SourceVersion
from samenspraak.sources.queries import find_source, neighbours_of, parts_of, texts_of
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.sources.blueprint import blueprint
from samenspraak.web.sources.finding import crumbs_to, name_in_address, shown_versions, url_of, version_of
from samenspraak.web.sources.pages import ArticlePage, ComparePage, Entry, ShownParagraph
from samenspraak.web.sources.views import words_of


@blueprint.get("/bronnen/<name>/artikel/<number>")
@everyone
def article(name: str, number: str) -> ResponseReturnValue:
    """Show an article with its paragraphs, each with its anchor."""
    source = find_source(session(), name)
    version = version_of(source)
    parts = parts_of(session(), version.id, number) if number else ()
    if not parts:
        raise NotFound
    before, after = neighbours_of(session(), version.id, parts)
    page = ArticlePage(
        title=_("%(source)s artikel %(number)s", source=source.short, number=number),
        crumbs=crumbs_to(source, Crumb(_("Artikel %(number)s", number=number))),
        source=source,
        version=version,
        heading=parts[0].heading,
        number=number,
        paragraphs=_paragraphs(parts),
        previous=_entry(source, version, before),
        following=_entry(source, version, after),
        versions=shown_versions(source, version, number),
        cited_in=cited_in(session(), viewer(), source.id, number),
    )
    return render("sources/article.html", page)


@blueprint.get("/bronnen/<name>/artikel/<number>/vergelijken")
@everyone
def compare_article(name: str, number: str) -> ResponseReturnValue:
    """Show two versions of an article beside each other."""
    source = find_source(session(), name)
    before, after = (version_of(source, request.args.get(which, "")) for which in ("van", "met"))
    texts = texts_of(session(), {before.id, after.id}, number)
    if not number or not (texts[before.id] or texts[after.id]):
        raise NotFound
    old, new = (written(texts[version.id]) for version in (before, after))
    title = _("Wat er veranderde in artikel %(number)s", number=number)
    page = ComparePage(title, crumbs_to(source, Crumb(title)), before, after, beside(old, new), url_of(source, number))
    return render("sources/compare.html", page)


def written(texts: dict[tuple[str, str], str]) -> str:
    """Return the text of an article with the numbers of its paragraphs."""
    return "\n".join(f"{paragraph}. {text}" if paragraph else text for (_article, paragraph), text in texts.items())


def _paragraphs(parts: Sequence[SourcePart]) -> list[ShownParagraph]:
    return [
        ShownParagraph(part.paragraph, f"lid-{part.paragraph}" if part.paragraph else "aanhef", lines_of(part.text))
        for part in parts
        if part.text
    ]


def _entry(source: Source, version: SourceVersion, part: SourcePart | None) -> Entry | None:
    if part is None:
        return None
    return Entry(0, words_of(part), url_of(source, part.article, name_in_address(version)))
