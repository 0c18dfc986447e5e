"""Letters to try the templates with: each kind, with all it can hold and with as little as it may."""

from samenspraak.notifications import links
from samenspraak.notifications.letters import (
    AcceptedLetter,
    AccountLetter,
    AnsweredLetter,
    ConfirmLetter,
    ForwardedLetter,
    ImpactLetter,
    IntroducedLetter,
    IntroductionLetter,
    InvitedLetter,
    Letter,
)
from tests.support.site import NOON

HOSTILE = '<script>alert("x")</script>\r\nBcc: ander@school.nl'


def letters(text: str = "Wie betaalt het vervoer?") -> list[Letter]:
    """Return one of each kind, in which all that people write is `text`."""
    question, answer = links.question(1), links.answer(1, 2)
    return [
        InvitedLetter(text, links.invitations(), text, text, text, text, text, NOON),
        InvitedLetter(text, question, text, text, "", "", "", None),
        ForwardedLetter(text, links.invitations(), text, text, text, text, text, NOON, has_account=True),
        ForwardedLetter(text, question, text, text, "", "", "", None, has_account=False),
        AnsweredLetter(text, answer, text, text, text),
        AnsweredLetter(text, answer, text, text, ""),
        AcceptedLetter(text, answer, text, text),
        AcceptedLetter(text, answer, text, ""),
        ImpactLetter(text, links.use(1), text, text),
        ImpactLetter(text, links.use(1), text, ""),
        ConfirmLetter(text, links.profile(3)),
        IntroductionLetter(text, links.introductions(), text, text, text, both_must_agree=True),
        IntroductionLetter(text, links.introductions(), text, text, "", both_must_agree=False),
        IntroducedLetter(text, links.introductions(), text, text, "jan@swv.test"),
        AccountLetter(text, links.account_link("token"), is_new=True, expires_at=NOON),
        AccountLetter(text, links.account_link("token"), is_new=False, expires_at=NOON),
    ]
