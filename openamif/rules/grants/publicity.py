"""What a beneficiary owes the public: derived from amounts, dates and what is built or bought."""

from dataclasses import dataclass
from datetime import date

from openamif.law import figure
from openamif.rules.grants.calendar import months_later
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.money import share_of
from openamif.rules.grants.table import FIRST

_1048 = "Implementing Regulation (EU) No 1048/2014, Article 2"
_50 = "Regulation (EU) 2021/1060, Article 50(1)"


@dataclass(frozen=True, slots=True)
class Duty:
    """``kind``: inform_participants, funding_statement, website, plaque, poster or event; ``due_on`` where there is a

    last day; ``source``: the article.
    """

    kind: str
    source: str
    due_on: date | None = None


def duties(grant: Grant, frame: Frame, *, on: date) -> tuple[Duty, ...]:
    """In the order of the article."""
    return _first_period(grant, on) if frame.period == FIRST else _second_period(grant, on)


def _first_period(grant: Grant, on: date) -> tuple[Duty, ...]:
    """A plaque for what is built or bought with more than the threshold, where the Union's part is large enough."""
    owed = [Duty("inform_participants", _1048), Duty("funding_statement", _1048)]
    threshold = figure("grants.plaque_threshold", on=on, period=FIRST).number
    smallest = figure("grants.plaque_share", on=on, period=FIRST).number
    share = share_of(grant.union_amount, grant.eligible_amount)
    if grant.has_investment and grant.union_amount > threshold and share is not None and share >= smallest:
        months = int(figure("grants.plaque_months", on=on, period=FIRST).number)
        owed.append(Duty("plaque", _1048, months_later(grant.ended_on or grant.ends_on, months)))
    return tuple(owed)


def _second_period(grant: Grant, on: date) -> tuple[Duty, ...]:
    """A plaque for investments above the threshold, a poster otherwise; an event for the large and the strategic."""
    owed = [Duty("website", _50 + "(a)"), Duty("funding_statement", _50 + "(b)")]
    threshold = figure("controls.plaque_threshold", on=on, period="2021-2027").number
    is_plaque = grant.has_investment and grant.eligible_amount > threshold
    owed.append(Duty("plaque", _50 + "(c)") if is_plaque else Duty("poster", _50 + "(d)"))
    large = figure("grants.event_threshold", on=on, period="2021-2027").number
    if grant.is_strategic or grant.eligible_amount > large:
        owed.append(Duty("event", _50 + "(e)"))
    return tuple(owed)
