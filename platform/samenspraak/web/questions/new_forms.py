"""The form for a new question in each way that it begins: empty, from a draft, as a follow-up, or as it was sent."""

from collections.abc import Sequence
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from samenspraak.people.kinds import Sector
from samenspraak.people.queries.members import members_by_partnership
from samenspraak.questions.anonymity import ShownAsker
from samenspraak.questions.drafts import LONGEST_TITLE
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.questions import find_question
from samenspraak.questions.queries.seats import seats_of
from samenspraak.questions.rules import Seat, coordinated
from samenspraak.themes.models import Theme
from samenspraak.web.questions.forms.new_question import NewQuestionForm
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.keys import read_key


def sent_form(themes: Sequence[Theme]) -> NewQuestionForm:
    """Return the form as it was sent."""
    return _form(themes)


def draft_form(themes: Sequence[Theme], typed: MultiDict[str, str]) -> NewQuestionForm:
    """Return the form with what was typed in it before, on whichever device."""
    return _form(themes, formdata=typed)


def empty_form(themes: Sequence[Theme]) -> NewQuestionForm:
    """Return an empty form, or one that begins with a sentence from home, or with the question that it follows up."""
    origin_id = read_key(request.args.get("vervolg", ""))
    if origin_id is None:
        return _form(themes, title=request.args.get("titel", "")[:LONGEST_TITLE])
    return _form(themes, **_values_after(find_question(session(), viewer(), origin_id)))


def asking_seats() -> tuple[Seat, ...]:
    """Return the seats from which the one who looks may ask."""
    return coordinated(seats_of(session(), viewer()))


def shown_to_others(seat: Seat) -> ShownAsker:
    """Return what others see of who asks anonymously from a seat."""
    return ShownAsker(None, None, seat.region, seat.sector or Sector.BOTH, is_anonymous=True)


def _form(known_themes: Sequence[Theme], **values: Any) -> NewQuestionForm:
    seats = asking_seats()
    askers = [(seat.organisation_id, seat.organisation) for seat in seats]
    members = members_by_partnership(session(), [seat.organisation_id for seat in seats])
    given = {"sector": seats[0].sector or Sector.PRIMARY} | values
    return NewQuestionForm(known_themes, askers, members, **given)


def _values_after(origin: Question) -> dict[str, Any]:
    """What a follow-up takes over: who may read it, its themes, and that one's own question was asked anonymously."""
    is_own = origin.organisation_id in viewer().organisation_ids
    return {
        "origin": str(origin.id),
        "themes": [theme.id for theme in origin.themes],
        "sector": origin.sector,
        "visibility": origin.visibility,
        "is_anonymous": origin.is_anonymous and is_own,
        **({"organisation_id": origin.organisation_id} if is_own else {}),
    }
