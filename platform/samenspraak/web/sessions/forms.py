"""The form to log in with."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField

from samenspraak.people.addresses import LONGEST_ADDRESS
from samenspraak.people.passwords import LONGEST_TRY
from samenspraak.web.shell.fields import at_most, clean, needed


class LogInForm(FlaskForm):
    """E-mail address and password, and where to go on to."""

    email = EmailField(
        _("E-mailadres"), [needed(_("Vul uw e-mailadres in.")), at_most(LONGEST_ADDRESS)], filters=[clean]
    )
    password = PasswordField(_("Wachtwoord"), [needed(_("Vul uw wachtwoord in.")), at_most(LONGEST_TRY)])
    next = HiddenField()
