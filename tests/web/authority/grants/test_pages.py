"""A grant's page, entering and changing it by hand, and its moves."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openamif.grants.models import Grant
from openamif.people.models import Person
from tests.factories import grants, people

PAGE_QUERIES = 15


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
        "eligible_amount": "1000.00",
        "union_amount": "750.00",
        "ground": "standard",
        "staff": "1000.00",
        "targets": "SO2.C2 250\n\nSO2.C3 1,5",
    }
    response = officer.post(at("grant_enter"), sent)
    grant = Grant.objects.get(reference="BE/2019/PR/0007")
    assert response["Location"].endswith(f"/grants/{grant.pk}/")
    assert (grant.state, grant.reports_due.count(), grant.budget_lines.get().category) == ("draft", 4, "staff")
    assert {each.indicator: str(each.target) for each in grant.targets.all()} == {"SO2.C2": "250.00", "SO2.C3": "1.50"}
    again = officer.post(at("grant_enter"), sent)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["reference"])


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
    late = officer.post(at("grant_edit"), sent | {"title": "Late"})
    assert "Somebody changed this grant while you were writing" in late.content.decode()


def test_signed_grant_is_not_made_unlawful(desk, officer, at):
    sent = form_of(officer.get(at("grant_edit"))) | {"union_amount": "160000"}
    page = officer.post(at("grant_edit"), sent)
    assert page.status_code == 422
    assert [each.code for each in page.context["stopped"]] == ["G-07"]


def test_delegated_authority_does_not_give_its_grant_away(desk, client, at):
    client.force_login(desk.delegate)
    sent = form_of(client.get(at("grant_edit")))
    page = client.post(at("grant_edit"), sent | {"delegated_authority": ""})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["delegated_authority"])


def test_signature_and_end_are_written_down(desk, officer):
    draft = grants.draft(desk.programme, by=desk.officer)
    sign, end = f"/office/grants/{draft.pk}/sign/", f"/office/grants/{draft.pk}/end/"
    assert officer.get(sign).status_code == 200
    assert officer.post(sign, {"day": "2999-01-01"}).status_code == 422
    assert officer.post(sign, {"day": "2018-12-24"}).status_code == 302
    assert officer.post(sign, {"day": "2018-12-24"}).status_code == 403
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

    programme = bare_programme(period="2021-2027")
    client.force_login(grants.manager(programme))
    form = client.get(f"/office/programmes/{programme.pk}/grants/enter/").context["form"]
    assert {"intervention_fields", "types_of_action", "implementation", "particular_themes"} <= set(form.fields)
    assert "annex_iv" in dict(form.fields["ground"].choices)
