"""What people come to do, from the log-in to the last click, each in a browser of her own."""

from contextlib import suppress
from datetime import date

import pytest
from playwright.sync_api import FileChooser, TimeoutError

from openamif.demo.play import DOCUMENT
from openamif.web.components import formats

pytestmark = pytest.mark.browser
DECISION = "C(2026) 4242"


def button(watch, name: str) -> None:
    """Press it and wait for the page that follows."""
    with watch.page.expect_navigation():
        watch.page.get_by_role("button", name=name, exact=True).click()


def link(watch, name: str) -> None:
    with watch.page.expect_navigation():
        watch.page.get_by_role("link", name=name, exact=True).first.click()


def good_words(watch) -> str:
    return watch.page.locator(".messages").inner_text()


def version_url(site, version: str = "draft") -> str:
    return f"/office/versions/{site.keys[version]}/"


def test_a_version_goes_from_the_import_to_the_public(site, person, visitor):
    officer, head = person("officer"), person("head")
    imported(site, officer)
    edited(site, officer)
    validated(site, officer)
    sent(site, head)
    adopted(site, officer)
    seen_by_the_public(site, visitor())
    continued(site, officer)
    for watch in (officer, head):
        assert [each for each in watch.faults() if "status of 422" not in each] == []


def imported(site, officer) -> None:
    """The officer reads a document into the draft: what would change is shown before anything is kept."""
    page = officer.page
    page.goto(f"/office/imports/?into={site.keys['programme']}")
    page.locator("#id_file").set_input_files(DOCUMENT)
    button(officer, "Read the document")
    read = page.locator("main").inner_text()
    assert "What would change" in read
    assert "fields differ from version" in read
    assert "None: every line of the document found its place." in read
    button(officer, "Import the document")
    assert "The document is imported" in good_words(officer)
    assert page.url.endswith(version_url(site))


def edited(site, officer) -> None:
    """Money is moved inside integration; the sums follow."""
    page = officer.page
    page.goto(version_url(site) + "edit/amounts/plan/")
    before = page.locator("[name='SO2.NO3-']").input_value()
    page.locator("[name='SO2.NO3-']").fill("not an amount")
    button(officer, "Save")
    assert "is not an amount" in page.locator("main").inner_text()
    assert officer.violations() == []
    assert page.locator("[name='SO2.NO3-']").input_value() == "not an amount"
    page.locator("[name='SO2.NO3-']").fill(before)
    source = page.locator("[name='SO2.NO2-']").input_value()
    amount = float("".join(sign for sign in source if sign.isdigit() or sign == "."))
    page.locator("[name='SO2.NO2-']").fill(f"{amount - 1000:.2f}")
    button(officer, "Save")
    assert "Saved." in good_words(officer)
    page.goto(version_url(site) + "edit/amounts/plan/")
    page.locator("[name='SO2.NO2-']").fill(source)
    button(officer, "Save")
    page.goto(version_url(site) + "edit/rows/timetable/")
    page.locator("[name='rows-0-name']").fill("A name that was put right")
    button(officer, "Save")
    assert "Saved." in good_words(officer)
    assert "A name that was put right" in page.locator("main").inner_text()


def validated(site, officer) -> None:
    """Ready, and not to be sent by whoever made it so."""
    officer.page.goto(version_url(site))
    link(officer, "Validate")
    button(officer, "Validate")
    assert "Done: Validated." in good_words(officer)
    assert "Four eyes" in officer.page.locator("main").inner_text()


def sent(site, head) -> None:
    """The head of unit, in French."""
    head.page.goto(version_url(site) + "moves/send/")
    assert head.page.evaluate("document.documentElement.lang") == "fr"
    with head.page.expect_navigation():
        head.page.locator("main form button[type=submit]").click()
    assert head.page.url.endswith(version_url(site))
    assert head.page.locator(".messages .notice").count() == 1


def adopted(site, officer) -> None:
    """The decision is accepted, then linked."""
    officer.page.goto(version_url(site) + "moves/accept_decision/")
    with officer.page.expect_navigation():
        officer.page.locator("main form button[type=submit]").click()
    officer.page.goto(version_url(site) + "moves/adopt/")
    officer.page.locator("#id_decision_reference").fill(DECISION)
    officer.page.locator("#id_decision_on").fill("2026-05-04")
    with officer.page.expect_navigation():
        officer.page.locator("main form button[type=submit]").click()
    assert "Done: Adopted by the Commission." in good_words(officer)


def seen_by_the_public(site, anyone) -> None:
    anyone.page.goto(f"/programmes/{site.keys['programme']}/")
    shown = anyone.page.locator("main").inner_text()
    assert DECISION in shown
    assert formats.day(date(2026, 5, 4)) in shown
    assert anyone.faults() == []


def continued(site, officer) -> None:
    """The next version begins as a copy."""
    officer.page.goto(version_url(site))
    button(officer, "New version")
    assert "is open: an editable copy." in good_words(officer)


def newest_version(officer) -> str:
    """The address of the one of 2014-2020 that the list of programmes leads to."""
    officer.page.goto("/office/programmes/")
    row = officer.page.locator("main table tr", has_text="2014-2020").first
    with officer.page.expect_navigation():
        row.locator("a").first.click()
    return str(officer.page.url)


def test_a_table_is_saved_as_it_stands_in_a_real_form(site, person):
    officer = person("officer")
    for table in ("timetable", "indicators", "resettlement", "transfers", "turkey", "documents"):
        here = newest_version(officer)
        officer.page.goto(f"{here}edit/rows/{table}/")
        button(officer, "Save")
        assert officer.page.locator(".field-error").count() == 0, table
        assert "Saved." in good_words(officer)


def test_a_new_row_is_added_in_a_real_form(site, person):
    officer = person("officer")
    here = newest_version(officer)
    officer.page.goto(f"{here}edit/authorities/")
    rows = officer.page.locator("tbody tr")
    last = rows.nth(rows.count() - 1)
    last.locator("select").select_option("DA")
    last.locator("input[name$='-name']").fill("Walloon integration authority")
    button(officer, "Save")
    assert "Walloon integration authority" in officer.page.locator("main").inner_text()


def test_a_delegated_authority_reads_its_part_in_its_language(site, person):
    watch = person("flanders")
    watch.page.goto("/office/programmes/")
    watch.page.locator("main table a").first.click()
    watch.page.wait_for_load_state()
    assert watch.page.evaluate("document.documentElement.lang") == "nl"
    assert "SO2.NO2" in watch.page.locator("main").inner_text()
    tabs = watch.page.locator("nav.tabs a, .tabs a")
    addresses = [each.get_attribute("href") for each in tabs.all()]
    assert addresses
    for address in addresses:
        assert watch.page.goto(address).status == 200
        text = watch.page.locator("main").inner_text()
        assert "SO1.NO1" not in text, address
        assert "SO3.NO1" not in text, address
    assert watch.faults() == []


def test_an_auditor_reads_the_trail_and_checks_its_chain(person):
    watch = person("audit")
    watch.page.goto("/office/trail/")
    with watch.page.expect_navigation():
        watch.page.locator(".chain button").click()
    assert watch.page.locator(".chain .notice").count() == 1
    assert "is-bad" not in (watch.page.locator(".chain .notice").get_attribute("class") or "")
    watch.page.locator("#id_event").select_option("adopt")
    with watch.page.expect_navigation():
        watch.page.locator("form.filter button").click()
    assert watch.page.locator("main tbody tr").count() >= 1
    assert watch.faults() == []


def test_an_administrator_enters_a_person_and_gives_a_role(person, visitor):
    watch = person("admin")
    page = watch.page
    page.goto("/office/people/enter/")
    button(watch, "Enter and send the link")
    assert page.locator(".error-summary li").count() >= 2
    page.locator("#id_name").fill("Nora Newcomer")
    page.locator("#id_email").fill("nora@example.org")
    page.locator("#id_language").select_option("nl")
    button(watch, "Enter and send the link")
    assert "Entered." in good_words(watch)
    assert "No role yet" in page.locator("main").inner_text()
    page.locator("#id_kind").select_option("evaluator")
    page.locator("#id_organisation").select_option(label="Evaluation office (demonstration)")
    page.locator("#id_scope").select_option(label="Belgique · AMIF 2014-2020")
    button(watch, "Give the role")
    assert "Evaluation office (demonstration)" in page.locator("main table").first.inner_text()
    assert watch.refusals() == []


def test_an_import_needs_no_mouse(site, person):
    """From the first page to what was read, with the keyboard alone."""
    watch = person("officer")
    page = watch.page
    page.goto("/office/imports/")
    page.wait_for_load_state("networkidle")
    page.bring_to_front()
    assert tab_to(page, "#id_file")
    opened_by_key(page).set_files(DOCUMENT)
    assert tab_to(page, "main form button[type=submit]")
    assert outlined(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert tab_to(page, "#id_title")
    page.keyboard.press("Control+a")
    page.keyboard.type("Fund of Luxembourg")
    assert tab_to(page, "#id_country", back=True)
    page.keyboard.type("Luxem")
    assert page.locator("#id_country").input_value() == "LU"
    assert tab_to(page, "form[action$='/confirm/'] button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Fund of Luxembourg" in page.locator("h1").inner_text()
    assert watch.faults() == []


def opened_by_key(page, tries: int = 3) -> FileChooser:
    """The choice of a file. A browser opens it within seconds of the key or not at all: one presses again."""
    for _try in range(tries):
        with suppress(TimeoutError), page.expect_file_chooser(timeout=10_000) as chooser:
            page.keyboard.press("Space")
            return chooser.value
    raise AssertionError("the key opens no choice of a file")


def tab_to(page, selector: str, *, back: bool = False, most: int = 120) -> bool:
    """Whether the keyboard comes to this place."""
    for _step in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return True
    return False


def outlined(page) -> bool:
    """Whether the place of the keyboard is seen."""
    return bool(
        page.evaluate(
            """() => {
            const style = getComputedStyle(document.activeElement);
            return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        }"""
        )
    )


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_the_language_is_changed_and_stays(visitor, language):
    watch = visitor()
    watch.page.goto("/programmes/")
    before = watch.page.locator("main").inner_text()
    with watch.page.expect_navigation():
        watch.page.locator(f".languages button[value={language}]").click()
    assert watch.page.url.endswith("/programmes/")
    assert watch.page.evaluate("document.documentElement.lang") == language
    assert watch.page.locator("main").inner_text() != before
    watch.page.goto("/")
    assert watch.page.evaluate("document.documentElement.lang") == language
    assert watch.faults() == []


def test_the_language_of_a_person_follows_her_to_another_browser(person):
    watch = person("committee")
    assert watch.page.evaluate("document.documentElement.lang") == "de"
    watch.page.locator(".top .languages summary").click()
    with watch.page.expect_navigation():
        watch.page.locator(".top .languages button[value=en]").click()
    assert watch.page.evaluate("document.documentElement.lang") == "en"
    other = person("committee", language="fr")
    assert other.page.evaluate("document.documentElement.lang") == "en"
