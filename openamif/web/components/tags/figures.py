"""Tags for single values: money, counts, shares, days, deadlines, states, codes, persons."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.web.components import formats

register = template.Library()
ALMOST_ALL = Decimal(98)
TONES = ("good", "wait", "bad", "info", "idle")
Amount = Decimal | int | None


def nothing() -> SafeString:
    """A dash for the eye and words for the ear, where there is no value."""
    return format_html(
        '<span class="nothing"><span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></span>',
        formats.NOTHING,
        _("none"),
    )


def hidden(sign: str) -> SafeString:
    """A figure that may not be shown: the sign that stands in its place, and what it says."""
    return format_html('<abbr title="{}">{}</abbr>', _("hidden"), sign)


@register.simple_tag
def money(amount: Amount, unit: bool = True, sign: bool = False) -> SafeString:
    """An exact amount. ``unit=False`` where the column's head says EUR; ``sign=True`` for a change, with its plus."""
    if amount is None:
        return nothing()
    written = formats.euros(amount) if unit else formats.money(amount)
    plus = "+" if sign and amount > 0 else ""
    return format_html('<span class="amount{}">{}{}</span>', " is-negative" if amount < 0 else "", plus, written)


@register.simple_tag
def size(octets: int) -> str:
    """The size of a file."""
    return formats.size(octets)


@register.simple_tag
def money_short(amount: Amount, exact: bool = True) -> SafeString:
    """A large figure, with the exact amount in small print below."""
    if amount is None:
        return nothing()
    figure, unit = formats.money_short(amount)
    small = format_html('<span class="note">{}</span>', formats.euros(amount)) if exact else ""
    return format_html(
        '<span class="money-short"><span class="value">{}{}<small>{}</small></span>{}</span>',
        figure,
        formats.NO_BREAK_SPACE,
        unit,
        small,
    )


@register.simple_tag
def count(value: Amount, sign: bool = False) -> SafeString:
    """A number of persons or things."""
    if value is None:
        return nothing()
    plus = "+" if sign and value > 0 else ""
    return format_html('<span class="amount">{}{}</span>', plus, formats.count(value))


@register.simple_tag
def share(rate: Amount, minimum: Amount = None, digits: int = 1, bar: bool = True, objective: str = "") -> SafeString:
    """A percentage as a figure and a short bar; ``minimum`` puts a mark on the bar, red where the share is below it."""
    if rate is None:
        return nothing()
    below = minimum is not None and rate < minimum
    figure = format_html('<span class="amount">{}</span>', formats.share(rate, digits, beside=(minimum,)))
    if minimum is not None:
        words = _("below the minimum of %(rate)s") if below else _("minimum %(rate)s")
        figure += format_html('<span class="visually-hidden"> ({})</span>', words % {"rate": formats.share(minimum, 0)})
    drawn = share_bar(Decimal(rate), minimum, below, objective) if bar else ""
    return format_html('<span class="share{}">{}{}</span>', " is-below" if below else "", figure, drawn)


def share_bar(rate: Decimal, minimum: Amount, below: bool, objective: str) -> SafeString:
    """The bar itself, full at 100 and empty below 0."""
    full = min(max(rate, Decimal(0)), Decimal(100))
    mark = SafeString("")
    if minimum is not None:
        place = plain(min(Decimal(minimum), ALMOST_ALL))
        mark = format_html('<rect class="minimum" x="{}" y="0" width="2" height="8"/>', place)
    colour = f" objective--{objective}" if objective and not below else ""
    return format_html(
        '<svg class="share-bar{}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100" height="8"/><rect class="fill" width="{}" height="8"/>{}</svg>',
        colour,
        plain(full),
        mark,
    )


def plain(value: Decimal) -> str:
    """A figure for an attribute of an SVG: a dot, at most two decimals, whatever the reader's language."""
    return format(formats.rounded(value, 2).normalize(), "f")


@register.simple_tag
def day(value: date | None, length: str = "long") -> SafeString:
    """A day; ``length``: long, medium or full."""
    if value is None:
        return nothing()
    return format_html('<time datetime="{}">{}</time>', value.isoformat()[:10], formats.day(value, length=length))


@register.simple_tag
def instant(value: datetime | None, length: str = "long") -> SafeString:
    """A day and the time of the day."""
    if value is None:
        return nothing()
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(timespec="seconds"), formats.instant(value, length=length)
    )


@register.simple_tag
def deadline(value: date | None, on: date, soon: int = 14, met: bool = False) -> SafeString:
    """A day by which something is due, and how far off it is on the day ``on``; it presses from ``soon`` days on."""
    if value is None:
        return nothing()
    left = (value - on).days
    words, tone = _("done"), "good"
    if not met:
        words, tone = distance(left), "bad" if left < 0 else "wait" if left <= soon else "idle"
    return format_html(
        '<span class="deadline">{} <span class="deadline-left tone-{}">{}</span></span>', day(value), tone, words
    )


def distance(left: int) -> str:
    """Days left or gone by, in words."""
    if left == 0:
        return _("today")
    if left < 0:
        return ngettext("%(days)s day late", "%(days)s days late", -left) % {"days": formats.count(-left)}
    return ngettext("%(days)s day left", "%(days)s days left", left) % {"days": formats.count(left)}


@register.simple_tag
def state_badge(label: str, tone: str = "idle") -> SafeString:
    """Where a record stands, in words; the tone never stands alone."""
    if tone not in TONES:
        raise ValueError(f"tone is one of {', '.join(TONES)}, not {tone!r}")
    return format_html('<span class="badge-state tone-{}">{}</span>', tone, label)


@register.simple_tag
def code(value: str, title: str = "") -> SafeString:
    """An official code."""
    if title:
        return format_html('<abbr class="code" title="{}">{}</abbr>', title, value)
    return format_html('<span class="code">{}</span>', value) if value else SafeString("")


@register.simple_tag
def person(name: str = "", role: str = "", organisation: str = "", by_role: bool = False) -> SafeString:
    """Who: the role in place of the name where ``by_role``, for pages that outsiders read."""
    who = role if by_role or not name else name
    rest = [part for part in ("" if by_role or not name else role, organisation) if part]
    if not who:
        return nothing()
    beside = format_html(' <span class="person-of">{}</span>', ", ".join(str(part) for part in rest)) if rest else ""
    return format_html('<span class="person"><span class="person-name">{}</span>{}</span>', who, beside)
