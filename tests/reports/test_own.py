"""Programme-specific indicators: entered and removed by the responsible authority, and what keeps one from going."""

from datetime import date

import pytest

from openamif.grants.models import GrantTarget
from openamif.people.policy import Refused
from openamif.record.models import Trail
from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.enter_indicator import IndicatorContent, enter_indicator
from openamif.reports.actions.remove_indicator import remove_indicator
from openamif.reports.models import DeclaredValue, KeptTally, ProgrammeIndicator, ReportValue, Tally, TallyState
from openamif.reports.queries.counted import counted_in
from openamif.reports.queries.missing import asked_in
from openamif.reports.queries.own import names_of_own, stated_only
from openamif.reports.queries.receipt import receipt_content
from tests.factories import grants, registers, reports
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
CODE, NAME = "SO2.P1", "Counselled"
RULE = {
    **{"counts": "persons", "unit": "person", "kinds": ["return_counselling"]},
    **{"distinct": "programme", "day": "event"},
}


@pytest.fixture
def cast():
    return reports.cast()


@pytest.fixture
def own(cast) -> ProgrammeIndicator:
    registers.event(registers.participant(cast.grant), EventKind.RETURN_COUNSELLING)
    content = IndicatorContent(CODE, "SO2", NAME, "number", RULE, date(2014, 1, 1))
    made = enter_indicator(cast.grant.programme, content, by=cast.officer)
    count_tallies(cast.grant.programme)
    return made


def test_one_that_nothing_speaks_of_is_removed(cast, own):
    assert Tally.objects.filter(indicator=CODE).exists()
    programme = remove_indicator(own, by=cast.officer)
    assert TallyState.objects.get().is_stale
    count_tallies(programme)
    assert not Tally.objects.filter(indicator=CODE).exists()
    assert Trail.objects.get(event="indicator_removed").details == {"code": CODE, "name": NAME}


def test_only_the_responsible_authority_removes_it(cast, own):
    with pytest.raises(Refused, match="not_responsible_authority"):
        remove_indicator(own, by=cast.signer)


def declared(cast):
    said = {"programme": cast.grant.programme, "grant": cast.grant, "indicator": CODE}
    DeclaredValue.objects.create(**said, as_of=date(2019, 12, 31), value=1)


def erased(cast):
    KeptTally.objects.create(grant=cast.grant, within="grant", indicator=CODE, number=1)


SPEAKING = {
    "indicator_aimed_at": lambda cast: GrantTarget.objects.create(grant=cast.grant, indicator=CODE, target=5),
    "indicator_declared": declared,
    "indicator_in_a_report": reports.submitted,
    "indicator_of_erased_register": erased,
}


@pytest.mark.parametrize("reason", SPEAKING)
def test_one_that_something_speaks_of_stays(cast, own, reason):
    SPEAKING[reason](cast)
    with pytest.raises(Refused, match=reason):
        remove_indicator(own, by=cast.officer)
    assert ProgrammeIndicator.objects.exists()


def test_what_speaks_of_another_programmes_indicator_keeps_nothing(cast, own):
    other = grants.draft(bare_programme(country="LU"), reference="LU/2019/PR/0001")
    GrantTarget.objects.create(grant=other, indicator=CODE, target=5)
    remove_indicator(own, by=cast.officer)


def test_a_report_says_it_by_its_name_in_values_texts_and_receipt(cast, own):
    GrantTarget.objects.create(grant=cast.grant, indicator=CODE, target=5)
    report = reports.written(cast)
    assert {each.indicator: each.name for each in counted_in(report)}[CODE] == NAME
    assert {each.indicator: each.title for each in asked_in(report)}[CODE] == NAME
    sent = reports.submitted(cast, report)
    assert {each.indicator: each.name for each in counted_in(sent)}[CODE] == NAME
    content = receipt_content(sent, by=cast.signer, at=sent.submitted_at, number=1)
    assert [each["name"] for each in content["values"] if "name" in each] == [NAME]
    assert ReportValue.objects.get(indicator=CODE).value == 1


def test_names_of_the_laws_indicators_ask_nothing(cast, own, django_assert_num_queries):
    programme = cast.grant.programme
    with django_assert_num_queries(0):
        assert names_of_own(programme, ["SO2.C2"]) == {}
    assert names_of_own(programme, ["SO2.C2", CODE]) == {CODE: NAME}
    assert stated_only(programme) == []
