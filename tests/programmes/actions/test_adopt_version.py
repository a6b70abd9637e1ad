"""A version is linked to the Commission's decision."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from openamif.people.policy import Refused
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.models import Version
from openamif.programmes.queries import latest_adopted
from tests.factories.programmes import sent_version
from tests.programmes.actions.trails import last

pytestmark = pytest.mark.django_db
DECISION = {"decision_reference": "C(2020) 3777", "decision_on": date(2020, 6, 8)}


def test_adopt_version_is_the_programme_from_now_on():
    sent = sent_version()
    accept_decision(sent, by=sent.entered_by)
    adopt_version(sent, **DECISION, by=sent.entered_by)
    found = Version.objects.get(pk=sent.pk)
    assert found.state == "adopted_by_commission"
    assert (found.decision_reference, found.decision_on) == ("C(2020) 3777", date(2020, 6, 8))
    assert last(sent).details == {"decision": "C(2020) 3777", "on": "2020-06-08"}
    assert latest_adopted(sent.programme) == found


def test_adopt_version_before_a_decision_is_refused():
    sent = sent_version()
    with pytest.raises(Refused, match="version_in_another_state"):
        adopt_version(sent, **DECISION, by=sent.entered_by)


def test_adopt_version_without_a_reference_is_forbidden():
    sent = sent_version()
    accept_decision(sent, by=sent.entered_by)
    with pytest.raises(IntegrityError), transaction.atomic():
        adopt_version(sent, **DECISION | {"decision_reference": ""}, by=sent.entered_by)
    assert Version.objects.get(pk=sent.pk).state == "decision_accepted"
