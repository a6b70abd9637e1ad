"""Differences between versions, grouped by page, each with its weight for the Commission's decision."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from openamif.rules.national_programme.changes import Change, Ground, Verdict
from openamif.web.authority.sheet import TABS, Sheet
from openamif.web.components import formats
from openamif.web.labels import GROUNDS
from openamif.web.places import page_of, place_url, place_words


@dataclass(frozen=True)
class Difference:
    """A field before and after; ``kind``: how its values are written (see the tag ``diff``)."""

    place: str
    url: str
    before: object
    after: object
    kind: str
    ground: str
    needs_decision: bool


@dataclass
class DifferenceGroup:
    """The differences of one page."""

    title: str
    rows: list[Difference] = field(default_factory=list)


def differences(changed: tuple[Change, ...], decision: Verdict, sheet: Sheet) -> list[DifferenceGroup]:
    """In the order of the pages."""
    grounds = {each.place: each.ground for each in (*decision.reasons, *decision.free)}
    groups: dict[str, DifferenceGroup] = {}
    for change in changed:
        page = page_of(change.place)
        group = groups.setdefault(page, DifferenceGroup(str(TABS.get(page, page))))
        ground = grounds.get(change.place)
        group.rows.append(
            Difference(
                place_words(change.place, sheet.period),
                place_url(sheet.version.pk, change.place),
                *sides(change),
                str(GROUNDS[ground]) if ground else "",
                ground is Ground.FIELD_OF_THE_DECISION,
            )
        )
    return [groups[page] for page in TABS if page in groups]


def sides(change: Change) -> tuple[object, object, str]:
    """Before, after and their kind: amounts and targets stay figures, all else is text in the reader's writing."""
    both = [value for value in (change.before, change.after) if value is not None]
    if both and all(isinstance(value, Decimal) for value in both):
        is_count = change.place.startswith("indicators.")
        if not is_count:
            return change.before, change.after, "money"
        if all(value == int(value) for value in both):  # type: ignore[call-overload]
            return change.before, change.after, "count"
    return written(change.before), written(change.after), "text"


def written(value: object) -> str:
    """A value as the reader writes it; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return formats.money(value)
    if isinstance(value, date):
        return formats.day(value)
    return str(value)
