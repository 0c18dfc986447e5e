"""What words look like in the copies of a text: pure functions on plain values."""

import html
import re
from typing import Any

MARK = "[weggehaald door een moderator]"
"""What stands where words were taken out."""

FEWEST_SIGNS = 3
_MANY_DIGITS = 4
_PIECES = re.compile(r"\d|[^\W\d]+|[^\w\s]|_")
_TEXT = re.compile(r"\S+")


def pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds words in a text, also spaced otherwise, in other letters, in HTML, in an address, or cut short.

    Of several words that an excerpt ends within, the part before its dots is found too.
    """
    parts = [_part(part) for part in _TEXT.findall(words)]
    whole = r"[\s+_-]+".join(parts)
    short = [r"[\s+_-]+".join(parts[:count]) + r"(?=\s…)" for count in range(len(parts) - 1, 0, -1)]
    before = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    return re.compile(f"{before}(?:{whole}{after}{''.join('|' + each for each in short)})", re.IGNORECASE)


def is_enough(words: str) -> bool:
    """Say whether words have letters or digits enough to be looked for."""
    return sum(map(str.isalnum, words)) >= FEWEST_SIGNS


def is_telling(words: str) -> bool:
    """Say whether words mean the same wherever they stand: a number, an address, or more than one word."""
    return sum(map(str.isdigit, words)) >= _MANY_DIGITS or "@" in words or len(_TEXT.findall(words)) > 1


def without(pattern: re.Pattern[str], value: Any) -> Any:
    """Return a text, or texts within lists and fields, with the mark in place of what the pattern finds."""
    if isinstance(value, str):
        return pattern.sub(MARK, value)
    if isinstance(value, list):
        return [without(pattern, each) for each in value]
    if isinstance(value, dict):
        return {key: without(pattern, each) for key, each in value.items()}
    return value


def _part(part: str) -> str:
    """A piece without spaces; digits may have a space, a dot or a dash between them."""
    found = ""
    pieces = _PIECES.findall(part)
    for number, piece in enumerate(pieces):
        both_digits = number > 0 and piece.isdigit() and pieces[number - 1].isdigit()
        found += (r"[\s.\-]?" if both_digits else "") + _sign(piece)
    return found


def _sign(piece: str) -> str:
    written = {piece, html.escape(piece), piece.replace("'", "&#39;").replace('"', "&#34;")}
    return "(?:" + "|".join(map(re.escape, sorted(written))) + ")" if len(written) > 1 else re.escape(piece)
