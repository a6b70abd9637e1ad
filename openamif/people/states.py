"""The kinds of role a person may hold, and the kinds of body that an organisation may be."""

from enum import StrEnum


class RoleKind(StrEnum):
    """What a role lets its holder do.

    Source: Reg. (EU) No 514/2014, Articles 24-27; Reg. (EU) 2021/1060, Articles 71-77.
    """

    RESPONSIBLE_AUTHORITY = "responsible_authority"
    DELEGATED_AUTHORITY = "delegated_authority"
    AUDIT_AUTHORITY = "audit_authority"
    BENEFICIARY = "beneficiary"
    COMMITTEE_MEMBER = "committee_member"
    EVALUATOR = "evaluator"
    ADMINISTRATOR = "administrator"


class LegalForm(StrEnum):
    """What a body is in law; a natural person carries out no grant here. Source: CPR, Annex XVII, field 2."""

    PUBLIC_LAW = "public_law"
    PRIVATE_LAW = "private_law"
    WITHOUT_PERSONALITY = "without_personality"


class OrganisationKind(StrEnum):
    """The types of body of Implementing Regulation (EU) No 802/2014, section 6.7.1 of the model."""

    STATE_AUTHORITY = "state_authority"
    LOCAL_PUBLIC_BODY = "local_public_body"
    NGO = "ngo"
    INTERNATIONAL_PUBLIC_ORGANISATION = "international_public_organisation"
    NATIONAL_RED_CROSS = "national_red_cross"
    ICRC = "icrc"
    IFRC = "ifrc"
    COMPANY = "company"
    EDUCATION_OR_RESEARCH = "education_or_research"
    SOCIAL_PARTNER = "social_partner"
