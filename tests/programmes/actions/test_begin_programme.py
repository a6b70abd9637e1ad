"""Beginning a programme."""

import pytest
from django.db import IntegrityError, transaction

from openamif.people.policy import Refused
from openamif.people.queries import holdings
from openamif.people.states import RoleKind
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.models import Programme
from openamif.programmes.policy import can_import_into
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from tests.factories.people import administrator, organisation, person
from tests.factories.programmes import SMALL
from tests.programmes.actions.trails import events, last
from tests.programmes.full import FULL

pytestmark = pytest.mark.django_db
NAME = ProgrammeName(country="BE", title="The fund in Belgium", cci="2014BE65AMNP001", number=5, working=1)


def test_begin_programme_holds_the_document_in_an_open_version():
    interior = organisation()
    by = person(RoleKind.RESPONSIBLE_AUTHORITY, of=interior)
    source = keep_document(b"Text.", name="be.txt", content_type="text/plain", by=by)
    version = begin_programme(FULL, name=NAME, source=source, by=by)
    assert content_of(version).document == FULL
    assert (version.state, version.label, version.revision, version.language) == ("open", "5.1", 1, "en")
    assert (version.entered_by, version.source, version.sent_at) == (by, source, None)
    programme = version.programme
    assert (programme.fund, programme.period, programme.country) == ("AMIF", "2014-2020", "BE")
    assert (programme.title, programme.cci) == ("The fund in Belgium", "2014BE65AMNP001")
    assert programme.responsible_authority == interior
    assert last(version).details == {"source": source.sha256}
    assert (events(version), last(version).organisation) == (["begun"], interior)


def test_begin_programme_makes_her_responsible_for_it():
    by = person(RoleKind.RESPONSIBLE_AUTHORITY)
    holdings(by)
    version = begin_programme(SMALL, name=NAME, by=by)
    assert can_import_into(by, version.programme)
    assert version.programme.scope.name == "The fund in Belgium"


def test_begin_programme_for_another_organisation():
    interior, by = organisation(), administrator()
    version = begin_programme(SMALL, name=NAME, responsible=interior, by=by)
    assert version.programme.responsible_authority == interior
    (role,) = by.roles.filter(scope=version.programme.scope)
    assert (role.kind, role.organisation) == (RoleKind.RESPONSIBLE_AUTHORITY, interior)


@pytest.mark.parametrize("kind", [kind for kind in RoleKind if kind not in ("responsible_authority", "administrator")])
def test_begin_programme_is_for_no_other_role(kind):
    with pytest.raises(Refused, match="not_responsible_authority"):
        begin_programme(SMALL, name=NAME, by=person(kind))


def test_begin_programme_once_a_fund_country_and_period():
    by = person(RoleKind.RESPONSIBLE_AUTHORITY)
    begin_programme(SMALL, name=NAME, by=by)
    roles = by.roles.count()
    with pytest.raises(IntegrityError), transaction.atomic():
        begin_programme(SMALL, name=NAME, by=by)
    assert (Programme.objects.count(), by.roles.count()) == (1, roles)
