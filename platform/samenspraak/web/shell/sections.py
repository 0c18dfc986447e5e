"""The parts of Kennis, of Moderatie and of Beheer: one small menu that stands above each of their pages."""

import dataclasses

from flask import request, url_for
from flask_babel import gettext as _

from samenspraak.people.rules import Viewer
from samenspraak.web.shell.desks import desk_waiting

_KNOWLEDGE = "knowledge"
_MODERATION = "moderation"
_ADMINISTRATION = "administration"


@dataclasses.dataclass(frozen=True)
class SectionPage:
    """One part: its name, its address, and whether it is the page that is shown."""

    label: str
    url: str
    current: bool


@dataclasses.dataclass(frozen=True)
class Section:
    """The parts of one entry of the main menu, which is the family that `family` names."""

    family: str
    label: str
    pages: tuple[SectionPage, ...]


def section_here(who: Viewer) -> Section | None:
    """Return the parts among which the page of this request stands; None: it stands alone.

    A page that stands in both, as the spokespeople do, shows a moderator the parts of Moderatie.
    """
    for may_see, family, label, parts in (
        (True, _KNOWLEDGE, _("Kennis"), _knowledge),
        (who.is_moderator, _MODERATION, _("Moderatie"), _moderation),
        (who.is_administrator, _ADMINISTRATION, _("Beheer"), _administration),
    ):
        found = _pages(parts()) if may_see else ()
        if any(page.current for page in found):
            return Section(family, label, found)
    return None


def _pages(parts: list[tuple[str, str]]) -> tuple[SectionPage, ...]:
    found = [(label, url_for(endpoint)) for label, endpoint in parts]
    return tuple(SectionPage(label, url, url == request.path) for label, url in found)


def _knowledge() -> list[tuple[str, str]]:
    return [
        (_("Artikelen"), "knowledge.index"),
        (_("Thema’s"), "themes.index"),
        (_("Bronnen"), "sources.index"),
    ]


def _moderation() -> list[tuple[str, str]]:
    desks = [(_("Bureaus"), "desks.index")] if desk_waiting() is not None else []
    return [
        (_("Stapels"), "moderation.index"),
        (_("Waarschuwingen"), "moderation.privacy"),
        (_("Vastgehouden antwoorden"), "standings.held"),
        (_("Woordvoerders"), "standings.spokespeople"),
        (_("Profielen"), "experts.unconfirmed"),
        (_("Opbrengst"), "impact.index"),
        (_("Dubbele vragen"), "merges.likely"),
        (_("Zoekvragen"), "demand.index"),
        (_("Bronnen nakijken"), "sources.reviews"),
        (_("Opmerkingen bij artikelen"), "knowledge.remarks"),
        (_("Woorden"), "themes.terms"),
        (_("Handelingen"), "audit.index"),
        *desks,
    ]


def _administration() -> list[tuple[str, str]]:
    return [
        (_("Organisaties"), "administration.index"),
        (_("Accounts"), "administration.accounts"),
        (_("Profielen"), "experts.unconfirmed"),
        (_("Woordvoerders"), "standings.spokespeople"),
        (_("Vrije dagen"), "administration.holidays"),
        (_("Bureaus"), "administration.desks"),
        (_("Uitnodigen"), "administration.paces"),
        (_("Rangschikking"), "administration.ranking"),
        (_("Mail"), "administration.mails"),
        (_("Handelingen"), "audit.index"),
    ]
