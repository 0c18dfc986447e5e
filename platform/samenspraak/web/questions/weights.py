"""With what weight an answer speaks, in words: who signed it, and why someone cannot speak for the ministry."""

import re
from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext as _

from samenspraak.people.kinds import OrganisationKind
from samenspraak.people.queries.spokespeople import spokespeople_of
from samenspraak.questions.kinds import Standing
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.mentions import Mentioned
from samenspraak.questions.queries.threads import AnswerInThread
from samenspraak.questions.rules import Seat, Voice
from samenspraak.web.shell.context import session
from samenspraak.web.shell.sentences import in_words


def signed_by(placed: AnswerInThread) -> str:
    """Return who signed an answer: a name, or of several each with their organisation."""
    author = placed.answer.author.name
    if not placed.signed:
        return author
    others = [f"{each.person.name} ({each.organisation.title})" for each in placed.signed]
    return in_words([f"{author} ({placed.answer.organisation.title})", *others])


def why_no_position(question: Question, seats: Iterable[Seat], voices: tuple[Voice, ...]) -> str:
    """Return why someone of the ministry cannot state its position here; empty for who can, and for all others."""
    is_of_ministry = any(seat.kind is OrganisationKind.MINISTRY for seat in seats)
    if not voices or not is_of_ministry or any(voice.standing is Standing.MINISTRY for voice in voices):
        return ""
    themes = in_words([theme.label for theme in question.themes])
    named = in_words([person.name for person in spokespeople_of(session(), [theme.id for theme in question.themes])])
    why = _(
        "U kunt hier geen standpunt van OCW innemen, omdat OCW u niet heeft aangewezen voor %(themes)s.", themes=themes
    )
    who = _("Wel aangewezen: %(names)s.", names=named) if named else _("Voor dit thema is nog niemand aangewezen.")
    return f"{why} {who}"


def with_mentions(text: str, mentioned: Iterable[Mentioned], *, with_links: bool) -> str:
    """Return the Markdown of a comment with the names that it mentions in bold, those with a profile as links to it."""
    for each in mentioned:
        name = f"@{each.name}"
        shown = f"**{name}**"
        if each.has_profile and with_links:
            shown = f"[{name}]({url_for('experts.show', person_id=each.person_id)})"
        text = re.sub(rf"(?<![\[*\w]){re.escape(name)}(?!\w)", shown.replace("\\", r"\\"), text)
    return text
