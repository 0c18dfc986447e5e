"""Letters as mails: a subject of one line, a text and an HTML that say the same."""

import dataclasses
import datetime as dt

from babel.dates import format_date, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from samenspraak.config import ROOT
from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.notifications.letters import Letter

LONGEST_SUBJECT = 150


@dataclasses.dataclass(frozen=True)
class Rendered:
    """A letter written out."""

    subject: str
    text: str
    html: str


def render(letter: Letter) -> Rendered:
    """Write a letter out; a name that its template does not know is a fault."""
    subject, text, html = (
        _templates.get_template(f"{letter.template}/{name}").render(letter=letter)
        for name in ("subject.txt", "body.txt", "body.html")
    )
    return Rendered(one_line(subject), text, html)


def one_line(text: str) -> str:
    """Return a text fit for a header: one line, nothing that does not print, not too long."""
    printing = "".join(character if character.isprintable() else " " for character in text)
    words = " ".join(printing.split())
    return words if len(words) <= LONGEST_SUBJECT else words[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _day(value: dt.datetime) -> str:
    return format_date(local_day(value), "d MMMM y", locale="nl")


def _time(value: dt.datetime) -> str:
    return format_time(value.astimezone(AMSTERDAM), "HH:mm", locale="nl")


_templates = Environment(
    loader=FileSystemLoader(ROOT / "templates" / "emails"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {"day": _day, "time": _time}
