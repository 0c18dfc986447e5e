"""The sections of an article in a form: fields with a number, and the buttons that add, move and remove one."""

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from samenspraak.core.markup import LONGEST_TEXT
from samenspraak.knowledge.texts import MOST_SECTIONS, SectionText, new_key
from samenspraak.web.shell.fields import clean

ACT = "act"
_PARTS = ("key", "heading", "body")
_LONGEST_KEY = 16


def one_line(text: str | None) -> str:
    """Return text as one line."""
    return " ".join(clean(text).split())


def many_lines(text: str | None) -> str:
    """Return text with one kind of line end, so that a text that did not change is the same text."""
    return clean((text or "").replace("\r\n", "\n").replace("\r", "\n"))


def posted_sections(posted: MultiDict[str, str]) -> list[SectionText]:
    """Return the sections that a form holds, in order."""
    sections: list[SectionText] = []
    while len(sections) < MOST_SECTIONS and f"key_{len(sections)}" in posted:
        key, heading, body = (posted.get(f"{part}_{len(sections)}", "") for part in _PARTS)
        known = {each.key for each in sections}
        key = clean(key)[:_LONGEST_KEY]
        is_new = not key or key in known
        sections.append(
            SectionText(new_key() if is_new else key, one_line(heading), many_lines(body)[: LONGEST_TEXT + 1])
        )
    return sections


def fields_of(sections: Sequence[SectionText]) -> dict[str, str]:
    """Return sections as the fields of a form."""
    return {f"{part}_{number}": getattr(each, part) for number, each in enumerate(sections) for part in _PARTS}


def after_act(sections: Sequence[SectionText], act: str) -> tuple[list[SectionText], int]:
    """Return the sections after a button was pressed, such as "up-2", and which of them to look at."""
    verb, _, written = act.partition("-")
    place = int(written) if written.isascii() and written.isdigit() and len(written) < 4 else -1
    changed = list(sections)
    if verb == "add" and -1 <= place < len(changed) and len(changed) < MOST_SECTIONS:
        changed.insert(place + 1, SectionText(new_key(), "", ""))
        return changed, place + 1
    if not 0 <= place < len(changed):
        return changed, 0
    if verb == "remove" and len(changed) > 1:
        del changed[place]
        return changed, max(0, place - 1)
    other = place + {"up": -1, "down": 1}.get(verb, 0)
    if 0 <= other < len(changed):
        changed[place], changed[other] = changed[other], changed[place]
        return changed, other
    return changed, place


def with_sections(posted: MultiDict[str, str], sections: Sequence[SectionText]) -> MultiDict[str, str]:
    """Return what was posted with other sections in the place of those that it held."""
    rest = [(name, value) for name, value in posted.items(multi=True) if name.partition("_")[0] not in _PARTS]
    return MultiDict([*rest, *fields_of(sections).items()])
