"""What the report of the committee writes of one indicator."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from openamif.people.queries import holdings
from openamif.reports.queries.reach import reach_of
from openamif.web.components.colours import LATE, OBJECTIVE_COLOURS
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


@pytest.mark.parametrize(("milestone", "is_late"), [(None, False), (Decimal(20), False), (Decimal(21), True)])
def test_a_bar_that_has_not_come_to_its_milestone_is_amber_as_on_the_page(milestone, is_late):
    there = situations.situation(women=3, men=17, in_both=2)
    source = SituationSource(
        there.programme, reach_of(there.programme, holdings(there.officer)), date(2020, 6, 1), "en"
    )
    persons = next(each for each in source.standings if each.code == "SO2.C2")
    source.__dict__["standings"] = (replace(persons, milestone=milestone),)
    (told,) = committee.objective_parts(source, published(source))
    (bar,) = told["blocks"][-1]["rows"]
    assert bar["colour"] == (LATE if is_late else OBJECTIVE_COLOURS["integration"])
    words = [each.get("text") for each in told["blocks"]]
    assert ("The black line on a bar is the milestone; a bar that has not come to it is amber." in words) is bool(
        milestone
    )


def test_the_page_and_the_paper_have_one_amber():
    assert (
        f".bullet.is-late .fill {{ fill: {LATE}; }}"
        in Path("openamif/web/static/openamif/css/components.css").read_text()
    )
