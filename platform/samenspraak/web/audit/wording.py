"""The words that go into the sentence of an act, and what changed by it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from samenspraak.audit.kinds import TOLD_OPENLY, Thing
from samenspraak.audit.models import AuditEntry
from samenspraak.calendar.kinds import SchoolBreak
from samenspraak.matching.kinds import RankingRule
from samenspraak.people.kinds import Region, Role
from samenspraak.web.audit.naming import Names, question_of
from samenspraak.web.audit.sentences import OWN_SENTENCES, SENTENCES, WITHOUT_WORDS
from samenspraak.web.shell.context import viewer
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.sentences import in_words


def sentence_of(entry: AuditEntry, names: Names) -> str:
    """Return what was done, for who oversees."""
    sentence = SENTENCES.get(entry.act, WITHOUT_WORDS)
    return str(sentence) % {"who": actor_of(entry, names), **_words(entry, names)}


def own_sentence_of(entry: AuditEntry, names: Names) -> str:
    """Return what was done, for whom it concerned."""
    sentence = OWN_SENTENCES.get(entry.act) or SENTENCES.get(entry.act, WITHOUT_WORDS)
    who = str(_("U")) if entry.actor_id == viewer().person_id else actor_of(entry, names)
    return str(sentence) % {"who": who, **_words(entry, names)}


def actor_of(entry: AuditEntry, names: Names) -> str:
    """Return who did it: a person, or Samenspraak where no person did."""
    if entry.actor_id is None:
        return "Samenspraak"
    return names.people.get(entry.actor_id) or str(_("Iemand"))


def question_in_words(entry: AuditEntry, names: Names) -> str:
    """Return the question that it was about, by its title for who may read it."""
    title = names.questions.get(question_of(entry) or 0)
    return str(_("de vraag “%(title)s”", title=title) if title else _("een vraag"))


def _words(entry: AuditEntry, names: Names) -> dict[str, str]:
    facts = (entry.before or {}) | (entry.after or {})
    person = names.people.get(entry.subject_id or 0) if _may_tell(entry) else None
    return {
        "act": entry.act,
        "person": person or str(_("iemand")),
        "organisation": _organisation(entry, facts, names),
        "organisations": in_words([_named(names.organisations, each) for each in facts.get("organisations", ())]),
        "member": _named(names.organisations, facts.get("member")),
        "colleague": _named(names.people, facts.get("person")),
        "experts": ngettext("%(num)s deskundige", "%(num)s deskundigen", len(facts.get("experts", ()))),
        "theme": _named(names.themes, entry.thing_id if entry.thing == Thing.THEME else None),
        "role": label(Role(facts["role"])) if "role" in facts else "",
        "rule": label(RankingRule(facts["rule"])) if "rule" in facts else "",
        "on_or_off": str(_("aan") if facts.get("is_on") else _("uit")),
        "holiday": _holiday(facts) if entry.thing == Thing.HOLIDAY else "",
        "question": question_in_words(entry, names),
    }


def _may_tell(entry: AuditEntry) -> bool:
    return entry.thing in TOLD_OPENLY


def _organisation(entry: AuditEntry, facts: Mapping[str, Any], names: Names) -> str:
    is_itself = entry.thing in {Thing.ORGANISATION, Thing.DESK}
    return _named(names.organisations, entry.thing_id if is_itself else facts.get("organisation"))


def _named(names: Mapping[int, str], number: int | None) -> str:
    return names.get(number or 0) or str(_("onbekend"))


def _holiday(facts: Mapping[str, Any]) -> str:
    return ", ".join((label(SchoolBreak(facts["school_break"])), facts["school_year"], label(Region(facts["region"]))))
