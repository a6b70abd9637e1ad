"""A contract or an amendment of a day to come is told at once, whatever else is wrong with its grant or its row."""

from datetime import date

import pytest

from openamif.grants.queries import plan_import
from tests.factories import programmes
from tests.factories.people import organisation
from tests.grants.actions.test_import_grants import DAY, codes, reading
from tests.grants.workbooks import row

pytestmark = pytest.mark.django_db
AHEAD = date(2021, 3, 2)
OF = {"reference": "BE/2019/PR/0001", "signed_on": AHEAD}
CONTRACT = OF | {"contract": "C-1", "contract_name": "Rooms", "party": "A firm", "amount": 100}
AMENDMENT = OF | {"number": 1, "what": "Two months more"}


@pytest.fixture
def programme():
    organisation("House of the Four Winds", kind="ngo")
    return programmes.programme()


@pytest.mark.parametrize(
    ("sheet", "name", "said"), [("contracts", "Contracts", CONTRACT), ("amendments", "Amendments", AMENDMENT)]
)
def test_it_is_told_beside_what_keeps_its_grant_from_being_read(programme, sheet, name, said):
    found = reading(programme, grants=[row(1, ends_on=date(2018, 1, 1))], **{sheet: [said]})
    plan_import(programme, found, on=DAY)
    assert codes(found) == [("Grants", 2, "ends_on", "ends_before_start"), (name, 2, "signed_on", "signed_ahead")]


def test_it_is_told_in_a_row_that_is_not_whole(programme):
    found = reading(programme, grants=[row(1)], contracts=[CONTRACT | {"amount": None}])
    plan_import(programme, found, on=DAY)
    assert codes(found) == [("Contracts", 2, "amount", "missing"), ("Contracts", 2, "signed_on", "signed_ahead")]


def test_it_is_told_once_where_the_rules_see_it(programme):
    found = reading(programme, grants=[row(1)], contracts=[CONTRACT])
    plan = plan_import(programme, found, on=DAY)
    assert codes(found) == []
    assert [finding.rule for _row, _reference, finding in plan.errors] == ["G-17"]
