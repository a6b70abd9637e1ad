"""What an officer writes and does not save yet outlives the page and a log-in that ran out, until it is saved."""

import pytest

from tests.browser.conftest import log_in

pytestmark = pytest.mark.browser
FILLED = {
    "reference": "BE/2019/PR/0999",
    "starts_on": "2019-01-01",
    "ends_on": "2020-12-31",
    "eligible_amount": "1000",
    "union_amount": "750",
}


def test_a_grant_half_written_outlives_the_page_and_the_log_in(site, person):
    watch = person("officer")
    page, address = watch.page, f"/office/grants/{site.keys['entered']}/edit/"
    page.goto(address)
    title, summary = page.locator("#id_title"), page.locator("#id_summary")
    saved = title.input_value()
    summary.fill("A text that took an hour.")
    page.locator("[name=is_strategic]").check()
    page.goto(address)
    assert summary.input_value() == "A text that took an hour."
    assert page.locator("[name=is_strategic]").is_checked()
    assert page.locator(".draft-told").is_visible()
    page.context.clear_cookies(name="sessionid")
    page.locator("main .btn-primary").click()
    page.wait_for_url("**/login/**")
    log_in(watch, "officer")
    page.goto(address)
    assert summary.input_value() == "A text that took an hour."
    title.fill("Something else")
    page.locator(".draft-told [type=reset]").click()
    assert title.input_value() == saved
    page.goto(address)
    assert title.input_value() == saved
    assert not page.locator(".draft-told").is_visible()
    summary.fill("Shorter.")
    with page.expect_navigation():
        page.locator("main .btn-primary").click()
    page.goto(address)
    assert summary.input_value() == "Shorter."
    assert not page.locator(".draft-told").is_visible()
    assert watch.faults() == []


def test_what_one_wrote_outlives_what_a_colleague_saved_meanwhile(site, person):
    address = f"/office/grants/{site.keys['entered']}/edit/"
    mine, hers = person("officer").page, person("second").page
    mine.goto(address)
    mine.locator("#id_summary").fill("Mine, not saved yet.")
    hers.goto(address)
    hers.locator("#id_title").fill("Her title")
    hers.locator("#id_summary").fill("Her summary.")
    with hers.expect_navigation():
        hers.locator("main .btn-primary").click()
    for _time in range(2):
        mine.goto(address)
        assert mine.locator("#id_title").input_value() == "Her title"
        assert mine.locator("#id_summary").input_value() == "Mine, not saved yet."
        assert mine.locator(".draft-told").is_visible()
    mine.locator("main .btn-primary").click()
    mine.locator(".difference").wait_for()
    assert mine.locator(".difference").count() == 1
    assert "Her summary." in mine.locator(".difference").inner_text()
    mine.goto("/office/")
    mine.goto(address)
    assert mine.locator("#id_summary").input_value() == "Mine, not saved yet."
    with mine.expect_navigation():
        mine.locator("main .btn-primary").click()
    mine.goto(address)
    assert mine.locator("#id_title").input_value() == "Her title"
    assert mine.locator("#id_summary").input_value() == "Mine, not saved yet."
    assert not mine.locator(".draft-told").is_visible()


def test_what_one_wrote_is_not_shown_to_who_logs_in_after_her(site, person):
    watch = person("officer")
    page, address = watch.page, f"/office/grants/{site.keys['entered']}/edit/"
    page.goto(address)
    saved = page.locator("#id_summary").input_value()
    page.locator("#id_summary").fill("For nobody else.")
    page.locator(".user summary").click()
    with page.expect_navigation():
        page.locator("[data-leave] button").click()
    log_in(watch, "second")
    page.goto(address)
    assert page.locator("#id_summary").input_value() == saved


def test_what_one_wrote_before_the_log_in_ran_out_is_not_shown_to_another(site, person):
    watch = person("officer")
    page, address = watch.page, f"/office/grants/{site.keys['entered']}/edit/"
    page.goto(address)
    saved = page.locator("#id_summary").input_value()
    page.locator("#id_summary").fill("For nobody else.")
    page.context.clear_cookies(name="sessionid")
    log_in(watch, "second")
    page.goto(address)
    assert page.locator("#id_summary").input_value() == saved


def test_text_of_a_report_is_not_left_behind_for_another(site, person):
    watch = person("liege")
    page = watch.page
    page.goto(f"/mine/reports/{site.keys['begun']}/")
    page.context.clear_cookies(name="sessionid")
    page.locator(".report-text textarea").first.fill("For nobody else.")
    page.wait_for_url("**/login/**")
    assert "For nobody else." in page.evaluate("JSON.stringify(sessionStorage)")
    log_in(watch, "colleague")
    assert "For nobody else." not in page.evaluate("JSON.stringify(sessionStorage)")


def test_text_of_a_report_outlives_a_log_in_that_ran_out(site, person):
    watch = person("liege")
    page, report = watch.page, f"/mine/reports/{site.keys['begun']}/"
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(report)
    text = page.locator(".report-text textarea").first
    page.context.clear_cookies(name="sessionid")
    text.fill("An afternoon of work.")
    page.wait_for_url("**/login/**")
    assert asked == []
    log_in(watch, "liege")
    page.goto(report)
    assert text.input_value() == "An afternoon of work."
    page.locator(".report-text:not(.is-dirty) .saved time").first.wait_for()
    page.goto(report)
    assert text.input_value() == "An afternoon of work."
    assert page.locator(".is-conflict").count() == 0


def test_what_is_typed_while_a_text_is_on_its_way_is_kept_too(site, person):
    watch = person("liege")
    page, report = watch.page, f"/mine/reports/{site.keys['begun']}/"
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(report)
    text = page.locator(".report-text textarea").last

    def answer(route):
        text.press_sequentially(" and more")
        route.continue_()

    page.route("**/texts/**", answer, times=1)
    with page.expect_response("**/texts/**"):
        text.fill("This much")
    page.wait_for_timeout(200)
    page.goto(report)
    assert text.input_value() == "This much and more"
    page.locator(".report-text:not(.is-dirty)").last.locator(".saved time").wait_for()
    assert page.locator(".is-conflict").count() == 0


def test_whom_to_ask_is_not_kept_in_the_browser(site, person):
    page, address = person("officer").page, f"/office/grants/{site.keys['entered']}/edit/"
    page.goto(address)
    page.locator("#id_contact_name").fill("Somebody Named")
    page.locator("#id_summary").fill("A text that is kept.")
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert "A text that is kept." in kept
    assert "Somebody Named" not in kept


def test_a_new_grant_half_written_is_kept_until_it_is_entered(site, person):
    page, address = person("officer").page, f"/office/programmes/{site.keys['programme']}/grants/enter/"
    page.goto(address)
    page.locator("#id_title").fill("A new grant")
    page.goto("/office/")
    page.goto(address)
    assert page.locator("#id_title").input_value() == "A new grant"
    page.locator("main .btn-primary").click()
    page.locator(".error-summary").wait_for()
    page.goto(address)
    assert page.locator("#id_title").input_value() == "A new grant"
    for name, words in FILLED.items():
        page.locator(f"#id_{name}").fill(words)
    for name in ("beneficiary", "objective", "procedure", "ground"):
        page.locator(f"#id_{name}").select_option(index=1)
    page.locator("main .btn-primary").click()
    page.locator(".messages").wait_for()
    page.goto(address)
    assert page.locator("#id_title").input_value() == ""
