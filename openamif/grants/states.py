"""The states of a grant and the moves between them, and the code lists of ours that a grant is described with."""

from enum import StrEnum

from openamif.record.states import moves


class GrantState(StrEnum):
    """Entered and not yet signed; signed by both sides; ended, its activities over.

    Source: Deleg. Reg. (EU) No 1042/2014, Article 10; Reg. (EU) 2021/1060, Annex XVII, fields 16 to 19.
    """

    DRAFT = "draft"
    SIGNED = "signed"
    ENDED = "ended"


MOVES = moves(
    sign=(GrantState.DRAFT, GrantState.SIGNED),
    end=(GrantState.SIGNED, GrantState.ENDED),
)


class Right(StrEnum):
    """What somebody may do with the register and the reports of a grant; each includes the one before."""

    VIEW = "view"
    EDIT = "edit"
    SIGN = "sign"


class Procedure(StrEnum):
    """How the grant was selected. Source: Deleg. Reg. (EU) No 1042/2014, Articles 7 and 8; accounts, form A1."""

    OPEN_CALL = "open_call"
    RESTRICTED_CALL = "restricted_call"
    NEGOTIATED = "negotiated"
    DIRECT_AWARD = "direct_award"
    EXECUTING_BODY = "executing_body"


class Ground(StrEnum):
    """Why the Union may pay its share: Article 16 of 514/2014 and Article 15 of 2021/1147 together."""

    STANDARD = "standard"
    SPECIFIC_ACTION = "specific_action"
    STRATEGIC_PRIORITY = "strategic_priority"
    EXCEPTIONAL = "exceptional"
    ANNEX_IV = "annex_iv"
    OPERATING_SUPPORT = "operating_support"
    EMERGENCY_ASSISTANCE = "emergency_assistance"
    TECHNICAL_ASSISTANCE = "technical_assistance"


class CostCategory(StrEnum):
    """The kinds of cost of a budget; ours, after those that national forms share."""

    STAFF = "staff"
    TRAVEL = "travel"
    EQUIPMENT = "equipment"
    REAL_ESTATE = "real_estate"
    SUPPLIES = "supplies"
    SUBCONTRACTING = "subcontracting"
    TARGET_GROUP = "target_group"
    OTHER_DIRECT = "other_direct"
    INDIRECT = "indirect"


class ContractLevel(StrEnum):
    """What a contract is. Source: Reg. (EU) 2021/1060, Annex XVII, fields 23 (contract), 24 and 25."""

    CONTRACT = "contract"
    SUBCONTRACT = "subcontract"
    CASCADE = "cascade"


class PartnershipPart(StrEnum):
    """What a body is in a public-private partnership. Source: Reg. (EU) 2021/1060, Annex XVII, field 5."""

    PUBLIC_INITIATOR = "public_initiator"
    PRIVATE_PARTNER = "private_partner"


class Reimbursement(StrEnum):
    """Reimbursed by the Union other than by cost. Source: Reg. (EU) 2021/1060, Articles 94 and 95."""

    ARTICLE_94 = "article_94"
    ARTICLE_95 = "article_95"
