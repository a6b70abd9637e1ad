"""An officer's queue of progress reports, a report as she examines it, and her decisions."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from openamif.grants.models import GrantRight
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_correction import begin_correction
from openamif.reports.actions.correct_value import correct_value
from openamif.reports.actions.declare_value import Declaration, declare_value
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.return_report import return_report
from openamif.reports.actions.submit_report import submit_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport
from openamif.reports.states import Origin
from openamif.web.authority.reports.section import calendar
from openamif.web.declaring import listed_for_grant
from tests.factories import grants, register, reports
from tests.factories.people import person, role
from tests.programmes.bare import bare_programme

LIST_QUERIES = 14
PAGE_QUERIES = 50


@pytest.fixture
def programme(db):
    return bare_programme()


@pytest.fixture
def made(programme):
    return reports.cast(programme, title="Language and city")


@pytest.fixture
def officer(made, client):
    client.force_login(made.officer)
    return client


def at(name: str, *args: object) -> str:
    return reverse(f"authority:{name}", args=args)


def told(page) -> list[str]:
    return [str(message) for message in get_messages(page.wsgi_request)]


# The queue.


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_queue_shows_what_is_owed_and_how_far_it_is(made, officer, language):
    Person.objects.filter(pk=made.officer.pk).update(language=language)
    report = reports.submitted(made)
    words = officer.get(at("reports", made.grant.programme_id)).content.decode()
    assert made.grant.reference in words
    assert at("report", report.pk) in words


def test_a_draft_is_told_and_not_opened(made, officer):
    report = reports.begun(made)
    assert at("report", report.pk) not in officer.get(at("reports", made.grant.programme_id)).content.decode()
    assert officer.get(at("report", report.pk)).status_code == 404


def test_while_a_correction_is_written_the_queue_leads_to_what_came_in(made, officer):
    report = reports.accepted(made)
    begin_correction(report, reason="Counted twice.", by=made.signer)
    assert at("report", report.pk) in officer.get(at("reports", made.grant.programme_id)).content.decode()
    assert "In preparation" in officer.get(at("report", report.pk)).content.decode()


def test_while_a_correction_is_written_the_calendar_leads_to_what_came_in_and_nothing_failed(made):
    report = reports.accepted(made)
    begin_correction(report, reason="Counted twice.", by=made.signer)
    entry = calendar(made.grant, date(2022, 1, 1))[0]
    assert (entry.url, entry.state) == (at("report", report.pk), "current")


@pytest.mark.parametrize("stage", ["", "submitted", "overdue", "coming", "examined", "nonsense"])
def test_stages_and_words_stand_in_the_address(made, officer, stage):
    reports.submitted(made)
    page = officer.get(at("reports", made.grant.programme_id), {"stage": stage, "q": "nowhere", "page": "99"})
    assert page.status_code == 200
    assert made.grant.reference not in page.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_costs_the_same_however_long(programme, client, number, django_assert_num_queries):
    casts = [reports.cast(programme) for _ in range(number)]
    for each in casts:
        reports.submitted(each)
    client.force_login(casts[0].officer)
    client.get(at("reports", programme.pk))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(at("reports", programme.pk))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_seen_is_taken_away(made, officer, form):
    reports.submitted(made)
    file = officer.get(at("reports_export", made.grant.programme_id, form), {"stage": "submitted"})
    assert file.status_code == 200
    assert f".{form}" in file.headers["Content-Disposition"]
    if form == "csv":
        assert made.grant.reference in file.content.decode("utf-8-sig")
    assert officer.get(at("reports_export", made.grant.programme_id, "doc")).status_code == 404


def test_one_programme_leads_straight_to_its_queue(made, officer):
    assert officer.get(at("all_reports")).headers["Location"] == at("reports", made.grant.programme_id)


def test_of_several_programmes_each_tells_what_waits(made, officer):
    reports.submitted(made)
    other = reports.cast(bare_programme(country="LU"), reference="LU/2019/PR/0001")
    role(made.officer, RoleKind.RESPONSIBLE_AUTHORITY, scope=other.grant.programme.scope)
    page = officer.get(at("all_reports"))
    told = {each["title"].url: (each["submitted"], each["examined"]) for each in page.context["rows"]}
    assert told == {
        at("reports", made.grant.programme_id): (1, 0),
        at("reports", other.grant.programme_id): (0, 0),
    }


# A report.


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_a_report_as_an_officer_examines_it(made, officer, language):
    Person.objects.filter(pk=made.officer.pk).update(language=language)
    report = reports.submitted(made)
    words = officer.get(at("report", report.pk)).content.decode()
    for said in (
        "About summary.",
        report.digest,
        "SO2.C2",
        at("report_examine", report.pk),
        at("report_ask", report.pk),
    ):
        assert said in words


def test_a_report_is_read_in_a_bounded_number_of_queries(made, officer, django_assert_max_num_queries):
    report = reports.submitted(made)
    officer.get(at("report", report.pk))
    with django_assert_max_num_queries(PAGE_QUERIES):
        officer.get(at("report", report.pk))


def test_after_a_return_she_sees_what_changed(made, officer):
    report = return_report(reports.submitted(made), reason="More.", by=made.second)
    write_text(report, "summary", "About autumn.", revision=1, by=made.editor)
    submit_report(report, by=made.signer, on=reports.DAY)
    words = officer.get(at("report", report.pk)).content.decode()
    assert "Changed since it was sent before" in words
    assert words.count("Changed since it was sent before") == 1


def test_who_only_reads_decides_nothing(made, client):
    report = reports.submitted(made)
    client.force_login(person(RoleKind.AUDIT_AUTHORITY, scope=made.grant.programme.scope))
    words = client.get(at("report", report.pk)).content.decode()
    assert at("report_examine", report.pk) not in words
    for name in ("report_return", "report_ask"):
        assert client.get(at(name, report.pk)).status_code == 403
    client.post(at("report_examine", report.pk), {"seen": report.revision})
    assert ProgressReport.objects.get().state == "submitted"


# Decisions.


def test_one_examines_and_another_accepts(made, officer):
    report = reports.submitted(made)
    officer.post(at("report_examine", report.pk), {"seen": report.revision})
    report.refresh_from_db()
    assert report.state == "examined"
    words = officer.get(at("report", report.pk)).content.decode()
    assert "Four eyes" in words
    refused = officer.post(at("report_accept", report.pk), {"seen": report.revision})
    assert "Four eyes" in told(refused)[0]
    officer.force_login(made.second)
    officer.post(at("report_accept", report.pk), {"seen": report.revision})
    report.refresh_from_db()
    assert (report.state, report.accepted_by) == ("accepted", made.second)


def test_who_signed_for_the_beneficiary_is_told_that_others_decide(made, client):
    role(made.signer, RoleKind.RESPONSIBLE_AUTHORITY, scope=made.grant.programme.scope)
    report = reports.submitted(made)
    client.force_login(Person.objects.get(pk=made.signer.pk))
    assert "You signed this report for its beneficiary" in client.get(at("report", report.pk)).content.decode()
    assert client.get(at("report_value", report.values.get().pk)).status_code == 403
    client.post(at("report_examine", report.pk), {"seen": report.revision})
    assert ProgressReport.objects.get().state == "submitted"


def test_of_two_officers_the_second_is_told(made, officer):
    report = reports.examined(made)
    third = reports.grants.manager(made.grant.programme)
    officer.force_login(third)
    seen = officer.get(at("report", report.pk)).context["report"].revision
    accept_report(report, by=made.second)
    late = officer.post(at("report_accept", report.pk), {"seen": seen})
    assert late.headers["Location"] == at("report", report.pk)
    assert "quicker" in told(late)[0]
    report.refresh_from_db()
    assert report.accepted_by == made.second


def test_a_decision_is_about_what_she_saw(made, officer):
    report = reports.submitted(made)
    correct_value(report.values.get(), corrected=Decimal(7), reason="Three twice.", by=made.second)
    late = officer.post(at("report_examine", report.pk), {"seen": report.revision})
    assert "changed something" in told(late)[0]
    assert ProgressReport.objects.get().state == "submitted"


def test_a_declared_value_put_right_says_with_which_report(made, officer):
    declare_value(made.grant, Declaration("SO2.C2", date(2019, 10, 1), Decimal(100), note="Lists."), by=made.officer)
    report = reports.submitted(made)
    correct = at("report_value", report.values.get().pk)
    assert "figures of the programme follow" in officer.get(correct).content.decode()
    correct_value(report.values.get(), corrected=Decimal(80), reason="Twenty twice.", by=made.second)
    examined = examine_report(ProgressReport.objects.get(pk=report.pk), by=made.second)
    accept_report(examined, by=grants.manager(made.grant.programme))
    listed = listed_for_grant(made.grant)["rows"]
    assert [each["note"] for each in listed] == [
        "Progress report 1, put right by the authority: Twenty twice.",
        "Lists.",
    ]
    told = [each.text for each in officer.get(at("grant", made.grant.pk)).context["entries"]]
    assert told[:2] == ["SO2.C2: 80", "SO2.C2: 100"]


def test_every_correction_stays_to_be_read_with_its_values(made, officer):
    report = reports.submitted(made)
    for number, reason in ((9, "Three twice."), (7, "Two more twice.")):
        correct_value(report.values.get(), corrected=Decimal(number), reason=reason, by=made.second)
    report.refresh_from_db()
    again = reports.submitted(made, return_report(report, reason="Count again.", by=made.officer))
    told = [each.text for each in officer.get(at("report", again.pk)).context["entries"]]
    assert {"SO2.C2: 0 → 9. Three twice.", "SO2.C2: 9 → 7. Two more twice."} <= set(told)


@pytest.mark.parametrize(("name", "said"), [("report_return", "reason"), ("report_ask", "question")])
def test_a_return_and_a_question_say_why(made, officer, name, said):
    report = reports.submitted(made)
    page = officer.get(at(name, report.pk))
    initial = {bound.name: bound.value() for bound in page.context["form"] if bound.value() is not None}
    assert officer.post(at(name, report.pk), initial | {said: " "}).status_code == 422
    assert officer.post(at(name, report.pk), initial | {said: "Which groups?"}).status_code == 302
    assert ProgressReport.objects.get().state == {"reason": "returned", "question": "clarification"}[said]
    assert "Which groups?" in officer.get(at("report", report.pk)).content.decode()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report_return", {"reason": "Which groups?"}),
        ("report_ask", {"question": "Which groups?", "answer_by_on": "2099-01-01"}),
        ("report_value", {"corrected": "8", "reason": "Which groups?"}),
    ],
)
def test_who_decides_second_keeps_what_she_wrote(made, officer, name, said):
    report = reports.submitted(made)
    correct_value(report.values.get(), corrected=Decimal(7), reason="Three twice.", by=made.second)
    address = at(name, report.values.get().pk if name == "report_value" else report.pk)
    late = officer.post(address, said | {"seen": report.revision})
    words = late.content.decode()
    assert late.status_code == 422
    assert "changed something" in words
    assert "Which groups?" in words
    assert ProgressReport.objects.get().state == "submitted"
    again = {bound.name: bound.value() for bound in late.context["form"]}
    assert officer.post(address, again).status_code == 302


def test_who_decides_after_the_end_keeps_what_she_wrote(made, officer):
    report = reports.examined(made)
    value = report.values.get()
    accept_report(report, by=made.second)
    forms = {
        at("report_return", report.pk): {"reason": "Which groups?", "seen": report.revision},
        at("report_ask", report.pk): {"question": "Which groups?", "answer_by_on": "2099-01-01", "seen": 1},
        at("report_value", value.pk): {"corrected": "7", "reason": "Which groups?", "seen": report.revision},
    }
    for address, said in forms.items():
        late = officer.post(address, said)
        assert late.status_code == 422
        assert "quicker" in late.content.decode()
        assert "Which groups?" in late.content.decode()
        opened = officer.get(address)
        assert opened.headers["Location"] == at("report", report.pk)
        assert "quicker" in told(opened)[-1]


def test_an_answer_is_not_expected_yesterday(made, officer):
    report = reports.submitted(made)
    said = {"question": "Why?", "answer_by_on": "2020-01-01", "seen": report.revision}
    assert officer.post(at("report_ask", report.pk), said).status_code == 422


def test_a_value_opens_to_what_counts_unless_it_was_declared(made, officer):
    report = reports.submitted(made)
    value = report.values.get()
    report.values.update(origin=Origin.REGISTER)
    opens = at("situation_contributions", made.grant.programme_id, value.indicator, made.grant.pk)
    assert opens in officer.get(at("report_value", value.pk)).content.decode()
    examine_report(report, by=made.officer)
    accept_report(report, by=made.second)
    assert opens in officer.get(at("report", report.pk)).content.decode()
    report.values.update(origin=Origin.DECLARED)
    assert opens not in officer.get(at("report", report.pk)).content.decode()


def test_a_value_is_put_right_beside_what_was_reported(made, officer):
    report = reports.submitted(made)
    value = report.values.get()
    address = at("report_value", value.pk)
    assert address in officer.get(at("report", report.pk)).content.decode()
    seen = {"seen": report.revision}
    for wrong in ({"corrected": "7", "reason": ""}, {"corrected": str(value.value), "reason": "Same."},
                  {"corrected": "-1", "reason": "Less."}, {"corrected": "9" * 13, "reason": "More."}):  # fmt: skip
        assert officer.post(address, seen | wrong).status_code == 422
    assert officer.post(address, seen | {"corrected": "7", "reason": "Three twice."}).status_code == 302
    words = officer.get(at("report", report.pk)).content.decode()
    assert "Three twice." in words
    assert "<del>" in words


def test_an_accepted_report_is_sent_back_for_a_correction(made, officer):
    report = reports.accepted(made)
    said = {"reason": "A course was forgotten.", "seen": report.revision}
    assert officer.post(at("report_correct", report.pk), said).status_code == 302
    assert ProgressReport.objects.filter(version=2, corrects=report).exists()
    late = officer.post(at("report_correct", report.pk), said)
    assert late.status_code == 422
    assert "A course was forgotten." in late.content.decode()
    assert "begun already" in told(officer.get(at("report_correct", report.pk)))[-1]


def test_files_and_receipts(made, officer):
    sent = reports.submitted(made).submissions.get()
    assert officer.get(at("report_receipt", sent.pk, "pdf")).content.startswith(b"%PDF-")
    officer.force_login(person(RoleKind.RESPONSIBLE_AUTHORITY))
    assert officer.get(at("report_receipt", sent.pk, "pdf")).status_code == 404


# The page of the grant.


def test_the_grants_page_leads_to_its_reports_and_gives_the_right_to_sign(made, officer):
    report = reports.submitted(made)
    words = officer.get(at("grant", made.grant.pk)).content.decode()
    assert at("report", report.pk) in words
    officer.post(at("grant_rights", made.grant.pk), {"person": made.editor.pk, "right": "sign"})
    assert GrantRight.objects.get(person=made.editor).right == "sign"
    for said in ({"person": made.officer.pk, "right": "sign"}, {"person": made.editor.pk, "right": "own"}, {}):
        assert "nobody" in told(officer.post(at("grant_rights", made.grant.pk), said))[-1]


# Computed again.


def test_values_computed_again_are_what_was_frozen(made, officer):
    report = reports.submitted(made)
    page = officer.get(at("report_proof", report.pk))
    assert at("report_proof", report.pk) in officer.get(at("report", report.pk)).content.decode()
    assert {str(row["state"].label) for row in page.context["values"][1]} == {"the same"}
    assert page.context["later"][1] == []
    assert not Trail.objects.filter(event="opened").exists()


def test_what_came_later_explains_what_differs_today(made, officer):
    report = reports.submitted(made)
    someone = register.participant(made.grant, by=made.signer, standing="protected")
    register.event(someone, by=made.signer, in_activity=register.activity(made.grant, by=made.signer))
    page = officer.get(at("report_proof", report.pk))
    (row,) = (row for row in page.context["values"][1] if row["indicator"].code == "SO2.C2")
    assert (row["reported"], row["then"], row["today"]) == (0, 0, 1)
    assert str(row["state"].label) == "the same then, other today"
    assert {each["who"] for each in page.context["later"][1]} == {f"P{someone.subject_id}"}
    assert Trail.objects.get(event="opened").details == {"what": "differences", "report": report.pk}


def test_a_value_changed_behind_its_checksum_is_told(made, officer):
    report = reports.submitted(made)
    report.values.filter(indicator="SO2.C2").update(value=7)
    assert "changed since it was frozen" in officer.get(at("report_proof", report.pk)).content.decode()
