"""Coming in and going out: words for a wrong password, slow guessing, the way back after logging out, passkeys."""

from contextlib import contextmanager

import pytest

from openamif.demo.people import PASSWORD
from tests.browser.conftest import confirm, log_in

pytestmark = pytest.mark.browser
GUESSES = 12


def try_password(watch, who: str, password: str) -> None:
    watch.page.goto("/account/login/")
    watch.page.locator("#id_login").fill(f"{who}@demo.openamif.eu")
    watch.page.locator("#id_password").fill(password)
    with watch.page.expect_navigation():
        watch.page.get_by_role("button", name="Log in", exact=True).click()


def test_a_wrong_password_is_refused_in_words_that_tell_nothing(visitor):
    watch = visitor()
    try_password(watch, "officer", "not this one")
    known = watch.page.locator(".error-summary").inner_text()
    try_password(watch, "nobody", "not this one")
    assert watch.page.locator(".error-summary").inner_text() == known
    assert "password" in known.lower()
    assert watch.page.locator("#id_login").input_value() == "nobody@demo.openamif.eu"
    assert watch.page.locator("#id_password").input_value() == ""
    assert watch.page.evaluate("document.activeElement.matches('.error-summary')")
    assert watch.refusals() == []


def test_a_page_asked_for_is_opened_after_the_log_in(visitor, site):
    watch = visitor()
    address = f"/office/versions/{site.keys['draft']}/plan/"
    watch.page.goto(address)
    assert "/account/login/" in watch.page.url
    watch.page.locator("#id_login").fill("officer@demo.openamif.eu")
    watch.page.locator("#id_password").fill(PASSWORD)
    watch.page.locator("#id_password").press("Enter")
    watch.page.wait_for_url(f"**{address}")


def test_whoever_logged_out_does_not_come_back_by_the_back_button(person, site):
    watch = person("officer")
    watch.page.goto(f"/office/versions/{site.keys['draft']}/plan/")
    watch.page.locator(".top .user summary").click()
    watch.page.get_by_role("button", name="Log out").click()
    watch.page.wait_for_url(site.url + "/")
    watch.page.go_back()
    watch.page.wait_for_load_state()
    if "/account/login/" not in watch.page.url:
        watch.page.reload()
    assert "/account/login/" in watch.page.url
    assert watch.page.goto("/office/").url.startswith(f"{site.url}/account/login/")


def test_what_was_read_before_logging_out_is_not_kept_by_the_browser(person, site):
    watch = person("officer")
    answer = watch.page.goto(f"/office/versions/{site.keys['draft']}/plan/")
    assert "no-store" in answer.headers.get("cache-control", "")


@contextmanager
def authenticator(page):
    """A device that keeps passkeys and says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield made["authenticatorId"]
    session.detach()


def test_a_passkey_is_added_and_lets_one_in(person):
    watch = person("evaluator")
    page = watch.page
    with authenticator(page):
        page.goto("/account/security/webauthn/add/")
        confirm(watch)
        page.locator("#id_name").fill("Work laptop")
        page.get_by_role("button", name="Add a key").click()
        page.wait_for_url(lambda address: not address.endswith("/webauthn/add/"))
        page.goto("/account/security/webauthn/")
        assert "Work laptop" in page.locator(".keys").inner_text()
        assert "Passkey: logs you in alone" in page.locator(".keys").inner_text()
        page.locator(".top .user summary").click()
        page.get_by_role("button", name="Log out").click()
        page.goto("/account/login/")
        page.get_by_role("button", name="Log in with a passkey").click()
        page.wait_for_url("**/office/")
        assert watch.faults() == []


def test_a_passkey_that_is_not_there_is_told_and_the_password_still_works(visitor):
    watch = visitor()
    with authenticator(watch.page):
        watch.page.goto("/account/login/")
        watch.page.get_by_role("button", name="Log in with a passkey").click()
        watch.page.locator("[data-passkey-trouble]").wait_for(state="visible")
        assert "That did not work." in watch.page.locator("[data-passkey-trouble]").inner_text()
    log_in(watch, "committee")


def test_guessing_is_slowed_down_and_others_still_come_in(visitor):
    watch = visitor()
    said = ""
    for number in range(GUESSES):
        try_password(watch, "audit", f"guess number {number}")
        said = watch.page.locator("main").inner_text()
        if "Too many" in said:
            break
    assert "Too many" in said
    try_password(watch, "audit", PASSWORD)
    assert "/account/login/" in watch.page.url
