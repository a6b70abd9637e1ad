"""Whom a grant names goes when the law lets it go, and not before; that it went, stays."""

from datetime import date

import pytest

from openamif.grants.actions.erase_persons import NotDue, erase_persons
from openamif.grants.actions.erase_workbooks import erase_workbooks
from openamif.grants.models import BeneficialOwner, Grant, Particulars
from openamif.grants.queries.retention import due_on, persons_due, workbooks_due
from openamif.record.actions.append_trail import append_trail
from openamif.record.actions.keep_document import keep_document
from openamif.record.queries import trail_of
from tests.factories import grants, programmes
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db
# Paid until 30 June 2024 at the latest: in the financial year that ends on 15 October 2024; kept four years more.
LAST_DAY, DUE_ON = date(2028, 10, 15), date(2028, 10, 16)
HER = {"given_names": "Ada", "surname": "Byron", "born_on": date(1990, 5, 1)}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme():
    return programmes.programme()


@pytest.fixture
def grant(programme):
    made = grants.signed(programme)
    BeneficialOwner.objects.create(grant=made, **HER)
    Particulars.objects.update_or_create(grant=made, defaults={"contact_name": "Eve", "issued_by": "The Agency"})
    return made


def test_owners_and_contact_go_and_the_rest_stays(grant):
    with pytest.raises(NotDue):
        erase_persons(grant, on=LAST_DAY)
    before = grant.revision
    erased = erase_persons(grant, on=DUE_ON)
    assert not BeneficialOwner.objects.exists()
    kept = Particulars.objects.get(grant=grant)
    assert (kept.contact_name, kept.contact_email, kept.issued_by) == ("", "", "The Agency")
    assert erased.revision == before + 1
    event = trail_of(grant).first()
    assert (event.event, event.by) == ("persons_erased", None)
    assert event.details == {"due_on": "2028-10-16", "owners": 1, "contacts": 1}
    assert "Byron" not in str(list(trail_of(grant).values()))


def test_the_day_of_the_last_payment_brings_it_forward(grant):
    with pytest.raises(NotDue):
        erase_persons(grant, on=date(2025, 10, 15), paid_on=date(2021, 10, 15))
    erase_persons(grant, on=date(2025, 10, 16), paid_on=date(2021, 10, 15))


def test_a_payment_of_2021_2027_keeps_them_five_years_from_the_end_of_its_year():
    made = Grant(programme=bare_programme(period="2021-2027"))
    assert due_on(made, on=date(2030, 1, 1), paid_on=date(2024, 3, 1)) == date(2030, 1, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_grants_that_name_somebody_are_listed_once(programme, grant, number, django_assert_num_queries):
    for _each in range(number):
        BeneficialOwner.objects.create(grant=grants.signed(programme), **HER)
    grants.signed(programme)
    assert list(persons_due(LAST_DAY)) == []
    with django_assert_num_queries(2):
        due = list(persons_due(DUE_ON))
    assert [(each.owners, each.has_contact) for each in due] == [(1, True), *[(1, False)] * number]
    erase_persons(grant, on=DUE_ON)
    assert grant not in [each.grant for each in persons_due(DUE_ON)]


def test_workbooks_that_grants_came_from_go_with_their_bytes(programme, grant, django_capture_on_commit_callbacks):
    one, again, other = (keep_document(c, name="grants.xlsx", content_type="x", by=None) for c in (b"1", b"1", b"2"))
    append_trail(grant, "grant_imported", by=None, details={"source": one.sha256})
    assert list(workbooks_due(LAST_DAY)) == []
    assert list(workbooks_due(DUE_ON)) == [(programme, DUE_ON, 2)]
    with pytest.raises(NotDue):
        erase_workbooks(programme, on=LAST_DAY)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_workbooks(programme, on=DUE_ON) == 2
    for document in (one, again, other):
        document.refresh_from_db()
    assert one.erased_at
    assert not one.file.storage.exists(one.file.name)
    assert again.erased_at
    assert other.erased_at is None
    assert list(workbooks_due(DUE_ON)) == []
    assert trail_of(programme).first().event == "workbooks_erased"
    assert Grant.objects.filter(pk=grant.pk).exists()
