"""Putting the pages on versions together: of a question or an answer, for a reader who may see it."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from flask import url_for
from flask_babel import gettext as _

from samenspraak.core.errors import NotFound
from samenspraak.questions.edits import may_restore
from samenspraak.questions.models.answer import Answer
from samenspraak.questions.models.question import Question
from samenspraak.questions.queries.authors import authors_of
from samenspraak.questions.queries.questions import find_answer, find_question
from samenspraak.questions.queries.revisions import Version, VersionText, text_of, versions_of
from samenspraak.questions.rules import may_edit, may_edit_answer
from samenspraak.questions.sides import Band, beside
from samenspraak.web.questions.crumbs import crumbs, question_crumb
from samenspraak.web.questions.forms.editing import NOW, CompareForm
from samenspraak.web.questions.revision_pages import ChangedLine, ChangesPage, Comparison, ShownVersion
from samenspraak.web.questions.writers import written_by
from samenspraak.web.shell.context import session, viewer
from samenspraak.web.shell.formatting import date, moment
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.page import Crumb


@dataclasses.dataclass(frozen=True)
class Subject:
    """What has versions: a question, or an answer to it; `name` tells who wrote a version, as far as one may know."""

    question: Question
    thing: Question | Answer
    name: Callable[[Version], str]
    may_restore: bool
    title: str
    back_url: str

    def url(self) -> str:
        """Return where its versions are listed."""
        if isinstance(self.thing, Answer):
            return url_for("questions.answer_changes", answer_id=self.thing.id)
        return url_for("questions.changes", question_id=self.thing.id)

    def restore_url(self, version_id: int) -> str:
        """Return where a version is put back."""
        if isinstance(self.thing, Answer):
            return url_for("questions.restore_answer_version", answer_id=self.thing.id, version_id=version_id)
        return url_for("questions.restore_version", question_id=self.thing.id, version_id=version_id)

    def needs_reason(self) -> bool:
        """Say whether the reader has to tell why they put a version back: when it is not their own text."""
        who = viewer()
        if isinstance(self.thing, Question):
            return not may_edit(who, self.thing.asker_id)
        return not may_edit_answer(who, authors_of(session(), self.thing))


def question_subject(question_id: int) -> Subject:
    """Return a question as the subject of its versions; `NotFound` for who may not see it."""
    question = find_question(session(), viewer(), question_id)
    return Subject(
        question=question,
        thing=question,
        name=written_by(question, question),
        may_restore=may_restore(viewer(), {question.asker_id}),
        title=_("Wijzigingen van de vraag"),
        back_url=url_for("questions.show", question_id=question_id),
    )


def answer_subject(answer_id: int) -> Subject:
    """Return an answer as the subject of its versions; `NotFound` for who may not see it."""
    question, answer = find_answer(session(), viewer(), answer_id)
    name = written_by(question, answer)
    return Subject(
        question=question,
        thing=answer,
        name=name,
        may_restore=may_restore(viewer(), authors_of(session(), answer)),
        title=_("Wijzigingen van het antwoord"),
        back_url=url_for("questions.show", question_id=question.id, _anchor=f"antwoord-{answer_id}"),
    )


def changes_page(subject: Subject) -> ChangesPage:
    """Return the page with all versions, and the two that the address names, or else the last change."""
    versions = versions_of(session(), subject.thing)
    form = CompareForm([(_key(version), _words(version)) for version in versions])
    pair = _chosen(form, versions)
    return ChangesPage(
        title=subject.title,
        crumbs=crumbs(question_crumb(subject.question), Crumb(_("Wijzigingen"))),
        versions=tuple(_shown(subject, versions)),
        form=form,
        comparison=compared(subject, *pair) if pair else None,
        back_url=subject.back_url,
    )


def find_version(subject: Subject, version_id: int) -> tuple[Version, Version]:
    """Return what it says now, and an earlier version; `NotFound` for a version of something else."""
    versions = versions_of(session(), subject.thing)
    earlier = next((version for version in versions if version.id == version_id), None)
    if earlier is None:
        raise NotFound
    return versions[0], earlier


def compared(subject: Subject, older: Version, newer: Version) -> Comparison:
    """Return two versions beside each other."""
    before, after = (text_of(session(), subject.thing, version.id) for version in (older, newer))
    return Comparison(
        older=_words(older),
        newer=_words(newer),
        title=_beside(before.title, after.title),
        lines=tuple(_lines(before, after)),
        body=_beside(before.body, after.body),
        basis=_beside(before.basis, after.basis),
    )


def _shown(subject: Subject, versions: Sequence[Version]) -> Iterator[ShownVersion]:
    for place, version in enumerate(versions):
        before = versions[place + 1] if place + 1 < len(versions) else None
        yield ShownVersion(
            version=version,
            by=subject.name(version),
            compare_url=f"{subject.url()}?van={_key(before)}&tot={_key(version)}#vergelijking" if before else "",
            restore_url=subject.restore_url(version.id) if version.id and subject.may_restore else "",
        )


def _chosen(form: CompareForm, versions: Sequence[Version]) -> tuple[Version, Version] | None:
    """Return the older and the newer of the chosen ones; at first the last two."""
    if len(versions) < 2:
        return None
    by_key = {_key(version): version for version in versions}
    if not (form.van.data in by_key and form.tot.data in by_key):
        form.van.data, form.tot.data = _key(versions[1]), _key(versions[0])
    older, newer = sorted((by_key[form.van.data], by_key[form.tot.data]), key=lambda version: version.number)
    return older, newer


def _lines(before: VersionText, after: VersionText) -> Iterator[ChangedLine]:
    if before.theme_labels is not None and after.theme_labels is not None:
        yield from _line(_("Thema’s"), ", ".join(before.theme_labels), ", ".join(after.theme_labels))
    if before.standing and after.standing:
        yield from _line(_("Gewicht"), label(before.standing), label(after.standing))
    days = [date(text.valid_until) if text.valid_until else _("geen einddatum") for text in (before, after)]
    yield from _line(_("Geldig tot en met"), *days)


def _line(name: str, old: str, new: str) -> Iterator[ChangedLine]:
    if old != new:
        yield ChangedLine(name, old, new)


def _beside(old: str, new: str) -> tuple[Band, ...]:
    return beside(old, new) if old != new else ()


def _key(version: Version) -> str:
    return NOW if version.id is None else str(version.id)


def _words(version: Version) -> str:
    if version.id is None:
        return str(_("versie %(number)d van %(when)s (nu)", number=version.number, when=moment(version.at)))
    return str(_("versie %(number)d van %(when)s", number=version.number, when=moment(version.at)))
