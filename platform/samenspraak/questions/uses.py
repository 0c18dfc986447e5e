"""When an asker is asked whether an accepted answer was used, and what they may say: pure functions on plain values."""

import datetime as dt

from samenspraak.core.clock import AMSTERDAM, local_day
from samenspraak.core.errors import Invalid
from samenspraak.questions.kinds import Use

SIX_WEEKS = dt.timedelta(days=42)
LONGEST_WORDS = 500


def accepted_before(now: dt.datetime) -> dt.datetime:
    """Return the moment before which an answer must have been accepted to be asked about today.

    Days are counted, in Amsterdam: what was accepted on a Tuesday is asked about from the sixth Tuesday after it.
    """
    return dt.datetime.combine(local_day(now) - SIX_WEEKS + dt.timedelta(days=1), dt.time(), AMSTERDAM)


def check_use(used: Use, words: str) -> None:
    """Refuse a no that does not say why: without it nobody learns from it."""
    if used is Use.NO and not words.strip():
        raise Invalid("words", "use-words-missing")
    if len(words) > LONGEST_WORDS:
        raise Invalid("words", "use-words-too-long")
