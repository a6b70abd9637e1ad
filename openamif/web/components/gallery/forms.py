"""Specimens of what forms ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openamif.web.components.gallery.book import Section, Specimen
from openamif.web.components.shapes import Explained


class Asked(forms.Form):
    """A form with a field of each kind."""

    title = forms.CharField(label="Title", max_length=120, help_text="As it stands in the decision.")
    summary = forms.CharField(
        label="Summary", widget=forms.Textarea(attrs={"rows": 3}), max_length=3000, required=False
    )
    objective = forms.ChoiceField(
        label="Objective", choices=[("", "Choose one"), ("SO1", "Asylum"), ("SO2", "Integration")]
    )
    amount = forms.DecimalField(
        label="Zuweisungsänderungsbetrag", widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    kind = forms.ChoiceField(
        label="Kind of change", choices=[("text", "Text only"), ("money", "Money moves")], widget=forms.RadioSelect
    )
    groups = forms.MultipleChoiceField(
        label="For whom",
        choices=[("a", "Minors"), ("b", "Women at risk")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="The monitoring committee was heard", help_text="Its opinion is attached.")
    document = forms.FileField(label="Programme document", widget=forms.FileInput(attrs={"accept": ".pdf,.xml,.json"}))


EMPTY = Asked(prefix="empty")
REFUSED = Asked(
    {"wrong-title": "", "wrong-summary": "Short.", "wrong-amount": "1,000.00.00", "wrong-kind": "other"}, prefix="wrong"
)
FINDING = Explained(
    "The title differs from the decision",
    "I-02",
    "The decision says “Asylum, Migration and Integration Fund, Belgium”.",
    severity="warning",
)
FIELD = Specimen(
    "field",
    "A control with its label, its help, its error and the findings that concern it.",
    (
        "{% field form.title %}",
        "{% field form.title findings=findings %}",
        "{% field form.summary %}",
        "{% field form.objective %}",
        "{% field form.amount %}",
        "{% field form.kind %}",
        "{% field form.groups %}",
        "{% field form.agreed %}",
    ),
    {"form": EMPTY, "findings": [FINDING]},
    wide=True,
)
FIELD_REFUSED = Specimen(
    "field, refused",
    "The same, after what was sent could not be accepted.",
    (
        "{% error_summary form focus=False %}",
        "{% field form.title %}",
        "{% field form.amount %}",
        "{% field form.kind %}",
        "{% field form.agreed %}",
    ),
    {"form": REFUSED},
    wide=True,
)
UPLOAD = Specimen(
    "upload",
    "A place to drop a file or to choose one.",
    ("{% upload form.document largest=largest %}", "{% upload refused.document %}"),
    {"form": EMPTY, "refused": REFUSED, "largest": 20_000_000},
    wide=True,
)
SECTION = Section("forms", _("Forms"), (FIELD, FIELD_REFUSED, UPLOAD))
