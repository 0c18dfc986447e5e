"""`flask sources`: the statutes that answers rest on."""

import datetime as dt
from pathlib import Path

import click
from flask.cli import AppGroup

from samenspraak.audit.actions import record_act
from samenspraak.audit.kinds import Act, Thing
from samenspraak.commands.context import services
from samenspraak.core.clock import local_day
from samenspraak.core.db import Session
from samenspraak.core.errors import Invalid
from samenspraak.core.events import unit_of_work
from samenspraak.sources.actions import load_statute
from samenspraak.sources.content_files import read_statute, shipped_files

sources = AppGroup("sources", help="Take statutes into the database.")

_WRONG = {
    "source-file-name": "a file is called <identifier>-<name>.md or <identifier>-<name>.<day>.md (or .markdown)",
    "source-no-articles": "no articles found: headings are written as '### Artikel 18a'",
    "source-not-yet": "this text is not in force yet: load it from that day on",
    "source-name": "the name holds letters, digits and hyphens only",
}


@sources.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--valid-from", type=click.DateTime(["%Y-%m-%d"]), help="The day the texts came into force.")
def load(files: tuple[Path, ...], valid_from: dt.datetime | None) -> None:
    """Take in FILES, or what is shipped. A text that changed is a new version; one that did not is left as it is.

    The day it came into force stands in the name of the file, else give --valid-from; without either it is today.
    """
    opened = services()
    day = valid_from.date() if valid_from else None
    with unit_of_work(opened.sessions, opened.wiring, opened.clock) as session:
        for path in files or shipped_files():
            click.echo(f"{path.name}: {_load(session, path, day, opened.clock())}")


def _load(session: Session, path: Path, day: dt.date | None, now: dt.datetime) -> str:
    try:
        found = read_statute(path)
        valid_from = day or found.valid_from or local_day(now)
        version = load_statute(session, found.draft, found.parts, valid_from, now)
    except (Invalid, ValueError, OSError) as error:
        reason = _WRONG.get(error.reason, error.reason) if isinstance(error, Invalid) else str(error)
        raise click.ClickException(f"{path.name}: {reason}") from error
    if version is None:
        return "unchanged"
    record_act(session, Act.SOURCE_LOADED, None, Thing.SOURCE, version.source_id, now, after={"version": version.id})
    articles = sum(bool(part.article) and not part.paragraph for part in found.parts)
    return f"{found.draft.name}, {articles} articles, in force from {valid_from:%Y-%m-%d}"
