"""Parts of sentences."""

from collections.abc import Sequence

from flask_babel import gettext as _


def in_words(names: Sequence[str]) -> str:
    """Return names as one says them: `A, B en C`."""
    if len(names) < 2:
        return "".join(names)
    return str(_("%(names)s en %(last)s", names=", ".join(names[:-1]), last=names[-1]))
