"""The states of an operational check on the spot and the moves between them; how participants were drawn."""

from enum import StrEnum

from openamif.record.states import moves


class CheckState(StrEnum):
    """Planned with its sample drawn; carried out, findings written; closed, the beneficiary's reaction known.

    Abandoned: it will not be carried out. It stays, with its sample, so that nobody draws until a sample pleases.
    """

    PLANNED = "planned"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"
    ABANDONED = "abandoned"


MOVES = moves(
    carry_out_check=(CheckState.PLANNED, CheckState.CARRIED_OUT),
    close_check=(CheckState.CARRIED_OUT, CheckState.CLOSED),
    abandon_check=(CheckState.PLANNED, CheckState.ABANDONED),
    needing_reason=("abandon_check",),
)
DONE = (CheckState.CARRIED_OUT, CheckState.CLOSED)
OPEN = (CheckState.PLANNED, CheckState.CARRIED_OUT)


class SamplingMethod(StrEnum):
    """Every participant equally likely; or equally likely within each activity, in proportion to its size."""

    SIMPLE_RANDOM = "simple_random"
    STRATIFIED = "stratified"


class Outcome(StrEnum):
    """What the controller saw of a participant's record."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"
