"""What the reader calls what a register holds: kinds of events and things delivered, descriptions, levels, answers."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.register.states import ASSESSMENTS, EventKind, Level

EVENT_KINDS: dict[int, Promise] = {
    EventKind.PROCEDURE_ASSISTANCE: _("Information and help in the asylum procedure"),
    EventKind.LEGAL_ASSISTANCE: _("Legal assistance and representation"),
    EventKind.SPECIFIC_ASSISTANCE: _("Specific assistance to a vulnerable person"),
    EventKind.RECEPTION_SUPPORT: _("Support in reception"),
    EventKind.TRAINING: _("Training"),
    EventKind.PRE_DEPARTURE: _("Pre-departure measure"),
    EventKind.LANGUAGE_COURSE: _("Language course"),
    EventKind.CIVIC_ORIENTATION: _("Civic orientation"),
    EventKind.PROFESSIONAL_GUIDANCE: _("Personal professional guidance"),
    EventKind.EDUCATION: _("Education"),
    EventKind.HOUSING_ADVICE: _("Advice and help with housing"),
    EventKind.HEALTH_CARE: _("Health and psychological care"),
    EventKind.DEMOCRATIC_PARTICIPATION: _("Democratic participation"),
    EventKind.SOCIAL_SUPPORT: _("Social support"),
    EventKind.FAMILY_REUNIFICATION: _("Help with family reunification"),
    EventKind.MOBILITY_SCHEME: _("Mobility scheme"),
    EventKind.REINTEGRATION_ASSISTANCE: _("Reintegration assistance"),
    EventKind.ALTERNATIVE_TO_DETENTION: _("Alternative to detention"),
    EventKind.RETURN_COUNSELLING: _("Return counselling"),
    EventKind.ENTRY_TEST: _("Language test at entry"),
    EventKind.EXIT_TEST: _("Language test at exit"),
    EventKind.FOUND_USEFUL: _("Found the training useful for her or his work"),
    EventKind.USES_SKILLS: _("Uses the skills learnt, three months later"),
    EventKind.FOUND_HELPFUL: _("Found the activity helpful for integration"),
    EventKind.APPLIED_FOR_RECOGNITION: _("Applied for recognition of a qualification or skills"),
    EventKind.APPLIED_FOR_LONG_TERM_RESIDENCE: _("Applied for long-term residence"),
    EventKind.RETURNED_VOLUNTARILY: _("Returned voluntarily"),
    EventKind.REMOVED: _("Was removed"),
    EventKind.RESETTLED: _("Was resettled"),
    EventKind.ADMITTED: _("Was admitted on humanitarian grounds"),
    EventKind.TRANSFERRED: _("Was transferred from another Member State"),
}
OUTPUT_KINDS: dict[str, Promise] = {
    "new_places": _("New reception places"),
    "new_places_for_minors": _("of these, for unaccompanied minors (new places)"),
    "renovated_places": _("Renovated reception places"),
    "renovated_places_for_minors": _("of these, for unaccompanied minors (renovated places)"),
    "new_detention_places": _("New places in detention centres"),
    "renovated_detention_places": _("Renovated places in detention centres"),
    "reception_capacity": _("Reception capacity in all"),
    "staff": _("Staff"),
    "country_information": _("Country-of-origin information product or fact-finding mission"),
    "policy_project": _("Project on asylum policy"),
    "cooperation_project": _("Cooperation project with another Member State"),
    "policy_framework": _("Local, regional or national policy framework or measure"),
    "monitored_removal": _("Monitored removal operation"),
    "supported_authority": _("Authority supported"),
    "information_package": _("Information package or campaign"),
    "equipment": _("Equipment"),
    "family_in_alternative": _("Family in an alternative to detention"),
}
SEXES: dict[str, Promise] = {
    "female": pgettext_lazy("sex", "Female"),
    "male": pgettext_lazy("sex", "Male"),
    "other": pgettext_lazy("sex", "Other"),
}
NATIONALITY_GROUPS: dict[str, Promise] = {
    "third_country": _("National of a third country"),
    "stateless": _("Stateless"),
    "union": _("Citizen of the Union"),
}
STANDINGS: dict[str, Promise] = {
    "applicant": _("Applicant for international protection"),
    "protected": _("Beneficiary of international or temporary protection"),
    "legal_resident": _("Legally resident"),
    "irregular": _("Without a right of residence"),
    "abroad": _("In a third country still"),
    "staff": _("Member of staff who is trained"),
}
LEVELS: dict[int, str] = {level: level.name for level in Level}
ANSWERS: dict[int, Promise] = {0: _("no"), 1: _("yes")}
FIELDS: dict[str, Any] = {
    "local_reference": _("Local reference"),
    "national_number": _("National number"),
    "surname": _("Surname"),
    "given_names": _("Given names"),
    "born_on": _("Date of birth"),
    "birth_year": _("Year of birth"),
    "sex": _("Sex"),
    "nationality_group": _("Nationality"),
    "standing": _("Ground for taking part"),
    "is_vulnerable": _("Vulnerable person"),
    "is_unaccompanied_minor": _("Unaccompanied minor"),
    "vulnerable": _("Vulnerable person"),
    "unaccompanied_minor": _("Unaccompanied minor"),
    "activity": _("Activity"),
    "reference": _("Reference"),
    "kind": _("Kind"),
    "title": _("Title"),
    "starts_on": _("Starts on"),
    "ends_on": _("Ends on"),
    "planned_hours": _("Planned hours for one person"),
    "language": _("Language taught"),
    "location": _("Location (NUTS)"),
    "happened_on": _("Day"),
    "hours": _("Hours"),
    "value": _("Result"),
    "level": _("Level"),
    "answer": _("Answer"),
    "instrument": _("Test used"),
    "name": _("Name"),
    "quantity": _("Quantity"),
    "reason": _("Reason"),
}
NUMBER_OF_NOBODY = _(
    "This number identifies nobody: a Belgian one has eleven digits, of which the last two check the "
    "others; that of another country begins with its two letters. Correct it, or leave it open."
)
NAME_LEADS_TO_NOBODY = _(
    "A name without the date of birth leads to nobody: give the date or a national number, or leave the names open."
)
YEAR_DIFFERS = _("The year differs from the date of birth.")
LACKS: dict[str, Any] = {
    "birth_year": FIELDS["birth_year"],
    "sex": FIELDS["sex"],
    "nationality_group": FIELDS["nationality_group"],
    "standing": FIELDS["standing"],
    "entry_test": EVENT_KINDS[EventKind.ENTRY_TEST],
    "instrument": FIELDS["instrument"],
    "days": _("Days within the grant"),
}
IMPORT_STATES: dict[str, tuple[Promise, str]] = {
    "kept": (pgettext_lazy("a file of a register", "Being read"), "info"),
    "read": (pgettext_lazy("a file of a register", "Waits for you"), "wait"),
    "confirmed": (pgettext_lazy("a file of a register", "Being stored"), "info"),
    "stored": (pgettext_lazy("a file of a register", "Stored"), "good"),
    "refused": (pgettext_lazy("a file of a register", "Refused"), "bad"),
    "abandoned": (pgettext_lazy("a file of a register", "Abandoned"), "idle"),
}


def event_name(kind: int) -> str:
    """What an event of this kind is called."""
    return str(EVENT_KINDS[kind])


def value_words(kind: int, value: int | None) -> str:
    """``B1`` for a test, ``yes`` for an answer; empty where the kind has no value."""
    if value is None:
        return ""
    return LEVELS[value] if kind in ASSESSMENTS else str(ANSWERS[value])


def choices(labels: Mapping[Any, Any], *, blank: Any = None) -> list[tuple[Any, Any]]:
    """What a field offers; ``blank``: what the empty choice says, where there is one."""
    return [*([("", blank)] if blank is not None else []), *labels.items()]
