"""What the report of the committee writes of one indicator."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openamif.people.queries import holdings
from openamif.reports.queries.reach import reach_of
from openamif.web.exports.situation import committee
from openamif.web.exports.situation.public import published
from openamif.web.exports.situation.source import SituationSource
from tests.factories import situations

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("target", "written", "is_drawn"), [(None, "–", False), (Decimal(0), "0", False), (Decimal(5), "5", True)]
)
def test_a_target_of_nothing_is_a_target(target, written, is_drawn):
    there = situations.situation(women=3, men=17, in_both=2)
    reach = reach_of(there.programme, holdings(there.officer))
    source = SituationSource(there.programme, reach, date(2020, 6, 1), "en")
    figures = published(source)
    places = next(each for each in source.standings if not each.is_share)
    source.__dict__["standings"] = (replace(places, target=target),)
    (told,) = committee.objective_parts(source, figures)
    (bar,) = told["blocks"][-1]["rows"]
    assert (bar["target"], bar["track"] > 0) == (written, is_drawn)
