"""axe-core finds no violation of WCAG 2.2 A and AA on any page, wide and narrow, light and dark; nothing scrolls
sideways, and whatever takes the focus shows it. For each commit: wide in light and narrow in dark; deep: all four.
"""

import pytest
from playwright.sync_api import Page

from tests.stories.gallery import ALL_ROUND, NEWCOMER, VISITOR, Gallery
from tests.support.axe import violations
from tests.support.depth import is_deep
from tests.web.access.table import EVERYONE, TABLE

WIDTHS = (1280, 390)
NARROWEST = 320
THEMES = {1280: ("light", "dark"), 390: ("dark", "light")}

NO_PAGES = {
    "audit.export",
    "demand.export",
    "experts.export",
    "health.healthz",
    "health.readyz",
    "impact.export",
    "invitations.export",
    "pages.security",
    "questions.export",
    "questions.mentionable",
    "questions.mentionable_under",
    "search.suggest",
    "static",
}
WALKED = [(row.decision, path) for name, row in TABLE.items() if name not in NO_PAGES for path in row.gets]
PAGES = [
    *[(VISITOR if decision == EVERYONE else ALL_ROUND, path) for decision, path in WALKED],
    (ALL_ROUND, "/"),
    (ALL_ROUND, "/vragen"),
    (ALL_ROUND, "/vragen/{question}"),
    (ALL_ROUND, "/zoeken?q=vervoer"),
    (ALL_ROUND, "/vragen/{own}"),
    (ALL_ROUND, "/vragen/{own}/deskundigen"),
    (ALL_ROUND, "/vragen/{own}/bewerken"),
    (ALL_ROUND, "/vragen/{used}/gebruikt"),
    (ALL_ROUND, "/deskundigen/{expert}/afwezig/{away}"),
    (ALL_ROUND, "/gevraagd?sla-af={invitation}"),
    (ALL_ROUND, "/vragen/{weighed}"),
    (ALL_ROUND, "/antwoorden/{own_answer}/ondertekenaars"),
    (ALL_ROUND, "/antwoorden/{claim}/vasthouden"),
    (ALL_ROUND, "/samenwerkingsverbanden/{own_partnership}"),
    (ALL_ROUND, "/samenwerkingsverbanden/{own_partnership}/aangesloten"),
    (ALL_ROUND, "/samenwerkingsverbanden/{own_partnership}/ervaringen/nieuw"),
    (ALL_ROUND, "/ervaringen/{own_experience}/bewerken"),
    (ALL_ROUND, "/kennismakingen/{introduction}/afslaan"),
    (ALL_ROUND, "/account/volgt/zoekopdrachten/{saved}/naam"),
    (NEWCOMER, "/account/volgt"),
    (NEWCOMER, "/"),
    (NEWCOMER, "/gevraagd"),
    (NEWCOMER, "/postvak"),
    (NEWCOMER, "/vragen?thema=leeg"),
    (NEWCOMER, "/deskundigen?thema=leeg"),
    (ALL_ROUND, "/moderatie?rij=past_wish"),
    (ALL_ROUND, "/themas/{theme}"),
    (ALL_ROUND, "/themas/woorden?woord=taxi"),
    (NEWCOMER, "/themas/leeg"),
    (ALL_ROUND, "/zoeken?q=xyzzy"),
    (NEWCOMER, "/beheer"),
]
FORMS = [
    (ALL_ROUND, "/samenwerkingsverbanden/{own_partnership}/aangesloten"),
    (ALL_ROUND, "/vragen/{used}/gebruikt"),
    (ALL_ROUND, "/samenwerkingsverbanden/{own_partnership}/ervaringen/nieuw"),
    (ALL_ROUND, "/kennismakingen/nieuw?met={peer}"),
    (ALL_ROUND, "/account/volgt/zoekopdrachten/{saved}/naam"),
    (VISITOR, "/inloggen"),
    (VISITOR, "/wachtwoord-vergeten"),
    (ALL_ROUND, "/account/wachtwoord"),
    (ALL_ROUND, "/vragen/nieuw"),
    (ALL_ROUND, "/vragen/{own}/deskundigen"),
    (ALL_ROUND, "/vragen/{own}/bewerken"),
    (ALL_ROUND, "/vragen/{question}/antwoorden"),
    (ALL_ROUND, "/vragen/{question}/reacties"),
    (ALL_ROUND, "/antwoorden/{answer}/reacties"),
    (ALL_ROUND, "/vragen/{own}/sluiten"),
    (ALL_ROUND, "/antwoorden/{claim}/vasthouden"),
    (ALL_ROUND, "/antwoorden/{own_answer}/ondertekenaars"),
    (ALL_ROUND, "/moderatie/woordvoerders"),
    (ALL_ROUND, "/themas/woorden/nieuw"),
    (ALL_ROUND, "/themas/nieuw"),
    (ALL_ROUND, "/themas/woorden/{term}/weg"),
    (ALL_ROUND, "/uitnodigingen/{invitation}/afslaan"),
    (ALL_ROUND, "/deskundigen/{expert}/bewerken"),
    (ALL_ROUND, "/deskundigen/{expert}/afwezig"),
    (ALL_ROUND, "/deskundigen/{expert}/banden"),
    (ALL_ROUND, "/beheer/accounts/nieuw"),
    (ALL_ROUND, "/beheer/accounts/{person}/rollen"),
    (ALL_ROUND, "/beheer/organisaties/nieuw"),
]
ERRORS = (400, 401, 403, 404, 413, 422, 429, 500, 503)

UNSEEN = """() => {
  const shows = each => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const fields = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  return [...fields].filter(each => {
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility({visibilityProperty: true})) return false;
    each.focus();
    return document.activeElement === each && !shows(each) && !shows(each.parentElement);
  }).map(each => each.outerHTML.slice(0, 200));
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNFOLD = "() => document.querySelectorAll('main details').forEach(each => { each.open = true; })"


@pytest.mark.parametrize(("who", "path"), PAGES)
def test_a_page_can_be_used_by_everyone(gallery: Gallery, who: str, path: str) -> None:
    assert faults_of(gallery.open(who, path)) == []


@pytest.mark.parametrize(("who", "path"), FORMS)
def test_a_form_with_errors_can_be_used_by_everyone(gallery: Gallery, who: str, path: str) -> None:
    page = gallery.send(who, path)
    assert page.locator(".field--invalid, .error-summary").count() > 0
    assert faults_of(page) == []


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_page_can_be_used_by_everyone(gallery: Gallery, code: int) -> None:
    assert faults_of(gallery.open(ALL_ROUND, f"/fout/{code}")) == []


def test_a_refused_form_can_be_used_by_everyone(gallery: Gallery) -> None:
    assert faults_of(gallery.send(ALL_ROUND, "/vragen/nieuw", is_trusted=False)) == []


@pytest.mark.parametrize("who", [ALL_ROUND, VISITOR])
def test_the_open_menu_can_be_used_by_everyone(gallery: Gallery, who: str) -> None:
    page = gallery.open(who, "/")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".menu summary").click()
    assert faults_of(page) == []


def faults_of(page: Page) -> list[str]:
    """Return all that is wrong with a page, in each width and theme."""
    faults = [f"no focus to be seen: {each}" for each in unseen(page)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        for theme in THEMES[width] if is_deep() else THEMES[width][:1]:
            page.emulate_media(color_scheme=theme)
            faults += [f"{width} {theme}: {each}" for each in violations(page)]
        page.evaluate(UNFOLD)  # narrow, it is looked at unfolded
        faults += sideways(page, width)
    page.set_viewport_size({"width": NARROWEST, "height": 844})
    return faults + sideways(page, NARROWEST)


def sideways(page: Page, width: int) -> list[str]:
    """Return whether a page, at a width and unfolded, scrolls sideways."""
    return [f"{width}: scrolls sideways"] if page.evaluate(TOO_WIDE) else []


def unseen(page: Page) -> list[str]:
    """Return what does not show that it has the focus, when the keyboard is used."""
    page.keyboard.press("Tab")
    found: list[str] = page.evaluate(UNSEEN)
    return found
