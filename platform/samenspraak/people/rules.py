"""Who someone is, as a plain value that every room below the web can decide with."""

import dataclasses

from samenspraak.people.kinds import Role


@dataclasses.dataclass(frozen=True)
class Viewer:
    """The one who looks or acts: a signed-in person with roles and organisations, or a visitor."""

    person_id: int | None = None
    name: str = ""
    roles: frozenset[Role] = frozenset()
    organisation_ids: frozenset[int] = frozenset()

    @property
    def is_signed_in(self) -> bool:
        """Whether this is a person with an account."""
        return self.person_id is not None

    @property
    def is_moderator(self) -> bool:
        """Whether this person guards the exchange on behalf of the ministry."""
        return Role.MODERATOR in self.roles

    @property
    def is_administrator(self) -> bool:
        """Whether this person keeps organisations and accounts."""
        return Role.ADMINISTRATOR in self.roles

    @property
    def is_expert(self) -> bool:
        """Whether this person answers questions, and so has a profile."""
        return Role.EXPERT in self.roles

    @property
    def may_ask(self) -> bool:
        """Whether this person may ask a question on behalf of a partnership."""
        return Role.COORDINATOR in self.roles

    def has_any(self, roles: frozenset[Role]) -> bool:
        """Whether this person has one of these roles, in whichever organisation."""
        return bool(self.roles & roles)


VISITOR = Viewer()


def may_declare_ties(viewer: Viewer, person_id: int) -> bool:
    """Say whether someone may say with which organisations an expert has a tie: nobody but the expert."""
    return viewer.person_id is not None and viewer.person_id == person_id


def may_read_ties(viewer: Viewer, person_id: int) -> bool:
    """Say whether someone may read which ties an expert declared, and in which words."""
    return may_declare_ties(viewer, person_id) or viewer.is_administrator or viewer.is_moderator


def may_edit_profile(viewer: Viewer, person_id: int) -> bool:
    """Say whether someone may edit the expert profile of a person: their own, or any for administrators."""
    return viewer.is_administrator or (viewer.person_id is not None and viewer.person_id == person_id)


def may_name_spokespeople(viewer: Viewer) -> bool:
    """Say whether someone may name who states the position of the ministry: moderators and administrators."""
    return viewer.is_moderator or viewer.is_administrator
