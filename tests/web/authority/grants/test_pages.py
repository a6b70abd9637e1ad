"""A grant's page, entering and changing it by hand, and its moves."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from openamif.grants.actions.end_grant import end_grant
from openamif.grants.actions.fix_report_days import fix_report_days
from openamif.grants.models import Grant, Particulars
from openamif.grants.queries import frame_of
from openamif.law import figure
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.record.queries import trail_of
from openamif.register.states import EventKind
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.models import Tally
from openamif.web.authority.grants.forms import GrantForm
from openamif.web.components import formats
from openamif.web.components.shapes import Link
from tests.factories import grants, people, programmes, register, registers
from tests.web.authority.reading import words

PAGE_QUERIES = 28


def form_of(page) -> dict:
    """What a browser would send back of the form as it stands."""
    form = page.context["form"]
    sent = {
        bound.name: bound.value() for bound in form if bound.value() not in (None, "") and bound.value() is not False
    }
    return sent | {"revision": page.context["revision"]}


@pytest.mark.parametrize(
    ("who", "status", "edits"),
    [("officer", 200, True), ("delegate", 200, True), ("auditor", 200, False), ("beneficiary", 200, False),
     ("stranger", 404, False)],
)  # fmt: skip
def test_page_by_role(desk, client, at, who, status, edits):
    client.force_login(getattr(desk, who))
    page = client.get(at("grant"))
    assert page.status_code == status
    assert (at("grant_edit") in page.content.decode()) == edits
    expected = {"stranger": 404}.get(who, 200 if edits else 403)
    assert [client.get(at(name)).status_code for name in ("grant_edit", "grant_end")] == [expected] * 2


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_page_tells_everything(desk, officer, at, language):
    Person.objects.filter(pk=desk.officer.pk).update(language=language)
    words = officer.get(at("grant")).content.decode()
    for said in (
        "A first welcome",
        "BE/2019/PR/0001",
        "House of the Four Winds",
        "Flemish authority",
        "SO2.NO2",
        "SO2.C2",
    ):
        assert said in words
    assert "150\u202f000" in words


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_however_much_there_is(desk, officer, at, number):
    for _ in range(number):
        desk.grant.partners.create(organisation=people.organisation())
    desk.grant.targets.create(indicator=f"SO2.C{number}", target=1) if number > 2 else None
    with CaptureQueriesContext(connection) as queries:
        officer.get(at("grant"))
    assert len(queries) == PAGE_QUERIES


def test_findings_lead_to_their_field(desk, client, at):
    grants.draft(desk.programme, by=desk.officer, reference="odd", union_amount="190000")
    odd = Grant.objects.get(reference="odd")
    client.force_login(desk.officer)
    page = client.get(at("grant").replace(str(desk.grant.pk), str(odd.pk)))
    told = {each.code: each for each in page.context["findings"]}
    assert {"G-01", "G-07"} <= told.keys()
    assert told["G-07"].place == "Union contribution (EUR)"
    assert told["G-07"].place_url.endswith("/edit/#id_union_amount")
    assert "95.0" in told["G-07"].sentence


def test_grant_is_entered_by_hand(desk, officer, at):
    sent = {
        "reference": "be/2019/pr/0007",
        "title": "By hand",
        "beneficiary": desk.grant.beneficiary_id,
        "partners": [people.organisation("Partner").pk],
        "objective": "SO2.NO2",
        "action": "3",
        "procedure": "direct_award",
        "starts_on": "2019-01-01",
        "ends_on": "2020-12-31",
        "report_months": "6",
        "report_days": "30",
        "eligible_amount": "1 000,00",
        "union_amount": "750.00",
        "ground": "standard",
        "staff": "1000.00",
        "targets": "SO2.C2 250\n\nSO2.C3 1,5",
    }
    response = officer.post(at("grant_enter"), sent)
    grant = Grant.objects.get(reference="BE/2019/PR/0007")
    assert response["Location"].endswith(f"/grants/{grant.pk}/")
    assert f'data-draft-done="{at("grant_enter")}"' in officer.get(response["Location"]).content.decode()
    assert (grant.state, grant.reports_due.count(), grant.budget_lines.get().category) == ("draft", 4, "staff")
    assert {each.indicator: str(each.target) for each in grant.targets.all()} == {"SO2.C2": "250.00", "SO2.C3": "1.50"}
    again = officer.post(at("grant_enter"), sent)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["reference"])


def test_codes_are_taken_in_small_letters(desk, officer, at):
    changed = {"targets": "so2.c2 250", "third_country": "ma"}
    assert officer.post(at("grant_edit"), form_of(officer.get(at("grant_edit"))) | changed).status_code == 302
    grant = Grant.objects.get(pk=desk.grant.pk)
    assert grant.third_country == "MA"
    assert [each.indicator for each in grant.targets.all()] == ["SO2.C2"]


def test_a_code_that_is_none_is_told_with_what_is_expected(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit"))) | {"third_country": "1x", "currency": "XXX"}
    said = words(officer.post(at("grant_edit"), sent))
    assert "“1X” is no code of a country: write its two letters, such as MA." in said
    assert "“XXX” is no currency of a Member State. Choose one, such as EUR." in said


def test_what_a_ground_or_a_procedure_asks_for_is_not_called_optional(desk, officer, at):
    said = words(officer.get(at("grant_edit")))
    assert "(obligatory after a call or a negotiation)" in said
    assert "(obligatory for a share above the standard rate)" in said
    second = programmes.programme_2021(by=desk.officer).programme
    said = words(officer.get(reverse("authority:grant_enter", args=[second.pk])))
    assert "(obligatory with the ground “Action of Annex IV”)" in said
    assert "after a call" not in said


def test_a_body_that_is_no_delegated_authority_is_neither_offered_nor_taken(desk, officer, at):
    page = officer.get(at("grant_edit"))
    assert [str(label) for _key, label in page.context["form"].fields["delegated_authority"].choices][1:] == [
        "Flemish authority"
    ]
    sent = form_of(page) | {"delegated_authority": desk.grant.beneficiary_id}
    assert "is no delegated authority of the programme" in words(officer.post(at("grant_edit"), sent))


def test_what_stands_of_a_grant_stays_to_be_chosen(desk, officer, at):
    odd = people.organisation("Long gone")
    Grant.objects.filter(pk=desk.grant.pk).update(delegated_authority=odd)
    desk.grant.particulars.__class__.objects.filter(grant=desk.grant).update(currency="CHF")
    form = officer.get(at("grant_edit")).context["form"]
    assert (form["delegated_authority"].value(), form["currency"].value()) == (odd.pk, "CHF")
    assert "CHF" in dict(form.fields["currency"].choices)
    page = officer.post(at("grant_edit"), form_of(officer.get(at("grant_edit"))) | {"title": "Another title"})
    assert {each.code for each in page.context["stopped"]} == {"G-15", "G-16"}


def test_form_says_what_is_wrong(desk, officer, at):
    sent = {
        "beneficiary": desk.grant.beneficiary_id, "partners": [desk.grant.beneficiary_id], "starts_on": "2020-01-01",
        "ends_on": "2019-01-01", "eligible_amount": "1", "union_amount": "2", "targets": "SO2.C2", "location": "x",
    }  # fmt: skip
    page = officer.post(at("grant_enter"), sent)
    assert page.status_code == 422
    assert {"reference", "title", "objective", "ends_on", "union_amount", "partners", "targets", "location"} <= set(
        page.context["form"].errors
    )


def test_grant_is_changed_and_the_trail_says_how(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit"))) | {"title": "Another title"}
    assert officer.post(at("grant_edit"), sent).status_code == 302
    changed = Grant.objects.get(pk=desk.grant.pk)
    assert (changed.title, changed.union_amount, changed.revision) == ("Another title", desk.grant.union_amount, 3)
    entries = officer.get(at("grant")).context["entries"]
    assert (entries[0].title, entries[0].text) == ("Content changed", "Title")


def test_calendar_is_shown_as_it_stands_though_a_report_reaches_beyond_the_end(desk, officer, at):
    fix_report_days(desk.grant.reports_due.get(number=1))
    sent = form_of(officer.get(at("grant_edit"))) | {"ends_on": "2019-09-30"}
    assert officer.post(at("grant_edit"), sent).status_code == 302
    (shown,) = officer.get(at("grant")).context["calendar"]
    assert shown.text.startswith(formats.days(date(2019, 1, 1), date(2019, 12, 31)))


def test_no_report_of_a_draft_is_overdue(desk, officer):
    draft = grants.draft(desk.programme, by=desk.officer, reference="BE/2019/PR/0099")
    shown = officer.get(reverse("authority:grant", args=[draft.pk])).context["calendar"]
    assert shown
    assert not [each for each in shown if each.state == "failed" or "Overdue" in each.text]


def test_whoever_moves_the_days_of_a_grant_is_told_of_what_lies_outside_them_now(desk, officer, at):
    by = register.filler(desk.grant)
    someone = register.participant(desk.grant, by=by)
    register.event(someone, by=by, in_activity=register.activity(desk.grant, by=by), happened_on=date(2019, 3, 4))
    for ends_on, told in (("2019-03-04", False), ("2019-03-03", True)):
        sent = form_of(officer.get(at("grant_edit"))) | {"ends_on": ends_on}
        page = officer.post(at("grant_edit"), sent, follow=True)
        assert ("1 participant something lies outside the days" in words(page)) == told


def test_a_calendar_without_a_report_says_so(desk, officer, at):
    assert "No report is due here." not in words(officer.get(at("grant")))
    desk.grant.reports_due.all().delete()
    assert "No report is due here." in words(officer.get(at("grant")))


def test_what_was_written_beside_a_colleague_is_kept_compared_and_saved_at_the_second_try(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit")))
    officer.post(at("grant_edit"), sent | {"title": "A colleague’s title"})
    late = officer.post(at("grant_edit"), sent | {"title": "Mine"})
    assert late.status_code == 422
    assert "Somebody changed this grant while you were writing" in words(late)
    assert [tuple(each.values()) for each in late.context["overtaken"]] == [("Title", "A colleague’s title", "Mine")]
    again = form_of(late)
    assert again["title"] == "Mine"
    assert officer.post(at("grant_edit"), again).status_code == 302
    assert Grant.objects.get(pk=desk.grant.pk).title == "Mine"


def test_what_is_wrong_is_told_in_the_order_of_the_page(desk, officer, at):
    page = officer.post(at("grant_enter"), {"contact_email": "nobody", "union_amount": "5", "staff": "x"})
    form = page.context["form"]
    shown = [bound.name for _title, fields in form.sections() for bound in fields]
    assert list(form.fields) == shown
    assert "union_amount" not in form.errors, "nothing is above an amount that is not known"


def test_signed_grant_is_not_made_unlawful(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit"))) | {"union_amount": "160000"}
    page = officer.post(at("grant_edit"), sent)
    assert page.status_code == 422
    assert [each.code for each in page.context["stopped"]] == ["G-07"]


def test_a_delegated_authority_begins_with_its_own_name_and_the_responsible_one_with_none(desk, client, at):
    for who, body in ((desk.delegate, desk.grant.delegated_authority_id), (desk.officer, None)):
        client.force_login(who)
        form = client.get(at("grant_enter")).context["form"]
        assert form["delegated_authority"].value() == body


def test_delegated_authority_does_not_give_its_grant_away(desk, client, at):
    client.force_login(desk.delegate)
    sent = form_of(client.get(at("grant_edit")))
    page = client.post(at("grant_edit"), sent | {"delegated_authority": ""})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["delegated_authority"])


def test_the_figures_of_a_part_follow_a_grant_that_is_given_to_another_authority(desk, officer, at):
    registers.event(registers.participant(desk.grant), EventKind.LANGUAGE_COURSE)
    count_tallies(desk.programme)
    other = people.organisation("Another authority")
    people.person(RoleKind.DELEGATED_AUTHORITY, scope=desk.programme.scope, of=other)
    sent = form_of(officer.get(at("grant_edit"))) | {"delegated_authority": other.pk}
    assert officer.post(at("grant_edit"), sent).status_code == 302
    counted = Tally.objects.filter(indicator="SO2.C2", authority__isnull=False)
    assert [(row.authority_id, row.number) for row in counted] == [(other.pk, 1)]


def test_signature_and_end_are_written_down(desk, officer):
    draft = grants.draft(desk.programme, by=desk.officer)
    sign, end = f"/office/grants/{draft.pk}/sign/", f"/office/grants/{draft.pk}/end/"
    assert officer.get(sign).status_code == 200
    assert officer.post(sign, {"day": "2999-01-01"}).status_code == 422
    assert officer.post(sign, {"day": "2018-12-24"}).status_code == 302
    late = officer.post(sign, {"day": "2018-12-24"})
    assert late.status_code == 422
    assert "The grant is not in the state" in words(late)
    assert "The grant is not in the state" in words(officer.get(sign, follow=True))
    assert officer.post(end, {"day": "2018-12-31"}).status_code == 422
    assert officer.post(end, {"day": "2020-12-31"}).status_code == 302
    grant = Grant.objects.get(pk=draft.pk)
    assert (grant.state, grant.signed_on, grant.ended_on) == ("ended", date(2018, 12, 24), date(2020, 12, 31))


def test_unlawful_draft_is_not_signed(desk, officer):
    draft = grants.draft(desk.programme, by=desk.officer, union_amount="190000")
    page = officer.post(f"/office/grants/{draft.pk}/sign/", {"day": "2018-12-24"})
    assert page.status_code == 422
    assert [each.code for each in page.context["stopped"]] == ["G-07"]
    assert Grant.objects.get(pk=draft.pk).state == "draft"


def test_form_of_2021_2027_asks_for_the_codes_of_annex_vi(client, db):
    from tests.programmes.bare import bare_programme

    programme, first = bare_programme(period="2021-2027"), bare_programme()
    client.force_login(grants.manager(programme))
    form = client.get(f"/office/programmes/{programme.pk}/grants/enter/").context["form"]
    assert {"intervention_fields", "types_of_action", "implementation", "particular_themes"} <= set(form.fields)
    assert "annex_iv" in dict(form.fields["ground"].choices)
    assert [code for code, _words in form.fields["annex_iv_action"].choices] == ["", "1", "2", "3", "4"]
    assert "annex_iv_action" not in GrantForm(first, frame_of(first)).fields


def test_action_of_annex_iv_is_shown_in_words_where_it_was_chosen(desk, officer):
    Particulars.objects.update_or_create(grant=desk.grant, defaults={"annex_iv_action": "2"})
    assert (
        "2 Actions to develop and implement effective alternatives to detention"
        in officer.get(f"/office/grants/{desk.grant.pk}/").content.decode()
    )


def test_threshold_of_vat_is_that_of_the_law_where_the_law_has_one(desk, officer, client, db):
    from tests.programmes.bare import bare_programme

    later = bare_programme(period="2021-2027")
    client.force_login(grants.manager(later))
    said = client.get(f"/office/programmes/{later.pk}/grants/enter/").context["form"].fields["is_vat_recoverable"]
    figure_of_law = figure("eligibility.vat_threshold", on=localdate(), period="2021-2027").number
    assert formats.euros(figure_of_law) in said.help_text
    client.force_login(desk.officer)
    page = client.get(f"/office/programmes/{desk.programme.pk}/grants/enter/")
    assert page.context["form"].fields["is_vat_recoverable"].help_text == ""


def rows_of(page, **changed) -> dict:
    """What a browser would send back of rows, the first empty one filled in."""
    formset = page.context["form"]
    sent = {f"rows-{name}": value for name, value in formset.management_form.initial.items()}
    for number, form in enumerate(formset.forms):
        sent |= {f"rows-{number}-{name}": value for name, value in form.initial.items() if value is not None}
    empty = formset.initial_form_count()
    return (
        sent
        | {f"rows-{empty}-{name}": value for name, value in changed.items()}
        | {"revision": page.context["revision"]}
    )


CONTRACT = {"reference": "C-1", "level": "contract", "name": "Rooms", "party": "Halls", "signed_on": "2019-02-01",
            "amount": "60000"}  # fmt: skip


def test_contracts_and_amendments_are_edited_in_rows(desk, officer, at):
    page = officer.get(at("grant_rows", "contracts"))
    assert officer.post(at("grant_rows", "contracts"), rows_of(page, **CONTRACT)).status_code == 302
    late = officer.post(at("grant_rows", "contracts"), rows_of(page, **CONTRACT | {"name": "Halls"}))
    assert late.status_code == 422
    assert "Somebody changed this grant" in late.content.decode()
    (told,) = late.context["overtaken"]
    assert ("Rooms" in told["before"], "Halls" in told["after"]) == (True, True)
    assert late.context["revision"] == Grant.objects.get(pk=desk.grant.pk).revision
    page = officer.get(at("grant_rows", "amendments"))
    sent = rows_of(page, number="1", signed_on="2019-12-01", what="Half a year longer")
    assert officer.post(at("grant_rows", "amendments"), sent).status_code == 302
    words = officer.get(at("grant")).content.decode()
    assert "Halls" in words
    assert "Half a year longer" in words
    page = officer.get(at("grant_rows", "contracts"))
    assert officer.post(at("grant_rows", "contracts"), rows_of(page, reference="C-2")).status_code == 422
    assert officer.get(at("grant_rows", "partners")).status_code == 404
    edited = form_of(officer.get(at("grant_edit"))) | {"title": "Another title"}
    officer.post(at("grant_edit"), edited)
    assert (desk.grant.contracts.count(), desk.grant.amendments.count()) == (1, 1)


@pytest.mark.parametrize(("day", "told"), [("0001-01-01", "correct the year"), ("2099-01-01", "still to come")])
def test_a_paper_was_signed_in_these_years_and_up_to_today(desk, officer, at, day, told):
    amendment = {"number": "1", "what": "Half a year longer"}
    for table, said in (("contracts", CONTRACT), ("amendments", amendment)):
        sent = rows_of(officer.get(at("grant_rows", table)), **said | {"signed_on": day})
        page = officer.post(at("grant_rows", table), sent)
        assert page.status_code == 422
        assert told in words(page)


def test_owners_named_beside_a_colleague_are_compared_before_they_replace_hers(desk, client, at):
    client.force_login(desk.officer)
    page = client.get(at("grant_edit_owners"))
    hers, mine = ({"register_reference": f"UBO-{number}"} for number in (1, 2))
    assert client.post(at("grant_edit_owners"), rows_of(page, **hers)).status_code == 302
    late = client.post(at("grant_edit_owners"), rows_of(page, **mine))
    assert late.status_code == 422
    (told,) = late.context["overtaken"]
    assert (told["before"], told["after"]) == ("UBO-1", "UBO-2")
    again = rows_of(page, **mine) | {"revision": late.context["revision"]}
    assert client.post(at("grant_edit_owners"), again).status_code == 302
    assert [each.register_reference for each in desk.grant.owners.all()] == ["UBO-2"]


def test_owners_are_seen_by_few_and_each_opening_is_noted(desk, client, at):
    client.force_login(desk.officer)
    page = client.get(at("grant_edit_owners"))
    assert client.post(at("grant_edit_owners"), rows_of(page, surname="Owner")).status_code == 422
    unborn = client.post(at("grant_edit_owners"), rows_of(page, surname="Owner", born_on="2099-01-01"))
    assert "2099 is still to come. Choose a day up to today" in words(unborn)
    sent = rows_of(page, surname="Owner", given_names="Olga", born_on="1960-05-04")
    assert client.post(at("grant_edit_owners"), sent).status_code == 302
    assert "Olga" not in client.get(at("grant")).content.decode()
    for who, status in (("officer", 200), ("delegate", 200), ("auditor", 200), ("beneficiary", 200)):
        client.force_login(getattr(desk, who))
        page = client.get(at("grant_owners"))
        assert (page.status_code, "Olga" in page.content.decode()) == (status, True)
    openings = [row for row in trail_of(desk.grant) if row.event == "opened"]
    assert [row.by for row in openings][:4] == [desk.beneficiary, desk.auditor, desk.delegate, desk.officer]
    evaluator = people.person(RoleKind.EVALUATOR, scope=desk.programme.scope)
    client.force_login(evaluator)
    assert client.get(at("grant")).status_code == 200
    assert client.get(at("grant_owners")).status_code == 403
    client.force_login(desk.auditor)
    assert client.get(at("grant_edit_owners")).status_code == 403


def test_an_owner_is_of_a_partner_of_the_grant_or_of_a_contract(desk, officer, at):
    desk.grant.partners.create(organisation=people.organisation("Side by Side"))
    page = officer.get(at("grant_edit_owners"))
    said = {"register_reference": "UBO-1", "partner": "Side by Side"}
    assert officer.post(at("grant_edit_owners"), rows_of(page, **said | {"partner": "Another"})).status_code == 422
    unknown = officer.post(at("grant_edit_owners"), rows_of(page, register_reference="UBO-1", contract="C-1"))
    assert "C-1 is not one of the available choices" in words(unknown)
    desk.grant.contracts.create(
        reference="C-1", name="Rooms", party="A firm", signed_on=date(2020, 1, 1), amount=1, level="contract"
    )
    both = officer.post(at("grant_edit_owners"), rows_of(page, **said, contract="C-1"))
    assert "An owner is of a partner or of the party of a contract, not of both: write two rows." in words(both)
    assert officer.post(at("grant_edit_owners"), rows_of(page, **said)).status_code == 302
    assert [each.partner for each in desk.grant.owners.all()] == ["Side by Side"]
    assert "Side by Side" in words(officer.get(at("grant_owners")))


def test_progress_stands_beside_the_target(desk, officer, at):
    Tally.objects.create(programme=desk.programme, grant=desk.grant, indicator="SO2.C2", number=100)
    columns, (row,) = officer.get(at("grant")).context["targets"]
    assert [column.key for column in columns] == ["indicator", "target", "reached", "rate", "how"]
    assert (row["reached"].text, row["rate"]) == ("100", 40)


def test_women_and_men_reached_stand_beside_the_target(desk, officer, at):
    """Annex XVII, field 50(c); those of unknown sex are in the whole alone."""
    for sex, number in (("female", 60), ("male", 30), ("unknown", 10)):
        Tally.objects.create(programme=desk.programme, grant=desk.grant, indicator="SO2.C2", sex=sex, number=number)
    columns, (row,) = officer.get(at("grant")).context["targets"]
    assert [column.key for column in columns][2:5] == ["reached", "reached_female", "reached_male"]
    assert [row[each].text for each in ("reached", "reached_female", "reached_male")] == ["100", "60", "30"]


def test_figures_reached_open_to_what_counts(desk, officer, at):
    for sex, number in (("female", 60), ("unknown", 10)):
        Tally.objects.create(programme=desk.programme, grant=desk.grant, indicator="SO2.C2", sex=sex, number=number)
    page = reverse("authority:situation_contributions", args=[desk.programme.pk, "SO2.C2", desk.grant.pk])
    _columns, (row,) = officer.get(at("grant")).context["targets"]
    assert (row["reached"], row["reached_female"]) == (Link("70", page), Link("60", f"{page}?sex=female"))
    assert officer.get(row["reached_female"].url).status_code == 200


def test_targets_and_work_packages_are_read_from_lines(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit")))
    sent |= {
        "targets": "SO2.C2 250 (130/120)\nSO2.C3 2 (/1)",
        "work_packages": "1 Courses\n2. Guidance",
        "location": "BE224",
    }
    page = officer.post(at("grant_edit"), sent)
    assert list(page.context["form"].errors) == ["location"]
    assert officer.post(at("grant_edit"), sent | {"location": "BE221"}).status_code == 422
    sent["targets"] = "SO2.C2 250 (130/120)"
    assert officer.post(at("grant_edit"), sent | {"location": "BE221"}).status_code == 302
    target = desk.grant.targets.get()
    assert (target.target, target.female, target.male) == (250, 130, 120)
    assert [str(each) for each in desk.grant.work_packages.all()] == ["1 Courses", "2 Guidance"]
    assert form_of(officer.get(at("grant_edit")))["targets"] == "SO2.C2 250 (130/120)"
    wrong = officer.post(at("grant_edit"), sent | {"location": "", "work_packages": "1 A\n1 B"})
    assert list(wrong.context["form"].errors) == ["work_packages"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("targets", "SO2.C2 9999999999999"),
        ("targets", "SO2.C2 250 (1.2.3/120)"),
        ("work_packages", f"1 {'x' * 256}"),
        ("partners", str(10**30)),
        ("partners", str(-(10**30))),
        ("eligible_amount", "-1"),
        ("starts_on", "0001-01-01"),
        ("applied_on", "2099-01-01"),
        ("third_country", "XX"),
        ("staff", "0.001"),
        ("ends_on", "9999-12-31"),
    ],
)
def test_what_the_form_cannot_keep_is_told_at_its_field(desk, officer, at, place, said):
    page = officer.post(at("grant_edit"), form_of(officer.get(at("grant_edit"))) | {place: said})
    assert (page.status_code, list(page.context["form"].errors)) == (422, [place])
    assert "special cases" not in words(page)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("SO2.C2", "write it as “SO1.C1 250”"),
        ("SO9.X 5", "has no indicator SO9.X."),
        ("SO2.C2 1\nSO2.C2 2", "“SO2.C2” stands here twice."),
    ],
)
def test_a_target_that_is_none_says_why(desk, officer, at, said, told):
    page = officer.post(at("grant_edit"), form_of(officer.get(at("grant_edit"))) | {"targets": said})
    assert told in page.context["form"].errors["targets"][0]
    assert "for example “SO1.C1 250”" in words(page)


@pytest.mark.parametrize("said", ["1.000", "1,000", "1 000", "1.000,00"])
def test_a_target_is_read_as_amounts_are(desk, officer, at, said):
    sent = form_of(officer.get(at("grant_edit"))) | {"targets": f"SO2.C2 {said}"}
    assert officer.post(at("grant_edit"), sent).status_code == 302
    assert desk.grant.targets.get().target == 1000


def test_a_grant_does_not_start_after_its_activities_ended(desk, officer, at):
    end_grant(desk.grant, ended_on=date(2020, 1, 31), by=desk.officer)
    sent = form_of(officer.get(at("grant_edit"))) | {"starts_on": "2020-06-01"}
    page = officer.post(at("grant_edit"), sent)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["starts_on"])


def test_partners_are_ticked_and_those_that_are_there_stand_first(desk, officer, at):
    first = people.organisation("A house before all others")
    partner = people.organisation("Zebra of the last row")
    desk.grant.partners.create(organisation=partner)
    field = officer.get(at("grant_edit")).context["form"]["partners"]
    offered = [int(str(each.data["value"])) for each in field]
    assert offered[0] == partner.pk
    assert first.pk in offered
