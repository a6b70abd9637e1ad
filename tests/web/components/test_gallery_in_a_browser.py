"""The gallery in a real browser: nothing refused by the policy, nothing found by axe, nothing to scroll sideways."""

import pytest

from tests.browser.browser import chromium, launched, watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.web.components.gallery_door"),
    pytest.mark.skipif(not chromium(), reason="there is no Chromium"),
]
GROUP_WIDTH = """() => {
  const width = (text) => {
    const span = document.createElement("span");
    span.textContent = text;
    span.className = "display-1";
    document.body.append(span);
    const size = parseFloat(getComputedStyle(span).fontSize);
    const wide = span.getBoundingClientRect().width / size;
    span.remove();
    return wide;
  };
  return width("1\\u202f2") - width("12");
}"""


@pytest.fixture
def site(request, settings, tmp_path):
    """The server is asked for last, so that it starts with a folder of static files that is there."""
    settings.FRAME_SOURCE = ""
    settings.STATIC_ROOT = tmp_path
    return request.getfixturevalue("live_server").url


def opened(watch, site):
    watch.page.goto(f"{site}/gallery/")
    watch.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("phone", [False, True], ids=["screen", "phone"])
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_the_gallery_is_clean(site, language, phone):
    with launched() as browser, watched(browser, phone=phone, language=language) as watch:
        opened(watch, site)
        watch.page.locator("[data-chart]").scroll_into_view_if_needed()
        watch.page.wait_for_selector(".chart.is-live")
        assert watch.faults() == []
        assert watch.violations() == []
        assert watch.overflow() == 0


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(site):
    with launched() as browser, watched(browser, phone=True) as watch:
        opened(watch, site)
        button = watch.page.locator("[data-menu-button]")
        button.focus()
        watch.page.keyboard.press("Space")
        assert button.get_attribute("aria-expanded") == "true"
        assert watch.page.evaluate("document.activeElement.closest('.side nav') !== null")
        assert watch.violations() == []
        watch.page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert watch.page.evaluate("document.activeElement.matches('[data-menu-button]')")


def test_a_panel_closes_when_it_is_left(site):
    with launched() as browser, watched(browser) as watch:
        opened(watch, site)
        panel = watch.page.locator(".top .user")
        panel.locator("summary").click()
        assert panel.evaluate("panel => panel.open")
        assert watch.violations() == []
        watch.page.locator("h1").click()
        assert not panel.evaluate("panel => panel.open")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(site):
    with launched() as browser, watched(browser) as watch:
        opened(watch, site)
        watch.page.keyboard.press("Tab")
        assert watch.page.locator(":focus").inner_text() == "Skip to the content"
        watch.page.keyboard.press("Enter")
        assert watch.page.evaluate("document.activeElement.id") == "main"


def test_a_long_text_counts_its_characters(site):
    with launched() as browser, watched(browser) as watch:
        opened(watch, site)
        watch.page.locator("#id_empty-summary").fill("Twelve groups")
        assert watch.page.locator("#id_empty-summary-count").inner_text().startswith("13 /")


def test_a_chosen_file_is_named(site):
    with launched() as browser, watched(browser) as watch:
        opened(watch, site)
        chosen = {"name": "programme.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
        watch.page.locator("#id_empty-document").first.set_input_files(chosen)
        assert "programme.pdf" in watch.page.locator(".upload.has-file [data-chosen]").inner_text()


def test_groups_of_digits_stand_a_fifth_of_an_em_apart(site):
    with launched() as browser, watched(browser) as watch:
        opened(watch, site)
        assert watch.page.evaluate(GROUP_WIDTH) == pytest.approx(0.2, abs=0.03)


def test_without_scripts_the_menu_still_opens(site):
    with launched() as browser:
        page = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False).new_page()
        page.goto(f"{site}/gallery/")
        page.locator(".menu-button").click()
        assert page.locator(".side nav a").first.is_visible()
        assert page.locator(".chart-drawing svg").first.is_visible()
