"""What a request may bring: a form with texts. There is nothing here that takes JSON or a file."""

from flask import Flask, abort, request

from samenspraak.web.shell.context import READS

_FORMS = frozenset({"", "application/x-www-form-urlencoded", "multipart/form-data"})


def register_bodies(app: Flask) -> None:
    """Refuse every other body: the forms library would take its values for what was typed, whatever their type."""
    app.before_request(_refuse_others)


def _refuse_others() -> None:
    if request.method in READS:
        return
    if request.mimetype not in _FORMS:
        abort(415)
    if request.mimetype == "multipart/form-data" and request.files:
        abort(400)
