"""The accounts that a visitor of the demonstration may use. Every other fictional person has the common password."""

import dataclasses

from samenspraak.people.kinds import Role

COMMON_PASSWORD = "samenspraak-demonstratie"  # noqa: S105 - printed at the start, and only ever set in the demonstration


@dataclasses.dataclass(frozen=True)
class Login:
    """A log-in that is printed when the demonstration starts."""

    role: Role
    name: str
    password: str

    @property
    def email(self) -> str:
        """The address to log in with."""
        return address_of(self.name)


def address_of(name: str) -> str:
    """Return the address of a fictional person, in a domain that can never exist."""
    return f"{name.lower().replace(' ', '.')}@samenspraak.example"


LOGINS = (
    Login(Role.COORDINATOR, "Roos Lessenaar", "samenspraak-coordinator"),
    Login(Role.EXPERT, "Carla Puntenslijper", "samenspraak-deskundige"),
    Login(Role.MODERATOR, "Tineke Gumdoos", "samenspraak-moderator"),
    Login(Role.ADMINISTRATOR, "Joris Sleutelrek", "samenspraak-beheerder"),
)
