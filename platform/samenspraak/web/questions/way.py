"""The way of a question in words: what happened beside its invitations, and what comes next."""

from collections.abc import Collection, Iterable, Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.questions.kinds import CloseReason
from samenspraak.routing.kinds import RouteStepKind
from samenspraak.routing.models.route import RouteStep
from samenspraak.routing.next_steps import NextKind, NextStep
from samenspraak.routing.rules import WORKING_DAYS_TO_SAY
from samenspraak.web.questions.pages import CourseEntry
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.sentences import in_words

_K = RouteStepKind


def way_in_words(steps: Iterable[RouteStep], asker_id: int, reader_id: int, *, follows: bool) -> Iterator[CourseEntry]:
    """Yield a line for each step that says something; names only for who follows the question, or who reads their own.

    That a question was over is told here once it is open again; until then it is told of the question itself.
    """
    told = list(steps)
    reopened = [place for place, step in enumerate(told) if step.kind is _K.REOPENED]
    for place, step in enumerate(told):
        if step.kind is _K.ENDED and step.reason and place < max(reopened, default=-1):
            yield CourseEntry(step.at, closed_in_words(CloseReason(step.reason)), "quiet")
            continue
        text = _of_organisation(step) or _of_person(step, asker_id, reader_id, follows=follows)
        text = text or _of_question(step, is_own=reader_id == asker_id)
        if text:
            yield CourseEntry(step.at, text, "quiet" if step.kind in {_K.REMINDED, _K.LEFT_DESK} else "")


def closed_in_words(because: CloseReason) -> str:
    """Return the line that tells why a question was closed."""
    return str(_("Vraag gesloten. %(why)s", why=label(because)))


def next_in_words(step: NextStep, *, is_own: bool, follows: bool, reader: str) -> CourseEntry:
    """Return the last line of the course: what comes next, and until when. `reader` is the name of who reads it."""
    if step.kind is NextKind.MODERATOR_ACTS:
        return CourseEntry(step.until, _moderator(step, reader, follows=follows), "next")
    text = _next(step, who_in_words(step.names, reader, follows=follows), is_own=is_own)
    if step.kind is NextKind.ASKER_SAYS:
        text = _with_reminder(text, is_own=is_own, is_reminded=step.is_reminded)
    return CourseEntry(step.until, text, "next")


def who_in_words(names: Collection[str], reader: str, *, follows: bool) -> str:
    """Return names in words: the reader is `u`, and only who follows the question reads those of others."""
    own = [str(_("u"))] if reader in names else []
    others = [name for name in names if name != reader]
    if others and not follows:
        others = [str(ngettext("een deskundige", "%(num)d deskundigen", len(others)))]
    return in_words([*own, *others])


def _of_organisation(step: RouteStep) -> str:
    if step.organisation is None:
        return ""
    name, why = step.organisation.title, step.reason
    left = _("Het bureau van %(name)s geeft de vraag door: %(why)s", name=name, why=why)
    told = {
        _K.TO_DESK: _("Naar het bureau van %(name)s", name=name),
        _K.LEFT_DESK: left if why else _("De tijd voor het bureau van %(name)s is om", name=name),
        _K.REMINDED: _("Het bureau van %(name)s is herinnerd", name=name),
    }
    return str(told.get(step.kind, ""))


def _of_person(step: RouteStep, asker_id: int, reader_id: int, *, follows: bool) -> str:
    who = step.by if step.kind is _K.PAUSED else step.person
    if who is None:
        return ""
    if who.id == reader_id:
        return _of_reader(step)
    if step.kind is _K.REMINDED and who.id == asker_id:
        return str(_("De vraagsteller is herinnerd"))
    paused = _("%(name)s wacht op de vraagsteller: de tijd staat stil", name=who.name)
    told = {
        _K.REMINDED: _("%(name)s is herinnerd", name=who.name),
        _K.ASSIGNED: _("%(name)s heeft de vraag nu in handen", name=who.name),
        _K.PAUSED: _("%(name)s wacht op u: de tijd staat stil", name=who.name) if reader_id == asker_id else paused,
    }
    return str(told.get(step.kind, "")) if follows else ""


def _of_reader(step: RouteStep) -> str:
    told = {
        _K.REMINDED: _("U bent herinnerd"),
        _K.ASSIGNED: _("U hebt de vraag nu in handen"),
        _K.PAUSED: _("U wacht op de vraagsteller: de tijd staat stil"),
    }
    return str(told.get(step.kind, ""))


def _of_question(step: RouteStep, *, is_own: bool) -> str:
    chosen, left = _("De keuze is aan Samenspraak"), _("Er was nog niemand gekozen: Samenspraak kiest")
    told = {
        _K.LEFT_TO_SAMENSPRAAK: chosen if step.by_id else left,
        _K.TAKEN_BACK: _("U kiest weer zelf") if is_own else _("De vraagsteller kiest weer zelf"),
        _K.TO_MODERATOR: _("Naar de moderatoren van OCW"),
        _K.PAUSED: _("Er is iets gevraagd aan de vraagsteller: de tijd staat stil"),
        _K.RESUMED: _("De tijd loopt weer"),
        _K.REOPENED: _("De vraag is weer open"),
    }
    return str(told.get(step.kind, ""))


def _moderator(step: NextStep, reader: str, *, follows: bool) -> str:
    if reader in step.names:
        return str(_("U zoekt verder, als moderator van OCW"))
    if follows and step.names:
        return str(_("%(name)s, moderator van OCW, zoekt verder", name=in_words(step.names)))
    return str(_("Een moderator van OCW zoekt verder"))


def _next(step: NextStep, names: str, *, is_own: bool) -> str:
    someone = names or _("een deskundige")
    told = {
        NextKind.EXPERTS_REACT: _("Reactie verwacht van %(names)s", names=someone),
        NextKind.EXPERTS_ANSWER: _("Antwoord verwacht van %(names)s", names=someone),
        NextKind.DESK_RESPONDS: _("Eerste reactie verwacht van het bureau van %(name)s", name=step.place),
        NextKind.SAMENSPRAAK_CHOOSES: _("Samenspraak zoekt nu de volgende deskundige"),
    }
    asker = {
        NextKind.ASKER_SAYS: _("Reactie verwacht van de vraagsteller"),
        NextKind.ASKER_JUDGES: _("De vraagsteller laat weten of het antwoord hielp"),
        NextKind.ASKER_CHOOSES: _("De vraagsteller kiest wie gevraagd wordt, en anders Samenspraak"),
    }
    you = {
        NextKind.ASKER_SAYS: _("%(name)s wacht op uw reactie", name=names or _("Een deskundige")),
        NextKind.ASKER_JUDGES: _("Laat weten of het antwoord u hielp"),
        NextKind.ASKER_CHOOSES: _("Kies wie u vraagt. Doet u dat niet, dan kiest Samenspraak voor u"),
    }
    return str((told | (you if is_own else asker))[step.kind])


def _with_reminder(text: str, *, is_own: bool, is_reminded: bool) -> str:
    """Say what comes when the asker stays silent: one reminder, and then nothing by itself."""
    days = WORKING_DAYS_TO_SAY
    if is_reminded and is_own:
        return str(_("%(text)s. U bent herinnerd. De tijd blijft stilstaan tot u reageert of verdergaat", text=text))
    if is_reminded:
        return str(_("%(text)s. Tot dan blijft de tijd stilstaan", text=text))
    if is_own:
        return str(_("%(text)s. Na %(days)d werkdagen herinneren wij u één keer", text=text, days=days))
    return str(_("%(text)s. Na %(days)d werkdagen herinneren wij de vraagsteller één keer", text=text, days=days))
