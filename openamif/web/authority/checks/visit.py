"""The list that a controller takes along on a visit: a PDF that needs no network."""

from datetime import date
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from openamif.register.models import Event
from openamif.verification.models import OperationalCheck, SampledParticipant
from openamif.verification.queries import events_seen_of, sample_of
from openamif.verification.states import Outcome
from openamif.web.authority.checks.labels import OUTCOMES
from openamif.web.authority.checks.rows import drawing_pairs, pseudonym_of
from openamif.web.components import formats
from openamif.web.exports.check_list import make
from openamif.web.register_labels import event_name, value_words

SHOWN_EVENTS = 12


def visit_list_of(check: OperationalCheck, *, with_references: bool, on: date) -> bytes:
    """The sample with what the register says of each on the day, and room for what the papers say."""
    sample = sample_of(check)
    events = events_seen_of(check, sample)
    grant = check.grant
    data: dict[str, Any] = {
        "title": _("Check list for a visit on the spot"),
        "language": get_language() or "en",
        "reference": grant.reference,
        "grant": grant.title,
        "pairs": [
            [_("Beneficiary"), grant.beneficiary.name],
            [_("Controller"), check.controller.name],
            [_("Register as of"), formats.day(on)],
            *([str(name), str(value)] for name, value in drawing_pairs(check)),
        ],
        "outcomes": [str(OUTCOMES[each][0]) for each in Outcome],
        "persons": [person_of(each, events, with_reference=with_references) for each in sample],
        "words": words(),
    }
    return make(data, on=on)


def person_of(sampled: SampledParticipant, events: dict[int, list[Event]], *, with_reference: bool) -> dict[str, Any]:
    """Who, and what the register says, line by line; of many lines the first, and how many more there are."""
    said = events.get(sampled.participant_id or 0, [])
    lines = [line_of(event) for event in said[:SHOWN_EVENTS]]
    if len(said) > SHOWN_EVENTS:
        lines.append(_("and %(count)d more") % {"count": len(said) - SHOWN_EVENTS})
    reference = sampled.participant.local_reference if with_reference and sampled.participant else ""
    return {
        "position": str(sampled.position),
        "person": pseudonym_of(sampled),
        "reference": reference,
        "stratum": sampled.stratum,
        "lines": lines or [_("nothing any more")],
    }


def line_of(event: Event) -> str:
    """``3 Feb 2019 · Language course · 3 h``."""
    said = [formats.day(event.happened_on, length="medium"), event_name(event.kind)]
    if event.hours is not None:
        said.append(_("%(hours)s h") % {"hours": formats.count(event.hours)})
    if value := value_words(event.kind, event.value):
        said.append(value)
    return " · ".join(said)


def words() -> dict[str, str]:
    """What stands around the sample."""
    return {
        "number": _("No"),
        "person": _("Person"),
        "register": _("The register says"),
        "papers": _("The papers show"),
        "note": _("Note"),
        "delay": _("Is the project without delay?"),
        "yes": _("Yes"),
        "no": pgettext("an answer", "No"),
        "findings": _("Findings"),
        "recommendations": _("Recommendations"),
        "signatures": _("Day and signatures"),
        "controller": _("Controller"),
        "beneficiary": _("For the beneficiary"),
        "confidential": _(
            "For the visit only. Contains references that lead to persons: keep it as carefully as their files."
        ),
    }
