"""The closed lists of the people room: kinds of organisation, roles, sectors, groups of experts."""

import enum


class OrganisationKind(enum.StrEnum):
    """What an organisation is, of all that have a part in fitting education."""

    PARTNERSHIP = "partnership"
    SCHOOL_BOARD = "school_board"
    SECTOR_COUNCIL = "sector_council"
    MINISTRY = "ministry"
    INSPECTORATE = "inspectorate"
    PARENT_ORGANISATION = "parent_organisation"
    MUNICIPALITY = "municipality"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    CLUSTER_INSTITUTION = "cluster_institution"
    SUPPORT_CENTRE = "support_centre"
    DISPUTE_BODY = "dispute_body"
    YOUTH_CARE = "youth_care"
    KNOWLEDGE_INSTITUTE = "knowledge_institute"
    INDEPENDENT = "independent"


class Sector(enum.StrEnum):
    """Part of education; special education belongs to the sector of its pupils' age."""

    PRIMARY = "po"
    SECONDARY = "vo"
    BOTH = "both"


class Region(enum.StrEnum):
    """Part of the country whose schools have holidays at the same time."""

    NORTH = "noord"
    MIDDLE = "midden"
    SOUTH = "zuid"


class TieKind(enum.StrEnum):
    """What binds an expert to an organisation, so that they had better not answer its questions."""

    CLIENT = "client"
    OTHER = "other"


class Role(enum.StrEnum):
    """What a person is on Samenspraak, within one organisation."""

    COORDINATOR = "coordinator"
    EXPERT = "expert"
    MODERATOR = "moderator"
    ACCOUNT_MANAGER = "account_manager"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"


class ExpertGroup(enum.StrEnum):
    """From which side an expert speaks."""

    SECTOR_COUNCIL = "sector_council"
    MINISTRY = "ministry"
    INDEPENDENT = "independent"
