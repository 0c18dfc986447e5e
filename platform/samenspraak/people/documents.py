"""What everyone who is signed in may find: profiles of experts, and what partnerships worked out."""

from collections.abc import Collection

from samenspraak.core.db import Session
from samenspraak.core.markup import to_plain
from samenspraak.people.models.expert import ExpertProfile
from samenspraak.people.models.organisation import Experience
from samenspraak.people.queries.experiences import experiences_by_id
from samenspraak.people.queries.experts import list_for_index
from samenspraak.search.document import SIGNED_IN, Document, Kind


def expert_documents(session: Session, ids: Collection[int] | None) -> list[Document]:
    """Return the documents of these experts, or of all; who is not listed, or has no open account, has none."""
    return [_document(profile) for profile in list_for_index(session, ids)]


def _document(profile: ExpertProfile) -> Document:
    return Document(
        kind=Kind.EXPERT,
        key=profile.person_id,
        title=profile.person.name,
        body=f"{profile.headline}\n{to_plain(profile.expertise)}",
        themes=tuple(theme.slug for theme in profile.themes),
        theme_labels=tuple(theme.label for theme in profile.themes),
        sector=profile.sector.value,
        group=profile.group.value,
        organisation=profile.organisation_id,
        date=profile.updated_at,
        audience=(SIGNED_IN,),
        version=profile.version,
    )


def experience_documents(session: Session, ids: Collection[int] | None) -> list[Document]:
    """Return the documents of these experiences, or of all; what is gone, or of who left, has none."""
    return [_of_experience(experience) for experience in experiences_by_id(session, ids)]


def _of_experience(experience: Experience) -> Document:
    partnership = experience.organisation
    return Document(
        kind=Kind.EXPERIENCE,
        key=experience.id,
        title=experience.title,
        body=to_plain(experience.body),
        discussion="\n".join((partnership.title, ", ".join(partnership.municipalities))),
        themes=tuple(theme.slug for theme in experience.themes),
        theme_labels=tuple(theme.label for theme in experience.themes),
        sector=partnership.sector.value if partnership.sector else "",
        organisation=partnership.id,
        date=experience.added_at,
        audience=(SIGNED_IN,),
        version=experience.version,
    )
