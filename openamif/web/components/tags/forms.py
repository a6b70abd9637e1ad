"""Tags for what a form asks: a field with help, error and findings; a file; a summary of errors."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, FileInput, Select, Textarea
from django.utils.translation import gettext as _

from openamif.web.components import formats

register = template.Library()


def look_of(bound: BoundField) -> str:
    """How a field is laid out: check, choices, select, file, text."""
    widget = bound.field.widget
    if isinstance(widget, CheckboxInput):
        return "check"
    if getattr(widget, "use_fieldset", False):
        return "choices"
    if isinstance(widget, FileInput):
        return "file"
    return "select" if isinstance(widget, Select) else "text"


LOOKS = {"check": "form-check-input", "choices": "form-check-input", "select": "form-select"}


def widget_attrs(bound: BoundField, described_by: Sequence[str]) -> dict[str, str | bool]:
    """The classes and the words that a control is read with."""
    looks = LOOKS.get(look_of(bound), "form-control")
    classes = [str(bound.field.widget.attrs.get("class", "")), looks, "is-invalid" if bound.errors else ""]
    attrs: dict[str, str | bool] = {"class": " ".join(name for name in classes if name)}
    if described_by:
        attrs["aria-describedby"] = " ".join(described_by)
    return attrs


def described_by(bound: BoundField, help_text: str, findings: Sequence[Any], limit: int | None) -> list[str]:
    """The ids of the words that go with a control, in reading order."""
    name = bound.id_for_label or bound.auto_id
    has = {"help": bool(help_text), "count": limit is not None, "error": bool(bound.errors), "findings": bool(findings)}
    return [f"{name}-{what}" for what, there in has.items() if there]


def context_of(bound: BoundField, label: str, help_text: str, findings: Sequence[Any]) -> dict[str, Any]:
    """What the templates of fields share."""
    help_text = help_text or str(bound.help_text or "")
    limit = getattr(bound.field, "max_length", None) if isinstance(bound.field.widget, Textarea) else None
    attrs = widget_attrs(bound, described_by(bound, help_text, findings, limit))
    look = look_of(bound)
    if limit:
        attrs["data-limit"] = str(limit)
    if look == "text":
        # The browser would cut what is pasted without a word; the form says how much is too much.
        attrs["maxlength"] = False
    return {
        "bound": bound,
        "look": look,
        "name": bound.auto_id,
        "label": label or bound.label,
        "help": help_text,
        "findings": list(findings),
        "errors": [str(error) for error in bound.errors],
        "optional": optional_words(bound) if look != "check" else "",
        "control": "" if look == "choices" else bound.as_widget(attrs=attrs),
        "options": options(bound) if look == "choices" else [],
        "described_by": attrs.get("aria-describedby", ""),
        "limit": formats.count(limit) if limit else "",
    }


def optional_words(bound: BoundField) -> str:
    """That a field may be left empty, or when it may not: its ``owed_when``; nothing where it never may."""
    if bound.field.required:
        return ""
    return str(getattr(bound.field, "owed_when", "") or _("optional"))


def options(bound: BoundField) -> list[dict[str, str]]:
    """The choices of a group, each with its control and its words."""
    made = []
    for choice in bound.subwidgets:
        choice.data["attrs"]["class"] = "form-check-input"
        choice.data["attrs"].pop("aria-describedby", None)
        made.append({"control": choice.tag(), "label": choice.choice_label, "id": choice.id_for_label})
    return made


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, label: str = "", help: str = "", findings: Sequence[Any] = ()) -> dict[str, Any]:
    """A control with its label, help, error and the findings beside it."""
    return context_of(bound, label, help, findings)


@register.inclusion_tag("components/upload.html")
def upload(bound: BoundField, label: str = "", help: str = "", largest: int | None = None) -> dict[str, Any]:
    """A place to drop a file or choose one; ``largest``: in bytes."""
    made = context_of(bound, label, help, ())
    accepted = bound.field.widget.attrs.get("accept", "")
    kinds = ", ".join(
        kind.strip().lstrip(".").upper() for kind in str(accepted).split(",") if kind.strip().startswith(".")
    )
    limits = [kinds, _("up to %(size)s") % {"size": formats.size(largest)} if largest else ""]
    return {
        **made,
        "limits": ", ".join(part for part in limits if part),
        "several": bool(getattr(bound.field.widget, "allow_multiple_selected", False)),
    }


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: BaseForm, focus: bool = True) -> dict[str, object]:
    """At the head of a refused form: what is wrong, each with a link to its field.

    A label that is a whole sentence stands beside its control and is not said again.
    """
    wrong = [
        {
            "label": str(bound.label) if not str(bound.label).endswith((".", "?")) else "",
            "anchor": bound.id_for_label or bound.auto_id,
            "errors": [str(error) for error in bound.errors],
        }
        for bound in form
        if bound.errors
    ]
    return {"wrong": wrong, "whole": [str(error) for error in form.non_field_errors()], "focus": focus}
