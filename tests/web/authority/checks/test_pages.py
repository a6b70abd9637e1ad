"""Checks on the spot in the browser: planned, filled in person by person, written up, closed."""

from csv import DictReader
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from openamif.people.states import RoleKind
from openamif.record.models import Trail
from openamif.register.models import Event
from openamif.reports.actions.erase_counted_register import erase_counted_register
from openamif.verification.actions.write_finding import write_finding
from openamif.verification.models import OperationalCheck
from openamif.verification.queries import sample_of
from openamif.verification.states import Outcome
from openamif.web.authority.checks import visit
from openamif.web.authority.checks.forms import VisitForm
from openamif.web.components import formats
from tests.factories import checks, grants
from tests.factories.people import organisation, person, role
from tests.factories.programmes import responsible
from tests.programmes.bare import bare_programme
from tests.web.authority.reading import words

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def grant():
    return checks.with_register(bare_programme())


@pytest.fixture
def officer(grant, client):
    made = responsible(grant.programme, name="Olga Officer")
    client.force_login(made)
    return made


def url(name: str, *args) -> str:
    return reverse(f"authority:{name}", args=args)


def post(client, address: str, **said):
    return client.post(address, said, follow=True)


def test_a_colleagues_finding_is_told_and_what_she_wrote_stays(grant, officer, client):
    check = checks.planned(grant, by=officer)
    sampled = sample_of(check)[0]
    write_finding(sampled, outcome=Outcome.DIFFERS, note="Two days.", by=responsible(grant.programme))
    said = {"outcome": "not_found", "note": "No file."}
    answer = client.post(url("check_finding", check.pk, 1), said | {"seen": sampled.written})
    page = words(answer)
    assert answer.status_code == 422
    assert "A colleague wrote a finding meanwhile: Differs. Two days." in page
    assert "No file." in page
    again = answer.context["form"]["seen"].value()
    post(client, url("check_finding", check.pk, 1), seen=again, **said)
    assert sample_of(check)[0].note == "No file."


def test_whoever_is_next_is_one_touch_away(grant, officer, client):
    check = checks.planned(grant, by=officer)
    assert "Look at number 1 of 3" in words(client.get(url("check", check.pk)))
    write_finding(sample_of(check)[0], outcome=Outcome.AGREES, by=officer)
    page = client.get(url("check", check.pk))
    assert "Look at number 2 of 3" in words(page)
    told = {entry.title: entry.url for entry in page.context["entries"]}
    assert told["Finding written, number 1: Agrees"] == url("check_finding", check.pk, 1)


def test_from_the_grant_to_a_closed_check(grant, officer, client):
    planned = post(client, url("check_plan", grant.pk), method="stratified", size=3, seed=7)
    check = OperationalCheck.objects.get()
    assert planned.redirect_chain[-1][0] == url("check", check.pk)
    assert (check.method, check.size, check.seed, check.controller) == ("stratified", 3, 7, officer)
    page = words(planned)
    assert "The check is planned and its sample drawn." in page
    assert "Drawn again: the same" in page
    assert "Somebody who was drawn has no finding yet." in page
    first, second, _third = sample_of(check)
    assert first.participant.local_reference in page
    answer = post(client, url("check_finding", check.pk, 1), outcome="agrees")
    assert answer.redirect_chain[-1][0] == url("check_finding", check.pk, 2)
    assert second.participant.local_reference in words(answer)
    answer = post(client, url("check_finding", check.pk, 3), outcome="differs", note="Two hours, not three.")
    assert answer.redirect_chain[-1][0] == url("check_finding", check.pk, 2)
    answer = post(client, url("check_finding", check.pk, 2), outcome="not_found", note="No file.")
    assert answer.redirect_chain[-1][0] == url("check", check.pk)
    assert "The visit can be written up." in words(answer)
    said = {
        "day": TODAY.isoformat(),
        "findings": "Mostly reliable.",
        "is_without_delay": "no",
        "recommendations": "Lists.",
    }
    page = words(post(client, url("check_carry_out", check.pk), **said))
    assert "Mostly reliable." in page
    assert "Two hours, not three." in page
    page = words(post(client, url("check_close", check.pk), words="We agree."))
    assert "We agree." in page
    check.refresh_from_db()
    assert (check.state, check.is_without_delay) == ("closed", False)


def test_a_seed_is_drawn_where_none_is_given(grant, officer, client):
    for _time in range(2):
        post(client, url("check_plan", grant.pk), method="simple_random", size=2)
    one, other = OperationalCheck.objects.values_list("seed", flat=True)
    assert one != other


@pytest.mark.parametrize(
    ("said", "words_of_error"),
    [
        ({"method": "by_hand", "size": 3}, "by_hand"),
        ({"method": "stratified", "size": "12,5"}, "“12,5” is no whole number."),
        ({"method": "stratified", "size": 3, "seed": 2**63}, formats.count(2**63 - 1)),
    ],
)
def test_a_plan_that_cannot_be_is_refused(grant, officer, client, said, words_of_error):
    answer = client.post(url("check_plan", grant.pk), said)
    assert answer.status_code == 422
    assert words_of_error in words(answer)
    assert not OperationalCheck.objects.exists()


def test_no_more_are_proposed_than_there_are(officer, client, grant):
    page = client.get(url("check_plan", grant.pk))
    assert page.context["form"]["size"].value() == page.context["population"]


def test_a_finding_that_differs_wants_a_note(grant, officer, client):
    check = checks.planned(grant, by=officer)
    answer = client.post(url("check_finding", check.pk, 1), {"outcome": "differs"})
    assert answer.status_code == 422
    assert "Write down what differs" in words(answer)
    assert client.get(url("check_finding", check.pk, 4)).status_code == 404


@pytest.mark.parametrize(
    ("days", "error"), [(1, "is still to come. Choose a day up to today"), (-1, "the visit cannot have been on")]
)
def test_the_day_of_a_visit_is_between_the_draw_and_today(grant, officer, client, days, error):
    check = checks.looked_at(grant, by=officer, on=TODAY)
    said = {"day": (TODAY + timedelta(days=days)).isoformat(), "findings": "In order."}
    answer = client.post(url("check_carry_out", check.pk), said)
    assert answer.status_code == 422
    assert error in words(answer)


@pytest.mark.parametrize(
    ("made", "step", "said"),
    [
        (checks.carried_out, "check_carry_out", {"day": TODAY.isoformat(), "findings": "What I saw."}),
        (checks.closed, "check_close", {"words": "What I saw."}),
        (checks.carried_out, "check_abandon", {"words": "What I saw."}),
    ],
)
def test_whoever_comes_second_is_told_and_what_she_wrote_stays(grant, officer, client, made, step, said):
    check = made(grant, by=officer)
    late = client.post(url(step, check.pk), said)
    assert late.status_code == 422
    assert "What you wrote is still here." in words(late)
    assert "What I saw." in words(late)
    opened = client.get(url(step, check.pk), follow=True)
    assert opened.redirect_chain[-1][0] == url("check", check.pk)
    assert "The check is not in the state" in words(opened)
    client.force_login(person(RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope))
    assert client.post(url(step, check.pk), said).status_code == 403


def test_a_finding_that_comes_after_the_visit_was_written_up_stays_on_the_page(grant, officer, client):
    check = checks.carried_out(grant, by=officer)
    said = {"outcome": "differs", "note": "Two hours.", "seen": sample_of(check)[0].written}
    late = client.post(url("check_finding", check.pk, 1), said)
    assert late.status_code == 422
    assert "What you wrote is still here." in words(late)
    assert "Two hours." in words(late)
    client.force_login(person(RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope))
    assert client.post(url("check_finding", check.pk, 1), said).status_code == 403


def test_a_visit_is_not_written_up_before_everybody_was_looked_at(grant, officer, client):
    check = checks.planned(grant, by=officer)
    opened = client.get(url("check_carry_out", check.pk), follow=True)
    assert opened.redirect_chain[-1][0] == url("check", check.pk)
    assert "Somebody who was drawn has no finding yet." in [str(each) for each in opened.context["messages"]]


def test_an_abandoned_check_keeps_its_reason(grant, officer, client):
    check = checks.planned(grant, by=officer)
    page = words(post(client, url("check_abandon", check.pk), words="The offices are flooded."))
    assert "The offices are flooded." in page
    again = client.get(url("check_abandon", check.pk), follow=True)
    assert again.redirect_chain[-1][0] == url("check", check.pk)


def test_a_correction_of_the_beneficiary_is_noted(grant, officer, client):
    check = checks.carried_out(grant, by=officer)
    sampled = sample_of(check)[0]
    correction = checks.corrected(Event.objects.get(participant=sampled.participant))
    page = words(client.get(url("check_finding", check.pk, 1)))
    assert "the list says so" in page
    address = url("check_link", check.pk, 1)
    assert client.post(address, {"event": "1x"}).status_code == 404
    page = words(post(client, address, event=correction.pk))
    entry = client.get(url("check", check.pk)).context["entries"][0]
    assert (entry.title, entry.url) == (
        "Correction of the register noted, number 1",
        url("check_finding", check.pk, 1),
    )
    assert "It is noted that the register was mended." in page
    assert sample_of(check)[0].correction == correction


def test_the_programme_shows_its_coverage_and_what_is_left(grant, officer, client):
    checks.carried_out(grant, by=officer)
    left = [checks.with_register(grant.programme, groups={}) for _number in range(5)]
    page = words(client.get(url("checks", grant.programme_id)))
    assert "Financial year 2021" in page
    page = words(client.get(url("checks", grant.programme_id), {"year": 2020}))
    assert "1 of 6 grants" in page
    assert "20 % asked for" in page.replace("\xa0", " ")
    assert "1 missing" in page
    assert all(each.reference in page for each in left)
    assert url("check_plan", left[0].pk) not in page, "the year is over"
    assert "3 of 3 agree" in page


def test_a_part_without_grants_opens_at_a_year_of_its_own_and_is_not_said_to_be_reached(grant, client):
    body = organisation("Flemish authority")
    delegate = person(RoleKind.DELEGATED_AUTHORITY, scope=grant.programme.scope, of=body)
    client.force_login(delegate)
    page = words(client.get(url("checks", grant.programme_id)))
    assert "Nothing to check" in page
    assert "Reached" not in page
    assert "above" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_many_questions_however_many_checks(grant, officer, client, count, django_assert_num_queries):
    for _number in range(count):
        checks.planned(grant, by=officer)
    client.get(url("checks", grant.programme_id))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(url("checks", grant.programme_id))


def test_every_check_is_taken_away_as_a_file(grant, officer, client):
    checks.carried_out(grant, by=officer)
    page = client.get(url("checks", grant.programme_id))
    assert [link.url for link in page.context["exports"]] == [
        url("checks_export", grant.programme_id, form) for form in ("xlsx", "csv")
    ]
    answer = client.get(url("checks_export", grant.programme_id, "csv"))
    assert answer["Content-Disposition"].startswith('attachment; filename="AMIF-BE-2014-2020-checks-')
    (line,) = list(DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert (line["Grant"], line["State"], line["Controller"]) == (grant.reference, "Carried out", "Olga Officer")
    assert [line[each] for each in ("Sample", "Looked at", "Agree", "Differ", "Not found")] == ["3", "3", "3", "0", "0"]
    book = CalamineWorkbook.from_filelike(BytesIO(client.get(url("checks_export", grant.programme_id, "xlsx")).content))
    assert [row[0] for row in book.get_sheet_by_index(0).to_python()] == ["Grant", grant.reference]
    assert client.get(url("checks_export", grant.programme_id, "pdf")).status_code == 404


@pytest.mark.parametrize("size", [1, 3])
def test_a_check_asks_as_many_questions_however_many_are_drawn(grant, officer, client, size, django_assert_num_queries):
    check = checks.planned(grant, by=officer, size=size)
    client.get(url("check", check.pk))
    with django_assert_num_queries(CHECK_QUERIES):
        client.get(url("check", check.pk))


LIST_QUERIES, CHECK_QUERIES = 12, 12


def test_one_programme_opens_at_once(grant, officer, client):
    assert client.get(url("all_checks")).headers["Location"] == url("checks", grant.programme_id)


def test_several_programmes_are_listed(grant, officer, client):
    checks.planned(grant, by=officer)
    other = grants.signed(
        bare_programme(title="Another", country="LU"), **checks.WITHOUT_A_PLAN, reference="LU/2019/PR/0001"
    )
    role(officer, RoleKind.AUDIT_AUTHORITY, scope=other.programme.scope)
    client.force_login(officer)
    page = words(client.get(url("all_checks")))
    assert "Another" in page
    assert "Bare" in page


def test_where_nobody_is_in_the_register_nothing_is_said_of_drawing(grant, officer, client):
    empty = checks.with_register(grant.programme, groups={})
    page = words(post(client, url("check_plan", empty.pk), method="simple_random", size=0))
    assert "The check is planned. Nobody is in the register yet, so there is no sample." in page
    assert "How it was drawn" not in page
    assert "Write up the visit" in page


def test_an_auditor_sees_no_local_reference_and_draws_again_from_the_population(grant, officer, client):
    check = checks.planned(grant, by=officer, size=2)
    client.force_login(person(RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope))
    sample = sample_of(check)
    for page in (words(client.get(url("check", check.pk))), words(client.get(url("check_finding", check.pk, 1)))):
        assert not any(each.participant.local_reference in page for each in sample)
        assert str(sample[0].participant.subject) in page
    lines = client.get(url("check_population", check.pk)).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 11
    assert [line.split(lines[0][6])[0] for line in lines[1:3]] == [str(each.number) for each in sample]


def test_the_list_for_the_visit_is_a_pdf_with_references(grant, officer, client):
    check = checks.planned(grant, by=officer, size=3)
    answer = client.get(url("check_list", check.pk))
    assert answer.headers["Content-Type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    sample = sample_of(check)
    assert all(each.participant.local_reference in text for each in sample)
    assert "2026" in text
    client.force_login(person(RoleKind.AUDIT_AUTHORITY, scope=grant.programme.scope))
    answer = client.get(url("check_list", check.pk))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert not any(each.participant.local_reference in text for each in sample)


def test_who_looked_at_those_drawn_is_kept(grant, officer, client):
    check = checks.planned(grant, by=officer, size=2)
    sampled = sample_of(check)[0]
    client.get(url("check_finding", check.pk, sampled.position))
    for _time in range(2):
        for name in ("check", "check_list", "check_population"):
            client.get(url(name, check.pk))
    first, *others = Trail.objects.filter(event__in=["opened", "list_taken"]).order_by("number")
    assert (first.subject_kind, first.subject_pk) == ("register.participant", sampled.participant.pk)
    assert {(each.subject_kind, each.subject_pk) for each in others} == {("verification.operationalcheck", check.pk)}
    assert {first.by, *(each.by for each in others)} == {officer}
    assert [(each.event, each.details) for each in others] == [
        ("opened", {"what": "sample", "references": True, "count": 2}),
        ("list_taken", {"what": "sample", "references": True, "count": 2}),
        ("list_taken", {"what": "population", "count": check.population}),
    ]
    told = [entry.title for entry in client.get(url("check", check.pk)).context["entries"]]
    assert "Record with personal data opened" not in told


@pytest.mark.parametrize(("language", "no"), [("en", "No"), ("fr", "Non"), ("nl", "Nee"), ("de", "Nein")])
def test_no_is_an_answer_and_not_a_number(language, no):
    with translation.override(language):
        assert visit.words()["no"] == no
        assert dict(VisitForm.base_fields["is_without_delay"].choices)["no"] == no


def test_a_check_is_read_once_the_register_is_erased(grant, officer, client):
    check = checks.carried_out(grant, by=officer)
    erase_counted_register(grant, on=date(2028, 10, 16))
    page = client.get(url("check", check.pk))
    assert page.status_code == 200
    assert "Drawn again, it is another sample." in words(page)
    assert client.get(url("check_finding", check.pk, 1)).status_code in (200, 302, 403)
