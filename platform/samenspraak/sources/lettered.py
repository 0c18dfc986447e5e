"""The lettered parts within a paragraph of a statute: pure functions."""

import re

_WITH_LETTER = re.compile(r"(\d+)([a-z])")
_MARKED = re.compile(r"([a-z]{1,2}|\d{1,2}°)\.\s+(.*)", re.DOTALL)

Line = tuple[str, str]
"""What a line of a statute begins with, such as "b." or "1°.", and its words."""


def split_paragraph(paragraph: str) -> tuple[str, str]:
    """Return paragraph and letter of what was written together, `8b`; without letter, itself."""
    found = _WITH_LETTER.fullmatch(paragraph)
    return (found[1], found[2]) if found else (paragraph, "")


def lines_of(text: str) -> list[Line]:
    """Return the lines of a statute, each with its mark apart; empty where it has none."""
    found = ((_MARKED.fullmatch(line), line) for line in text.splitlines() if line)
    return [(f"{marked[1]}.", marked[2]) if marked else ("", line) for marked, line in found]


def text_of_letter(text: str, letter: str) -> str | None:
    """Return a lettered part with the words that lead to it, and what is numbered below it; None if it is not there."""
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if line.startswith(f"{letter}. ")), None)
    if start is None:
        return None
    opening = [] if start == 0 or _MARKED.fullmatch(lines[0]) else lines[:1]
    return "\n".join([*opening, lines[start], *_until_next(lines[start + 1 :])])


def _until_next(lines: list[str]) -> list[str]:
    """The lines below a lettered part: those that are numbered."""
    found: list[str] = []
    for line in lines:
        if not line[:1].isdigit():
            break
        found.append(line)
    return found
