"""Reading grants: lists with filters, one with all it says, the frame of the rules, the plan of an import."""

from openamif.grants.queries.frames import Examined, examine_grant, findings_of, frame_of, objectives_of
from openamif.grants.queries.importing import Plan, plan_import
from openamif.grants.queries.lists import (
    SORTS,
    Sought,
    beneficiaries_of,
    bodies_to_delegate_to,
    delegated_authorities_of,
    delegated_body_of,
    grant_for,
    grants_found,
    grants_seen,
    grants_seen_by,
    grants_with_content,
    programmes_with_grants,
    reference_is_taken,
    sums_of,
    sums_of_signed,
)
from openamif.grants.queries.views import saved_views

__all__ = [
    "SORTS",
    "Examined",
    "Plan",
    "Sought",
    "beneficiaries_of",
    "bodies_to_delegate_to",
    "delegated_authorities_of",
    "delegated_body_of",
    "examine_grant",
    "findings_of",
    "frame_of",
    "grant_for",
    "grants_found",
    "grants_seen",
    "grants_seen_by",
    "grants_with_content",
    "objectives_of",
    "plan_import",
    "programmes_with_grants",
    "reference_is_taken",
    "saved_views",
    "sums_of",
    "sums_of_signed",
]
