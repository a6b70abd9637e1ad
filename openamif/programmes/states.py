"""The states of a programme's version and the moves between them, as the Commission's system has them.

Source: Implementing Regulation (EU) No 802/2014, Articles 3-7, and the statuses that SFC2014 prints.
"""

from enum import StrEnum

from openamif.record.states import moves


class VersionState(StrEnum):
    """Where a version stands between the Member State and the Commission."""

    OPEN = "open"
    READY = "ready"
    SENT = "sent"
    RETURNED_BY_MEMBER_STATE = "returned_by_member_state"
    RETURNED_BY_COMMISSION = "returned_by_commission"
    DECISION_ACCEPTED = "decision_accepted"
    ADOPTED_BY_COMMISSION = "adopted_by_commission"
    ADOPTED_BY_MEMBER_STATE = "adopted_by_member_state"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


S = VersionState
EDITABLE = (S.OPEN, S.RETURNED_BY_MEMBER_STATE)
ADOPTED = (S.ADOPTED_BY_COMMISSION, S.ADOPTED_BY_MEMBER_STATE)
NEVER_SENT = (S.OPEN, S.READY, S.RETURNED_BY_MEMBER_STATE)
IN_PROGRESS = (S.OPEN, S.READY, S.SENT, S.RETURNED_BY_MEMBER_STATE, S.DECISION_ACCEPTED)

MOVES = moves(
    needing_reason=("return_by_member_state", "return_for_modification", "withdraw", "cancel"),
    validate=((S.OPEN, S.RETURNED_BY_MEMBER_STATE), S.READY),
    reopen=((S.READY, S.RETURNED_BY_MEMBER_STATE), S.OPEN),
    return_by_member_state=((S.OPEN, S.READY), S.RETURNED_BY_MEMBER_STATE),
    send=(S.READY, S.SENT),
    return_for_modification=(S.SENT, S.RETURNED_BY_COMMISSION),
    accept_decision=(S.SENT, S.DECISION_ACCEPTED),
    adopt=(S.DECISION_ACCEPTED, S.ADOPTED_BY_COMMISSION),
    accept_member_state_decision=(S.SENT, S.ADOPTED_BY_MEMBER_STATE),
    withdraw=((S.OPEN, S.READY, S.SENT, S.RETURNED_BY_MEMBER_STATE), S.WITHDRAWN),
    cancel=((S.OPEN, S.READY, S.RETURNED_BY_MEMBER_STATE), S.CANCELLED),
)
