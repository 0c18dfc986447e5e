"""`/bronnen` and `/bronnen/<name>`: the sources, and one of them."""

from collections.abc import Sequence

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from samenspraak.questions.queries.citation_reviews import count_open_reviews
from samenspraak.questions.queries.citing import cited_in
from samenspraak.questions.sides import beside
from samenspraak.sources.kinds import SourceKind
from samenspraak.sources.models import Source, SourcePart, SourceVersion
from samenspraak.sources.queries import articles_with, find_source, headings_of, list_sources, texts_of
from samenspraak.web.shell.access import everyone
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.fields import clean
from samenspraak.web.shell.page import Crumb, render
from samenspraak.web.sources.blueprint import blueprint
from samenspraak.web.sources.finding import crumbs_to, name_in_address, shown_versions, url_of, version_of
from samenspraak.web.sources.forms import FilterForm
from samenspraak.web.sources.pages import ComparePage, Entry, ListPage, SourcePage

LONGEST_WORDS = 100


@blueprint.get("/bronnen")
@everyone
def index() -> ResponseReturnValue:
    """Show the sources."""
    form = FilterForm(request.args)
    page = ListPage(
        title=_("Bronnen"),
        crumbs=(),
        form=form,
        sources=list_sources(session(), form.kind()),
        may_edit=viewer().is_moderator,
        to_review=count_open_reviews(session()) if viewer().is_moderator else None,
    )
    return render("sources/index.html", page)


@blueprint.get("/bronnen/<name>")
@everyone
def show(name: str) -> ResponseReturnValue:
    """Show the contents of a statute, or the text of a letter; with `zoek` only the articles that have these words."""
    source = find_source(session(), name)
    version, typed = version_of(source), clean(request.args.get("zoek"))[:LONGEST_WORDS]
    parts = headings_of(session(), version.id)
    is_statute = source.kind is SourceKind.STATUTE
    page = SourcePage(
        title=source.title,
        crumbs=crumbs_to(source),
        source=source,
        version=version,
        versions=shown_versions(source, version),
        entries=_entries(source, version, parts, typed) if is_statute else (),
        text="" if is_statute else parts[0].text,
        typed=typed,
        cited_in=cited_in(session(), viewer(), source.id, ""),
        may_edit=viewer().is_moderator and not is_statute,
    )
    return render("sources/show.html", page)


@blueprint.get("/bronnen/<name>/vergelijken")
@everyone
def compare(name: str) -> ResponseReturnValue:
    """Show two versions of a letter beside each other."""
    source = find_source(session(), name)
    before, after = (version_of(source, request.args.get(which, "")) for which in ("van", "met"))
    texts = texts_of(session(), {before.id, after.id}, "")
    old, new = ("\n\n".join(texts[version.id].values()) for version in (before, after))
    title = _("Wat er veranderde")
    page = ComparePage(title, crumbs_to(source, Crumb(title)), before, after, beside(old, new), url_of(source))
    return render("sources/compare.html", page)


def _entries(source: Source, version: SourceVersion, parts: Sequence[SourcePart], typed: str) -> list[Entry]:
    wanted = articles_with(session(), version.id, typed) if typed else None
    named = name_in_address(version)
    shown = [part for part in parts if wanted is None or part.article in wanted]
    return [
        Entry(part.level, part.heading, url_of(source, part.article, named) if part.article else "")
        if part.level
        else Entry(0, words_of(part), url_of(source, part.article, named))
        for part in shown
    ]


def words_of(part: SourcePart) -> str:
    """Return what an article is called in its own statute."""
    named = _("Artikel %(number)s", number=part.article)
    return f"{named}. {part.heading}" if part.heading else str(named)
