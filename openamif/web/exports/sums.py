"""Which rows of the tables of money are sums, of which others, and what they come to (an empty cell is nothing)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from openamif.web.components import formats

Plan = Mapping[str, Decimal | None]
TOTAL = "TOTAL"


def terms(plan: Plan, code: str) -> tuple[str, ...]:
    """The rows that a row of the financial plan adds up; none for a row with a figure of its own."""
    if code == TOTAL:
        return tuple(each for each in plan if "." not in each and each != TOTAL)
    head, _dot, inner = code.partition(".")
    if inner in ("NO", "SA"):
        return tuple(each for each in plan if each.startswith(code) and each != code)
    return () if inner else tuple(each for each in (f"{head}.NO", f"{head}.SA") if each in plan)


def come_to(plan: Plan, code: str) -> Decimal:
    """The figure of a row, or the sum of its terms."""
    of = terms(plan, code)
    return added(come_to(plan, each) for each in of) if of else plan[code] or Decimal(0)


def added(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum of those that are there."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def remark(printed: Decimal | int | None, right: Decimal | int) -> str:
    """What to say where the document prints another figure than the sum; empty where it does not."""
    if (printed or 0) == right:
        return ""
    if printed is None:
        return _("The document prints nothing here.")
    shown = formats.money(printed) if isinstance(printed, Decimal) else formats.count(printed)
    return _("The document prints %(figure)s here.") % {"figure": shown}
