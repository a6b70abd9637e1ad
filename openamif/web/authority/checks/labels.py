"""What the reader calls the states, methods and outcomes of checks on the spot."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openamif.verification.models import OperationalCheck
from openamif.web.components.shapes import Badge

CHECK_STATES: dict[str, tuple[Promise, str]] = {
    "planned": (pgettext_lazy("a check", "Planned"), "wait"),
    "carried_out": (pgettext_lazy("a check", "Carried out"), "info"),
    "closed": (pgettext_lazy("a check", "Closed"), "good"),
    "abandoned": (pgettext_lazy("a check", "Abandoned"), "idle"),
}
METHODS: dict[str, Promise] = {
    "simple_random": _("Simple random sample"),
    "stratified": _("Sample by activity, in proportion"),
}
METHOD_MEANINGS: dict[str, Promise] = {
    "simple_random": _("Everybody is as likely to be drawn as anybody else."),
    "stratified": _("Each activity gives its share of the sample, so that no large one is left out."),
}
OUTCOMES: dict[str, tuple[Promise, str]] = {
    "": (pgettext_lazy("a participant drawn", "To look at"), "idle"),
    "agrees": (_("Agrees"), "good"),
    "differs": (_("Differs"), "bad"),
    "not_found": (_("Not found"), "bad"),
}
OUTCOME_MEANINGS: dict[str, Promise] = {
    "agrees": _("The beneficiary’s papers show what the register says."),
    "differs": _("They show something else: other days, hours, or another person."),
    "not_found": _("There are no papers on this person."),
}


def state_badge(check: OperationalCheck) -> Badge:
    """Where a check is, in the reader's word."""
    label, tone = CHECK_STATES[check.state]
    return Badge(str(label), tone)


def outcome_badge(outcome: str) -> Badge:
    """What was seen of one who was drawn."""
    label, tone = OUTCOMES[outcome]
    return Badge(str(label), tone)
