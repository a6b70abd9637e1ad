"""Checks on the spot in three states and a letter, for the pages about them."""

from datetime import date, timedelta

from django.utils.timezone import localdate

from openamif.grants.models import Grant
from openamif.letters.models import Letter
from openamif.people.models import Person
from openamif.verification.actions.carry_out_check import carry_out_check
from openamif.verification.actions.plan_check import plan_check
from openamif.verification.actions.write_finding import write_finding
from openamif.verification.models import OperationalCheck
from openamif.verification.states import Outcome, SamplingMethod


def keys_of_checks() -> dict[str, int]:
    """Planned, looked at, carried out; of a grant with a register."""
    officer = Person.objects.get(email="officer@demo.openamif.eu")
    grant = Grant.objects.exclude(state="draft").filter(participants__isnull=False).order_by("pk").first()
    assert grant is not None
    on = min(grant.ends_on, localdate()) - timedelta(days=60)
    planned, looked_at, carried_out = (drawn(grant, officer, on) for _number in range(3))
    for check in (looked_at, carried_out):
        for sampled in check.sample.order_by("position", "pk"):
            write_finding(sampled, outcome=Outcome.DIFFERS, note="Two hours, not three.", by=officer)
    said = {"findings": "Two days were entered twice.", "recommendations": "Enter lists by week."}
    carry_out_check(carried_out, carried_out_on=on, is_without_delay=False, by=officer, **said)
    letter = Letter.objects.create(person=officer, grant=grant, kind="report_submitted", cause="trail:1")
    return {
        "checked": grant.programme_id,
        "visited": grant.pk,
        "planned": planned.pk,
        "looked_at": looked_at.pk,
        "carried_out": carried_out.pk,
        "letter": letter.pk,
    }


def drawn(grant: Grant, officer: Person, on: date) -> OperationalCheck:
    """Three participants, by activity."""
    return plan_check(grant, method=SamplingMethod.STRATIFIED, seed=7, size=3, on=on, by=officer)
