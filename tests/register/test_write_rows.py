"""Rows written by the hundred thousand say what they said before, whatever it means to the server."""

import pytest

from openamif.register.actions.write_rows import Same, new_keys, write_columns, write_rows
from openamif.register.models import Subject

pytestmark = pytest.mark.django_db
SAID = ["plain", r"\N", "a\tb", "a\nb\r", "back\\slash", "", "Ångström", "it's", "100 %", "%s"]


@pytest.mark.parametrize("said", [SAID, SAID[:1], *([each] for each in SAID)])
def test_texts_come_out_as_they_went_in(said):
    keys = new_keys(Subject, len(said))
    write_rows(Subject, ("id", "likeness", "key_number"), [(*each, 1) for each in zip(keys, said, strict=True)])
    assert list(Subject.objects.filter(pk__in=keys).order_by("pk").values_list("likeness", flat=True)) == said


@pytest.mark.parametrize("said", SAID)
def test_a_text_that_all_rows_share_comes_out_as_it_went_in(said):
    keys = new_keys(Subject, 2)
    write_columns(Subject, {"id": keys, "likeness": Same(said), "key_number": Same(1)})
    rows = Subject.objects.filter(pk__in=keys).values_list("likeness", "key_number")
    assert list(rows) == [(said, 1)] * 2


@pytest.mark.parametrize("number", [1, 498, 499, 500, 998, 999, 1000])
def test_however_many_rows_each_is_written_once_in_its_order(number):
    """A statement of SQLite takes 999 values: 499 rows of two columns, or 999 of one."""
    keys, said = new_keys(Subject, number), [str(each) for each in range(number)]
    write_columns(Subject, {"id": keys, "likeness": said, "key_number": Same(1)})
    assert list(Subject.objects.order_by("pk").values_list("pk", "likeness")) == list(zip(keys, said, strict=True))
