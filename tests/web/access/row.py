"""What a line of THE table of access says."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Row:
    """One route: its decision, and addresses of it to walk with GET and with POST."""

    decision: str
    gets: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


EVERYONE, SIGNED_IN = "everyone", "signed-in"
ADMINISTRATOR, COORDINATOR, EXPERT, MODERATOR = "administrator", "coordinator", "expert", "moderator"
MEMBERS = f"{ADMINISTRATOR}+{COORDINATOR}"
DESK = f"{COORDINATOR}+{EXPERT}+{MODERATOR}"
