"""`flask audit`: whether the chain of acts is as it was written."""

import re
from pathlib import Path

import click
from flask.cli import AppGroup

from samenspraak.audit.chain import EMPTY, Fault, Head, Verdict, verify
from samenspraak.commands.context import services
from samenspraak.core.db import reading

audit = AppGroup("audit", help="The chain of acts with special powers.")

_HEAD = re.compile(r"(\d{1,10}):([0-9a-f]{64})")
_FAULTS = {
    Fault.CHANGED: "it does not say any more what it said when it was written",
    Fault.DOES_NOT_FOLLOW: "it does not follow the row before it: that one was replaced, or this one moved",
    Fault.MISSING: "it is not there, while later rows are",
    Fault.NOT_THE_NOTED: "it is another row than the one that was noted",
    Fault.CUT_OFF: "it is not there, nor is any row after it, although the noted head stood further on",
}


class HeadType(click.ParamType[Head]):
    """A head as this command prints it: the number of the last row, and its hash."""

    name = "head"

    def convert(self, value: str | Head, param: click.Parameter | None, ctx: click.Context | None) -> Head:
        """Read it, or say how it is written."""
        found = value if isinstance(value, Head) else _head(value)
        return found or self.fail(f"{value!r} is no head: write it as it was printed, NUMBER:HASH", param, ctx)


@audit.command("verify")
@click.option("--head", "noted", type=HeadType(), help="A head that was noted earlier: it must be in the chain still.")
@click.option(
    "--kept",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file elsewhere: its last line is the head to compare with, and the new head is added to it.",
)
def verify_chain(noted: Head | None, kept: Path | None) -> None:
    """Go through the whole chain, name the first broken row, and print the head, to be noted outside the database."""
    last = _last_of(kept) if kept else None
    with reading(services().sessions) as session:
        verdicts = [verify(session, each) for each in (noted or EMPTY, last) if each is not None]
    broken = min((each for each in verdicts if not each.is_whole), key=lambda each: each.broken_id or 0, default=None)
    if broken is not None:
        raise click.ClickException(_told(broken))
    head = verdicts[0].head
    click.echo(f"{head.id} rows, each as it was written. The head, to be noted elsewhere:\n{head.id}:{head.hash}")
    if kept is not None:
        _add(kept, head)


def _told(verdict: Verdict) -> str:
    assert verdict.fault is not None  # noqa: S101 - a verdict that is not whole has one
    until = f"The {verdict.head.id} rows before it are as they were written." if verdict.head.id else ""
    return f"Row {verdict.broken_id} is broken: {_FAULTS[verdict.fault]}. {until}".strip()


def _head(text: str) -> Head | None:
    found = _HEAD.fullmatch(text.strip())
    return Head(int(found[1]), found[2]) if found else None


def _last_of(kept: Path) -> Head | None:
    """Return the head on the last line of a file; None when there is no file yet."""
    lines = kept.read_text().split() if kept.is_file() else []
    if not lines:
        return None
    head = _head(lines[-1])
    if head is None:
        raise click.ClickException(f"{kept}: the last line is no head")
    return head


def _add(kept: Path, head: Head) -> None:
    line = f"{head.id}:{head.hash}\n"
    with kept.open("a") as file:
        file.write(line)
