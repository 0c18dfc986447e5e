"""Which version of a source an address means, and how versions are shown beside it."""

from collections.abc import Sequence

from flask import request, url_for
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.sources.models import Source, SourceVersion
from samenspraak.web.shell.crumbs import from_home
from samenspraak.web.shell.page import Crumb
from samenspraak.web.sources.pages import ShownVersion

VERSION = "versie"


def version_of(source: Source, named: str | None = None) -> SourceVersion:
    """Return the version that the address names by its first day, else the one in force."""
    wanted = request.args.get(VERSION, "") if named is None else named
    if not wanted:
        return source.versions[0]
    found = next((version for version in source.versions if version.valid_from.isoformat() == wanted), None)
    if found is None:
        raise NotFound
    return found


def name_in_address(version: SourceVersion) -> str | None:
    """Return how an address names a version; nothing for the one in force."""
    return None if version.replaced_on is None else version.valid_from.isoformat()


def shown_versions(source: Source, shown: SourceVersion, article: str = "") -> Sequence[ShownVersion]:
    """Return the versions of a source, the newest first, each with where its difference with the one before stands."""
    older: list[SourceVersion | None] = [*source.versions[1:], None]
    return [
        ShownVersion(
            valid_from=version.valid_from,
            valid_until=version.replaced_on,
            url=url_of(source, article, name_in_address(version)),
            is_shown=version is shown,
            compare_url=compare_url(source, article, before, version) if before else "",
        )
        for version, before in zip(source.versions, older, strict=True)
    ]


def url_of(source: Source, article: str = "", version: str | None = None) -> str:
    """Return where a source, or an article of it, stands."""
    if article:
        return url_for("sources.article", name=source.name, number=article, versie=version)
    return url_for("sources.show", name=source.name, versie=version)


def compare_url(source: Source, article: str, before: SourceVersion, after: SourceVersion) -> str:
    """Return where two versions stand beside each other: of an article, or of the whole of a letter."""
    old, new = before.valid_from.isoformat(), after.valid_from.isoformat()
    if article:
        return url_for("sources.compare_article", name=source.name, number=article, van=old, met=new)
    return url_for("sources.compare", name=source.name, van=old, met=new)


def crumbs_to(source: Source, *steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way to a page of a source."""
    last = Crumb(source.short, url_of(source) if steps else None)
    return from_home(Crumb(_("Bronnen"), url_for("sources.index")), last, *steps)
