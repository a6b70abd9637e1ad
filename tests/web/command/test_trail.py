"""``openamif trail verify``."""

import pytest

from openamif.record.actions.append_trail import append_trail
from openamif.web.command import main
from tests.factories.people import person
from tests.factories.trail import without_guards

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def events():
    about = person()
    for _each in range(3):
        append_trail(about, "opened", by=about)


def test_chain_that_holds(capsys):
    assert main(["trail", "verify"]) == 0
    assert capsys.readouterr().out == "3 events checked\nthe chain holds\n"


def test_break_is_named_with_its_number_and_kind(capsys):
    without_guards("UPDATE record_trail SET reason = 'another' WHERE number = 2")
    assert main(["trail", "verify"]) == 1
    said = capsys.readouterr()
    assert said.out == "3 events checked\n"
    assert said.err == "event 2: changed after it was written (changed)\n"


@pytest.mark.parametrize("arguments", [["trail"], ["trail", "repair"]])
def test_any_other_deed_is_refused(arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
