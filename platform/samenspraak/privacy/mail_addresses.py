"""Addresses of mail, also as written to keep robots away."""

import re
from collections.abc import Iterator

from samenspraak.privacy.findings import Finding, Kind
from samenspraak.privacy.letter_case import is_first_name
from samenspraak.privacy.wordlists import word_set

_AT_WORD = r"(?:at|ape(?:n)?staart(?:je)?)"
_DOT_WORD = r"(?:dot|punt)"
_OPEN, _CLOSE = r"\s?[\[({<]\s?", r"\s?[\])}>]\s?"
# `@`, `[at]`, ` @ `; the bare word only with a domain after it.
_AT = rf"(?: ?@ ?\n?|{_OPEN}(?:@|a|{_AT_WORD}){_CLOSE}|\s{_AT_WORD}\s)"
_DOT = rf"(?:\.|\s\.\s|{_OPEN}(?:\.|{_DOT_WORD}){_CLOSE}|\s{_DOT_WORD}\s)"
_DOT_SPELT = rf"(?:\s{_DOT_WORD}\s|{_OPEN}{_DOT_WORD}{_CLOSE})"
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_MAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>(?:[\w-]{{1,30}}{_DOT_SPELT}){{0,2}}\w[\w.+'’-]{{0,63}}){_AT}(?:{_LABEL}{_DOT}){{1,5}}[a-z]{{2,24}}\b",
    re.IGNORECASE,
)
_BARE_AT = re.compile(r"\sat\s", re.IGNORECASE)
_BARE_DOT = re.compile(rf"\W{_DOT_WORD}\W", re.IGNORECASE)
_OF_MAIL = re.compile(r"mail|bereik|adres|stuur|contact|reage|vraag|vragen|bericht|aanmeld", re.IGNORECASE)
_LOOKED_BACK = 80
_SPLIT = re.compile(r"[._-]")
_SCHOOL = re.compile(r"(?:obs|cbs|rkbs|pcbs|swv|sbo|vso|basisschool|praktijkschool|college|lyceum|team)(?!$)")
# Before a word that is no task, these tell who somebody is: `directeur.jansen`, but `voorzitter.gmr`.
_OFFICES = {"bestuurder", "controller", "decaan", "directeur", "griffie", "hr", "secretaris", "voorzitter"}
# Shorter words end too many other words: `zorg` but not `po` makes `zorg` of `leerlingzorg` a task.
_LONG_ROLE = 5


def find_mail_addresses(text: str) -> Iterator[Finding]:
    """Yield each mail address that is a person's; `info@` and the like are an organisation's."""
    for match in _MAIL.finditer(text):
        if not _is_role(match["local"].lower()) and not _is_english(text, match):
            yield Finding(match.start(), match.end(), Kind.EMAIL)


def _is_english(text: str, match: re.Match[str]) -> bool:
    """Whether a bare `at` is the English word: no mail is spoken of, and the domain is written as usual."""
    if not _BARE_AT.search(match[0]) or _BARE_DOT.search(match[0]):
        return False
    return not _OF_MAIL.search(text[max(0, match.start() - _LOOKED_BACK) : match.start()])


def _is_role(local: str) -> bool:
    """Whether a mailbox is of a task: `info`, `secretariaat.oost`, `tlv-aanvraag`; not `j.zorg` or `ib.karin`."""
    parts = [part for part in _SPLIT.split(local.partition("+")[0]) if part]
    if any(len(part) == 1 or (is_first_name(part) and not _is_task(part)) for part in parts):
        return False
    if parts[:1] and parts[0] in _OFFICES:
        return all(map(_is_task, parts))
    return any(map(_is_task, parts))


def _is_task(part: str) -> bool:
    """Whether a word is a task or the short name of a school, or a compound that begins or ends with a long one."""
    part = part.rstrip("0123456789")
    if part in word_set("role_mailboxes") or _SCHOOL.match(part):
        return True
    return any(
        (len(role) >= _LONG_ROLE and part.endswith(role)) or (len(role) > _LONG_ROLE and part.startswith(role))
        for role in word_set("role_mailboxes")
    )
