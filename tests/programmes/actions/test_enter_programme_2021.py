"""A programme of 2021-2027: entered as a whole, adopted by the same moves, read by the same queries."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from openamif.grants.queries import frame_of
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.programmes import policy
from openamif.programmes.actions.begin_programme import ProgrammeName
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.enter_programme_2021 import enter_programme_2021
from openamif.programmes.actions.validate_version import NotLawful, validate_version
from openamif.programmes.models.document import within_part
from openamif.programmes.queries import content_of, findings_of
from openamif.record.models import Document
from openamif.record.queries import chain_state, trail_of
from tests.factories.people import person
from tests.factories.programmes import CONTENT_2021, DAY_2021, programme_2021, responsible

pytestmark = pytest.mark.django_db
NAME = ProgrammeName(country="BE", title="Fund of 2021-2027")


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_what_is_entered_is_read():
    version = programme_2021(is_adopted=False)
    content = content_of(version)
    document = content.document
    assert (version.programme.period, document.period) == ("2021-2027", "2021-2027")
    assert document.financial_plan["TOTAL"] == Decimal(106000000)
    assert [each.code for each in document.objectives] == ["SO1", "SO2", "SO3"]
    (whole,) = document.objectives[1].national_objectives
    assert [(action.number, action.title) for action in whole.actions] == [(1, "Courses"), (2, "Guidance")]
    assert [(row.code, row.target, row.unit) for row in document.indicators] == [
        ("O.2.3", Decimal(9000), "number"), ("R.2.8", Decimal(4000), "number"),
    ]  # fmt: skip
    assert content.milestones == {"O.2.3": Decimal(1000)}
    assert [each.kind for each in content.authorities] == ["RA", "AA"]
    assert document.summary == ("A strategy in a sentence.",)


def test_it_is_examined_by_its_own_rules_and_adopted_by_the_same_moves():
    version = programme_2021()
    assert {each.rule for each in findings_of(version, on=DAY_2021)} == {"P-01", "P-02", "P-03", "P-04"}
    assert all(each.holds for each in findings_of(version, on=DAY_2021))
    assert version.state == "adopted_by_commission"
    assert [each.event for each in trail_of(version)] == ["adopt", "accept_decision", "send", "validate", "begun"]
    with Document.objects.get().file.open() as kept:
        sent = json.load(kept)
    assert (sent["indicators.O.2.3.milestone"], sent["financial_plan.SO2"]) == ("1000.00", "40000000.00")
    assert chain_state().holds


def test_what_is_unlawful_is_not_validated():
    poor = replace(CONTENT_2021, objectives=CONTENT_2021.objectives[1:])
    by = person(RoleKind.RESPONSIBLE_AUTHORITY)
    version = enter_programme_2021(poor, name=NAME, by=by)
    with pytest.raises(NotLawful) as refusal:
        validate_version(version, by=by, on=DAY_2021)
    assert {each.rule for each in refusal.value.findings} == {"P-02", "P-03"}


def test_grants_stand_under_its_objectives_and_actions():
    frame = frame_of(programme_2021().programme)
    assert frame.objectives == {"SO1", "SO2", "SO3", "TA"}
    assert frame.actions == {1: "SO2", 2: "SO2"}


def test_a_part_is_an_objective_with_its_indicators():
    part = within_part(content_of(programme_2021()).document, ("SO2",))
    assert list(part.financial_plan) == ["SO2"]
    assert [row.code for row in part.indicators] == ["O.2.3", "R.2.8"]
    assert [each.code for each in part.objectives] == ["SO2"]


def test_nobody_edits_it_field_by_field_and_few_enter_it():
    version = programme_2021()
    by = responsible(version.programme)
    assert policy.can_begin_version(by, version)
    assert policy.can_change_version(by, begin_version(version, by=by)).reason == "programme_entered_as_a_whole"
    with pytest.raises(Refused):
        enter_programme_2021(CONTENT_2021, name=NAME, by=person(RoleKind.AUDIT_AUTHORITY))
