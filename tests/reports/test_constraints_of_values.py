"""What the database must never hold of tallies, declared values and indicators of a programme's own."""

from datetime import date

import pytest

from openamif.reports.models import DeclaredValue, KeptTally, ProgrammeIndicator, Publication, Tally
from tests.constraints import forbidden
from tests.factories import grants
from tests.factories.people import organisation
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
DAY = date(2019, 1, 1)


@pytest.fixture
def programme():
    return bare_programme()


def tally(programme, **said):
    return Tally.objects.create(programme=programme, **{"indicator": "SO2.C2", "number": 1, **said})


def test_tally_is_kept_once(programme):
    tally(programme)
    tally(programme, authority=organisation())
    tally(programme, grant=grants.draft(programme))
    with forbidden("tally_is_kept_once"):
        tally(programme)


def test_tally_age_is_a_known_group(programme):
    with forbidden("tally_age_is_a_known_group"):
        tally(programme, age="young")


def test_tally_sex_is_a_known_group(programme):
    with forbidden("tally_sex_is_a_known_group"):
        tally(programme, sex="none")


def test_tally_is_of_a_grant_or_of_an_authority(programme):
    with forbidden("tally_is_of_a_grant_or_of_an_authority"):
        tally(programme, grant=grants.draft(programme), authority=organisation())


def test_declared_value_is_not_negative(programme):
    with forbidden("declared_value_is_not_negative"):
        DeclaredValue.objects.create(programme=programme, indicator="SO2.C2", as_of=DAY, value=-1)


def test_programme_indicator_code_is_used_once(programme):
    said = {"code": "OWN.1", "objective": "SO2", "name": "Own", "unit": "number", "valid_from": DAY}
    ProgrammeIndicator.objects.create(programme=programme, **said)
    with forbidden("programme_indicator_code_is_used_once"):
        ProgrammeIndicator.objects.create(programme=programme, **said)


@pytest.fixture
def kept(programme):
    grant = grants.draft(programme)
    return lambda **said: KeptTally.objects.create(
        **{"grant": grant, "within": "grant", "indicator": "SO2.C2", "number": 1, **said}
    )


def test_kept_tally_is_kept_once(kept):
    kept()
    kept(within="programme")
    with forbidden("kept_tally_is_kept_once"):
        kept()


def test_kept_tally_is_within_something(kept):
    with forbidden("kept_tally_is_within_something"):
        kept(within="country")


def test_kept_tally_age_is_a_known_group(kept):
    with forbidden("kept_tally_age_is_a_known_group"):
        kept(age="young")


def test_kept_tally_sex_is_a_known_group(kept):
    with forbidden("kept_tally_sex_is_a_known_group"):
        kept(sex="none")


def test_kept_tally_names_the_authority_it_is_within(kept):
    kept(within="authority", authority=organisation())
    with forbidden("kept_tally_names_the_authority_it_is_within"):
        kept(within="programme", authority=organisation())


def test_publication_is_made_once_a_day(programme):
    said = {"programme": programme, "on": date(2026, 10, 1), "content": "{}", "sha256": "0" * 64}
    Publication.objects.create(**said)
    with forbidden("publication_is_made_once_a_day"):
        Publication.objects.create(**said)
