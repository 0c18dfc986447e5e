"""Introductions as their reader sees them."""

from collections.abc import Collection, Iterable, Mapping

from flask import url_for
from flask_babel import gettext as _

from samenspraak.conversations.kinds import IntroductionState
from samenspraak.conversations.models import Introduction
from samenspraak.people.models.account import Person
from samenspraak.people.models.organisation import Organisation
from samenspraak.people.queries.partnerships import coordinated_by
from samenspraak.questions.queries.questions import titles_of
from samenspraak.web.introductions.pages import Contact, IntroductionRow
from samenspraak.web.shell.context import session, viewer


def rows_of(introductions: Iterable[Introduction]) -> tuple[IntroductionRow, ...]:
    """Return the rows of some introductions."""
    found = list(introductions)
    own = {each.id for each in coordinated_by(session(), viewer())}
    titles = titles_of(session(), viewer(), [each.question_id for each in found if each.question_id is not None])
    return tuple(_row(each, own, titles) for each in found)


def _row(introduction: Introduction, own: Collection[int], titles: Mapping[int, str]) -> IntroductionRow:
    is_first = introduction.organisation_id in own
    subject, url = _subject(introduction, titles)
    is_proposer = introduction.proposed_by_id == viewer().person_id
    proposed_for_first = introduction.agreed_at == introduction.proposed_at
    return IntroductionRow(
        id=introduction.id,
        state=introduction.state,
        first=introduction.organisation,
        other=introduction.other,
        subject=subject,
        subject_url=url,
        met=_met(introduction, own),
        proposed_by=_proposed_by(introduction),
        words=introduction.words,
        proposed_at=introduction.proposed_at,
        closed_at=introduction.closed_at,
        reason=introduction.reason,
        contacts=_contacts(introduction, own),
        may_withdraw=is_proposer or (is_first and proposed_for_first),
    )


def _met(introduction: Introduction, own: Collection[int]) -> str:
    """Return with whom the reader would talk; empty for a moderator, who is neither of the two."""
    if introduction.organisation_id in own:
        return introduction.other.title
    return introduction.organisation.title if introduction.other_id in own else ""


def _proposed_by(introduction: Introduction) -> str:
    """Return who proposed it, without the name of a person whom the other may not know yet."""
    if introduction.proposed_by_id == viewer().person_id:
        return str(_("u"))
    by_first = introduction.agreed_at == introduction.proposed_at
    return introduction.organisation.title if by_first else str(_("een moderator"))


def _subject(introduction: Introduction, titles: Mapping[int, str]) -> tuple[str, str]:
    """Return what it is about and where that is; empty for a question that the reader may not see any more."""
    if introduction.question_id is not None:
        title = titles.get(introduction.question_id, "")
        return title, url_for("questions.show", question_id=introduction.question_id) if title else ""
    if introduction.experience is None:
        return "", ""
    anchor = f"ervaring-{introduction.experience_id}"
    page = url_for("partnerships.show", organisation_id=introduction.other_id, _anchor=anchor)
    return introduction.experience.title, page


def _contacts(introduction: Introduction, own: Collection[int]) -> tuple[Contact, ...]:
    """Return how the two reach each other, once both agreed, for themselves and for nobody else."""
    if introduction.state is not IntroductionState.MADE or not {introduction.organisation_id, introduction.other_id} & {
        *own
    }:
        return ()
    agreed = ((introduction.organisation, introduction.agreed_by), (introduction.other, introduction.other_agreed_by))
    return tuple(_contact(organisation, person) for organisation, person in agreed if person)


def _contact(organisation: Organisation, person: Person) -> Contact:
    return Contact(organisation.title, person.name, person.email)
