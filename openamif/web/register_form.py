"""The workbook of a register in the reader's words; what a colleague filled in another language is understood too."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.register.queries.forms import FormLabels, register_form
from openamif.web.choices import in_every_language
from openamif.web.register_labels import (
    ANSWERS,
    EVENT_KINDS,
    FIELDS,
    NATIONALITY_GROUPS,
    OUTPUT_KINDS,
    SEXES,
    STANDINGS,
)
from openamif.workbooks import Form

SHEETS: dict[str, Promise] = {
    "participations": gettext_lazy("Participations"),
    "activities": gettext_lazy("Activities"),
    "outputs": gettext_lazy("Things delivered"),
}
INSTRUCTIONS = gettext_lazy("Instructions")
HELPS: dict[str, Promise] = {
    "local_reference": gettext_lazy("The person’s number in your own files; never a name. It is kept."),
    "national_number": gettext_lazy("Turned into a code while the file is read, then dropped."),
    "surname": gettext_lazy("Turned into a code while the file is read, then dropped."),
    "given_names": gettext_lazy("Turned into a code while the file is read, then dropped."),
    "born_on": gettext_lazy("A date, or only the year. The year is kept; the date is not."),
    "activity": gettext_lazy("The reference of an activity; it stands on the sheet of activities."),
    "event_kind": gettext_lazy("What happened. Left empty, it is the kind of the activity that is named."),
    "value": gettext_lazy("The level of a test (A0 to C2); yes or no for an answer."),
    "hours": gettext_lazy("Of a participation."),
    "instrument": gettext_lazy("Of a test: by which one the level was found. It may be told later."),
    "language": gettext_lazy("Of a language course: two letters, as fr or nl."),
    "location": gettext_lazy("A code of NUTS, for example BE1 or BE211."),
    "quantity": gettext_lazy("One at least; 1 if left empty."),
}

ALSO = {
    "national_number": ("NISS", "INSZ", "N° national", "Numéro de registre national", "Rijksregisternummer"),
    "surname": ("Achternaam", "Familienaam", "Familienname", "Nachname", "Last name", "Family name"),
    "given_names": ("Prénom", "Voornaam", "Vorname", "First name", "Given name"),
    "born_on": ("Né(e) le", "Né le", "Geboortedatum", "Geboren op", "Geburtsdatum", "Geboren am"),
    "sex": ("Genre", "Gender", "Geslacht", "Geschlecht"),
    "female": ("F", "V", "W", "Woman", "Femme", "Vrouw", "Frau", "Weiblich"),
    "male": ("M", "H", "Man", "Homme", "Mann", "Männlich"),
    "other": ("X",),
}
"""What Belgian lists call it, besides the labels of the form; never a word that may mean another column too."""


def instructions() -> tuple[str, ...]:
    """How to fill it in."""
    return (
        _("One row for each thing that happened to a person: an activity attended, a test, an answer, an outcome."),
        _("Where an activity is named, the kind may stay empty: it is that of the activity."),
        _("Names, national numbers and dates of birth are turned into codes while the file is read, and dropped."),
        _("Activities that are here already stand on their sheet; add new ones below them."),
        _("Send in the file: you are shown every error by sheet, row and column before anything is changed."),
        _("You may send in the same file again, longer or corrected: what is here already is left alone."),
    )


def the_register_form(title: str = "") -> Form:
    """In the reader's language; ``title``: of which grant."""
    return register_form(
        FormLabels(
            title=title or _("Register"),
            sheets=SHEETS,
            columns=FIELDS,
            event_kinds=EVENT_KINDS,
            output_kinds=OUTPUT_KINDS,
            sexes=SEXES,
            nationality_groups=NATIONALITY_GROUPS,
            standings=STANDINGS,
            answers={"yes": ANSWERS[1], "no": ANSWERS[0]},
            helps=HELPS,
            instructions_label=INSTRUCTIONS,
            instructions=instructions(),
            headings=(_("Column"), _("Required"), _("What goes in")),
            spoken=in_every_language,
            also=ALSO,
        )
    )
