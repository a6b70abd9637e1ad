"""The demonstration served by a real server, a real Chromium, and persons who log in through the form."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from openamif.demo.people import PASSWORD
from tests.browser.browser import Watched, chromium, launched, watched
from tests.browser.server import Database, Site, prepared, served

HOME = re.compile(r"/(office|mine)/$")


@pytest.fixture(scope="session")
def played(tmp_path_factory) -> Iterator[Database]:
    """The demonstration, played once."""
    if not chromium():
        pytest.skip("there is no Chromium")
    with prepared(tmp_path_factory.mktemp("played")) as database:
        yield database


@pytest.fixture(scope="module")
def site(played, tmp_path_factory, request) -> Iterator[Site]:
    """The demonstration as it stood, served for this module alone."""
    name = request.module.__name__.rpartition(".")[2]
    with served(played, tmp_path_factory.mktemp(name), name) as running:
        yield running


@pytest.fixture(scope="module")
def browser(played) -> Iterator[Browser]:
    with launched() as running:
        yield running


@pytest.fixture
def visitor(browser, site) -> Iterator[Callable[..., Watched]]:
    """Somebody who is not logged in, in a browser of her own."""
    with ExitStack() as stack:
        yield lambda **said: stack.enter_context(watched(browser, base=site.url, **said))


@pytest.fixture
def person(visitor) -> Callable[..., Watched]:
    """Somebody of the demonstration, logged in through the form."""

    def enter(who: str, **said) -> Watched:
        watch = visitor(**said)
        log_in(watch, who)
        return watch

    return enter


def confirm(watch: Watched, password: str = PASSWORD) -> None:
    """Show once more that it is she, where the page asks for it."""
    if "/account/confirm/?" in watch.page.url:
        watch.page.locator("#id_password").fill(password)
        with watch.page.expect_navigation():
            watch.page.locator("#id_password").press("Enter")


def log_in(watch: Watched, who: str, password: str = PASSWORD) -> None:
    watch.page.goto("/account/login/")
    watch.page.locator("#id_login").fill(f"{who}@demo.openamif.eu")
    watch.page.locator("#id_password").fill(password)
    watch.page.locator("#id_password").press("Enter")
    watch.page.wait_for_url(HOME)
