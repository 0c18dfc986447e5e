"""Addresses in mails. What a mail is kept with leaves the platform's own address open: that is filled in at sending."""

ADDRESS = "https://samenspraak.invalid"
"""Stands for the platform's own address, until a mail is sent; nothing can ever live at `.invalid`."""


def question(question_id: int) -> str:
    """Return the address of a question."""
    return f"{ADDRESS}/vragen/{question_id}"


def answer(question_id: int, answer_id: int) -> str:
    """Return the address of an answer on the page of its question."""
    return f"{question(question_id)}#antwoord-{answer_id}"


def use(question_id: int) -> str:
    """Return the address where an asker says whether the answer was used."""
    return f"{question(question_id)}/gebruikt"


def choosing(question_id: int) -> str:
    """Return the address where experts for a question are chosen."""
    return f"{question(question_id)}/deskundigen"


def invitations() -> str:
    """Return the address where an expert accepts or declines."""
    return f"{ADDRESS}/gevraagd"


def desk_case(question_id: int) -> str:
    """Return the address of a question at its desk."""
    return f"{ADDRESS}/bureau/vragen/{question_id}"


def profile(person_id: int) -> str:
    """Return the address of an expert's profile."""
    return f"{ADDRESS}/deskundigen/{person_id}"


def article(slug: str) -> str:
    """Return the address of an article."""
    return f"{ADDRESS}/kennis/{slug}"


def introductions() -> str:
    """Return the address where someone agrees to talk with another partnership, or not."""
    return f"{ADDRESS}/kennismakingen"


def account_link(token: str) -> str:
    """Return the address that lets its holder choose a password."""
    return f"{ADDRESS}/account/openen/{token}"


def with_address(text: str, base_url: str) -> str:
    """Fill in the platform's own address."""
    return text.replace(ADDRESS, base_url)
