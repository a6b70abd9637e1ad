"""What the form shows of a grant that is here: targets and work packages as lines, and such lines read."""

from decimal import Decimal
from typing import Any

from openamif.grants.facts import SEXES, GrantContent
from openamif.sfc import numbers

BEYOND_TARGETS = Decimal(10) ** 12


def initial_of(content: GrantContent) -> dict[str, Any]:
    """What the form shows of a grant that is here."""
    shown = content.columns() | content.particulars() | dict(content.budget)
    shown["partners"] = [partner.pk for partner in content.partners]
    shown["targets"] = "\n".join(target_line(content, code) for code in content.targets)
    shown["work_packages"] = "\n".join(f"{number} {title}" for number, title in content.work_packages.items())
    return shown


def target_line(content: GrantContent, code: str) -> str:
    """An indicator with its target, and women and men where they are known."""
    written = f"{code} {content.targets[code].normalize():f}"
    parts = [content.targets_by_sex.get(f"{code}.{sex}") for sex in SEXES]
    if parts == [None, None]:
        return written
    return f"{written} ({'/'.join('' if each is None else f'{each.normalize():f}' for each in parts)})"


def number_in(text: str | None) -> Decimal | None:
    """A number as people write it, read as amounts are; None for nothing. Raises ValueError for what is none."""
    number = numbers.amount(text or "")
    if number is not None and number >= BEYOND_TARGETS:
        raise ValueError(text)
    return number
