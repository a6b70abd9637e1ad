"""Grants by workbook: all or nothing, the same file twice changes nothing, an edited one exactly what was edited."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openamif.grants.actions.change_grant import change_grant
from openamif.grants.actions.fix_report_days import fix_report_days
from openamif.grants.actions.import_grants import NotImportable, PlanChangedMeanwhile, import_grants
from openamif.grants.facts import content_of
from openamif.grants.models import Grant, ReportDue
from openamif.grants.queries import grants_with_content, plan_import
from openamif.people.models import Organisation
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.record.queries import chain_state, trail_of
from openamif.reports.models import ProgressReport
from openamif.web.authority.grants.workbook import grant_form
from openamif.workbooks import Reading, read
from tests.factories import grants, programmes
from tests.factories.people import organisation, person
from tests.grants.workbooks import filled, row

pytestmark = pytest.mark.django_db
DAY = date(2021, 3, 1)
SECONDS = 6
QUERIES = 40


@pytest.fixture
def programme():
    return programmes.programme()


@pytest.fixture
def officer(programme):
    return grants.manager(programme)


@pytest.fixture
def body():
    return organisation("House of the Four Winds", kind="ngo")


def reading(programme, **sheets) -> Reading:
    form = grant_form(programme)
    return read(filled(form, **sheets), form)


def codes(found: Reading) -> list[tuple[str, int, str, str]]:
    return [(error.sheet, error.row, error.key, error.code) for error in found.errors]


def test_everything_goes_in_with_its_trail(programme, officer, body):
    sheets = {
        "grants": [row(1), row(2, signed_on=None), row(3, ended_on=date(2020, 12, 31))],
        "partners": [{"reference": "BE/2019/PR/0001", "organisation": "New partner"}],
        "targets": [{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 250}],
        "organisations": [{"name": "New partner", "kind": "ngo", "country": "BE", "enterprise_number": "0123456749"}],
    }
    plan = import_grants(programme, reading(programme, **sheets), by=officer, on=DAY)
    assert (len(plan.new), len(plan.changed), plan.unchanged, len(plan.new_organisations)) == (3, 0, 0, 1)
    assert dict(Grant.objects.values_list("reference", "state")) == {
        "BE/2019/PR/0001": "signed",
        "BE/2019/PR/0002": "draft",
        "BE/2019/PR/0003": "ended",
    }
    grant = Grant.objects.get(reference="BE/2019/PR/0001")
    assert [str(partner) for partner in grant.partners.all()] == ["New partner"]
    assert [(target.indicator, target.target) for target in grant.targets.all()] == [("SO2.C2", Decimal(250))]
    assert {line.category: line.amount for line in grant.budget_lines.all()} == {"staff": 150000, "indirect": 50000}
    assert ReportDue.objects.filter(grant=grant).count() == 2
    assert [(each.event, each.to_state) for each in trail_of(grant)] == [("grant_imported", "signed")]
    assert chain_state().holds


def test_same_file_again_changes_nothing(programme, officer, body):
    sheets = {
        "grants": [row(1), row(2)],
        "targets": [{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 2}],
    }
    import_grants(programme, reading(programme, **sheets), by=officer, on=DAY)
    events = Trail.objects.count()
    plan = import_grants(programme, reading(programme, **sheets), by=officer, on=DAY)
    assert (len(plan.new), len(plan.changed), plan.unchanged) == (0, 0, 2)
    assert not plan.changes_anything
    assert Trail.objects.count() == events


def test_edited_file_updates_exactly_what_changed(programme, officer, body):
    import_grants(programme, reading(programme, grants=[row(1), row(2), row(3)]), by=officer, on=DAY)
    edited = [row(1), row(2, title="New title", ended_on=date(2020, 12, 31)), row(3), row(4)]
    plan = import_grants(programme, reading(programme, grants=edited), by=officer, on=DAY)
    assert (len(plan.new), len(plan.changed), plan.unchanged) == (1, 1, 2)
    assert plan.changed[0].changes == (
        ("title", "Grant 2", "New title"),
        ("ended_on", None, date(2020, 12, 31)),
    )
    changed = Grant.objects.get(reference="BE/2019/PR/0002")
    event = trail_of(changed)[0]
    assert (changed.state, changed.revision, event.event) == ("ended", 2, "changed")
    assert (event.from_state, event.to_state) == ("signed", "ended")
    assert Grant.objects.get(reference="BE/2019/PR/0001").revision == 1


def test_one_error_keeps_everything_out(programme, officer, body):
    found = reading(programme, grants=[row(1), row(2, union_amount=Decimal(180000))])
    with pytest.raises(NotImportable) as refusal:
        import_grants(programme, found, by=officer, on=DAY)
    assert [(number, finding.rule) for number, _reference, finding in refusal.value.plan.errors] == [(3, "G-07")]
    assert not Grant.objects.exists()
    assert not Trail.objects.filter(event="grant_imported").exists()


def test_errors_in_cells_say_where(programme, body):
    found = reading(
        programme,
        grants=[row(1, beneficiary="Nobody"), row(2, ends_on=date(2018, 1, 1)), row(3, signed_on=None, ended_on=DAY)],
        partners=[{"reference": "BE/2019/PR/9999", "organisation": body.name}],
        targets=[{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 1}] * 2,
        organisations=[
            {"name": "A", "kind": "ngo", "country": "BE", "enterprise_number": "0123456748"},
            {"name": body.name, "kind": "company", "country": "BE"},
            {"name": "B", "kind": "ngo", "country": "BE", "enterprise_number": "0123456749"},
            {"name": "C", "kind": "ngo", "country": "BE", "enterprise_number": "0123456749"},
        ],
    )
    plan_import(programme, found, on=DAY)
    assert sorted(codes(found)) == sorted(
        [
            ("Grants", 2, "beneficiary", "no_such_organisation"),
            ("Grants", 3, "ends_on", "ends_before_start"),
            ("Grants", 4, "signed_on", "missing"),
            ("Partners", 2, "reference", "not_in_sheet"),
            ("Targets", 3, "indicator", "twice"),
            ("Organisations", 2, "enterprise_number", "check_digits"),
            ("Organisations", 3, "kind", "differs"),
            ("Organisations", 5, "enterprise_number", "number_of_another"),
        ]
    )


def test_a_state_does_not_go_back(programme, officer, body):
    import_grants(programme, reading(programme, grants=[row(1)]), by=officer, on=DAY)
    found = reading(programme, grants=[row(1, signed_on=None)])
    with pytest.raises(NotImportable):
        import_grants(programme, found, by=officer, on=DAY)
    assert codes(found) == [("Grants", 2, "signed_on", "goes_back")]


def test_numbers_of_a_known_organisation_are_filled_in(programme, officer, body):
    said = {"name": body.name, "kind": "ngo", "country": "BE", "enterprise_number": "0123.456.749"}
    plan = import_grants(programme, reading(programme, grants=[row(1)], organisations=[said]), by=officer, on=DAY)
    assert [each.pk for each in plan.filled_organisations] == [body.pk]
    assert Organisation.objects.get(pk=body.pk).enterprise_number == "0123456749"
    again = import_grants(programme, reading(programme, grants=[row(1)], organisations=[said]), by=officer, on=DAY)
    assert not again.changes_anything


FURTHER = {
    "grants": [row(1, contact_name="Ada Lead", contact_email="ada@example.org", is_state_aid="yes", aid_body="A body",
                   is_vat_recoverable="no", public_amount=Decimal(150000), location="BE211")],
    "targets": [{"reference": "BE/2019/PR/0001", "indicator": "SO2.C2", "target": 250, "female": 130}],
    "work_packages": [{"reference": "BE/2019/PR/0001", "number": 1, "title": "Courses"}],
    "contracts": [{"reference": "BE/2019/PR/0001", "contract": "C-1", "contract_name": "Rooms", "party": "Halls",
                   "signed_on": date(2019, 2, 1), "amount": Decimal(60000), "level": "subcontract"}],
    "amendments": [{"reference": "BE/2019/PR/0001", "number": 1, "signed_on": DAY, "what": "Half a year longer"}],
    "owners": [{"reference": "BE/2019/PR/0001", "surname": "Owner", "given_names": "Olga",
                "born_on": date(1960, 5, 4)}],
}  # fmt: skip


def test_what_annex_xvii_asks_goes_in_and_the_trail_names_no_owner(programme, officer, body):
    import_grants(programme, reading(programme, **FURTHER), by=officer, on=DAY)
    grant = Grant.objects.get()
    own = grant.particulars
    assert (own.contact_name, own.is_state_aid, own.is_vat_recoverable) == ("Ada Lead", True, False)
    assert (grant.location, own.public_amount, own.currency) == ("BE211", Decimal(150000), "EUR")
    assert [(each.number, each.title) for each in grant.work_packages.all()] == [(1, "Courses")]
    assert [(each.reference, each.level, each.amount) for each in grant.contracts.all()] == [
        ("C-1", "subcontract", Decimal(60000))
    ]
    assert grant.amendments.get().what == "Half a year longer"
    assert (grant.targets.get().female, grant.targets.get().male) == (Decimal(130), None)
    assert grant.owners.get().surname == "Owner"
    assert [each.event for each in trail_of(grant)] == ["owners_named", "grant_imported"]
    assert not any("Olga" in str(each.details) or "1960" in str(each.details) for each in Trail.objects.all())
    again = import_grants(programme, reading(programme, **FURTHER), by=officer, on=DAY)
    assert not again.changes_anything


def test_what_the_workbook_has_no_column_or_sheet_for_is_left_alone(programme, officer, body):
    import_grants(programme, reading(programme, **FURTHER), by=officer, on=DAY)
    form = grant_form(programme)
    narrow = ("contact_name", "aid_body", "is_state_aid", "staff")
    columns = tuple(each for each in form.sheets[0].columns if each.key not in narrow)
    old = replace(form, sheets=(replace(form.sheets[0], columns=columns), form.sheets[-1]))
    raw = filled(old, grants=[{**FURTHER["grants"][0], "title": "New title"}])
    plan = import_grants(programme, read(raw, grant_form(programme)), by=officer, on=DAY)
    assert [each.changes for each in plan.changed] == [(("title", "Grant 1", "New title"),)]
    assert Grant.objects.get().contracts.count() == Grant.objects.get().owners.count() == 1


def test_template_filled_with_what_is_here_changes_exactly_what_is_edited(programme, officer, body):
    import_grants(programme, reading(programme, **FURTHER), by=officer, on=DAY)
    grants.signed(programme, by=officer)
    here = list(grants_with_content(programme))
    form = grant_form(programme, here)
    plan = import_grants(programme, read(filled(form), form), by=officer, on=DAY)
    assert (plan.unchanged, plan.changes_anything) == (2, False)
    rows = [{**each} for each in form.sheets[0].examples]
    rows[0]["contact_phone"] = "+32 2 000 00 00"
    contracts = [{**each, "amount": Decimal(61000)} for each in FURTHER["contracts"]]
    plan = import_grants(programme, read(filled(form, grants=rows, contracts=contracts), form), by=officer, on=DAY)
    ((changed,),) = ([each.changes for each in plan.changed],)
    assert [place for place, _before, _after in changed] == ["contact_phone", "contracts.C-1"]
    assert Grant.objects.get(reference="BE/2019/PR/0001").owners.count() == 1


def test_a_column_that_was_deleted_leaves_alone_what_is_here(programme, officer, body):
    ended = {"grants": [{**FURTHER["grants"][0], "ended_on": date(2020, 12, 31)}]}
    import_grants(programme, reading(programme, **FURTHER | ended), by=officer, on=DAY)
    form = grant_form(programme, list(grants_with_content(programme)))
    gone = {"grants": ("signed_on", "is_state_aid"), "targets": ("female", "male"), "contracts": ("level",)}
    sheets = (
        replace(sheet, columns=tuple(each for each in sheet.columns if each.key not in gone.get(sheet.key, ())))
        for sheet in form.sheets
    )
    found = read(filled(replace(form, sheets=tuple(sheets))), grant_form(programme))
    plan = import_grants(programme, found, by=officer, on=DAY)
    assert (found.errors, plan.changed, plan.unchanged) == ([], [], 1)


def test_confirming_does_what_was_shown_or_nothing(programme, officer, body):
    import_grants(programme, reading(programme, grants=[row(1)]), by=officer, on=DAY)
    edited = [row(1, summary="Edited in the file")]
    seen = plan_import(programme, reading(programme, grants=edited), on=DAY).as_seen
    assert seen == plan_import(programme, reading(programme, grants=edited), on=DAY).as_seen
    grant = Grant.objects.get()
    change_grant(grant, replace(content_of(grant), title="Edited by a colleague"), revision=1, by=officer, on=DAY)
    with pytest.raises(PlanChangedMeanwhile):
        import_grants(programme, reading(programme, grants=edited), seen=seen, by=officer, on=DAY)
    assert (Grant.objects.get().title, Grant.objects.get().summary) == ("Edited by a colleague", "")


OWNER = {"reference": "BE/2019/PR/0001", "surname": "Owner"}


@pytest.mark.parametrize(
    ("sheets", "errors"),
    [
        ({"grants": [row(1, contact_email="nobody")]}, [("Grants", 2, "contact_email", "not_an_address")]),
        ({"grants": [row(1, aid_body="A body")]}, [("Grants", 2, "aid_body", "no_aid")]),
        (
            {
                "grants": [row(1)],
                "partners": [{"reference": row(1)["reference"], "organisation": row(1)["beneficiary"]}],
            },
            [("Partners", 2, "organisation", "own_partner")],
        ),
        ({"grants": [row(1, currency="XXX")]}, [("Grants", 2, "currency", "not_offered")]),
        (
            {"grants": [row(1, ends_on=date(2018, 1, 1), union_amount=200001, contact_email="nobody")]},
            [
                ("Grants", 2, "ends_on", "ends_before_start"),
                ("Grants", 2, "union_amount", "above_cost"),
                ("Grants", 2, "contact_email", "not_an_address"),
            ],
        ),
        ({"grants": [row(1, report_months=0)]}, [("Grants", 2, "report_months", "out_of_range")]),
        ({"grants": [row(1, report_days=10**9)]}, [("Grants", 2, "report_days", "out_of_range")]),
        ({"grants": [row(1, signed_on=date(2021, 3, 2))]}, [("Grants", 2, "signed_on", "still_to_come")]),
        ({"grants": [row(1, applied_on=date(2021, 3, 2))]}, [("Grants", 2, "applied_on", "still_to_come")]),
        ({"grants": [row(1, ended_on=date(2021, 3, 2))]}, [("Grants", 2, "ended_on", "still_to_come")]),
        (
            {"grants": [row(1)], "owners": [{**OWNER, "born_on": date(2021, 3, 2)}]},
            [("Beneficial owners", 2, "born_on", "still_to_come")],
        ),
        ({"grants": [row(1, location="BE9")]}, [("Grants", 2, "location", "not_offered")]),
        (
            {"grants": [row(1)], "owners": [{"reference": "BE/2019/PR/0001", "surname": "Owner"}]},
            [("Beneficial owners", 2, "surname", "owner_incomplete")],
        ),
        (
            {"grants": [row(1)], "work_packages": FURTHER["work_packages"] * 2},
            [("Work packages", 3, "number", "twice")],
        ),
    ],
)
def test_errors_in_what_annex_xvii_asks_say_where(programme, body, sheets, errors):
    found = reading(programme, **sheets)
    plan_import(programme, found, on=DAY)
    assert codes(found) == errors


def test_only_the_responsible_authority_imports(programme, body):
    with pytest.raises(Refused):
        import_grants(
            programme,
            reading(programme, grants=[row(1)]),
            by=person(RoleKind.DELEGATED_AUTHORITY, scope=programme.scope),
            on=DAY,
        )


def test_five_hundred_grants_go_in_at_once_and_quickly(programme, officer, body):
    references = [f"BE/2019/PR/{number:04d}" for number in range(1, 501)]
    found = reading(
        programme,
        grants=[row(number) for number in range(1, 501)],
        partners=[{"reference": each, "organisation": "P"} for each in references],
        targets=[{"reference": each, "indicator": "SO2.C2", "target": 5} for each in references],
        organisations=[{"name": "P", "kind": "ngo", "country": "BE"}],
        work_packages=[{"reference": each, "number": 1, "title": "All of it"} for each in references],
        contracts=[{**FURTHER["contracts"][0], "reference": each} for each in references],
        owners=[{**FURTHER["owners"][0], "reference": each} for each in references],
    )
    started = process_time()
    with CaptureQueriesContext(connection) as queries:
        plan = import_grants(programme, found, by=officer, on=DAY)
    assert len(plan.new) == Grant.objects.count() == 500
    assert process_time() - started < SECONDS
    inserts = [each for each in queries if each["sql"].startswith(("SELECT", "UPDATE", "DELETE"))]
    assert len(inserts) < QUERIES


def shortened(programme, officer, references) -> int:
    """Of each grant the first report was sent, the second begun, and the rest is owed no more: the cost in queries."""
    half_yearly = [row(each, report_months=6) for each in references]
    import_grants(programme, reading(programme, grants=half_yearly), by=officer, on=DAY)
    for grant in Grant.objects.filter(progress_reports=None):
        sent, begun, *_later = grant.reports_due.order_by("number")
        fix_report_days(sent)
        ProgressReport.objects.create(grant=grant, due=begun)
    found = reading(programme, grants=[each | {"ends_on": date(2019, 6, 1)} for each in half_yearly])
    with CaptureQueriesContext(connection) as queries:
        import_grants(programme, found, by=officer, on=DAY)
    return len(queries)


def test_calendars_change_at_the_same_cost_however_many(programme, officer, body):
    assert shortened(programme, officer, [1]) == shortened(programme, officer, [2, 3, 4])
    for grant in Grant.objects.all():
        assert [(due.number, due.ends_on) for due in grant.reports_due.order_by("number")] == [
            (1, date(2019, 6, 30)),
            (2, date(2019, 12, 31)),
        ]


def test_an_owner_is_of_the_beneficiary_a_partner_or_the_party_of_a_contract(programme, officer, body):
    of = {"reference": "BE/2019/PR/0001"}
    bodies = [{"name": "New partner", "kind": "ngo", "country": "BE"}]
    sheets = {"grants": [row(1)], "organisations": bodies, "partners": [{**of, "organisation": "New partner"}]}
    owners = [{**of, "register_reference": "UBO-1"}, {**of, "register_reference": "UBO-2", "partner": "new partner"}]
    import_grants(programme, reading(programme, **sheets, owners=owners), by=officer, on=DAY)
    assert [(each.partner, each.register_reference) for each in Grant.objects.get().owners.all()] == [
        ("", "UBO-1"), ("New partner", "UBO-2"),
    ]  # fmt: skip
    assert not import_grants(
        programme, reading(programme, **sheets, owners=owners), by=officer, on=DAY
    ).changes_anything
    owners = [{**owners[1], "partner": body.name}, {**owners[1], "contract": "C-1"}]
    found = reading(programme, **sheets, owners=owners)
    plan_import(programme, found, on=DAY)
    assert codes(found) == [
        ("Beneficial owners", 2, "partner", "no_partner"), ("Beneficial owners", 3, "partner", "of_one_body"),
        ("Beneficial owners", 3, "contract", "no_contract"),
    ]  # fmt: skip
