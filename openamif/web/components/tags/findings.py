"""Tags for findings, the articles they rest on, and texts compared."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openamif.web.components import formats, references, words
from openamif.web.components.shapes import Explained, Term
from openamif.web.components.tags import figures

register = template.Library()
MARKS = {"error": ("bad", "×"), "warning": ("wait", "!"), "info": ("info", "i")}
WRITERS: Mapping[str, Callable[[Any], SafeString]] = {
    "money": figures.money,
    "count": figures.count,
    "share": lambda value: figures.share(value, bar=False),
    "day": figures.day,
}
SIGNED: Mapping[str, Callable[[Any], SafeString]] = {
    "money": lambda change: figures.money(change, sign=True),
    "count": lambda change: figures.count(change, sign=True),
}
FIELDS = tuple(Explained.__dataclass_fields__)


@register.simple_tag
def article(reference: str, short: bool = False) -> SafeString:
    """An official reference, with a link to EUR-Lex where the act can be told from it."""
    text = references.in_words(reference)
    if short:
        text = text.split(",", 1)[-1].strip() or text
    address = references.address_of(reference)
    if not address:
        return format_html('<span class="article">{}</span>', text)
    return format_html(
        '<a class="article" href="{}" rel="external" title="{}">{}</a>', address, _("Read on EUR-Lex"), text
    )


def explained(finding: Any) -> Explained:
    """The finding as the component needs it, from any record or mapping with (some of) these names."""
    if isinstance(finding, Explained):
        return finding
    known = finding if isinstance(finding, dict) else {name: getattr(finding, name, None) for name in FIELDS}
    given = {name: known.get(name) for name in FIELDS}
    return Explained(**{name: value for name, value in given.items() if value is not None})


def severity_words(severity: str, holds: bool) -> str:
    """The mark of a finding, for the ear."""
    if holds:
        return _("In order")
    return {"error": _("Error"), "warning": _("Warning"), "info": _("Note")}[severity]


@register.inclusion_tag("components/finding.html", name="finding")
def show_finding(finding: Any, level: int = 3) -> dict[str, object]:
    """What is wrong, where, by which figures and which article; ``level``: of its heading."""
    shown = explained(finding)
    tone, mark = ("good", "✓") if shown.holds else MARKS[str(shown.severity)]
    return {
        "finding": shown,
        "tone": tone,
        "mark": mark,
        "severity": severity_words(str(shown.severity), shown.holds),
        "heading": f"h{level}",
        "ours": str(shown.by) != "commission",
        "terms": () if isinstance(shown.equation, str) else tuple(shown.equation),
        "equation": shown.equation if isinstance(shown.equation, str) else "",
    }


@register.inclusion_tag("components/findings.html", name="findings")
def show_findings(findings: Sequence[Any], level: int = 3) -> dict[str, object]:
    """A list of findings."""
    return {"findings": list(findings), "level": level}


@register.simple_tag
def term_value(term: Term) -> str:
    """The value of a term as its kind is written."""
    value = term.value
    kind = term.kind or ("money" if isinstance(value, Decimal) else "count" if isinstance(value, int) else "")
    if kind in ("money", "count", "share") and isinstance(value, Decimal | int):
        return {"money": formats.money, "count": formats.count, "share": formats.share}[kind](value)
    return formats.day(value) if isinstance(value, date) else str(value)


@register.inclusion_tag("components/diff.html")
def diff(before: Any, after: Any, kind: str = "text", label: str = "") -> dict[str, object]:
    """Before and after, with the words that changed marked; ``kind``: text, money, count, share or day."""
    if kind == "text":
        left, right = words.compared(str(before or ""), str(after or ""))
        return {"left": left, "right": right, "label": label, "kind": kind, "change": ""}
    show = WRITERS[kind]
    change = ""
    if kind in SIGNED and before is not None and after is not None and before != after:
        change = SIGNED[kind](after - before)
    return {
        "left": show(before),
        "right": show(after),
        "label": label,
        "kind": kind,
        "change": change,
    }
