"""The overview as everybody may see it: who opens it, what it leads to, what it hides, what it costs."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from openamif.people.states import RoleKind
from openamif.register.models import Participant
from openamif.reports.actions.publish_figures import publish_figures
from openamif.reports.models import Publication
from tests.factories import people, programmes, register, situations

COURSE = "SO2.C2"
DAY = date(2026, 10, 1)
PAGE, FILE = "authority:situation_published", "authority:situation_published_export"
OF_THE_OFFICE = ("/indicators/", "/grants/", "/reports/", "/quality/")


@pytest.fixture
def there(db):
    made = situations.situation(women=3, men=17, in_both=2)
    publish_figures(made.programme, on=DAY, by=None)
    return made


@pytest.fixture
def member(client, there):
    """Of the monitoring committee, logged in."""
    made = people.person(RoleKind.COMMITTEE_MEMBER, scope=there.programme.scope)
    client.force_login(made)
    return made


def shown(client, there) -> str:
    page = client.get(reverse(PAGE, args=[there.programme.pk]))
    assert page.status_code == 200
    html = page.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_the_committee_sees_values_against_targets(client, there, member):
    page = shown(client, there)
    assert "2\u202f500" in page
    assert "0.8\u00a0%" in page


def test_the_committee_sees_what_was_declared(client, there, member):
    page = shown(client, there)
    (line,) = re.findall(r"<tr[^>]*>(?:(?!</tr>).)*SO2\.C3(?:(?!</tr>).)*</tr>", page, re.DOTALL)
    assert re.findall(r'data-label="Of which declared, without register">(.*?)</td>', line) == [
        '<span class="amount">3</span>'
    ]


def test_what_the_committee_sees_hides_small_numbers_and_says_so(client, there, member):
    page = shown(client, there)
    ages = page[page.index("by age and sex") :]
    (line,) = re.findall(r"18 to 60.*?</tr>", ages, re.DOTALL)
    women, men, *_others = re.findall(r"data-label=\"[^\"]+\">(.*?)</td>", line, re.DOTALL)
    assert '<abbr title="hidden">c</abbr>' in women
    assert '<abbr title="hidden">c</abbr>' in men
    assert "from 1 to 4" in page


def test_nothing_leads_the_committee_to_grants_or_persons(client, there, member):
    page = shown(client, there)
    assert not [each for each in OF_THE_OFFICE if each in page]
    secret = [f"P{each.subject_id}" for each in Participant.objects.order_by("pk")]
    assert not [each for each in (there.first.reference, there.first.beneficiary.name, *secret) if each in page]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("situation", ()),
        ("situation_quality", ()),
        ("situation_files", ()),
        ("situation_indicator", (COURSE,)),
        ("situation_contributions_of_all", (COURSE,)),
        ("situation_export", ("figures", "json")),
        ("situation_export", ("programme", "xlsx")),
        ("grants", ()),
        ("reports", ()),
    ],
)
def test_the_committee_is_refused_what_the_authorities_see(client, there, member, name, args):
    assert client.get(reverse(f"authority:{name}", args=[there.programme.pk, *args])).status_code == 403


@pytest.mark.parametrize(
    ("name", "form", "begins"),
    [
        ("committee", "pdf", b"%PDF"),
        ("figures", "xlsx", b"PK"),
        ("figures", "csv", b"\xef\xbb\xbf"),
        ("figures", "json", b"{"),
    ],
)
def test_the_committee_takes_its_report_and_the_figures_for_everyone(client, there, member, name, form, begins):
    way = reverse(FILE, args=[there.programme.pk, name, form])
    assert way in shown(client, there)
    assert client.get(way).content.startswith(begins)


@pytest.mark.parametrize(("name", "form"), [("programme", "xlsx"), ("section-3", "json"), ("nothing", "pdf")])
def test_files_of_the_authorities_and_the_commission_are_not_there(client, there, member, name, form):
    assert client.get(reverse(FILE, args=[there.programme.pk, name, form])).status_code == 404


def test_the_home_of_a_member_says_where_to_go_on(client, there, member):
    page = client.get(reverse("authority:home")).content.decode()
    for way in (
        reverse(PAGE, args=[there.programme.pk]),
        reverse(FILE, args=[there.programme.pk, "committee", "pdf"]),
        reverse("authority:all_situations"),
    ):
        assert f'href="{way}"' in page
    assert reverse("authority:all_reports") not in page
    assert client.get(reverse("authority:all_situations")).url == reverse(PAGE, args=[there.programme.pk])


def test_each_overview_leads_as_far_as_she_sees(client, there, member):
    other = programmes.version(country="NL").programme
    people.role(member, RoleKind.EVALUATOR, scope=other.scope)
    page = client.get(reverse("authority:all_situations")).content.decode()
    for way in (reverse(PAGE, args=[there.programme.pk]), reverse("authority:situation", args=[other.pk])):
        assert f'href="{way}"' in page


def test_an_officer_sees_what_everybody_sees(client, there):
    client.force_login(there.officer)
    whole = client.get(reverse("authority:situation", args=[there.programme.pk])).content.decode()
    assert reverse(PAGE, args=[there.programme.pk]) in whole
    assert '<abbr title="hidden">' in shown(client, there)


def test_what_is_for_everyone_is_of_the_whole_whoever_takes_it(client, there):
    """The figures of a part beside those of the whole would tell what each of them hides."""
    told = []
    for who in (there.officer, there.delegate):
        client.force_login(who)
        way = reverse("authority:situation_export", args=[there.programme.pk, "figures", "json"])
        told.append(json.loads(client.get(way).content))
    assert told[0] == told[1]
    assert COURSE in {row["id"] for row in told[0]["rows"]}


def test_beneficiaries_are_refused_and_strangers_find_nothing(client, there):
    for kind, scope, status in (
        (RoleKind.BENEFICIARY, there.programme.scope, 403),
        (RoleKind.COMMITTEE_MEMBER, programmes.version(country="NL").programme.scope, 404),
    ):
        client.force_login(people.person(kind, scope=scope))
        assert client.get(reverse(PAGE, args=[there.programme.pk])).status_code == status


def test_more_grants_cost_no_more_queries(client, there, member):
    def cost() -> int:
        shown(client, there)
        with CaptureQueriesContext(connection) as captured:
            shown(client, there)
        return len(captured)

    few = cost()
    for _each in range(3):
        register.signed_grant(there.programme, by=there.officer, targets={COURSE: 5})
    assert cost() == few
    assert few <= 25


def published_by(client, who, programme):
    client.force_login(who)
    return client.post(reverse("authority:situation_publish", args=[programme.pk]), follow=True)


def test_an_officer_publishes_the_figures_of_today(db, client):
    there = situations.situation()
    client.force_login(there.officer)
    assert "Nothing is published yet" in shown(client, there)
    page = published_by(client, there.officer, there.programme).content.decode()
    assert "Published on" in page
    assert "Publish the figures of today" not in page
    assert "less than four weeks ago" in page


def test_a_member_is_led_to_no_report_before_there_is_one(db, client):
    programme = programmes.version().programme
    client.force_login(people.person(RoleKind.COMMITTEE_MEMBER, scope=programme.scope))
    page = client.get(reverse("authority:home")).content.decode()
    assert reverse(PAGE, args=[programme.pk]) in page
    assert reverse(FILE, args=[programme.pk, "committee", "pdf"]) not in page


def test_a_second_time_soon_after_is_refused_in_words(client, there):
    Publication.objects.update(on=localdate())
    page = published_by(client, there.officer, there.programme).content.decode()
    assert "less than four weeks ago" in page
    assert Publication.objects.count() == 1


def test_only_the_responsible_authority_publishes(client, there, member):
    for who in (there.delegate, member):
        assert published_by(client, who, there.programme).status_code == 403
    assert Publication.objects.count() == 1
