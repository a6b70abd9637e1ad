"""Rows written by the hundred thousand say what they said before, whatever it means to the server."""

import pytest

from openamif.register.actions.write_rows import new_keys, write_rows
from openamif.register.models import Subject

pytestmark = pytest.mark.django_db
SAID = ["plain", r"\N", "a\tb", "a\nb\r", "back\\slash", "", "Ångström"]


@pytest.mark.parametrize("said", [SAID, SAID[:1], *([each] for each in SAID)])
def test_texts_come_out_as_they_went_in(said):
    keys = new_keys(Subject, len(said))
    write_rows(Subject, ("id", "likeness", "key_number"), [(*each, 1) for each in zip(keys, said, strict=True)])
    assert list(Subject.objects.filter(pk__in=keys).order_by("pk").values_list("likeness", flat=True)) == said
