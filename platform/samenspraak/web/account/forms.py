"""Forms about passwords and the way back into an account."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField
from wtforms.validators import EqualTo

from samenspraak.people.addresses import LONGEST_ADDRESS
from samenspraak.people.passwords import LONGEST, LONGEST_TRY
from samenspraak.web.shell.fields import at_most, clean, needed


def _new_password(name: Any) -> Any:
    return PasswordField(name, [needed(_("Vul een nieuw wachtwoord in.")), at_most(LONGEST)])


def _again(name: Any) -> Any:
    return PasswordField(name, [EqualTo("password", message=_("Vul hetzelfde wachtwoord nog een keer in."))])


class ForgotForm(FlaskForm):
    """The address to send a link to."""

    email = EmailField(
        _("E-mailadres"), [needed(_("Vul uw e-mailadres in.")), at_most(LONGEST_ADDRESS)], filters=[clean]
    )


class OpenForm(FlaskForm):
    """A password for the account that a link opens."""

    password = _new_password(_("Nieuw wachtwoord"))
    password_again = _again(_("Nog een keer"))


class ChangeForm(FlaskForm):
    """The password that is, and the one that comes."""

    current = PasswordField(_("Huidig wachtwoord"), [needed(_("Vul uw huidige wachtwoord in.")), at_most(LONGEST_TRY)])
    password = _new_password(_("Nieuw wachtwoord"))
    password_again = _again(_("Nog een keer"))
