"""What a form was filled in over: whoever saves second is told what a colleague saved meanwhile."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openamif.web.components import formats


class SeenForm(forms.Form):
    """``initial``: what is saved, if anything is. Sent once more, the form is about that."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any]) -> None:
        self.mark = mark_of(initial) if initial else ""
        self.is_late = bool(data and self.mark and data.get("seen", self.mark) != self.mark)
        sent = {**data.dict(), "seen": self.mark} if self.is_late else data
        super().__init__(sent, initial={**initial, "seen": self.mark})

    def clean(self) -> dict[str, Any]:
        """Where something else was saved meanwhile: what it is, of those fields that would change."""
        said = super().clean() or {}
        if not self.is_late:
            return said
        others = [name for name in self.initial if name in said and name != "seen" and said[name] != self.initial[name]]
        if others:
            each = ({"title": self.fields[name].label, "said": self.shown(name)} for name in others)
            saved = formats.listed(_("%(title)s: %(said)s") % words for words in each)
            told = _("A colleague changed this meanwhile. What is saved now: %(saved)s. Save again to put yours there.")
            self.add_error(None, told % {"saved": saved})
        return said

    def shown(self, name: str) -> str:
        """What is saved of a field, as its reader knows it."""
        value, offered = self.initial[name], getattr(self.fields[name], "choices", ())
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, date):
            return formats.day(value)
        if isinstance(value, Decimal):
            return formats.count(value)
        return str(dict(offered).get(value, formats.NOTHING if value in (None, "") else value))


def mark_of(values: Mapping[str, Any]) -> str:
    """The same for the same values alone."""
    return sha256(repr(sorted((name, str(value)) for name, value in values.items())).encode()).hexdigest()
