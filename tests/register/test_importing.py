"""A file on its way into a register: kept, read, confirmed, stored; names go nowhere; a second time changes nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from openamif.grants.actions.end_grant import end_grant
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.record.actions.make_move import NoSuchMove
from openamif.register.actions.abandon_import import abandon_import
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.forget_old_files import forget_old_files
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.map_columns import NotWaiting, map_columns
from openamif.register.actions.read_file import read_file
from openamif.register.actions.refuse_file import refuse_file
from openamif.register.actions.restart_import import restart_import
from openamif.register.actions.store_import import store_import
from openamif.register.actions.write_staging import tell_progress
from openamif.register.models import (
    Activity,
    ColumnMapping,
    Erasure,
    Event,
    Output,
    Participant,
    PastDescription,
    RegisterImport,
    Subject,
)
from openamif.register.queries.cells import errors_in
from openamif.register.queries.entries import IDENTITY
from openamif.register.queries.staging import folder, progress_of, staged_rows
from openamif.register.states import EventKind, ImportState
from openamif.web import jobs
from openamif.web.register_form import the_register_form
from openamif.workbooks import NotAWorkbook, read_any
from openamif.workbooks.safety import letters_of
from tests.factories import grants, programmes
from tests.factories.people import organisation, person
from tests.register.files import ACTIVITY, PERSON, at_level, separated, took_part, workbook
from tests.workbooks.forms import replaced

pytestmark = pytest.mark.django_db
ROWS = [took_part("D1", **PERSON), took_part("D2", sex="male", born_on=1985), at_level("D1", "A1")]
NUMBER = "85.07.30-033 28"


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def grant():
    programme = programmes.programme()
    return grants.signed(programme, beneficiary=organisation("House", kind="ngo"))


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


@pytest.fixture
def stored(read, filler, django_capture_on_commit_callbacks):
    """Sends a file in, and says yes to it."""

    def sent(raw: bytes) -> RegisterImport:
        upload = confirm_import(read(raw), by=filler)
        with django_capture_on_commit_callbacks(execute=True):
            return store_import(upload).upload

    return sent


def codes(upload: RegisterImport) -> list[tuple[int, str, str]]:
    return [(error["row"], error["key"], error["code"]) for error in errors_in(upload)]


def changes(upload: RegisterImport) -> dict[str, int]:
    """The counts that are not zero, but for how many rows there were."""
    counts = upload.result["counts"]
    others = ("rows", "unchanged", "known", "instrument")
    return {key: count for key, count in counts.items() if count and not key.endswith(others)}


def test_a_file_goes_in(stored, grant):
    outputs = [{"kind": "new_places", "name": "House", "happened_on": date(2019, 4, 1), "quantity": 12}]
    upload = stored(workbook(ROWS, outputs=outputs))
    assert upload.state == ImportState.STORED
    assert changes(upload) == {"participants_new": 2, "events_new": 3, "activities_new": 1, "outputs_new": 1}
    first, second = Participant.objects.filter(grant=grant).order_by("local_reference")
    assert (first.birth_year, first.sex, first.nationality_group) == (1990, "female", "third_country")
    assert (second.birth_year, second.sex, second.standing) == (1985, "male", "")
    took, other, test = Event.objects.order_by("pk")
    assert (took.participant, took.activity.reference, took.hours) == (first, "FR1", Decimal("2.00"))
    assert (other.participant, other.happened_on) == (second, date(2019, 3, 1))
    assert (test.kind, test.value, test.activity, test.source) == (EventKind.ENTRY_TEST, 1, None, upload)
    assert Output.objects.get().quantity == 12
    assert list(folder().iterdir()) == []


def test_the_same_file_again_changes_nothing(stored):
    raw = workbook(ROWS)
    stored(raw)
    assert changes(stored(raw)) == {}
    assert (Event.objects.count(), Participant.objects.count(), Subject.objects.count()) == (3, 2, 2)
    assert (Activity.objects.count(), PastDescription.objects.count()) == (1, 0)


def test_an_edited_file_adds_and_corrects(stored):
    outputs = [{"kind": "new_places", "name": "House", "happened_on": date(2019, 4, 1), "quantity": 12}]
    stored(workbook(ROWS, outputs=outputs))
    edited = [
        took_part("D1", hours=3, **{**PERSON, "standing": "legal_resident"}),
        took_part("D2"),
        at_level("D1", "A2"),
        at_level("D3", "A0"),
    ]
    outputs[0]["quantity"] = 13
    upload = stored(workbook(edited, outputs=outputs))
    assert changes(upload) == {
        "participants_new": 1,
        "descriptions_changed": 1,
        "events_new": 1,
        "events_changed": 2,
        "outputs_changed": 1,
    }
    first = Participant.objects.get(local_reference="D1")
    assert (first.standing, first.past_descriptions.get().standing) == ("legal_resident", "protected")
    assert Participant.objects.get(local_reference="D2").sex == "male"
    hours, level = Event.objects.exclude(corrects=None).order_by("pk")
    assert (hours.reason, hours.hours, hours.corrects.hours) == ("import", 3, 2)
    assert (level.value, level.corrects.value) == (2, 1)
    assert Output.objects.get(corrected_by=None).quantity == 13
    assert changes(stored(workbook(edited, outputs=outputs))) == {}


def test_a_thing_whose_name_is_spelled_otherwise_is_the_same_thing(stored, read):
    house = {"kind": "new_places", "name": "House  North", "happened_on": date(2019, 4, 1), "quantity": 12}
    stored(workbook([], outputs=[house]))
    other = house | {"name": "house north"}
    assert changes(stored(workbook([], outputs=[other, house]))) == {"outputs_changed": 1, "repeated": 1}
    assert Output.objects.standing().get().name == "house north"
    assert codes(read(workbook([], outputs=[house, other | {"quantity": 13}]))) == [(3, "name", "twice")]


def test_a_test_says_by_which_instrument_and_again_changes_nothing(stored):
    raw = workbook([took_part("D1"), at_level("D1", "A1") | {"instrument": "TCF"}])
    assert changes(stored(raw)) == {"participants_new": 1, "events_new": 2, "activities_new": 1}
    assert list(Event.objects.order_by("pk").values_list("instrument", flat=True)) == ["", "TCF"]
    assert changes(stored(raw)) == {}
    older = [took_part("D1"), at_level("D1", "A1")]
    assert changes(stored(separated(older))) == changes(stored(workbook(older))) == {}
    assert Event.objects.count() == 2


def test_an_instrument_told_later_is_a_correction(stored):
    assert stored(separated([at_level("D1", "A1")])).result["counts"]["tests_without_instrument"] == 1
    upload = stored(separated([at_level("D1", "A1") | {"instrument": "TCF"}]))
    assert (changes(upload), upload.result["counts"]["tests_without_instrument"]) == ({"events_changed": 1}, 0)
    first, second = Event.objects.order_by("pk")
    assert (second.corrects, second.instrument, second.value, second.reason) == (first, "TCF", first.value, "import")
    left_open = stored(separated([at_level("D1", "A2")]))
    assert left_open.result["counts"]["tests_without_instrument"] == 0
    assert Event.objects.latest("pk").instrument == "TCF"


def test_what_is_said_twice_of_a_test_says_one_instrument(read):
    test = at_level("D1", "A1")
    upload = read(workbook([test | {"instrument": "TCF"}, test | {"instrument": "DELF"}]))
    assert codes(upload) == [(3, "happened_on", "twice")]


def test_a_number_that_is_told_later_tells_who_she_is(stored, filler):
    stored(workbook([took_part("D1", **{**PERSON, "surname": ""})]))
    stored(workbook([took_part("D9", **{**PERSON, "national_number": NUMBER})]))
    before = Participant.objects.get(local_reference="D1").subject
    stored(workbook([took_part("D1", **{**PERSON, "national_number": NUMBER})]))
    one, other = Participant.objects.order_by("local_reference")
    assert one.subject == other.subject != before
    assert one.past_descriptions.get().subject == before


def test_nobody_is_named_on_disk_or_in_the_database(read, grant, filler, django_capture_on_commit_callbacks):
    row = took_part("D1", **{**PERSON, "national_number": NUMBER})
    upload = keep_file(grant, workbook([row]), name="register.xlsx", by=filler)
    (kept,) = folder().iterdir()
    assert b"PK" not in kept.read_bytes()[:2]
    assert (kept.stat().st_mode & 0o077, folder().stat().st_mode & 0o077) == (0, 0)
    with django_capture_on_commit_callbacks(execute=True):
        upload = read_file(upload, form=the_register_form())
    (kept,) = folder().iterdir()
    staged = staged_rows(upload)
    said = f"{staged}{upload.result}".casefold()
    assert staged.persons[0].reference == "D1"
    assert not any(word in said for word in ("kowalska", "anna", "85.07", "850730", "1990-05"))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (took_part(""), [("local_reference", "missing")]),
        (took_part("D1", happened_on="soon"), [("happened_on", "not_a_date")]),
        (took_part("D1", activity="FR2"), [("activity", "no_such_activity")]),
        (took_part("D1", kind="dancing"), [("kind", "not_offered")]),
        (took_part("D1", kind="dancing", activity=""), [("kind", "not_offered")]),
        (took_part("D1", kind="", activity=""), [("kind", "missing")]),
        (took_part("D1", kind="", activity="FR2"), [("activity", "no_such_activity")]),
        (took_part("D1", hours=10_000), [("hours", "out_of_range")]),
        (took_part("D1", sex="both"), [("sex", "not_offered")]),
        (took_part("D1", born_on="Kowalska"), [("born_on", "not_a_date")]),
        (took_part("D1", born_on=1850), [("born_on", "out_of_range")]),
        (took_part("D1", national_number=12345), [("national_number", "check_digits")]),
        (took_part("D1", national_number="85.07.30-033 29"), [("national_number", "check_digits")]),
        (
            took_part("D1", happened_on=date(2099, 1, 1)),
            [("happened_on", "R-02.too_late"), ("happened_on", "R-03.to_come")],
        ),
        (
            took_part("D1", happened_on=date(2018, 12, 31)),
            [("happened_on", "R-02.too_early"), ("happened_on", "R-08.early")],
        ),
        (took_part("D1", happened_on=date(2021, 1, 1)), [("happened_on", "R-02.too_late")]),
        (took_part("D1", happened_on=date(2019, 1, 31)), [("happened_on", "R-08.early")]),
        (took_part("D1", born_on=2030), [("born_on", "R-04.unborn")]),
        (took_part("D1", born_on=2020), [("born_on", "R-04.unborn")]),
        (took_part("D1", born_on=1900), [("born_on", "R-04.too_old")]),
        (took_part("D1", standing="staff"), [("kind", "R-09.staff")]),
        (took_part("D1", kind="training"), [("kind", "R-07.other")]),
        (took_part("D1", activity=""), [("activity", "R-07.missing")]),
        ({**took_part("D1"), "kind": "removed"}, [("activity", "R-07.outcome"), ("hours", "R-10.hours")]),
        (took_part("D1", value="A1"), [("value", "R-10.unasked")]),
        (at_level("D1", "yes"), [("value", "R-10.no_test")]),
        (at_level("D1", ""), [("value", "R-10.no_test")]),
        ({**at_level("D1", "A1"), "hours": 2}, [("hours", "R-10.hours")]),
        ({**at_level("D1", "A1"), "kind": "found_useful"}, [("value", "R-10.no_answer")]),
        (took_part("D1", instrument="TCF"), [("instrument", "R-10.no_such_test")]),
        ({**at_level("D1", "A1"), "instrument": "T" * 61}, [("instrument", "too_long_text")]),
        ({**at_level("D1", "yes"), "kind": "uses_skills"}, [("kind", "R-06.no_training")]),
    ],
)
def test_what_is_wrong_is_told_where_it_is(read, filler, row, told):
    upload = read(workbook([row]))
    assert codes(upload) == [(2, *each) for each in told]
    keys = [column.key for column in the_register_form().sheets[0].columns]
    assert [error["column"] for error in errors_in(upload)] == [letters_of(keys.index(key) + 1) for key, _ in told]
    assert all(error["found"] is None for error in errors_in(upload) if error["key"] in IDENTITY)
    assert not any(number in str(upload.result) for number in ("12345", "85.07.30", "850730"))
    with pytest.raises(Refused):
        confirm_import(upload, by=filler)
    assert list(folder().iterdir()) == []


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ({"ends_on": date(2019, 1, 1)}, [("ends_on", "R-12.order")]),
        ({"ends_on": date(2021, 1, 1)}, [("starts_on", "R-12.outside")]),
        ({"starts_on": date(2018, 12, 31)}, [("starts_on", "R-12.outside")]),
        ({"starts_on": None}, [("starts_on", "missing")]),
    ],
)
def test_an_activity_is_asked_for_too(read, planned, told):
    upload = read(workbook([at_level("D1", "A1")], activities=[{**ACTIVITY, **planned}]))
    assert codes(upload) == [(2, *each) for each in told]


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ({"kind": "dancing"}, ("kind", "not_offered")),
        ({"kind": None}, ("kind", "missing")),
        ({"starts_on": "soon"}, ("starts_on", "not_a_date")),
        ({"starts_on": date(2029, 2, 1)}, ("starts_on", "R-12.outside")),
        ({"ends_on": date(2019, 1, 1)}, ("ends_on", "R-12.order")),
    ],
)
def test_what_follows_from_a_faulty_activity_is_not_told_again(read, planned, told):
    rows = [took_part(f"D{number}") for number in range(5)] + [took_part("D9", kind="")]
    upload = read(workbook(rows, activities=[{**ACTIVITY, **planned}]))
    assert codes(upload) == [(2, *told)]


def test_what_is_wrong_besides_a_faulty_activity_is_told(read):
    rows = [took_part("D1", on=date(2021, 1, 1)), took_part("D2", kind="training")]
    upload = read(workbook(rows, activities=[{**ACTIVITY, "ends_on": date(2019, 1, 1)}]))
    assert codes(upload) == [
        (2, "ends_on", "R-12.order"),
        (2, "happened_on", "R-02.too_late"),
        (3, "kind", "R-07.other"),
    ]


def test_activity_lasts_over_the_days_on_which_somebody_took_part(stored, read):
    stored(workbook([took_part("D1")]))
    upload = read(workbook([], activities=[{**ACTIVITY, "starts_on": date(2019, 3, 2)}]))
    assert codes(upload) == [(2, "starts_on", "R-12.attended")]


def test_activity_of_another_kind_is_told_once(stored, read):
    stored(workbook([took_part("D1")]))
    rows = [took_part("D2", kind=""), took_part("D3"), took_part("D4", kind="training")]
    upload = read(workbook(rows, activities=[{**ACTIVITY, "kind": "training"}]))
    assert codes(upload) == [(2, "kind", "kind_of_another_activity")]


def test_activity_that_is_nowhere_is_told_once_with_the_number_of_rows(read):
    rows = [took_part("D1"), took_part("D2", activity="FR2"), took_part("D3", activity="FR3")]
    rows += [took_part(f"D{number}", activity="FR2") for number in range(4, 9)]
    upload = read(workbook(rows))
    assert codes(upload) == [(3, "activity", "no_such_activity"), (4, "activity", "no_such_activity")]
    assert [(each["found"], each["expected"]) for each in errors_in(upload)] == [("FR2", 6), ("FR3", 1)]


def test_what_is_wrong_of_a_person_is_told_at_her_row(read):
    rows = [took_part("D1"), took_part("D2", born_on=2030, kind="", activity="FR9")]
    assert codes(read(workbook(rows))) == [(3, "activity", "no_such_activity"), (3, "born_on", "R-04.unborn")]


def test_usual_words_of_lists_are_understood(read, stored):
    stored(workbook([]))
    rows = [
        {"NISS": "", "Voornaam": "An", "Achternaam": "Jans", "Geboortedatum": "1990-01-02", "Genre": word}
        for word in ("Femme", "vrouw", "F", "V", "Homme", "Mann", "M", "X")
    ]
    rows = [took_part(f"D{number}", vulnerable="Oui", **row) for number, row in enumerate(rows)]
    upload = read(separated(rows), "liste.csv")
    assert (upload.result.get("headings"), errors_in(upload)) == (None, [])
    assert [each.sex for each in staged_rows(upload).persons] == ["female"] * 4 + ["male"] * 3 + ["other"]


def test_things_delivered_are_asked_for_too(read):
    days = (date(2018, 12, 31), date(2019, 4, 1), date(2099, 1, 1))
    outputs = [{"kind": "new_places", "name": "House", "happened_on": day} for day in days]
    outputs.append({"kind": "new_places", "name": "Flat", "happened_on": days[1], "quantity": 0})
    assert codes(read(workbook([], outputs=outputs))) == [
        (2, "happened_on", "R-02.too_early"),
        (4, "happened_on", "R-02.too_late"),
        (4, "happened_on", "R-03.to_come"),
        (5, "quantity", "R-13.nothing"),
    ]


def test_what_a_column_offers_is_told_by_its_sheet(read):
    outputs = [{"kind": "dancing", "name": "House", "happened_on": date(2019, 4, 1)}]
    activities = [ACTIVITY, {**ACTIVITY, "reference": "X", "kind": "dancing"}]
    upload = read(workbook([took_part("D1", kind="dancing")], activities, outputs))
    offered = {error["sheet"]: error["expected"] for error in errors_in(upload)}
    assert {sheet: keys[0] for sheet, keys in offered.items()} == {
        "participations": "procedure_assistance",
        "activities": "procedure_assistance",
        "outputs": "new_places",
    }
    assert "entry_test" in set(offered["participations"]) - set(offered["activities"])


def test_a_blank_kind_is_that_of_the_activity(stored):
    trained = {"reference": "T1", "kind": "training", "title": "Law", "starts_on": date(2019, 2, 1)}
    stored(workbook([], [trained]))
    upload = stored(workbook([took_part("D1", kind=""), took_part("D2", activity="T1", kind=None)]))
    assert upload.result["counts"]["repeated"] == 0
    assert list(Event.objects.order_by("pk").values_list("kind", flat=True)) == [
        EventKind.LANGUAGE_COURSE,
        EventKind.TRAINING,
    ]
    assert changes(stored(workbook([took_part("D1")]))) == {}


def test_a_list_of_ones_own_needs_no_kind_where_it_names_activities(stored, read):
    stored(workbook([]))
    row = took_part("D1")
    del row["kind"]
    assert errors_in(read(separated([row]), "own.csv")) == []
    upload = read(separated([row, {**row, "activity": ""}]), "own.csv")
    assert codes(upload) == [(3, "activity", "missing")]
    del row["activity"]
    assert codes(read(separated([row]), "own.csv")) == [(1, "kind", "no_heading")]


def test_a_number_in_another_spelling_is_the_same(read):
    rows = [took_part("D1", on=date(2019, 3, day), national_number=NUMBER) for day in (1, 2)]
    rows[1]["national_number"] = "BE85073003328"
    assert errors_in(read(workbook(rows))) == []


def test_only_the_rows_that_are_wrong_are_told(read):
    rows = [took_part("D1", on=date(2019, month, 1)) for month in range(1, 13)]
    rows += [took_part("D2", born_on=2019, on=day) for day in (date(2020, 5, 1), date(2019, 5, 1))]
    rows += [took_part("D3", standing="staff", on=date(2019, 5, 1))]
    assert codes(read(workbook(rows))) == [(2, "happened_on", "R-08.early"), (16, "kind", "R-09.staff")]


def test_what_is_in_the_register_counts(stored, read):
    trained = {"activity": "T1", "kind": "training", "hours": 2}
    activities = [ACTIVITY, {**ACTIVITY, "reference": "T1", "kind": "training", "ends_on": date(2019, 6, 30)}]
    stored(workbook([*ROWS, took_part("D2", **trained), took_part("D3", born_on=2018)], activities))
    asked = [
        at_level("D1", "A2", "exit_test", date(2019, 1, 31)),
        at_level("D1", "A2", "exit_test", date(2019, 2, 1)),
        {**at_level("D2", "yes", "uses_skills", date(2019, 9, 29)), "activity": "T1"},
        at_level("D2", "yes", "uses_skills", date(2019, 9, 30)),
        at_level("D1", "yes", "uses_skills", date(2019, 9, 30)),
        took_part("D3", on=date(2019, 7, 1), born_on=""),
    ]
    early, untrained = (4, "happened_on", "R-06.too_early"), (6, "kind", "R-06.no_training")
    assert codes(read(workbook(asked, []))) == [early, untrained]
    before = [at_level("D1", "A2", "exit_test", date(2019, 1, 31))]
    assert codes(read(workbook(before, []))) == [(2, "happened_on", "R-05.order")]


def test_tests_of_one_file_are_in_order(read):
    rows = [at_level("D1", "A1", on=date(2019, 5, 2)), at_level("D1", "A2", "exit_test", date(2019, 5, 1))]
    upload = read(workbook(rows))
    assert codes(upload) == [(2, "happened_on", "R-05.order"), (3, "happened_on", "R-05.order")]
    assert errors_in(upload)[0]["found"] == {"entry_day": "2019-05-02", "exit_day": "2019-05-01"}


def test_rules_that_stand_against_it_by_now_keep_it_out(read, filler, grant):
    upload = confirm_import(read(workbook(ROWS)), by=filler)
    end_grant(grant, ended_on=date(2019, 2, 15), by=grants.manager(grant.programme))
    upload = store_import(upload).upload
    assert (upload.state, upload.result) == (ImportState.REFUSED, {"refusal": {"code": "unlawful"}})
    assert not Event.objects.exists()


def test_rows_that_contradict_one_another(read):
    rows = [
        took_part("D1", **PERSON),
        took_part("D1", on=date(2019, 3, 2), surname="Nowak", sex="male"),
        took_part("D1"),
        took_part("D1", hours=5),
    ]
    upload = read(workbook(rows))
    assert codes(upload) == [
        (3, "surname", "differs_in_file"),
        (3, "sex", "differs_in_file"),
        (5, "happened_on", "twice"),
    ]
    assert errors_in(upload)[0]["found"] is None
    assert upload.result["counts"]["repeated"] == 1


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "cp1252")])
def test_separated_values_are_the_first_sheet(read, stored, delimiter, encoding):
    stored(workbook(ROWS))
    row = took_part("D4", on=date(2019, 5, 1), surname="Müller", given_names="Zoé", born_on="17/05/1990")
    upload = read(separated([row], delimiter, encoding), "register.csv")
    assert errors_in(upload) == []
    assert changes(upload) == {"participants_new": 1, "events_new": 1}


def test_headings_of_ones_own_are_explained_once(read, filler, grant, django_capture_on_commit_callbacks):
    rows = [{"Dossier": "D1", "Naam van school": "x", **took_part("")}]
    upload = read(workbook(rows))
    assert upload.state == ImportState.KEPT
    assert [each["words"] for each in upload.result["headings"]] == ["Dossier", "Naam van school"]
    mapped = map_columns(upload, {"Dossier": "local_reference", "Naam van school": ""}, by=filler)
    assert ColumnMapping.objects.filter(organisation=grant.beneficiary).count() == 2
    del rows[0]["local_reference"]
    raw = separated(rows)
    upload = read(raw, "register.csv")
    assert codes(upload) == [(2, "activity", "no_such_activity")]
    with django_capture_on_commit_callbacks(execute=True):
        assert read_file(mapped, form=the_register_form()).state == ImportState.READ
    with pytest.raises(NotWaiting):
        map_columns(upload, {"Dossier": "surname"}, by=filler)


def test_a_list_without_headings_offers_none_of_its_cells(read):
    upload = read(b"Kowalska;Anna\nNowak;Jan\n", "names.csv")
    assert {error["code"] for error in errors_in(upload)} == {"no_heading"}
    assert "kowalska" not in str(upload.result).casefold()


@pytest.mark.parametrize("raw", [b"", b"\x00\x01", b"PK\x03\x04torn"])
def test_what_is_no_file_is_not_kept(grant, filler, raw):
    with pytest.raises(NotAWorkbook):
        keep_file(grant, raw, name="x", by=filler)
    assert not RegisterImport.objects.exists()


def test_what_cannot_be_read_is_refused(read):
    upload = read(replaced(workbook(ROWS), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]))
    assert (upload.state, upload.result["refusal"]["code"]) == (ImportState.REFUSED, "not_a_workbook")
    assert list(folder().iterdir()) == []


def test_only_the_beneficiary_fills_it(grant, filler, read):
    with pytest.raises(Refused):
        keep_file(grant, workbook(ROWS), name="x", by=grants.manager(grant.programme))
    upload = read(workbook(ROWS))
    for action in (confirm_import, abandon_import):
        with pytest.raises(Refused):
            action(upload, by=person())


def test_each_step_is_taken_once(read, filler, stored):
    upload = stored(workbook(ROWS))
    assert read_file(upload, form=the_register_form()).state == ImportState.STORED
    assert store_import(upload).subjects == frozenset()
    with pytest.raises(NoSuchMove):
        abandon_import(upload, by=filler)
    assert Event.objects.count() == 3


def test_rows_that_were_changed_on_disk_are_not_stored(read, filler):
    upload = confirm_import(read(workbook(ROWS)), by=filler)
    (kept,) = folder().glob("*.rows")
    kept.write_bytes(kept.read_bytes() + b" ")
    upload = store_import(upload).upload
    assert (upload.state, upload.result) == (ImportState.REFUSED, {"refusal": {"code": "gone"}})
    assert not Event.objects.exists()


def test_a_register_that_was_erased_meanwhile_takes_no_file(grant, read, filler):
    upload = confirm_import(read(workbook(ROWS)), by=filler)
    Erasure.objects.create(grant=grant, due_on=date(2030, 1, 1))
    assert store_import(upload).upload.state == ImportState.REFUSED
    assert not Event.objects.exists()


def test_an_original_that_is_gone_is_refused(grant, filler):
    upload = keep_file(grant, workbook(ROWS), name="x", by=filler)
    next(folder().iterdir()).unlink()
    upload = read_file(upload, form=the_register_form())
    assert (upload.state, upload.result) == (ImportState.REFUSED, {"refusal": {"code": "gone"}})


def test_abandoned_and_old_files_are_forgotten(read, filler, django_capture_on_commit_callbacks):
    upload, old = read(workbook(ROWS)), read(workbook(ROWS))
    with django_capture_on_commit_callbacks(execute=True):
        upload = abandon_import(upload, by=filler)
    assert (upload.state, upload.result, upload.staged) == (ImportState.ABANDONED, {}, "")
    sent_on = timezone.localdate(old.sent_at)
    assert forget_old_files(on=sent_on + timedelta(weeks=2)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_old_files(on=sent_on + timedelta(weeks=2, days=1)) == 1
    old.refresh_from_db()
    assert (old.state, list(folder().iterdir())) == (ImportState.ABANDONED, [])


def test_what_a_killed_worker_left_is_swept_away(read, django_capture_on_commit_callbacks):
    read(workbook(ROWS))
    (folder() / "999.rows").write_bytes(b"left")
    with django_capture_on_commit_callbacks(execute=True):
        forget_old_files(on=timezone.localdate() + timedelta(weeks=2, days=1))
    assert list(folder().iterdir()) == []


def test_progress_is_seen_while_a_job_runs(read, monkeypatch, filler):
    seen, upload = [], confirm_import(read(workbook(ROWS)), by=filler)

    def looked_at(*said):
        tell_progress(*said)
        seen.append(progress_of(upload))

    monkeypatch.setattr("openamif.register.actions.store_import.tell_progress", looked_at)
    assert progress_of(upload).rows_done == 0
    store_import(upload)
    assert [(each.rows, each.rows_done) for each in seen] == [(3, 0), (3, 3)]


def test_a_worker_that_comes_late_refuses_nothing_that_was_read_meanwhile(read):
    upload = read(workbook(ROWS))
    late = RegisterImport.objects.get(pk=upload.pk)
    late.state = ImportState.KEPT
    assert refuse_file(late, NotAWorkbook("not_a_workbook")).state == ImportState.READ
    assert RegisterImport.objects.get(pk=upload.pk).result["counts"]["rows"] == 3
    assert staged_rows(upload).persons


def test_headings_that_were_explained_meanwhile_are_not_asked_for_again(grant, filler, monkeypatch):
    raw = b"Dossier;kind;happened_on;value\nD1;found_helpful;2019-03-01;yes\n"
    kept = keep_file(grant, raw, name="own.csv", by=filler)
    upload = read_file(kept, form=the_register_form())
    assert [each["words"] for each in upload.result["headings"]] == ["Dossier"]

    def answered(raw, form, **said):
        map_columns(upload, {"Dossier": "local_reference"}, by=filler)
        return read_any(raw, form, **said)

    monkeypatch.setattr("openamif.register.actions.read_file.read_any", answered)
    assert "headings" not in read_file(kept, form=the_register_form()).result


def test_what_is_being_worked_on_is_not_begun_again(grant, filler):
    kept = keep_file(grant, workbook(ROWS), name="register.xlsx", by=filler)
    with pytest.raises(NotWaiting):
        restart_import(kept, by=filler)


def test_a_file_is_stored_with_its_figures_or_not_at_all(read, filler, monkeypatch):
    upload = confirm_import(read(workbook(ROWS)), by=filler)

    def killed(*_said, **_more):
        raise KeyboardInterrupt

    with monkeypatch.context() as worker:
        worker.setattr(jobs, "follow_register", killed)
        with pytest.raises(KeyboardInterrupt):
            jobs.store_register_file.func(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, Event.objects.count()) == (ImportState.CONFIRMED, 0)
    jobs.store_register_file.func(upload.pk)
    assert Event.objects.count() == 3


def test_who_she_is_may_be_said_in_a_later_row(read):
    later = took_part("D1", date(2019, 3, 2), national_number=NUMBER)
    first, other = staged_rows(
        read(workbook([took_part("D1"), later, took_part("D9", national_number=NUMBER)]))
    ).persons
    assert first.number
    assert first.number == other.number
