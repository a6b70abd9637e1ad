"""The Member State adopts what needs no decision of the Commission, and nothing else."""

from decimal import Decimal

import pytest

from openamif.people.policy import Refused
from openamif.programmes.actions.accept_member_state_decision import DecisionNeeded, accept_member_state_decision
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Version
from openamif.programmes.models.changing import with_amounts
from openamif.programmes.queries import latest_adopted
from tests.factories.programmes import DAY, SMALL, adopted_version, colleague, document, sent_version
from tests.programmes.actions.trails import events, last

pytestmark = pytest.mark.django_db
WITHIN_AN_OBJECTIVE = {("SO1.NO1", None): Decimal("2499999.00"), ("SO1.NO2", None): Decimal("500001.25")}

BETWEEN_OBJECTIVES = {("SO1.NO1", None): Decimal("2499900.00"), ("SO2.NO2", None): Decimal("2800100.00")}


def sent_after_adoption(content) -> Version:
    adopted = adopted_version()
    ann = adopted.entered_by
    new = begin_version(adopted, by=ann)
    revise_version(new, content, revision=new.revision, by=ann)
    validate_version(new, by=ann, on=DAY)
    return send_version(new, by=colleague(ann, adopted.programme.scope))


@pytest.mark.parametrize("content", [SMALL, with_amounts(SMALL, "plan", WITHIN_AN_OBJECTIVE)])
def test_accept_member_state_decision_where_no_field_of_the_decision_changed(content):
    sent = sent_after_adoption(content)
    accept_member_state_decision(sent, by=sent.entered_by, on=DAY)
    found = Version.objects.get(pk=sent.pk)
    assert found.state == "adopted_by_member_state"
    assert latest_adopted(sent.programme) == found
    assert (last(sent).event, last(sent).from_state) == ("accept_member_state_decision", "sent")


@pytest.mark.parametrize(
    "content",
    [
        document(summary=("Otherwise.",)),
        with_amounts(SMALL, "plan", BETWEEN_OBJECTIVES),
    ],
)
def test_accept_member_state_decision_is_refused_when_a_decision_is_needed(content):
    sent = sent_after_adoption(content)
    with pytest.raises(DecisionNeeded):
        accept_member_state_decision(sent, by=sent.entered_by, on=DAY)
    assert Version.objects.get(pk=sent.pk).state == "sent"
    assert "accept_member_state_decision" not in events(sent)


def test_accept_member_state_decision_is_refused_for_a_first_adoption():
    sent = sent_version()
    with pytest.raises(DecisionNeeded):
        accept_member_state_decision(sent, by=sent.entered_by, on=DAY)


def test_accept_member_state_decision_on_what_was_not_sent_is_refused(ready, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        accept_member_state_decision(ready, by=bob, on=DAY)
