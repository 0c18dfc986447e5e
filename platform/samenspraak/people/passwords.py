"""Passwords: which are refused, and how they are kept and compared."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from samenspraak.core.tokens import new_token

SHORTEST = 12
LONGEST = 128
LONGEST_TRY = 1000
"""What a form takes as a try: more than any password may have, few enough to be no burden."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's minimum: some 30 ms, because the write lock of SQLite is held meanwhile."""
_NOBODY = _HASHER.hash(new_token())
_WELL_KNOWN = frozenset((Path(__file__).parent / "well_known_passwords.txt").read_text("utf-8").split())
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop")
_LEAST_DIFFERENT = 5
_DECORATION = "0123456789!@#$%^&*()-_=+.,?/ "


def weakness(password: str, about: Iterable[str] = ()) -> str | None:
    """Return why a password is refused, or nothing. `about` holds the person's name and address.

    There are no rules of composition: length, and not being guessed first, is what counts (NIST SP 800-63B).
    """
    password = _normal(password)
    if len(password) < SHORTEST:
        return "password-too-short"
    if len(password) > LONGEST:
        return "password-too-long"
    plain = password.casefold()
    if any(_is_mostly(plain, word.casefold()) for word in about):
        return "password-about-you"
    if len(set(plain)) < _LEAST_DIFFERENT or _is_well_known(plain) or _is_row(plain):
        return "password-well-known"
    return None


def hash_password(password: str) -> str:
    """Return what is stored of a password."""
    return _HASHER.hash(_normal(password))


def is_password(password: str, stored: str | None) -> bool:
    """Say whether this is the password; takes as long when nothing is stored."""
    try:
        _HASHER.verify(stored or _NOBODY, _normal(password)[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None and len(_normal(password)) <= LONGEST


def needs_new_hash(stored: str) -> bool:
    """Say whether a hash was made with other settings than today's."""
    return _HASHER.check_needs_rehash(stored)


def _normal(password: str) -> str:
    """One way to write a character that can be typed in two."""
    return unicodedata.normalize("NFC", password)


def _is_mostly(plain: str, word: str) -> bool:
    core = plain.strip(_DECORATION)
    parts = {word, word.replace(" ", ""), word.partition("@")[0]}
    return bool(core) and core in {part.strip(_DECORATION) for part in parts}


def _is_well_known(plain: str) -> bool:
    """Say whether it is a well-known word, once or more, with figures and signs around it."""
    core = plain.strip(_DECORATION)
    half = core[: len(core) // 2]
    return core in _WELL_KNOWN or plain in _WELL_KNOWN or (half * 2 == core and half in _WELL_KNOWN) or not core


def _is_row(plain: str) -> bool:
    """Say whether it is keys in a row, forward or back."""
    return any(plain in row * 3 or plain in row[::-1] * 3 for row in _ROWS)
