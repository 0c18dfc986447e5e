"""Every text that someone writes is looked at by the guard: its form is guarded, or named here with a reason."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField, StringField
from wtforms.fields.core import UnboundField

from samenspraak.web.shell.guarding import GuardedForm
from tests.house.tree import PACKAGE

EXCEPTIONS = {
    "experts.forms.AwayForm.substitute": "the name of an account, chosen from a list",
    "invitations.forms.ForwardForm.name": "the name of who gets an account",
}
"""A form or field, `module.Form` or `module.Form.field`, with the reason why the guard need not look at it."""

NO_FREE_TEXT = (EmailField, HiddenField, PasswordField)


def forms() -> Iterator[type[FlaskForm]]:
    for path in sorted((PACKAGE / "web").rglob("*.py")):
        module = import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, FlaskForm) and found.__module__ == module.__name__:
                yield found


def free_texts(form: type[FlaskForm]) -> list[str]:
    fields = {name: getattr(form, name).field_class for name in dir(form) if is_field(form, name)}
    return [
        name for name, kind in fields.items() if issubclass(kind, StringField) and not issubclass(kind, NO_FREE_TEXT)
    ]


def is_field(form: type[FlaskForm], name: str) -> bool:
    return isinstance(getattr(form, name, None), UnboundField)


def name_of(form: type[FlaskForm]) -> str:
    return f"{form.__module__.removeprefix('samenspraak.web.')}.{form.__name__}"


@pytest.mark.parametrize("form", list(forms()), ids=name_of)
def test_a_form_with_free_text_is_guarded(form: type[FlaskForm]) -> None:
    texts = [name for name in free_texts(form) if f"{name_of(form)}.{name}" not in EXCEPTIONS]
    if texts and name_of(form) not in EXCEPTIONS:
        assert issubclass(form, GuardedForm), f"{texts}: make it a GuardedForm, or give the reason here"
        assert not form.unguarded & set(texts), "give the reason of an unguarded field here"


def test_no_exception_has_gone() -> None:
    known = {name_of(form) for form in forms()}
    known |= {f"{name_of(form)}.{name}" for form in forms() for name in free_texts(form)}
    assert set(EXCEPTIONS) <= known
