"""The writer writes what the reader reads."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from openamif.sfc.errors import NotWritable
from openamif.sfc.programme_2014 import (
    Action,
    NationalObjective,
    Programme,
    SpecificObjective,
    TransferPledge,
    TurkeyPledge,
    ValidationMessage,
)
from openamif.sfc.reader_2014 import read
from openamif.sfc.writer_2014 import write
from tests.sfc.programmes import programmes, smallest

QUICK = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@QUICK
@given(programmes)
def test_every_programme_reads_back_the_same(programme: Programme):
    reading = read(write(programme))
    assert reading.programme == programme
    assert reading.unread == ()
    assert reading.inferred == ()


def test_the_exported_programme_reads_back_the_same(seed_text: str):
    programme = read(seed_text).programme
    assert read(write(programme)).programme == programme


def test_the_exported_programme_is_written_in_english(seed_text: str):
    programme = read(seed_text).programme
    text = write(programme, "en")
    assert "\tSO1.NO1 Reception/asylum\n\t22,813,801.27\n" in text
    assert read(text).programme == replace(programme, language="en")


def test_headings_carry_their_codes():
    text = write(smallest(language="fr", objectives=(SpecificObjective("SO1", (), (NationalObjective("SO1.NO1"),)),)))
    assert "\tObjectif national\n\tOS1.ON1 Accueil/Asile\n" in text


def test_the_smallest_programme_is_written():
    assert read(write(smallest())).programme == smallest()


def objectives_with(action: Action) -> tuple[SpecificObjective, ...]:
    return (SpecificObjective("SO1", (), (NationalObjective("SO1.NO1", (), (action,)),)),)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"language": "nl"}, "language"),
        ({"summary": ("one\ntwo",)}, "summary"),
        ({"summary": (" led by a space",)}, "summary"),
        ({"summary": ("2. BASELINE SITUATION IN THE MEMBER STATE",)}, "2"),
        ({"turkey": (TurkeyPledge((None, None, None)),)}, "turkey"),
        ({"transfers": (TransferPledge("transfer", "XX", "BE", (1, 2, 3)),)}, "XX"),
        ({"validation": (ValidationMessage("fatal", "", ""),)}, "fatal"),
        ({"financial_plan": {}}, "SO1.NO1"),
        ({"objectives": objectives_with(Action(2, "The first"))}, "objectives.SO1.NO1.actions.1"),
        ({"objectives": objectives_with(Action(1, "One", ("Examples:",)))}, "objectives"),
        ({"objectives": objectives_with(Action(1, "One", (), ("· bullet twice", "-")))}, None),
    ],
)
def test_what_the_form_cannot_hold_is_refused(changes: dict, place: str | None):
    if place is None:
        assert read(write(smallest(**changes))).programme == smallest(**changes)
        return
    with pytest.raises(NotWritable) as refusal:
        write(smallest(**changes))
    assert refusal.value.place == place
    assert place in str(refusal.value)
