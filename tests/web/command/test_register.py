"""``openamif register erase-due``: what is mistyped erases nothing."""

import pytest

from openamif.web.command import main
from tests.factories import grants
from tests.programmes.bare import bare_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant():
    return grants.draft(bare_programme(), objective="SO2")


@pytest.mark.parametrize("more", [[], ["--yes"]])
def test_a_grant_to_keep_that_is_not_here_stops_all(grant, capsys, more):
    assert main(["register", "erase-due", "--keep", grant.reference, "--keep", "BE/2019/PR/O031", *more]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "--keep BE/2019/PR/O031: no grant has this reference, and no programme is called so" in said.err
    assert "Nothing was erased" in said.err


def test_a_grant_and_a_programme_are_kept(grant):
    assert main(["register", "erase-due", "--keep", grant.reference, "--keep", "BE 2014-2020"]) == 0


def test_a_day_that_is_none_is_told_as_it_is_written(capsys):
    with pytest.raises(SystemExit):
        main(["register", "erase-due", "--on", "31/12/2030"])
    assert "31/12/2030 is no day: it is written as 2030-12-31" in capsys.readouterr().err
