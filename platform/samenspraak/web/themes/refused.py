"""What the editor says when a word is refused: the reasons of `WordRefused`, each with the word that it is about."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from flask_babel import gettext as _

from samenspraak.core.errors import Invalid
from samenspraak.themes.kinds import TermKind
from samenspraak.themes.rules import MOST_WORDS, WordRefused
from samenspraak.web.shell.labels import label
from samenspraak.web.shell.refusals import say_at_field
from samenspraak.web.themes.forms import WordsForm

_REASONS: Mapping[str, Callable[[WordRefused], str]] = MappingProxyType(
    {
        "says-nothing": lambda refused: _(
            "Op “%(word)s” zoekt niemand: het zegt te weinig. Kies een ander woord.", word=refused.word
        ),
        "stands-already": lambda refused: _(
            "“%(word)s” staat al in de lijst (%(kind)s). Wijzig dat woord.",
            word=refused.word,
            kind=label(TermKind(refused.other)),
        ),
        "no-expansion": lambda _refused: _(
            "Schrijf ten minste één woord dat hetzelfde betekent, elk op een eigen regel."
        ),
        "means-itself": lambda refused: _(
            "“%(word)s” is het woord zelf. Haal het weg uit de betekenissen.", word=refused.word
        ),
        "leads-back": lambda refused: _(
            "“%(word)s” verwijst zelf al naar “%(other)s”. Zo verwijzen de woorden in een kring.",
            word=refused.word,
            other=refused.other,
        ),
        "word-too-long": lambda refused: _(
            "“%(word)s” is te lang. Gebruik hoogstens 100 tekens voor een woord.", word=refused.word
        ),
        "too-many-words": lambda _refused: _("Schrijf hoogstens %(most)d woorden.", most=MOST_WORDS),
        "label-taken": lambda refused: _("Er is al een thema “%(other)s”. Kies een andere naam.", other=refused.other),
        "name-of-another": lambda refused: _(
            "“%(word)s” hoort al bij het thema “%(other)s”. Haal het daar eerst weg.",
            word=refused.word,
            other=refused.other,
        ),
        "name-is-current": lambda refused: _(
            "“%(word)s” staat ook bij de woorden van nu. Laat het op één plek staan.", word=refused.word
        ),
    }
)


def say_refused(form: WordsForm, refusal: Invalid) -> None:
    """Put the reason of a refusal at its field."""
    if not isinstance(refusal, WordRefused):
        say_at_field(form, refusal)
        return
    field = form[refusal.field]
    field.errors = [*field.errors, _REASONS[refusal.reason](refusal)]
