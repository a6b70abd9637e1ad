"""The list of letters, and one as it left."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from openamif.grants.policy import can_see_grant
from openamif.letters.facts import letter_facts
from openamif.letters.models import Letter
from openamif.letters.policy import can_see_letters
from openamif.letters.queries import Sought, letter_for, letters_found, why_untrue
from openamif.letters.states import LetterState
from openamif.letters.wording import text_of
from openamif.people.queries import holdings
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.letters.labels import DROP_REASONS, LETTER_KINDS, LETTER_STATES, state_badge
from openamif.web.components.shapes import Link
from openamif.web.components.tables import Column
from openamif.web.doors import LARGEST_KEY, found_or_404, guarded_by
from openamif.web.list_files import list_file, list_links
from openamif.web.seeking import SeekingForm

A_PAGE = 50


class SoughtForm(SeekingForm):
    """What is looked for; it stands in the address."""

    q = forms.CharField(label=gettext_lazy("Search"), required=False, max_length=100)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        every = [("", _("All"))]
        states = [(key, label) for key, (label, _tone) in LETTER_STATES.items()]
        self.fields["kind"].choices = [*every, *LETTER_KINDS.items()]  # type: ignore[attr-defined]
        self.fields["state"].choices = [*every, *states]  # type: ignore[attr-defined]

    def sought(self) -> Sought:
        """What cannot be understood is left out here, and ``among`` finds nothing then."""
        self.is_valid()
        said = self.cleaned_data
        return Sought(words=said.get("q", ""), kind=said.get("kind", ""), state=said.get("state", ""))


@guarded_by(can_see_letters)
def letters(request: HttpRequest) -> HttpResponse:
    """Latest first, as sought."""
    form = SoughtForm(request.GET)
    found = form.among(letters_found(holdings(reader_of(request)), form.sought()))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "columns": columns(),
        "rows": [row_of(each) for each in page],
        "exports": list_links("authority:letters_export", query=request.GET),
    }
    return render(request, "authority/letters.html", context)


def columns() -> list[Column]:
    """Of the list."""
    return [
        Column("queued_at", _("Written on"), "instant"),
        Column("kind", _("Kind")),
        Column("person", pgettext("a letter", "To")),
        Column("grant", _("Grant")),
        Column("state", _("State"), wrap=False),
        Column("because", _("Why not sent")),
    ]


def row_of(letter: Letter) -> dict[str, Any]:
    """Each leads to what it says."""
    return {
        "queued_at": letter.queued_at,
        "kind": Link(str(LETTER_KINDS[letter.kind]), reverse("authority:letter", args=[letter.pk])),
        "person": letter.person.name,
        "grant": letter.grant.reference if letter.grant else "",
        "state": state_badge(letter),
        "because": why_not(letter),
    }


def why_not(letter: Letter) -> str:
    """Why it was dropped, or what keeps it."""
    if letter.dropped_because:
        return str(DROP_REASONS[letter.dropped_because])
    if letter.state == "queued" and letter.attempts:
        return _("The mail server failed; it is tried again (attempts: %(count)d).") % {"count": letter.attempts}
    return ""


@guarded_by(can_see_letters)
def export(request: HttpRequest, form: str) -> HttpResponse:
    """What is seen, all its pages, as a file; what a letter says is read on its page."""
    asked = SoughtForm(request.GET)
    found = asked.among(letters_found(holdings(reader_of(request)), asked.sought()))
    stem = f"AMIF-letters-{localdate().isoformat()}"
    lines = [line_of(each) for each in found]
    return list_file(form, title=_("Letters"), stem=stem, headings=headings(), lines=lines)


def headings() -> list[tuple[str, str, int]]:
    """The columns of the file."""
    return [
        (_("Written on"), "date", 12),
        (pgettext("a letter", "Sent on"), "date", 12),
        (_("Kind"), "text", 24),
        (pgettext("a letter", "To"), "text", 26),
        (_("E-mail address"), "text", 30),
        (_("Language"), "text", 10),
        (_("Grant"), "text", 18),
        (_("Subject"), "text", 60),
        (_("State"), "text", 12),
        (_("Why not sent"), "text", 40),
    ]


def line_of(letter: Letter) -> list[Any]:
    """A letter as a line."""
    return [
        localdate(letter.queued_at),
        localdate(letter.sent_at) if letter.sent_at else None,
        str(LETTER_KINDS[letter.kind]),
        letter.person.name,
        letter.person.email,
        letter.language,
        letter.grant.reference if letter.grant else "",
        letter.subject,
        state_badge(letter).label,
        why_not(letter),
    ]


def now_of(letter: Letter) -> dict[str, Any]:
    """Of one that waits: what it would say if it left now, in its reader's language, or why it would not leave."""
    if letter.state != LetterState.QUEUED:
        return {"draft": None, "will_drop": ""}
    if reason := why_untrue(letter, on=localdate()):
        return {"draft": None, "will_drop": str(DROP_REASONS[reason])}
    with translation.override(letter.person.language):
        return {"draft": text_of(letter_facts(letter, on=localdate())), "will_drop": ""}


@guarded_by(can_see_letters)
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """As it left."""
    reader = reader_of(request)
    found = found_or_404(letter_for(holdings(reader), pk) if pk <= LARGEST_KEY else None)
    context = {
        "letter": found,
        "sees_grant": bool(found.grant and can_see_grant(reader, found.grant)),
        **now_of(found),
        "kind": LETTER_KINDS[found.kind],
        "badge": state_badge(found),
        "why_not": why_not(found),
        "crumbs": [Link(_("Letters"), reverse("authority:letters"))],
    }
    return render(request, "authority/letters_letter.html", context)
