"""What is new for the one who looks, in words, each with its reasons."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from flask import url_for
from flask_babel import gettext as _

from samenspraak.following.kinds import NewsKind, ReasonKind
from samenspraak.following.queries.news import news_for
from samenspraak.following.rules import Happening, News, Reason
from samenspraak.questions.queries.listing import QuestionRow, rows_of
from samenspraak.web.home.pages import NewsRow
from samenspraak.web.shell.askers import asker_in_few_words
from samenspraak.web.shell.context import now, services, session, thesaurus, viewer
from samenspraak.web.shell.formatting import ago

MOST_REASONS = 2
_ICONS = MappingProxyType(
    {
        ReasonKind.SAVED_SEARCH: "search",
        ReasonKind.LIKE_OWN_QUESTION: "talk",
        ReasonKind.PROFILE_THEME: "person",
        ReasonKind.ASKED_THEME: "book",
    }
)


def news_rows() -> tuple[NewsRow, ...]:
    """Return what is new for the one who looks, best first."""
    news = news_for(session(), services().index, thesaurus(), viewer(), now())
    ids = [each.happening.question_id for each in news if each.happening.question_id is not None]
    questions = {row.id: row for row in rows_of(session(), viewer(), ids)}
    rows = (_row(each, questions) for each in news)
    return tuple(row for row in rows if row is not None)


def _row(news: News, questions: Mapping[int, QuestionRow]) -> NewsRow | None:
    happening = news.happening
    reasons = _in_one_line(news.reasons)
    if happening.article_id is not None:
        url = url_for("knowledge.show", slug=happening.slug)
        return NewsRow(happening.title, url, (_("artikel"), ago(happening.at)), reasons)
    if happening.experience_id is not None:
        return NewsRow(happening.title, _to_experience(happening), _of_experience(happening), reasons)
    if question := questions.get(happening.question_id or 0):
        anchor = f"antwoord-{happening.answer_id}" if happening.answer_id else None
        url = url_for("questions.show", question_id=question.id, _anchor=anchor)
        return NewsRow(question.title, url, (_of_question(happening, question), ago(happening.at)), reasons)
    return None


def _to_experience(happening: Happening) -> str:
    anchor = f"ervaring-{happening.experience_id}"
    return url_for("partnerships.show", organisation_id=happening.organisation_id, _anchor=anchor)


def _of_experience(happening: Happening) -> tuple[str, str]:
    return _("%(name)s werkte dit uit", name=happening.actor), ago(happening.at)


def _of_question(happening: Happening, question: QuestionRow) -> str:
    name = happening.actor
    match happening.kind:
        case NewsKind.ANSWERED:
            return str(_("antwoord van %(name)s", name=name) if name else _("nieuw antwoord"))
        case NewsKind.ACCEPTED:
            return str(_("antwoord van %(name)s geaccepteerd", name=name) if name else _("antwoord geaccepteerd"))
        case NewsKind.REVISED:
            return str(_("tekst gewijzigd"))
        case _:
            return str(_("nieuwe vraag van %(asker)s", asker=asker_in_few_words(question.asker)))


def _in_one_line(reasons: Sequence[Reason]) -> tuple[tuple[str, str], ...]:
    told = [_reason(each) for each in reasons[:MOST_REASONS]]
    return ((told[0][0], " · ".join(words for _icon, words in told)),)


def _reason(reason: Reason) -> tuple[str, str]:
    """Return an icon and why this is new for the reader."""
    name = reason.name
    words = {
        ReasonKind.FOLLOWED_QUESTION: _("U volgt deze vraag"),
        ReasonKind.FOLLOWED_EXPERT: _("U volgt %(name)s", name=name),
        ReasonKind.FOLLOWED_PARTNERSHIP: _("U volgt %(name)s", name=name),
        ReasonKind.FOLLOWED_THEME: _("U volgt het thema %(name)s", name=name),
        ReasonKind.SAVED_SEARCH: _("Uw zoekopdracht “%(name)s”", name=name),
        ReasonKind.LIKE_OWN_QUESTION: _("Lijkt op uw vraag “%(name)s”", name=name),
        ReasonKind.PROFILE_THEME: _("Past bij uw profiel: %(name)s", name=name),
        ReasonKind.ASKED_THEME: _("U vroeg eerder over %(name)s", name=name),
    }
    return _ICONS.get(reason.kind, "bell"), words[reason.kind]
