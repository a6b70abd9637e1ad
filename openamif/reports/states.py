"""The states of a progress report and the moves between them; who may do what with one; where a value comes from."""

from enum import StrEnum

from openamif.record.states import moves


class ReportState(StrEnum):
    """In preparation; submitted; examined by one officer; accepted by another; superseded by its correction.

    In clarification the clock of the examination stands still. Source: Deleg. Reg. (EU) No 1042/2014, Article 10 and
    Annex (supervision by a second person); Reg. (EU) 2021/1060, Article 74.
    """

    PREPARING = "preparing"
    SUBMITTED = "submitted"
    CLARIFICATION = "clarification"
    EXAMINED = "examined"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


MOVES = moves(
    submit=((ReportState.PREPARING, ReportState.RETURNED), ReportState.SUBMITTED),
    ask_clarification=((ReportState.SUBMITTED, ReportState.EXAMINED), ReportState.CLARIFICATION),
    answer_clarification=(ReportState.CLARIFICATION, ReportState.SUBMITTED),
    return_report=((ReportState.SUBMITTED, ReportState.EXAMINED), ReportState.RETURNED),
    examine=(ReportState.SUBMITTED, ReportState.EXAMINED),
    accept=(ReportState.EXAMINED, ReportState.ACCEPTED),
    supersede=(ReportState.ACCEPTED, ReportState.SUPERSEDED),
    needing_reason=("ask_clarification", "return_report"),
)
EDITABLE = (ReportState.PREPARING, ReportState.RETURNED)
WITH_AUTHORITY = (ReportState.SUBMITTED, ReportState.EXAMINED)


class Origin(StrEnum):
    """Counted from events that can be checked, or said by the beneficiary without a register."""

    REGISTER = "register"
    DECLARED = "declared"


class AttachmentKind(StrEnum):
    """What an attachment shows."""

    PUBLICITY = "publicity"
    EVIDENCE = "evidence"
    OTHER = "other"


class AgeGroup(StrEnum):
    """The brackets of Reg. (EU) 2021/1147, Annex VIII, by age at the first participation in the grant; or not known."""

    UNDER_18 = "under_18"
    FROM_18_TO_60 = "18_60"
    OVER_60 = "over_60"
    UNKNOWN = "unknown"


class SexGroup(StrEnum):
    """By sex; or not known."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Within(StrEnum):
    """That within which persons count once: a grant, the grants of a delegated authority, the programme."""

    GRANT = "grant"
    AUTHORITY = "authority"
    PROGRAMME = "programme"
