"""How moments, numbers, texts and lists are written on screen."""

import datetime as dt
import json
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, current_app, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup, escape

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.markup import to_anchored_html, to_html, to_plain
from samenspraak.web.shell.askers import asker_in_short, asker_in_words, hidden_asker_in_words
from samenspraak.web.shell.context import now
from samenspraak.web.shell.labels import label

NBSP = "\N{NO-BREAK SPACE}"


def register_formatting(app: Flask) -> None:
    """Give the templates their filters and the address of assets."""
    app.jinja_env.filters |= {
        "date": date,
        "datetime": moment,
        "time": time_of_day,
        "ago": ago,
        "month": month,
        "number": number,
        "markdown": markdown,
        "anchored_markdown": anchored_markdown,
        "excerpt": excerpt,
        "label": label,
        "asker": asker_in_words,
        "hidden_asker": hidden_asker_in_words,
        "short_asker": asker_in_short,
        "iso": iso,
        "is_over": is_over,
    }
    app.jinja_env.globals["asset"] = asset


def date(value: dt.date | dt.datetime) -> str:
    """Write a day in full, `14 maart 2013`, that does not break between day and month."""
    written: str = format_date(_day(value), "d MMMM y", locale=get_locale())
    return written.replace(" ", NBSP, 1)


def month(value: dt.date) -> str:
    """Write a month, `maart 2013`."""
    written: str = format_date(value, "LLLL y", locale=get_locale())
    return written


def moment(value: dt.datetime) -> str:
    """Write a day and time of day in the Netherlands, `14 maart 2013, 10:42 uur`."""
    time = format_datetime(value.astimezone(AMSTERDAM), "HH:mm", locale=get_locale())
    return str(_("%(date)s, %(time)s uur", date=date(value), time=time))


def time_of_day(value: dt.datetime) -> str:
    """Write a time of day in the Netherlands, `10:42`."""
    written: str = format_datetime(value.astimezone(AMSTERDAM), "HH:mm", locale=get_locale())
    return written


def ago(value: dt.date | dt.datetime) -> str:
    """Write a day as one says it: today, yesterday, `12 maart` within this year, else in full."""
    day, today = _day(value), local_day(now())
    if day == today:
        return str(_("vandaag"))
    if day == today - dt.timedelta(days=1):
        return str(_("gisteren"))
    if day == today + dt.timedelta(days=1):
        return str(_("morgen"))
    if abs((today - day).days) < 180:
        return format_date(day, "d MMMM", locale=get_locale()).replace(" ", NBSP, 1)
    return date(day)


def iso(value: dt.date | dt.datetime) -> str:
    """Write a day for machines, for the `datetime` attribute."""
    return _day(value).isoformat()


def is_over(day: dt.date) -> bool:
    """Say whether a day has passed."""
    return day < local_day(now())


def number(value: float) -> str:
    """Write a number with the separators of the language, `1.234,5`."""
    return format_decimal(value, locale=get_locale())


def markdown(text: str) -> Markup:
    """Write someone's Markdown as safe HTML."""
    return Markup(to_html(text))  # noqa: S704 - to_html sanitises


def anchored_markdown(text: str, prefix: str) -> Markup:
    """Write someone's Markdown as safe HTML, with an anchor at each block."""
    return Markup(to_anchored_html(text, prefix))  # noqa: S704 - to_html sanitises


def excerpt(text: str, length: int = 180) -> str:
    """Write the first words of someone's Markdown, in one line."""
    words = to_plain(text)
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def asset(name: str) -> str:
    """Return the address of a built asset by its plain name, such as `samenspraak.css`."""
    return str(escape(url_for("static", filename="build/" + _manifest(_manifest_path())[name])))


def _manifest_path() -> Path:
    return Path(str(current_app.static_folder)) / "build" / "manifest.json"


@cache
def _manifest(path: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


def _day(value: dt.date | dt.datetime) -> dt.date:
    return local_day(value) if isinstance(value, dt.datetime) else value
