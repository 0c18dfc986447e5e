"""How someone likes to use Samenspraak: light or dark, Dutch or English, with or without the key `/` that leads to the
search box. Kept in cookies, for visitors too.
"""

from flask import Flask, Response, request
from flask_babel import Babel

LANGUAGES = ("nl", "en")
THEMES = ("light", "dark")
_YEAR = 31_536_000
_LANGUAGE_COOKIE = "taal"
_THEME_COOKIE = "weergave"
_SHORTCUT_COOKIE = "sneltoets"
_OFF = "uit"


def register_preferences(app: Flask) -> None:
    """Choose the language of each request."""
    Babel(
        app,
        default_locale="nl",
        default_timezone="Europe/Amsterdam",
        default_translation_directories=str(app.root_path) + "/translations",
        locale_selector=language,
    )


def language() -> str:
    """Return the language in force: the chosen one, or Dutch."""
    chosen = request.cookies.get(_LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def theme() -> str:
    """Return "light" or "dark" when chosen, or "" to follow the device."""
    chosen = request.cookies.get(_THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def has_shortcut() -> bool:
    """Say whether `/` leads to the search box: whoever speaks to the computer may have turned it off (WCAG 2.1.4)."""
    return request.cookies.get(_SHORTCUT_COOKIE) != _OFF


def remember(response: Response, *, language: str | None, theme: str | None, shortcut: str | None) -> None:
    """Put a choice in its cookie; an empty theme follows the device again, an empty shortcut is there again."""
    if language in LANGUAGES:
        _set(response, _LANGUAGE_COOKIE, language)
    if theme in THEMES:
        _set(response, _THEME_COOKIE, theme)
    elif theme == "":
        response.delete_cookie(_THEME_COOKIE)
    if shortcut == _OFF:
        _set(response, _SHORTCUT_COOKIE, _OFF)
    elif shortcut == "":
        response.delete_cookie(_SHORTCUT_COOKIE)


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_YEAR, secure=request.is_secure, httponly=True, samesite="Lax")
