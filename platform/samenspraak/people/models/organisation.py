"""Organisations and the areas of partnerships."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from samenspraak.core.db import Model, stored
from samenspraak.people.kinds import OrganisationKind, Sector


class Organisation(Model):
    """A partnership, school board, council, ministry or other party.

    A legal partnership has a code (`PO2601`) before it has a name: names are entered by an administrator.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[OrganisationKind] = mapped_column(stored(OrganisationKind), index=True)
    code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(default="")
    sector: Mapped[Sector | None] = mapped_column(stored(Sector))
    province: Mapped[str] = mapped_column(default="")
    municipalities: Mapped[list[str]] = mapped_column(JSON, default=list)
    is_active: Mapped[bool] = mapped_column(default=True)

    @property
    def title(self) -> str:
        """The name, or for a partnership without one its code and largest municipalities.

        Municipalities are kept largest first, as the import gives them.
        """
        if self.name:
            return self.name
        where = ", ".join(self.municipalities[:2])
        return f"{self.short_code} ({where})" if where else self.short_code

    @property
    def short_code(self) -> str:
        """The code as people write it: `PO 26-01`."""
        code = self.code or ""
        return f"{code[:2]} {code[2:4]}-{code[4:]}" if len(code) == 6 else code
