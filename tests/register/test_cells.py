"""What was found in the cells of a file: kept together, read apart, never more than a bounded lot of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openamif.people.states import RoleKind
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.models import RegisterImport
from openamif.register.queries.cells import OWN, SHARED, apart, errors_in, together, warnings_in
from openamif.web.register_form import the_register_form
from tests.factories import programmes
from tests.factories.grants import signed
from tests.factories.people import organisation, person
from tests.register.files import separated

FEW = some.sampled_from(["A", "B", None, 3, ["a", "b"], {"day": "2020-01-01"}])
CELL = some.fixed_dictionaries(dict.fromkeys((*SHARED, "found"), FEW) | {"row": some.integers(1, 9)})
KEPT, FEWER, BYTES = 10_000, 20, 3_000_000


def read_of(settings, folder, rows) -> RegisterImport:
    """Sent in as separated values, and read."""
    settings.MEDIA_ROOT = folder
    programme = programmes.programme()
    grant = signed(programme, beneficiary=organisation("House", kind="ngo"))
    filler = person(RoleKind.BENEFICIARY, scope=programme.scope, of=grant.beneficiary)
    return read_file(keep_file(grant, separated(rows), name="x.csv", by=filler), form=the_register_form())


@given(some.lists(CELL))
def test_what_is_kept_together_is_read_apart(cells):
    kept = json.loads(json.dumps(together(cells)))
    read = list(apart(kept))

    def sorted_of(each):
        return sorted(json.dumps(cell, sort_keys=True) for cell in each)

    assert sorted_of(read) == sorted_of(cells)
    assert all(set(cell) == {*SHARED, *OWN} for cell in read)
    assert len({json.dumps([each[name] for name in SHARED]) for each in kept}) == len(kept)


@pytest.mark.django_db
def test_however_much_is_wrong_what_is_kept_stays_small(settings, tmp_path):
    keys = ("sex", "standing", "kind", "happened_on", "hours", "value")
    row = {"surname": "Kowalska", **{key: f"{key} that is none, long enough to be cut " * 5 for key in keys}}
    rows = [{"local_reference": f"D{number}", **row, "sex": f"{number}{row['sex']}"} for number in range(3_000)]
    upload = read_of(settings, tmp_path, rows)
    assert upload.result["error_count"] == 6 * 3_000
    assert (len(errors_in(upload)), upload.result["warning_count"]) == (KEPT, 0)
    assert len(json.dumps(upload.cells)) < BYTES
    assert len(json.dumps(upload.result)) < BYTES / 1000


@pytest.mark.django_db
def test_however_many_are_not_identified_what_is_kept_stays_small(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("openamif.register.queries.forms.MOST_TAKEN_AWAY", FEWER)
    said = {"kind": "found_helpful", "happened_on": "2019-03-01", "value": "yes", "surname": "Kowalska"}
    upload = read_of(settings, tmp_path, [{"local_reference": f"D{number}", **said} for number in range(3 * FEWER)])
    assert (upload.result["error_count"], upload.result["warning_count"]) == (0, 3 * FEWER)
    assert len(warnings_in(upload)) == FEWER
