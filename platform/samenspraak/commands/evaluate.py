"""`flask evaluate matching DIR`, `language DIR` and `privacy FILE`: how well the served code ranks, reads and finds."""

import json
import tempfile
from pathlib import Path

import click
from flask.cli import AppGroup

from samenspraak.evaluation.language import measure_language
from samenspraak.evaluation.privacy import measure_privacy
from samenspraak.evaluation.sets import read_collection
from samenspraak.evaluation.trials import measure
from samenspraak.search.index import Index

evaluate = AppGroup("evaluate", help="Measure how well questions are matched, found and guarded.")


@evaluate.command("matching")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def evaluate_matching(folder: Path) -> None:
    """Rank experts and earlier questions for the questions in FOLDER and print the measures as JSON."""
    collection = read_collection(folder)
    with tempfile.TemporaryDirectory() as place:
        click.echo(json.dumps(measure(collection, Index(Path(place)))))


@evaluate.command("language")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def evaluate_language(folder: Path) -> None:
    """Measure on the lists of words in FOLDER what meets, what must not, and how compounds are split."""
    try:
        found = measure_language(folder)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(found))


@evaluate.command("privacy")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evaluate_privacy(file: Path) -> None:
    """Measure on the judged texts in FILE what the guard of personal data finds, and how it weighs each text."""
    try:
        found = measure_privacy(file)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(found))
