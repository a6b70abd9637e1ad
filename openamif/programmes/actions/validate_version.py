"""Validate a version: from open to ready to send."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes import policy
from openamif.programmes.models import Version
from openamif.programmes.queries import findings_of
from openamif.record.actions.make_move import make_move
from openamif.rules.finding import Finding, Severity


class NotLawful(Exception):
    """Error-level rules fail; the version stays open."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


@transaction.atomic
def validate_version(version: Version, *, by: Person, on: date) -> Version:
    """Errors stop it, warnings do not; the trail keeps what failed."""
    version = Version.objects.locked(version.pk)
    require(policy.can_make_move(by, version, "validate"))
    failing = [finding for finding in findings_of(version, on=on) if not finding.holds]
    errors = tuple(finding for finding in failing if finding.severity == Severity.ERROR)
    if errors:
        raise NotLawful(errors)
    version.validated_by, version.validated_at = by, timezone.now()
    warnings = [finding.rule for finding in failing if finding.severity == Severity.WARNING]
    return make_move(version, "validate", by=by, details={"warnings": warnings})
