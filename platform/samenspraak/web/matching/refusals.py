"""What the page says when an invitation was refused. A reason never blames."""

from flask_babel import gettext as _

from samenspraak.core.errors import Conflict
from samenspraak.matching.eligibility import LeftOut
from samenspraak.routing.invitable import CannotBeInvited


def why_not_this_expert(refusal: CannotBeInvited, name: str) -> str:
    """Return why one expert cannot be invited now, and what to do."""
    match refusal.left_out:
        case LeftOut.AWAY:
            return str(_("%(name)s is op dit moment afwezig. Kies iemand anders.", name=name))
        case LeftOut.FULL:
            return str(_("%(name)s heeft deze week geen ruimte meer. Kies iemand anders.", name=name))
        case LeftOut.IS_ASKER:
            return str(_("%(name)s stelde deze vraag. Kies iemand anders.", name=name))
        case LeftOut.OWN_ORGANISATION:
            return str(_("%(name)s werkt bij de eigen organisatie. Kies iemand anders.", name=name))
        case LeftOut.DECLARED_TIE:
            return str(_("%(name)s heeft een band met de organisatie die vraagt. Kies iemand anders.", name=name))


def why_not_now(refusal: Conflict) -> str:
    """Return why nobody can be invited as it was asked, and what to do."""
    if refusal.reason == "most-open":
        return str(_("Er zijn hoogstens drie deskundigen tegelijk gevraagd. Kruis er minder aan, of trek er een in."))
    if refusal.reason == "question-closed":
        return str(_("Deze vraag is gesloten. Open haar eerst weer."))
    if refusal.reason == "withdrawn-too-often":
        return str(_("Bij iemand van uw keuze is deze vraag al twee keer ingetrokken. Kies iemand anders."))
    return str(_("Iemand van uw keuze sloeg deze vraag al af. Kies iemand anders."))
