"""Validating a version: errors stop it, warnings do not."""

from dataclasses import replace

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.validate_version import NotLawful, validate_version
from openamif.programmes.models import Version
from openamif.programmes.queries import findings_of
from tests.factories.programmes import DAY, SMALL
from tests.factories.programmes import version as begun
from tests.programmes.actions.trails import events, last


def test_validate_version_makes_it_ready(version, bob):
    validate_version(version, by=bob, on=DAY)
    found = Version.objects.get(pk=version.pk)
    assert (found.state, found.validated_by) == ("ready", bob)
    assert found.validated_at is not None
    assert (last(version).event, last(version).from_state, last(version).to_state) == ("validate", "open", "ready")
    assert last(version).details == {"warnings": []}


@pytest.mark.django_db
def test_validate_version_with_an_error_is_not_lawful():
    version = begun(cci="")
    with pytest.raises(NotLawful) as refusal:
        validate_version(version, by=version.entered_by, on=DAY)
    assert [finding.rule for finding in refusal.value.findings] == ["X-01"]
    assert str(refusal.value) == "X-01"
    found = Version.objects.get(pk=version.pk)
    assert (found.state, found.validated_by, found.validated_at) == ("open", None, None)
    assert events(version) == ["begun"]


@pytest.mark.django_db
def test_validate_version_tells_every_error_at_once():
    plan = {**SMALL.financial_plan, "SO1": None, "TOTAL": None}
    version = begun(cci="", content=replace(SMALL, financial_plan=plan))
    with pytest.raises(NotLawful) as refusal:
        validate_version(version, by=version.entered_by, on=DAY)
    failing = [each for each in findings_of(version, on=DAY) if not each.holds and each.severity == "error"]
    assert list(refusal.value.findings) == failing
    assert len({each.rule for each in failing}) > 1


def warned_of(version):
    return [each.rule for each in findings_of(version, on=DAY) if not each.holds and each.severity == "warning"]


def test_validate_version_with_a_warning_goes_on_and_keeps_it(version, ann):
    fewer = tuple(replace(each, target=each.target and each.target - 1) for each in SMALL.indicators)
    version = revise_version(version, replace(SMALL, indicators=fewer), revision=1, by=ann)
    assert "X-14" in warned_of(version)
    validate_version(version, by=ann, on=DAY)
    assert last(version).details == {"warnings": warned_of(version)}


def test_validate_version_that_was_returned(version, ann, bob):
    return_version(version, reason="Look again.", by=bob)
    assert validate_version(version, by=ann, on=DAY).state == "ready"


def test_validate_version_twice_is_refused(ready, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        validate_version(ready, by=bob, on=DAY)
