"""In which language a page speaks: days, times, numbers, words of closed lists, and what the forms' library says."""

import datetime as dt

import pytest
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, NumberRange

from samenspraak.questions.kinds import AnswerState
from samenspraak.web.shell import formatting
from samenspraak.web.shell.fields import DayField, NumberField
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.sentences import in_words
from tests.support.site import NOON, Site

pytestmark = pytest.mark.sqlite_only

WRITTEN = {"unreal": "x", "chosen": "x", "day": "x", "few": "9", "number": "x"}


class TrialForm(FlaskForm):
    """Says all that the library says by itself, and what our own fields say."""

    class Meta:
        csrf = False

    missing = StringField(validators=[DataRequired()])
    unreal = SelectField(choices=[SelectChoice("a", "A")])
    chosen = RadioField(choices=[SelectChoice("a", "A")])
    few = NumberField(validators=[NumberRange(0, 3)])
    day = DayField("")
    number = NumberField()


def errors(site: Site, language: str) -> dict[str, str]:
    with site.app.test_request_context(method="POST", data=WRITTEN, headers={"Cookie": f"taal={language}"}):
        form = TrialForm()
        form.validate()
        return {name: str(said[0]) for name, said in form.errors.items()}


def test_forms_complain_in_dutch(trial: Site) -> None:
    assert errors(trial, "nl") == {
        "missing": "Dit veld is vereist.",
        "unreal": "Ongeldige keuze.",
        "chosen": "Ongeldige keuze.",
        "few": "Nummer moet tussen 0 en 3 liggen.",
        "day": "Vul een dag in, zoals 14-03-2013.",
        "number": "Vul een heel getal in.",
    }


def test_forms_complain_in_english(trial: Site) -> None:
    assert errors(trial, "en") == {
        "missing": "This field is required.",
        "unreal": "Not a valid choice.",
        "chosen": "Not a valid choice.",
        "few": "Number must be between 0 and 3.",
        "day": "Enter a day, like 14-03-2013.",
        "number": "Enter a whole number.",
    }


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2013, 3, 14), "today"),
        (dt.date(2013, 3, 13), "yesterday"),
        (dt.date(2013, 3, 15), "tomorrow"),
        (dt.date(2013, 2, 28), "28\xa0February"),
        (dt.date(2011, 8, 1), "1\xa0August 2011"),
    ],
)
def test_a_day_is_written_as_one_says_it_in_english(trial: Site, day: dt.date, words: str) -> None:
    with trial.app.test_request_context(headers={"Cookie": "taal=en"}):
        trial.app.preprocess_request()
        assert formatting.ago(day) == words


def test_moments_numbers_lists_and_states_are_english(trial: Site) -> None:
    with trial.app.test_request_context(headers={"Cookie": "taal=en"}):
        trial.app.preprocess_request()
        assert formatting.date(NOON) == "14\xa0March 2013"
        assert formatting.moment(NOON) == "14\xa0March 2013, 12:00"
        assert formatting.number(1234.5) == "1,234.5"
        assert in_words(["Anna", "Bert", "Cees"]) == "Anna, Bert and Cees"
        assert label(AnswerState.ACCEPTED) == "Accepted"


@pytest.mark.parametrize("chosen", ["", "fr", "EN", "en nl", "../en"])
def test_what_is_no_language_of_ours_is_dutch(trial: Site, chosen: str) -> None:
    with trial.app.test_request_context(headers={"Cookie": f"taal={chosen}"}):
        trial.app.preprocess_request()
        assert formatting.date(NOON) == "14\xa0maart 2013"
