"""A real Chromium for tests: started once, with what a page's policy refuses collected, and axe to read pages with."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
PATIENCE = 60_000
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
LISTEN = """
window.refusals = [];
document.addEventListener('securitypolicyviolation', (event) => window.refusals.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile || ''}:${event.lineNumber} ${event.sample}`));
"""
LOOK = "(said) => axe.run(document, {...said, resultTypes: ['violations'], preload: false})"


def chromium() -> str:
    """Where the system's Chromium is; empty where there is none."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, without a window, until the block is left."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watched:
    """A page and what went wrong on it: errors on its console, requests that failed."""

    page: Page
    errors: list[str] = field(default_factory=list)

    def refusals(self) -> list[str]:
        """What the page's Content-Security-Policy refused."""
        return list(self.page.evaluate("window.refusals"))

    def faults(self) -> list[str]:
        """Everything that a clean page has none of."""
        return [*self.errors, *self.refusals()]

    def overflow(self) -> int:
        """By how many pixels the page can be scrolled sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def violations(self, *, colours: bool = True) -> list[str]:
        """What axe finds against WCAG 2.1 AA and good practice, a line each; contrast takes most of its time."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(LOOK, {"runOnly": STANDARD, "rules": {"color-contrast": {"enabled": colours}}})
        return [violation(one["id"], node) for one in found["violations"] for node in one["nodes"]]


def violation(rule: str, node: dict[str, Any]) -> str:
    """The rule, the place and the last line of what axe says of it."""
    words = (node["failureSummary"] or "").splitlines() or [""]
    return f"{rule}: {' '.join(map(str, node['target']))}: {words[-1].strip()}"


@contextmanager
def watched(browser: Browser, *, phone: bool = False, language: str = "en", base: str = "") -> Iterator[Watched]:
    """A fresh page of a reader, on a screen or on a phone, that notes what goes wrong; ``base``: of short addresses."""
    context = browser.new_context(
        viewport=PHONE if phone else WIDE,
        is_mobile=phone,
        has_touch=phone,
        locale=language,
        reduced_motion="reduce",
        base_url=base or None,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(LISTEN)
    watch = Watched(page)
    page.on("console", lambda message: watch.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    try:
        yield watch
    finally:
        context.close()
