"""Changing an open version of 2021-2027 as a whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.revise_programme_2021 import revise_programme_2021
from openamif.programmes.actions.revise_version import ChangedMeanwhile
from openamif.programmes.facts import ActionContent, ObjectiveContent
from openamif.programmes.queries import content_of
from tests.factories.programmes import CONTENT_2021, FULL_2021, programme_2021, responsible, version
from tests.programmes.actions.trails import events, last

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_version():
    return programme_2021(is_adopted=False)


def revised(of, content, **said):
    return revise_programme_2021(of, content, revision=of.revision, by=of.entered_by, **said)


def test_the_same_content_changes_nothing(open_version):
    assert revised(open_version, content_of(open_version).whole).revision == 1
    assert events(open_version) == ["begun"]


def test_everything_that_is_written_is_read_and_told(open_version):
    made = revised(open_version, FULL_2021)
    assert content_of(made).whole == FULL_2021
    told = {place: (before, after) for place, before, after in last(made).details["changes"]}
    assert told["indicators.O.2.3.milestone"] == ("1000.00", "1200")
    assert told["intervention_fields.II.004"] == ("None", "25000000")
    assert told["yearly_amounts.2023"] == ("None", "53000000")
    assert told["partnership.6"][1] == "Who was asked."
    assert told["authorities.DA.3.activities"][1] == "The integration strand."
    assert made.hands == [open_version.entered_by_id]


def test_an_action_that_goes_leaves_the_numbers_of_the_others(open_version):
    whole = content_of(open_version).whole
    first, second, third = whole.objectives
    kept = replace(second, actions=(second.actions[1], ActionContent("Housing")))
    made = revised(open_version, replace(whole, objectives=(first, kept, third)))
    assert [(each.number, each.title) for each in content_of(made).whole.objectives[1].actions] == [
        (2, "Guidance"), (3, "Housing"),
    ]  # fmt: skip


def test_an_objective_that_goes_takes_its_rows_along(open_version):
    whole = content_of(open_version).whole
    made = revised(
        open_version, replace(whole, objectives=(*whole.objectives[:2], ObjectiveContent("SO4", Decimal(1))))
    )
    assert [each.code for each in content_of(made).document.objectives] == ["SO1", "SO2", "SO4"]
    assert "SO3" not in content_of(made).document.financial_plan


def test_what_was_returned_here_is_open_again(open_version):
    returned = return_version(open_version, reason="Look again.", by=open_version.entered_by)
    assert revised(returned, CONTENT_2021.__class__(CONTENT_2021.objectives, Decimal(1))).state == "open"


def test_who_comes_second_is_told(open_version):
    with pytest.raises(ChangedMeanwhile):
        revise_programme_2021(open_version, FULL_2021, revision=7, by=open_version.entered_by)


def test_neither_a_frozen_version_nor_one_of_another_period_is_changed():
    adopted = programme_2021()
    with pytest.raises(Refused, match="version_frozen"):
        revised(adopted, FULL_2021)
    first = version(country="FR")
    with pytest.raises(Refused, match="programme_of_another_period"):
        revise_programme_2021(first, FULL_2021, revision=1, by=responsible(first.programme))
