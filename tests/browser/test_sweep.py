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
VERSION = "/office/versions/{draft}/"
GRANTS = "/office/programmes/{programme}/grants/"
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
        "authority:import_check, into": "/office/imports/{readable}/?into={programme}",
        "authority:grants": GRANTS,
        "authority:grants, none found": GRANTS + "?q=nowhere",
        "authority:grant_enter": GRANTS + "enter/",
        "authority:grants_import": GRANTS + "import/",
        "authority:grants_check": GRANTS + "import/{workbook}/",
        "authority:grant": "/office/grants/{signed}/",
        "authority:grant_edit": "/office/grants/{entered}/edit/",
        "authority:grant_sign": "/office/grants/{entered}/sign/",
        "authority:grant_end": "/office/grants/{signed}/end/",
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
        "mfa_activate_totp": "/account/security/totp/activate/",
        "mfa_list_webauthn": "/account/security/webauthn/",
        "mfa_add_webauthn": "/account/security/webauthn/add/",
        "not found": "/office/versions/999999/",
        "not open": "/office/people/",
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
        "administration:person_close": "/office/people/{person}/close/",
        "administration:person_role_end": "/office/roles/{role}/end/",
        "administration:organisations": "/office/organisations/",
        "administration:organisation_enter": "/office/organisations/enter/",
        "administration:trail": "/office/trail/",
        "administration:trail, checked": "/office/trail/?check=1",
    },
}
GERMAN = (
    "public:programme",
    "authority:version",
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
        "authority:version_export",
        "authority:grants_export",
        "authority:grants_template",
        "mfa_download_recovery_codes",
    },
    "data": {"api:openapi-json", "api:nowhere"},
    "the same page": {"api:openapi-view"},
    "leads on at once": {
        "account",
        "authority:all_grants",
        "openid_connect_login",
        "openid_connect_callback",
        "mfa_login_webauthn",
    },
    "POST alone": {
        "set_language",
        "authority:import_confirm",
        "authority:grants_confirm",
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


def faults(watch: Watched, status: int) -> list[str]:
    """What is wrong at both widths; that the browser notes a refusal of ours as an error is no fault of the page."""
    found = [f"screen: {each}" for each in watch.violations()]
    if overflow := watch.overflow():
        found.append(f"screen: {overflow} px too wide")
    watch.page.set_viewport_size(PHONE)
    found += [f"phone: {each}" for each in watch.violations()]
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
    assert faults(watch, status) == []


@pytest.mark.parametrize("name", GERMAN)
def test_a_page_with_the_longest_words_is_clean(site, reader, name):
    who = "" if name.startswith("public:") else "head"
    watch = reader(who, "de")
    address = next(pages[name] for pages in PAGES.values() if name in pages)
    open_page(watch, address.format(**site.keys), 200)
    assert watch.page.evaluate("document.documentElement.lang") == "de"
    assert faults(watch, 200) == []


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
