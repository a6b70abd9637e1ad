"""Whoever is named in a file without a code being made of it: told, by row and column, and kept out by nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openamif.methods.pseudonyms import Identity, codes_of, what_is_lost
from openamif.people.states import RoleKind
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.actions.store_import import store_import
from openamif.register.models import RegisterImport
from openamif.register.queries.cells import errors_in, warnings_in
from openamif.register.states import ImportState
from openamif.web.register_form import the_register_form
from tests.factories import programmes
from tests.factories.grants import signed
from tests.factories.people import organisation, person
from tests.register.files import separated, took_part, workbook
from tests.workbooks.forms import replaced

BORN = date(1990, 5, 17)
NUMBER = "85.07.30-033 28"
NAMED = {"surname": "Kowalska", "given_names": "Anna"}
KEYS = [b"k" * 32]


@pytest.fixture
def grant(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    programme = programmes.programme()
    return signed(programme, beneficiary=organisation("House", kind="ngo"))


@pytest.fixture
def filler(grant):
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary)


@pytest.fixture
def read(grant, filler, django_capture_on_commit_callbacks):
    """Sends a file in and reads it."""

    def sent(raw: bytes, name: str = "register.xlsx") -> RegisterImport:
        with django_capture_on_commit_callbacks(execute=True):
            return read_file(keep_file(grant, raw, name=name, by=filler), form=the_register_form())

    return sent


def told(upload: RegisterImport) -> list[tuple[int, str, str, str]]:
    return [(each["row"], each["column"], each["key"], each["code"]) for each in warnings_in(upload)]


NOT_IDENTIFIED = [
    (NAMED, ("E", "born_on", "name_without_day")),
    (NAMED | {"born_on": 1990}, ("E", "born_on", "name_with_year")),
    ({"surname": "Kowalska", "born_on": BORN}, ("D", "given_names", "one_name")),
    ({"given_names": "Anna", "born_on": BORN}, ("C", "surname", "one_name")),
    ({"surname": "Kowalska", "given_names": "-", "born_on": BORN}, ("D", "given_names", "one_name")),
    ({"born_on": BORN}, ("E", "born_on", "day_without_name")),
]
IDENTIFIED = [
    NAMED | {"born_on": BORN},
    NAMED | {"national_number": NUMBER},
    {"national_number": NUMBER, "born_on": BORN},
    {"surname": "Garcia Lopez", "born_on": BORN},
    {"born_on": 1990},
    {"surname": "-"},
    {},
]


@pytest.mark.parametrize(("said", "expected"), NOT_IDENTIFIED)
def test_whoever_is_named_and_not_identified_is_told_and_kept_out_by_nothing(read, filler, said, expected):
    upload = read(workbook([took_part("D1"), took_part("D2", **said)]))
    assert told(upload) == [(3, *expected)]
    assert warnings_in(upload)[0]["found"] is None
    assert "Kowalska" not in str(upload.cells)
    assert (upload.result["error_count"], upload.result["warning_count"]) == (0, 1)
    assert confirm_import(upload, by=filler).state == ImportState.CONFIRMED


@pytest.mark.parametrize("said", IDENTIFIED)
def test_whoever_is_identified_or_not_named_is_not_told(read, said):
    upload = read(workbook([took_part("D1", **said)]))
    assert (warnings_in(upload), upload.result["warning_count"]) == ([], 0)


@pytest.mark.parametrize(("said", "expected"), NOT_IDENTIFIED)
def test_separated_values_are_told_the_same(read, said, expected):
    headings = {"local_reference": "D1", "national_number": "", "surname": "", "given_names": "", "born_on": ""}
    upload = read(separated([headings | took_part("D1") | said]), "list.csv")
    assert told(upload) == [(2, *expected)]


def test_what_another_row_says_of_her_counts(read):
    rows = [took_part("D1", surname="Kowalska"), took_part("D1", on=date(2019, 3, 2), given_names="Anna", born_on=BORN)]
    assert told(read(workbook(rows))) == []


def test_each_is_told_once_where_the_name_stands(read):
    days = [date(2019, 3, day) for day in (1, 2, 3)]
    rows = [took_part("D1", days[0], born_on=1990), *(took_part("D1", day, **NAMED) for day in days[1:])]
    assert told(read(workbook(rows))) == [(3, "E", "born_on", "name_with_year")]


def test_a_file_without_the_column_is_told_at_the_name(read):
    row = {"local_reference": "D1", "surname": "Kowalska", "kind": "found_helpful", "happened_on": "2019-03-01"}
    assert told(read(separated([row | {"value": "yes"}]), "list.csv")) == [(2, "B", "surname", "name_without_day")]


@pytest.mark.parametrize("wrong", [{"born_on": "soon"}, {"national_number": "1"}])
def test_what_follows_from_an_error_is_not_told_again(read, wrong):
    upload = read(workbook([took_part("D1", **NAMED | wrong), took_part("D2", **NAMED)]))
    assert [(each["row"], each["key"]) for each in errors_in(upload)] == [(2, next(iter(wrong)))]
    assert told(upload) == [(3, "E", "born_on", "name_without_day")]


def test_whom_the_register_knows_by_a_number_is_not_told(read, filler, django_capture_on_commit_callbacks):
    first = read(workbook([took_part("D1", national_number=NUMBER), took_part("D2")]))
    with django_capture_on_commit_callbacks(execute=True):
        store_import(confirm_import(first, by=filler))
    again = [took_part(each, on=date(2019, 3, 2), **NAMED) for each in ("D1", "D2")]
    assert told(read(workbook(again))) == [(3, "E", "born_on", "name_without_day")]


TEXTS = some.text(alphabet="aelvnd -'éعб", max_size=12)


@given(TEXTS, TEXTS, some.none() | some.just(BORN), some.sampled_from(["", "1", NUMBER, "FR12"]))
def test_nothing_is_lost_where_a_code_is_made_and_only_there(surname, given_names, born_on, number):
    identity = Identity(number, surname, given_names, born_on)
    codes = codes_of(identity, local="1:1:D1", keys=KEYS)
    if codes.number or codes.name:
        assert what_is_lost(identity) == ""
    elif born_on:
        assert what_is_lost(identity) in ("one_name", "day_without_name")
    else:
        assert what_is_lost(identity) in ("name_without_day", "")


def test_a_formula_that_gives_nothing_is_told_and_not_taken_for_empty(read):
    """As a lookup that found no date of birth."""
    raw = workbook([took_part("D1", **NAMED, born_on=1990), took_part("D2", **NAMED, born_on=1990)])
    for cell in (b"E2", b"E3"):
        there, failed = b'<c r="%s"><v>1990</v></c>' % cell, b'<c r="%s" t="e"><f>NA()</f><v>#N/A</v></c>' % cell
        raw = replaced(raw, "xl/worksheets/sheet1.xml", lambda sheet, a=there, b=failed: sheet.replace(a, b))
    upload = read(raw)
    told_of = [(each["row"], each["column"], each["code"]) for each in errors_in(upload)]
    assert told_of == [(2, "E", "no_value"), (3, "E", "no_value")]
    assert warnings_in(upload) == []
