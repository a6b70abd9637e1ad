"""What the Commission observed on a sent version."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from openamif.people.policy import Refused
from openamif.programmes.actions.record_observation import record_observation
from openamif.programmes.models import Observation, Version
from tests.factories.programmes import adopted_version, sent_version
from tests.programmes.actions.trails import last

OBSERVED = {"text": "Say more of returns.", "made_on": date(2020, 6, 3)}


@pytest.mark.django_db
def test_record_observation_leaves_the_version_sent():
    sent = sent_version()
    observation = record_observation(sent, **OBSERVED, by=sent.entered_by)
    assert list(sent.observations.all()) == [observation]
    assert (observation.text, observation.entered_by) == (OBSERVED["text"], sent.entered_by)
    assert Version.objects.get(pk=sent.pk).state == "sent"
    assert (last(sent).event, last(sent).reason) == ("observed", OBSERVED["text"])
    assert last(sent).details == {"on": "2020-06-03"}


@pytest.mark.django_db
def test_record_observation_of_nothing_is_forbidden():
    sent = sent_version()
    with pytest.raises(IntegrityError), transaction.atomic():
        record_observation(sent, **OBSERVED | {"text": ""}, by=sent.entered_by)


def test_record_observation_on_what_was_not_sent_is_refused(ready, bob):
    with pytest.raises(Refused, match="version_in_another_state"):
        record_observation(ready, **OBSERVED, by=bob)


@pytest.mark.django_db
def test_record_observation_on_an_adopted_version_is_refused():
    adopted = adopted_version()
    with pytest.raises(Refused, match="version_in_another_state"):
        record_observation(adopted, **OBSERVED, by=adopted.entered_by)
    assert not Observation.objects.exists()
