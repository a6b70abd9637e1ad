"""Tags for several values together: key figures, a whole and its parts, timelines, steps, the tree of objectives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openamif.web.components import formats
from openamif.web.components.shapes import Entry, Figure, Node, Part, Step, Task
from openamif.web.components.tags import figures as values

register = template.Library()
WHOLE = Decimal(100)
ROOM_FOR_WORDS = Decimal(7)


@register.inclusion_tag("components/figures.html")
def figures(items: Sequence[Figure]) -> dict[str, object]:
    """Key figures side by side."""
    return {"items": items}


@register.simple_tag
def figure_value(item: Figure) -> SafeString:
    """The value of a key figure, large."""
    value = item.value
    if value is None:
        return format_html('<div class="value">{}</div>', values.nothing())
    if isinstance(value, str) or item.kind == "text":
        return format_html('<div class="value">{}</div>', value)
    if item.kind == "money":
        figure, unit = formats.money_short(value)
        exact = format_html('<div class="note">{}</div>', formats.euros(value))
        return format_html('<div class="value">{} <small>{}</small></div>{}', figure, item.unit or unit, exact)
    if item.kind == "share":
        figure, unit = formats.share(value).split(formats.NO_BREAK_SPACE)
        return format_html('<div class="value">{} <small>{}</small></div>', figure, unit)
    unit = format_html(" <small>{}</small>", item.unit) if item.unit else ""
    return format_html('<div class="value">{}{}</div>', formats.count(value), unit)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part as it is drawn: where it begins and how wide it is, in percent of the whole."""

    part: Part
    rate: Decimal
    start: str
    width: str
    middle: str
    words: str


@register.inclusion_tag("components/split_bar.html")
def split_bar(parts: Sequence[Part], label: str) -> dict[str, object]:
    """A whole of money and its parts, each in the colour of its objective, with a legend in words."""
    total = sum((part.amount for part in parts), Decimal(0))
    slices: list[Slice] = []
    start = Decimal(0)
    for part in parts:
        rate = part.amount * WHOLE / total if total > 0 else Decimal(0)
        words = formats.share(rate, 0) if rate >= ROOM_FOR_WORDS else ""
        drawn = values.plain(start), values.plain(rate), values.plain(start + rate / 2)
        slices.append(Slice(part, rate, *drawn, words))
        start += rate
    return {"slices": slices, "label": label, "empty": total <= 0}


@register.inclusion_tag("components/bullet.html")
def bullet(
    value: Decimal | int,
    target: Decimal | int,
    milestone: Decimal | int | None = None,
    label: str = "",
    objective: str = "",
) -> dict[str, object]:
    """A value against its target, with a line where it should stand by now (``milestone``)."""
    scale = max(Decimal(value), Decimal(target), Decimal(milestone or 0), Decimal(0))

    def place(figure: Decimal | int) -> str:
        return values.plain(Decimal(figure) * WHOLE / scale) if scale and figure > 0 else "0"

    words = [
        _("%(share)s of the target") % {"share": formats.share(value * WHOLE / Decimal(target), 0)}
        if target
        else _("no target set")
    ]
    if milestone is not None and target:
        words.append(_("expected by now: %(share)s") % {"share": formats.share(milestone * WHOLE / Decimal(target), 0)})
    return {
        "value": place(value),
        "target": place(target) if target and target < scale else "",
        "milestone": place(milestone) if milestone is not None else "",
        "label": ", ".join([str(label), *words] if label else words),
        "late": milestone is not None and value < milestone,
        "objective": objective,
    }


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Sequence[Entry]) -> dict[str, object]:
    """What happened, or will, in order."""
    return {"entries": entries}


@register.inclusion_tag("components/tasks.html")
def tasks(items: Sequence[Task], on: date) -> dict[str, object]:
    """What waits for the reader; ``on``: today, from which days are counted."""
    return {"items": items, "on": on}


@register.simple_tag
def moment(at: date | datetime | str) -> SafeString | str:
    """The day, the instant or the words of an entry."""
    if isinstance(at, datetime):
        return values.instant(at)
    return values.day(at) if isinstance(at, date) else str(at)


@register.inclusion_tag("components/steps.html")
def steps(items: Sequence[Step], label: str = "") -> dict[str, object]:
    """How far a job of several steps has come."""
    done = sum(item.state == "done" for item in items)
    return {"items": items, "label": label or _("Steps"), "done": done, "number": len(items)}


@register.inclusion_tag("components/tree.html")
def tree(nodes: Sequence[Node], label: str = "") -> dict[str, object]:
    """Objectives and what stands under them, to open and close."""
    return {"nodes": nodes, "label": label}
