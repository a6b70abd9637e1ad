"""Every page that answers a GET, as somebody who may see it, on a screen and on a phone: clean.

Clean: axe finds nothing against WCAG 2.1 A and AA, the page's policy refuses nothing, the console has no error, and
nothing can be scrolled sideways.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.urls import URLResolver, get_resolver

from tests.browser.browser import PHONE, WIDE, Watched, watched
from tests.browser.conftest import confirm, log_in

pytestmark = pytest.mark.browser
OWN = "/mine/grants/{own_grant}/"
VERSION = "/office/versions/{draft}/"
GRANTS = "/office/programmes/{programme}/grants/"
SITUATION = "/office/programmes/{programme}/situation/"
PAGES = {
    "": {
        "public:home": "/",
        "public:programmes": "/programmes/",
        "public:programme": "/programmes/{programme}/",
        "public:objective": "/programmes/{programme}/objectives/SO2/",
        "public:open_data": "/open-data/",
        "public:accessibility": "/accessibility/",
        "public:privacy": "/privacy/",
        "api:api-root": "/api/",
        "account_login": "/account/login/",
        "account_inactive": "/account/closed/",
        "account_reset_password": "/account/password/forgotten/",
        "account_reset_password_done": "/account/password/forgotten/sent/",
        "account_reset_password_from_key": "/account/password/new/1-x/",
        "account_reset_password_from_key_done": "/account/password/new/done/",
        "socialaccount_signup": "/account/provider/unknown/",
        "socialaccount_login_cancelled": "/account/provider/cancelled/",
        "socialaccount_login_error": "/account/provider/failed/",
    },
    "officer": {
        "authority:home": "/office/",
        "authority:programmes": "/office/programmes/",
        "authority:import": "/office/imports/",
        "authority:import_check": "/office/imports/{readable}/",
        "authority:import_check, cut": "/office/imports/{cut}/",
        "authority:import_2021": "/office/imports/2021-2027/",
        "authority:import_2021_check": "/office/imports/2021-2027/{programme_2021}/",
        "authority:import_check, into": "/office/imports/{readable}/?into={programme}",
        "authority:all_grants": "/office/grants/",
        "authority:grants": GRANTS,
        "authority:grants, none found": GRANTS + "?q=nowhere",
        "authority:grant_enter": GRANTS + "enter/",
        "authority:grants_import": GRANTS + "import/",
        "authority:grants_check": GRANTS + "import/{workbook}/",
        "authority:grant": "/office/grants/{signed}/",
        "authority:grant_edit": "/office/grants/{entered}/edit/",
        "authority:grant_rows": "/office/grants/{entered}/rows/contracts/",
        "authority:grant_rows, amendments": "/office/grants/{entered}/rows/amendments/",
        "authority:grant_owners": "/office/grants/{signed}/owners/",
        "authority:grant_edit_owners": "/office/grants/{entered}/owners/edit/",
        "authority:grant_sign": "/office/grants/{entered}/sign/",
        "authority:grant_end": "/office/grants/{signed}/end/",
        "authority:grant_declared": "/office/grants/{signed}/declared/",
        "authority:situation_totals": SITUATION + "totals/",
        "authority:reports": "/office/programmes/{reporting}/reports/",
        "authority:reports, to examine": "/office/programmes/{reporting}/reports/?stage=submitted",
        "authority:all_reports": "/office/reports/",
        "authority:report": "/office/reports/{submitted}/",
        "authority:report, examined": "/office/reports/{examined}/",
        "authority:report, accepted": "/office/reports/{accepted}/",
        "authority:report_proof": "/office/reports/{accepted}/computed-again/",
        "authority:report_return": "/office/reports/{submitted}/return/",
        "authority:report_ask": "/office/reports/{submitted}/ask/",
        "authority:report_value": "/office/reports/values/{value}/",
        "authority:report_correct": "/office/reports/{accepted}/correct/",
        "authority:situation": SITUATION,
        "authority:situation_quality": SITUATION + "quality/",
        "authority:own_indicators": SITUATION + "own-indicators/",
        "authority:own_indicator_enter": SITUATION + "own-indicators/enter/",
        "authority:own_indicator_remove": SITUATION + "own-indicators/SO2.P1/remove/",
        "authority:situation_files": SITUATION + "files/",
        "authority:situation_published": SITUATION + "published/",
        "authority:situation_published, nothing yet": "/office/programmes/{reporting}/situation/published/",
        "authority:situation_indicator": SITUATION + "indicators/SO2.C2/",
        "authority:situation_contributions_of_all": SITUATION + "indicators/SO2.C2/contributions/",
        "authority:situation_contributions": SITUATION + "indicators/SO2.C2/grants/{signed}/",
        "authority:register": "/office/grants/{own_grant}/register/",
        "authority:register_participants": "/office/grants/{own_grant}/register/participants/",
        "authority:register_participant": "/office/participants/{participant}/",
        "authority:all_checks": "/office/checks/",
        "authority:checks": "/office/programmes/{checked}/checks/",
        "authority:check_plan": "/office/grants/{visited}/checks/plan/",
        "authority:check": "/office/checks/{planned}/",
        "authority:check, carried out": "/office/checks/{carried_out}/",
        "authority:check_finding": "/office/checks/{planned}/sample/1/",
        "authority:check_finding, read": "/office/checks/{carried_out}/sample/1/",
        "authority:check_carry_out": "/office/checks/{looked_at}/visit/",
        "authority:check_close": "/office/checks/{carried_out}/close/",
        "authority:check_abandon": "/office/checks/{planned}/abandon/",
        "authority:letters": "/office/letters/",
        "authority:letter": "/office/letters/{letter}/",
        "authority:version": VERSION,
        "authority:version_objectives": VERSION + "objectives/",
        "authority:version_timetable": VERSION + "timetable/",
        "authority:version_plan": VERSION + "plan/",
        "authority:version_special_cases": VERSION + "special-cases/",
        "authority:version_commitments": VERSION + "commitments/",
        "authority:version_indicators": VERSION + "indicators/",
        "authority:version_texts": VERSION + "texts/",
        "authority:version_authorities": VERSION + "authorities/",
        "authority:version_findings": VERSION + "findings/",
        "authority:version_history": VERSION + "history/",
        "authority:version_compare": VERSION + "compare/",
        "authority:version_steps": VERSION + "steps/",
        "authority:version_move": VERSION + "moves/validate/",
        "authority:version_move, reason": VERSION + "moves/withdraw/",
        "authority:edit_text": VERSION + "edit/texts/summary/",
        "authority:edit_action": VERSION + "edit/actions/1/",
        "authority:edit_new_action": VERSION + "edit/objectives/SO1.NO1/new-action/",
        "authority:edit_control_system": VERSION + "edit/control-system/",
        "authority:edit_amounts, plan": VERSION + "edit/amounts/plan/",
        "authority:edit_amounts, special": VERSION + "edit/amounts/special/",
        "authority:edit_amounts, annual": VERSION + "edit/amounts/annual/",
        "authority:edit_rows, timetable": VERSION + "edit/rows/timetable/",
        "authority:edit_rows, indicators": VERSION + "edit/rows/indicators/",
        "authority:edit_rows, resettlement": VERSION + "edit/rows/resettlement/",
        "authority:edit_rows, transfers": VERSION + "edit/rows/transfers/",
        "authority:edit_rows, turkey": VERSION + "edit/rows/turkey/",
        "authority:edit_rows, documents": VERSION + "edit/rows/documents/",
        "authority:edit_authorities": VERSION + "edit/authorities/",
        "authority:edit_programme": VERSION + "edit/programme/",
        "authority:version, adopted": "/office/versions/{adopted}/",
        "gallery": "/gallery/",
        "account_logout": "/account/logout/",
        "account_reauthenticate": "/account/confirm/",
        "account_change_password": "/account/password/",
        "mfa_index": "/account/security/",
        "access_keys": "/account/keys/",
        "mfa_activate_totp": "/account/security/totp/activate/",
        "mfa_list_webauthn": "/account/security/webauthn/",
        "mfa_add_webauthn": "/account/security/webauthn/add/",
        "not found": "/office/versions/999999/",
        "not open": "/office/people/",
    },
    "liege": {
        "beneficiary:home": "/mine/",
        "beneficiary:grants": "/mine/grants/",
        "beneficiary:grant": OWN,
        "beneficiary:registers": "/mine/registers/",
        "beneficiary:reports": "/mine/reports/",
        "beneficiary:report, begun": "/mine/reports/{begun}/",
        "beneficiary:report, returned": "/mine/reports/{returned}/",
        "beneficiary:report, asked": "/mine/reports/{asked}/",
        "beneficiary:report": "/mine/reports/{accepted}/",
        "beneficiary:report_sign": "/mine/reports/{begun}/sign/",
        "beneficiary:report_sign, complete": "/mine/reports/{returned}/sign/",
        "beneficiary:report_correct": "/mine/reports/{accepted}/correct/",
        "beneficiary:counted": OWN + "indicators/O.2.3/",
        "beneficiary:declared": OWN + "declared/",
        "beneficiary:participants": OWN + "participants/",
        "beneficiary:participants, none found": OWN + "participants/?q=nowhere",
        "beneficiary:participant_enter": OWN + "participants/enter/",
        "beneficiary:participant": "/mine/participants/{participant}/",
        "beneficiary:participant_identify": "/mine/participants/{participant}/identify/",
        "beneficiary:participant_describe": "/mine/participants/{participant}/describe/",
        "beneficiary:event_record": "/mine/participants/{participant}/record/",
        "beneficiary:event_record, activity": "/mine/participants/{participant}/record/?kind=0",
        "beneficiary:event_record, test": "/mine/participants/{participant}/record/?kind=30",
        "beneficiary:event_correct": "/mine/events/{event}/correct/",
        "beneficiary:activities": OWN + "activities/",
        "beneficiary:activity_enter": OWN + "activities/enter/",
        "beneficiary:activity_change": "/mine/activities/{activity}/change/",
        "beneficiary:attendance": OWN + "attendance/",
        "beneficiary:attendance, list": OWN + "attendance/?activity={activity}",
        "beneficiary:attendance, everybody": OWN + "attendance/?activity={activity}&who=all",
        "beneficiary:outputs": OWN + "delivered/",
        "beneficiary:output_enter": OWN + "delivered/enter/",
        "beneficiary:output_correct": "/mine/delivered/{output}/correct/",
        "beneficiary:imports": OWN + "files/",
        "beneficiary:import, running": "/mine/files/{file_kept}/",
        "beneficiary:import, asking": "/mine/files/{file_asking}/",
        "beneficiary:import, wrong": "/mine/files/{file_wrong}/",
        "beneficiary:import": "/mine/files/{file_read}/",
    },
    "flanders": {
        "authority:version, part": VERSION,
        "authority:version_objectives, part": VERSION + "objectives/",
        "authority:version_plan, part": VERSION + "plan/",
    },
    "admin": {
        "administration:persons": "/office/people/",
        "administration:person_enter": "/office/people/enter/",
        "administration:person": "/office/people/{person}/",
        "administration:part_enter": "/office/parts/enter/",
        "administration:person_change": "/office/people/{person}/change/",
        "administration:person_close": "/office/people/{person}/close/",
        "administration:person_role_end": "/office/roles/{role}/end/",
        "administration:organisations": "/office/organisations/",
        "administration:organisation_enter": "/office/organisations/enter/",
        "administration:organisation": "/office/organisations/{organisation}/",
        "administration:trail": "/office/trail/",
        "administration:trail, checked": "/office/trail/?check=1",
    },
}
GERMAN = (
    "authority:checks",
    "authority:check",
    "public:programme",
    "authority:version",
    "authority:situation",
    "authority:version_objectives",
    "authority:version_plan",
    "authority:version_special_cases",
    "authority:version_steps",
    "authority:edit_amounts, special",
    "authority:edit_rows, transfers",
    "mfa_index",
)
ELSEWHERE = {
    "a file": {
        "public:download",
        "public:figures",
        "authority:version_export",
        "authority:grants_export",
        "authority:situation_export",
        "authority:situation_published_export",
        "authority:grants_template",
        "authority:grants_errors",
        "authority:import_2021_template",
        "authority:check_list",
        "authority:check_population",
        "authority:checks_export",
        "authority:letters_export",
        "beneficiary:participants_export",
        "beneficiary:report_preview",
        "beneficiary:report_file",
        "beneficiary:report_receipt",
        "authority:reports_export",
        "authority:report_file",
        "authority:report_receipt",
        "beneficiary:import_template",
        "beneficiary:import_errors",
        "beneficiary:register_held",
        "mfa_download_recovery_codes",
    },
    "data": {"api:openapi-json", "api:nowhere"},
    "the same page": {"api:openapi-view"},
    "leads on at once": {
        "account",
        "authority:all_grants",
        "authority:all_situations",
        "openid_connect_login",
        "openid_connect_callback",
        "mfa_login_webauthn",
    },
    "POST alone": {
        "set_language",
        "access_key_end",
        "beneficiary:grant_rights",
        "authority:situation_publish",
        "beneficiary:report_begin",
        "beneficiary:report_text",
        "beneficiary:report_attach",
        "beneficiary:report_file_remove",
        "beneficiary:report_answer",
        "authority:report_examine",
        "authority:report_accept",
        "authority:grant_rights",
        "beneficiary:import_columns",
        "beneficiary:import_confirm",
        "beneficiary:import_abandon",
        "beneficiary:import_restart",
        "beneficiary:import_forget",
        "authority:import_confirm",
        "authority:import_2021_confirm",
        "authority:check_link",
        "authority:grants_confirm",
        "authority:grants_save_view",
        "authority:grants_delete_view",
        "authority:version_begin",
        "authority:version_delete",
        "administration:person_send_link",
        "administration:person_open",
        "administration:person_role_give",
    },
    "only for whoever has a second step": {
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
    },
    "a part of a page": {"beneficiary:import_progress", "beneficiary:report_check"},
    "only while a version is at the Commission": {"authority:version_observe"},
    "only for whoever has no password": {"account_set_password"},
}
EXPECTED = {
    "not found": 404,
    "not open": 403,
    "socialaccount_signup": 403,
    "socialaccount_login_error": 401,
    "authority:import_check, cut": 422,
    "authority:grants_check": 422,
}
COLOURS_ON_A_PHONE = {
    "gallery",
    "public:home",
    "authority:home",
    "authority:grants",
    "beneficiary:home",
    "beneficiary:attendance, everybody",
    "beneficiary:participants",
    "beneficiary:participant_enter",
    "beneficiary:imports",
    "beneficiary:report, begun",
    "account_login",
}
"""One page of each kind, and every component: a narrow page has the colours of a wide one, but for its menus."""
Reader = Callable[[str, str], Watched]


@pytest.fixture(scope="module")
def reader(browser, site) -> Iterator[Reader]:
    """A person of the demonstration, or nobody, with the language read; each logs in once."""
    there: dict[tuple[str, str], Watched] = {}
    with ExitStack() as stack:

        def find(who: str, language: str) -> Watched:
            if (who, language) not in there:
                watch = stack.enter_context(watched(browser, base=site.url, language=language))
                there[who, language] = watch
                if who:
                    log_in(watch, who)
                    if language != "en":
                        choose(watch, language)
            return there[who, language]

        yield find


def choose(watch: Watched, language: str) -> None:
    """Through the switcher, as a reader does."""
    watch.page.locator(".languages summary").click()
    watch.page.locator(f".languages button[value={language}]").click()
    watch.page.wait_for_load_state()
    assert watch.page.evaluate("document.documentElement.lang") == language


def open_page(watch: Watched, address: str, status: int) -> None:
    watch.errors.clear()
    watch.page.set_viewport_size(WIDE)
    answer = watch.page.goto(address)
    if "/account/confirm/?" in watch.page.url:
        confirm(watch)
        answer = watch.page.goto(address)
    assert answer is not None
    assert (answer.status, watch.page.url.partition("/")[2].partition("/")[2].partition("/")[2]) == (
        status,
        address[1:],
    )


def faults(watch: Watched, status: int, *, screen: bool, phone: bool) -> list[str]:
    """What is wrong at both widths; that the browser notes a refusal of ours as an error is no fault of the page.

    ``screen``, ``phone``: whether contrast is measured there.
    """
    found = [f"screen: {each}" for each in watch.violations(colours=screen)]
    if overflow := watch.overflow():
        found.append(f"screen: {overflow} px too wide")
    watch.page.set_viewport_size(PHONE)
    found += [f"phone: {each}" for each in watch.violations(colours=phone)]
    if overflow := watch.overflow():
        found.append(f"phone: {overflow} px too wide: {watch.page.evaluate(WIDEST)}")
    return found + [each for each in watch.faults() if f"status of {status}" not in each or status == 200]


WIDEST = """() => [...document.querySelectorAll('main *')]
  .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && !each.closest('.table-scroll'))
  .slice(0, 3).map((each) => each.outerHTML.slice(0, 120)).join(' | ')"""


@pytest.mark.parametrize(
    ("who", "name"),
    [pytest.param(who, name, id=f"{who or 'anyone'}-{name}") for who, pages in PAGES.items() for name in pages],
)
def test_a_page_is_clean(site, reader, who, name):
    watch = reader(who, "en")
    status = EXPECTED.get(name, 200)
    open_page(watch, PAGES[who][name].format(**site.keys), status)
    assert faults(watch, status, screen=True, phone=name in COLOURS_ON_A_PHONE) == []


@pytest.mark.parametrize("name", GERMAN)
def test_a_page_with_the_longest_words_is_clean(site, reader, name):
    who = "" if name.startswith("public:") else "head"
    watch = reader(who, "de")
    address = next(pages[name] for pages in PAGES.values() if name in pages)
    open_page(watch, address.format(**site.keys), 200)
    assert watch.page.evaluate("document.documentElement.lang") == "de"
    assert faults(watch, 200, screen=False, phone=False) == []


def test_every_page_that_answers_a_get_is_swept():
    swept = {name.partition(",")[0] for pages in PAGES.values() for name in pages}
    known = {name for name in names() if not name.startswith("api:") or name in ("api:api-root", "api:openapi-json")}
    assert known - swept - set().union(*ELSEWHERE.values()) == set()


def names(patterns=None, space: str = "") -> set[str]:
    """Every name of an address of the site."""
    found: set[str] = set()
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found |= names(pattern.url_patterns, inner)
        else:
            found.add(f"{space}{pattern.name}")
    return found
