"""What a beneficiary comes to do: take attendance on a phone, with a script and without, and take somebody back."""

import pytest

from tests.browser.conftest import log_in

pytestmark = pytest.mark.browser
WHO = "liege"


def roll_url(site) -> str:
    return f"/mine/grants/{site.keys['own_grant']}/attendance/?activity={site.keys['activity']}&who=all"


def saved(watch) -> str:
    """Press Save; what the new list then says, once it stands where the old one stood."""
    before = watch.page.locator("#roll").element_handle()
    watch.page.locator(".roll-save").click()
    before.wait_for_element_state("hidden")
    return watch.page.locator("#roll .notice, #roll .error-summary").first.inner_text()


def test_attendance_is_taken_and_taken_back_on_a_phone(site, person):
    watch = person(WHO, phone=True)
    watch.page.goto("/mine/")
    assert "/mine/" in watch.page.url
    attendance_is_taken(watch, roll_url(site))
    assert watch.overflow() == 0
    assert watch.faults() == []


def attendance_is_taken(watch, address: str) -> None:
    watch.page.goto(address)
    first = watch.page.locator("input[name=present]").first
    reference = watch.page.locator(".roll-who").first.inner_text()
    watch.page.locator("[data-roll-words]").fill(reference)
    assert watch.page.locator(".roll-list li:visible").first.inner_text().startswith(reference)
    watch.page.locator("[data-roll-none]").click()
    first.check()
    assert watch.page.locator("[data-roll-count]").inner_text().startswith("1 /")
    assert "1" in saved(watch)
    reason = watch.page.locator("[data-roll-reason]")
    assert not reason.is_visible()
    watch.page.locator("input[name=present]").first.uncheck()
    assert reason.is_visible()
    saved(watch)
    assert watch.page.locator("#roll .error-summary").count() == 1
    watch.page.locator("#id_reason").fill("Ticked by mistake")
    assert "1" in saved(watch)
    assert watch.page.locator("input[name=present][data-recorded]").count() == 0


def test_attendance_outlives_a_lost_connection_and_the_page(site, person):
    watch = person(WHO, phone=True)
    watch.page.goto(roll_url(site))
    watch.page.locator("[data-roll-none]").click()
    ticked = watch.page.locator("input[name=present]").first
    ticked.check()
    watch.page.context.set_offline(True)
    watch.page.locator(".roll-save").click()
    watch.page.locator("[data-roll-failed]").wait_for()
    assert ticked.is_checked()
    watch.page.context.set_offline(False)
    watch.page.context.clear_cookies(name="sessionid")
    watch.page.locator(".roll-save").click()
    watch.page.wait_for_url("**/login/**")
    log_in(watch, WHO)
    watch.page.goto(roll_url(site))
    assert ticked.is_checked()
    assert watch.page.locator(".draft-told").is_visible()
    assert watch.page.locator("[data-roll-count]").inner_text().startswith("1 /")
    assert "1" in saved(watch)
    watch.page.goto(roll_url(site))
    assert not watch.page.locator(".draft-told").is_visible()
    watch.page.locator("[name=hours]").fill("7.75")
    assert "1" in saved(watch)
    assert not watch.page.locator(".draft-told").is_visible()


def test_half_a_day_is_told_before_it_would_be_sent_as_none(site, person):
    watch = person(WHO)
    watch.page.goto(f"/mine/grants/{site.keys['own_grant']}/participants/enter/")
    watch.page.locator("#id_local_reference").fill("HALF-1")
    watch.page.locator("#id_born_on").focus()
    watch.page.keyboard.type("12")
    watch.page.locator("main form button.btn-primary").first.click()
    watch.page.wait_for_timeout(300)
    assert watch.page.url.endswith("/participants/enter/")
    assert watch.page.locator("#id_local_reference").input_value() == "HALF-1"
    assert watch.page.evaluate("document.activeElement.id") == "id_born_on"


def test_text_of_a_report_outlives_a_lost_connection_and_is_not_written_over(site, person):
    mine, theirs = person(WHO), person(WHO)
    report = f"/mine/reports/{site.keys['begun']}/"

    def write(watch, words: str) -> None:
        watch.page.locator(".report-text textarea").first.fill(words)

    for each in (mine, theirs):
        each.page.on("dialog", lambda dialog: dialog.accept())
        each.page.goto(report)
    mine.page.context.set_offline(True)
    write(mine, "Written on the train")
    mine.page.locator(".text-problem").wait_for()
    write(theirs, "Written at the office")
    theirs.page.locator(".report-text").first.locator(".saved time").wait_for()
    mine.page.context.set_offline(False)
    mine.page.goto(report)
    assert mine.page.locator(".report-text textarea").first.input_value() == "Written on the train"
    told = mine.page.locator(".text-state.is-conflict")
    told.wait_for()
    assert "Written at the office" in told.inner_text()
    told.locator("a").click()
    mine.page.wait_for_load_state("networkidle")
    assert mine.page.locator(".report-text textarea").first.input_value() == "Written at the office"


def test_answer_to_the_authority_outlives_the_page(site, person):
    watch = person(WHO)
    report = f"/mine/reports/{site.keys['asked']}/"
    watch.page.goto(report)
    watch.page.locator("#question textarea").fill("Groups A and B, since March.")
    watch.page.goto("/mine/")
    watch.page.goto(report)
    assert watch.page.locator("#question textarea").input_value() == "Groups A and B, since March."
    assert watch.page.locator("#question .draft-told").is_visible()


def test_what_was_done_is_told_in_sight_where_the_page_is_long(site, person):
    watch = person(WHO, phone=True)
    watch.page.goto(f"/mine/grants/{site.keys['own_grant']}/")
    form = watch.page.locator("#people form").last
    form.locator("select").select_option("view")
    form.locator("button").click()
    watch.page.wait_for_load_state()
    told = watch.page.locator(".notice[role=alert]").bounding_box()
    assert 0 < told["y"] < told["y"] + told["height"] < 844
    assert watch.page.locator("#people").bounding_box()["y"] > told["y"]


def test_an_activity_outlives_a_log_in_that_ran_out_and_is_sent_once(site, person):
    watch = person(WHO, phone=True)
    page, sent = watch.page, []
    page.goto(f"/mine/grants/{site.keys['own_grant']}/activities/enter/")
    page.locator("#id_reference").fill("TWICE")
    page.locator("#id_title").fill("A walk through the city")
    page.locator("#id_kind").select_option(index=1)
    page.locator("#id_starts_on").fill("2001-01-01")
    page.context.clear_cookies(name="sessionid")
    page.locator("main .btn-primary").click()
    page.wait_for_url("**/login/**")
    assert page.locator(".messages .notice").count() == 1
    log_in(watch, WHO)
    page.goto(f"/mine/grants/{site.keys['own_grant']}/activities/enter/")
    assert page.locator("#id_title").input_value() == "A walk through the city"
    assert page.locator(".draft-told").is_visible()
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    with page.expect_navigation():
        page.locator("main .btn-primary").dblclick()
    page.locator(".error-summary").wait_for()
    assert len(sent) == 1
    assert page.locator("#id_reference").input_value() == "TWICE"
    assert watch.overflow() == 0
