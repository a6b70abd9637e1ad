"""The register of doors: every address of the site by its name, and who is let in."""

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLResolver, get_resolver, reverse

from openamif.web.above import page_above
from openamif.web.api.urls import routes
from tests.factories.people import person
from tests.factories.programmes import version
from tests.house.tree import APPLICATION, modules, syntax

# One line a door: its name, and the policy that guards it. `open_to_all`: no log-in. `account`: a page of the package
# for accounts, which sees to itself; those of them that nobody has to be logged in for stand in OPEN_ACCOUNT_PAGES.
REGISTER = """
public:home                             open_to_all
public:programmes                       open_to_all
public:programme                        open_to_all
public:objective                        open_to_all
public:download                         open_to_all
public:figures                          open_to_all
public:open_data                        open_to_all
public:accessibility                    open_to_all
public:privacy                          open_to_all
set_language                            open_to_all
gallery                                 is_known
access_keys                             can_hold_access_keys
access_key_end                          can_end_access_key

administration:persons                  can_administer_people
administration:person_enter             can_administer_people
administration:person                   can_administer_people
administration:person_change            can_administer_people
administration:person_send_link         can_administer_people
administration:person_close             can_close_account
administration:person_open              can_administer_people
administration:person_role_give         can_give_role
administration:person_role_end          can_end_role
administration:organisations            can_administer_people
administration:organisation_enter       can_administer_people
administration:organisation             can_administer_people
administration:part_enter               can_administer_people
administration:trail                    can_read_trail

authority:home                          is_known
authority:programmes                    is_known
authority:import                        can_begin_programme
authority:import_check                  can_import_this
authority:import_confirm                can_import_this
authority:import_2021                   can_begin_programme
authority:import_2021_template          can_begin_programme
authority:import_2021_check             can_import_this
authority:import_2021_confirm           can_import_this
authority:version                       can_see_version
authority:version_objectives            can_see_version
authority:version_timetable             can_see_version
authority:version_plan                  can_see_version
authority:version_special_cases         can_see_version
authority:version_commitments           can_see_version
authority:version_indicators            can_see_version
authority:version_texts                 can_see_version
authority:version_authorities           can_see_version
authority:version_findings              can_see_version
authority:version_history               can_see_version
authority:version_compare               can_see_version
authority:version_steps                 can_see_version
authority:version_move                  can_see_version
authority:version_begin                 can_begin_version
authority:version_observe               can_see_version
authority:version_delete                can_delete_version
authority:version_export                can_see_version
authority:edit_text                     can_change_version
authority:edit_action                   can_change_version
authority:edit_amounts                  can_change_version
authority:edit_rows                     can_change_version
authority:edit_authorities              can_change_version
authority:edit_control_system           can_change_version
authority:edit_new_action               can_change_version
authority:edit_programme                can_name_programme
authority:all_grants                    is_known
authority:grants                        can_see_grants
authority:grants_export                 can_see_grants
authority:grant_enter                   can_enter_grant
authority:grants_template               can_import_grants
authority:grants_import                 can_import_grants
authority:grants_check                  can_import_grants
authority:grants_errors                 can_import_grants
authority:grants_confirm                can_import_grants
authority:grant                         can_see_grant
authority:grant_edit                    can_change_grant
authority:grant_rows                    can_change_grant
authority:grant_owners                  can_see_owners
authority:grant_edit_owners             can_change_owners
authority:grants_save_view              can_see_grants
authority:grants_delete_view            can_see_grants
authority:grant_sign                    can_see_grant
authority:grant_end                     can_see_grant
authority:register                      can_see_register
authority:register_participants         can_see_register
authority:register_participant          can_open_participant
authority:all_situations                is_known
authority:situation                     can_see_situation
authority:situation_quality             can_see_situation
authority:situation_published           can_see_published_figures
authority:situation_published_export    can_see_published_figures
authority:situation_publish             can_publish_figures
authority:situation_files               can_see_situation
authority:situation_export              can_see_situation
authority:situation_indicator           can_see_situation
authority:situation_contributions       can_see_situation
authority:situation_contributions_of_all can_see_situation
authority:own_indicators                can_see_situation
authority:own_indicator_enter           can_enter_indicator
authority:own_indicator_remove          can_enter_indicator

beneficiary:home                        is_known
beneficiary:grants                      is_known
beneficiary:grant                       can_see_grant
beneficiary:grant_rights                can_give_rights
beneficiary:counted                     can_see_register
beneficiary:declared                    can_declare_value
beneficiary:registers                   is_known
beneficiary:participants                can_see_register
beneficiary:participant_enter           can_fill_register
beneficiary:participants_export         can_see_local_references
beneficiary:participant                 can_see_register
beneficiary:participant_identify        can_fill_register
beneficiary:participant_describe        can_fill_register
beneficiary:event_record                can_fill_register
beneficiary:event_correct               can_fill_register
beneficiary:activities                  can_see_register
beneficiary:activity_enter              can_fill_register
beneficiary:activity_change             can_fill_register
beneficiary:attendance                  can_fill_register
beneficiary:outputs                     can_see_register
beneficiary:output_enter                can_fill_register
beneficiary:output_correct              can_fill_register
beneficiary:imports                     can_see_local_references
beneficiary:import_template             can_fill_register
beneficiary:register_held               can_see_local_references
beneficiary:import                      can_see_local_references
beneficiary:import_progress             can_see_local_references
beneficiary:import_columns              can_fill_register
beneficiary:import_errors               can_see_local_references
beneficiary:import_restart              can_fill_register
beneficiary:import_forget               can_fill_register
beneficiary:import_confirm              can_confirm_import
beneficiary:import_abandon              can_fill_register
beneficiary:reports                     is_known
beneficiary:report_begin                can_begin_report
beneficiary:report                      can_see_report
beneficiary:report_text                 can_edit_report
beneficiary:report_check                can_see_report
beneficiary:report_preview              can_see_report
beneficiary:report_attach               can_edit_report
beneficiary:report_file                 can_see_report
beneficiary:report_file_remove          can_edit_report
beneficiary:report_receipt              can_see_report
beneficiary:report_sign                 can_edit_report
beneficiary:report_answer               can_answer_clarification
beneficiary:report_correct              can_correct_report

authority:all_reports                   is_known
authority:reports                       can_see_grants
authority:reports_export                can_see_grants
authority:report                        can_see_report
authority:report_proof                  can_see_report
authority:report_examine                can_see_report
authority:report_accept                 can_see_report
authority:report_return                 can_see_report
authority:report_ask                    can_see_report
authority:report_correct                can_see_report
authority:report_value                  can_see_report
authority:report_file                   can_see_report
authority:report_receipt                can_see_report
authority:grant_declared                can_declare_value
authority:situation_totals              can_declare_total
authority:grant_rights                  can_give_rights
authority:all_checks                    is_known
authority:checks                        can_see_checks
authority:checks_export                 can_see_checks
authority:check_plan                    can_plan_check
authority:check                         can_see_check
authority:check_list                    can_see_check
authority:check_population              can_see_check
authority:check_finding                 can_see_check
authority:check_link                    can_link_correction
authority:check_carry_out               can_see_check
authority:check_close                   can_see_check
authority:check_abandon                 can_see_check
authority:letters                       can_see_letters
authority:letters_export                can_see_letters
authority:letter                        can_see_letters

api:api-root                            open_to_all
api:openapi-view                        open_to_all
api:openapi-json                        open_to_all
api:programmes                          open_to_all
api:programme                           can_read_version
api:version                             can_read_version
api:version_financial_plan              can_read_version
api:version_special_cases               can_read_version
api:version_annual_commitments          can_read_version
api:version_pledges                     can_read_version
api:version_timetable                   can_read_version
api:version_actions                     can_read_version
api:version_indicators                  can_read_version
api:version_texts                       can_read_version
api:version_findings                    can_read_version
api:law_figures                         open_to_all
api:law_figure                          open_to_all
api:law_code_lists                      open_to_all
api:law_codes                           open_to_all
api:programme_situation                 can_see_situation
api:grants                              is_known
api:grant_activities                    can_see_register
api:grant_participants                  can_see_register
api:grant_events                        can_see_register
api:grant_outputs                       can_see_register
api:grant_events_correction             can_fill_register
api:grant_events_voiding                can_fill_register
api:grant_outputs_correction            can_fill_register
api:grant_outputs_voiding               can_fill_register
api:nowhere                             open_to_all

account                                 account
account_login                           account
account_logout                          account
account_inactive                        account
account_reauthenticate                  account
account_change_password                 account
account_set_password                    account
account_reset_password                  account
account_reset_password_done             account
account_reset_password_from_key         account
account_reset_password_from_key_done    account
mfa_index                               account
mfa_authenticate                        account
mfa_reauthenticate                      account
mfa_activate_totp                       account
mfa_deactivate_totp                     account
mfa_view_recovery_codes                 account
mfa_generate_recovery_codes             account
mfa_download_recovery_codes             account
mfa_list_webauthn                       account
mfa_add_webauthn                        account
mfa_reauthenticate_webauthn             account
mfa_remove_webauthn                     account
mfa_edit_webauthn                       account
mfa_login_webauthn                      account
socialaccount_signup                    open_to_all
socialaccount_login_cancelled           account
socialaccount_login_error               account
openid_connect_login                    account
openid_connect_callback                 account
"""
OPEN_ACCOUNT_PAGES = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "openid_connect_login",
    "openid_connect_callback",
}
# What a page that is open to all answers to a GET, where it is not 200 or 404.
OTHER_ANSWERS = {"set_language": 302, "socialaccount_signup": 403}
PLAIN = {
    "pk": 1,
    "grant": 1,
    "event": 1,
    "output": 1,
    "id": 1,
    "number": 1,
    "objective": "SO1.NO1",
    "code": "SO1",
    "form": "json",
    "key": "summary",
    "move": "validate",
    "name": "objectives",
    "position": 1,
    "rest": "anywhere",
    "table": "plan",
    "upload": 1,
    "view": 1,
    "uidb36": "1",
    "provider_id": "oidc",
}

LINES = [line.split() for line in REGISTER.split("\n") if line]
GUARDS = dict(LINES)
OPEN = [name for name, guard in GUARDS.items() if guard == "open_to_all"]
GUARDED = [
    name for name, guard in GUARDS.items() if guard not in ("open_to_all", "account") and not name.startswith("api:")
]
READ_BY_PROGRAMS = [name for name in GUARDS if name.startswith("api:") and GUARDS[name] != "open_to_all"]


def doors(patterns: list[Any], space: str = "", arguments: tuple[str, ...] = ()) -> Iterator[tuple[str, Any, set[str]]]:
    """Every address below these: its name, its view, and what its path takes."""
    for each in patterns:
        taken = (*arguments, *each.pattern.regex.groupindex)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from doors(each.url_patterns, inner, taken)
        else:
            yield f"{space}{each.name}", each.callback, set(taken)


EVERY = list(doors(get_resolver("config.urls").url_patterns))
VIEWS = {name: view for name, view, _arguments in EVERY}
TAKEN = {name: arguments for name, _view, arguments in EVERY}


def guard_of(name: str, view: Any) -> str:
    """As its decorator says; the pages of accounts have none."""
    of_accounts = name == "account" or view.__module__.startswith("allauth.")
    return getattr(view, "guard", "account" if of_accounts else "nobody")


def address(name: str, **given: object) -> str:
    """Its path, filled in with whatever it takes."""
    return reverse(name, kwargs={key: (PLAIN | given)[key] for key in TAKEN.get(name, set())})


@pytest.fixture(autouse=True)
def quiet(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path


# The list and the site are the same.


def test_every_door_is_on_the_register_and_every_line_has_a_door():
    names = [name for name, _view, _arguments in EVERY]
    assert sorted(set(names) - GUARDS.keys()) == []
    assert sorted(GUARDS.keys() - set(names)) == []
    assert len(names) == len(set(names)), "two addresses of one name"
    assert len(LINES) == len(GUARDS), "two lines of one name"


def test_every_door_is_guarded_as_the_register_says():
    assert {name: guard_of(name, view) for name, view in VIEWS.items()} == GUARDS


def test_programs_come_through_the_doors_that_the_interface_names():
    assert dict(routes()) == {name: guard for name, guard in GUARDS.items() if name.startswith("api:")}


def test_a_guard_is_a_policy():
    functions = {
        node.name
        for path in modules(APPLICATION)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef)
    }
    policies = set(GUARDS.values()) - {"account"}
    assert policies <= functions
    assert all(name.startswith(("can_", "is_")) for name in policies - {"open_to_all"})


def test_no_log_in_is_asked_for_where_the_register_says_so_and_nowhere_else():
    without = {name for name, view in VIEWS.items() if getattr(view, "login_required", True) is False}
    assert without == {*OPEN, *READ_BY_PROGRAMS, *OPEN_ACCOUNT_PAGES}


# And the doors do what the register says. One client asks at all of them: to make one takes longer than its questions.


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_logged_in_is_sent_to_log_in(client, method):
    answers = {name: getattr(client, method)(address(name)) for name in GUARDED}
    log_in = reverse("account_login") + "?next="
    assert [name for name, answer in answers.items() if not answer.headers.get("Location", "").startswith(log_in)] == []
    assert {answer.status_code for answer in answers.values()} == {302}


@pytest.mark.django_db
def test_the_pages_of_an_account_are_for_whoever_is_logged_in(client):
    closed = GUARDS.keys() - {*OPEN, *GUARDED, *READ_BY_PROGRAMS, *OPEN_ACCOUNT_PAGES}
    sent_to = {name: client.get(address(name)).headers.get("Location", "") for name in sorted(closed)}
    assert sent_to
    assert [name for name, place in sent_to.items() if not place.startswith(reverse("account_login"))] == []


@pytest.mark.django_db
def test_what_is_open_to_all_answers_without_log_in(client):
    answers = {name: client.get(address(name, key="lump_sums.resettlement")).status_code for name in OPEN}
    assert {name: status for name, status in answers.items() if status not in (200, 404)} == OTHER_ANSWERS


@pytest.mark.django_db
def test_who_holds_no_role_opens_nothing_but_what_is_for_everyone_with_an_account(client):
    existing = version()
    client.force_login(person())
    found = {"pk": existing.pk, "id": existing.pk}
    pages = {name: address(name, **found) for name in (*GUARDED, *READ_BY_PROGRAMS)}
    answers = {name: client.get(page) for name, page in pages.items()}
    opened = {name for name, answer in answers.items() if answer.status_code not in (403, 404, 405)}
    opened -= {name for name, page in pages.items() if answers[name].headers.get("Location") == page_above(page)}
    assert opened == {name for name, guard in GUARDS.items() if guard == "is_known"}


@pytest.mark.django_db
def test_programs_without_log_in_find_no_version_that_is_not_adopted(client):
    existing = version()
    keys = {
        name: existing.programme_id if name.startswith("api:programme") else existing.pk for name in READ_BY_PROGRAMS
    }
    answers = {name: client.get(address(name, id=pk)).status_code for name, pk in keys.items()}
    written = [name for name in READ_BY_PROGRAMS if GUARDS[name] == "can_fill_register"]
    assert answers == dict.fromkeys(READ_BY_PROGRAMS, 404) | {"api:grants": 401} | dict.fromkeys(written, 405)
