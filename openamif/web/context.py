"""What the frames show around every page: where one is, in which programme, as whom, in which language.

The door supplies it: ``FRAME_SOURCE`` in the settings names a function ``(request) -> mapping`` that may give any of

* ``nav``: sections ``{title, items: [{label, url, current, count, due}]}`` (or ``NavSection`` and ``NavItem``);
* ``working_on``: ``{name, version, state, url}`` (or ``WorkingOn``);
* ``person``: ``{name, role, organisation, account_url}`` (or ``Reader``);
* ``public_nav``: items for the public bar; ``site_name``;
* ``home_url``, ``public_home_url``, ``login_url``, ``search_url``.

Whatever is missing is left out of the page. Nothing is asked of the database unless a frame shows it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from openamif.web.components.shapes import NavItem, NavSection, Reader, WorkingOn

ADDRESSES = ("home_url", "public_home_url", "login_url", "search_url")


def record(shape: type, given: Any) -> Any:
    """The given mapping as a record of this shape, unless it is one already or there is none."""
    return shape(**given) if isinstance(given, Mapping) else given


def items(given: Iterable[Any] | None) -> list[NavItem]:
    """The lines of a section."""
    return [record(NavItem, item) for item in given or ()]


def sections(given: Iterable[Any] | None) -> list[NavSection]:
    """The sections of the side column, without those that are empty."""
    made = [record(NavSection, section) for section in given or ()]
    return [NavSection(section.title, items(section.items)) for section in made if section.items]


def reader(request: HttpRequest, given: Any) -> Reader | None:
    """Who reads; by name alone where the door says no more."""
    if given is not None:
        return record(Reader, given)  # type: ignore[no-any-return]
    user = getattr(request, "user", None)
    return Reader(name=str(user)) if user is not None and user.is_authenticated else None


def mark_of(request: HttpRequest) -> str:
    """A mark that tells the browser whether the same person reads as before, and nobody who she is."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return salted_hmac(__name__, str(user.pk), algorithm="sha256").hexdigest()


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variables of the frames; each is worked out only where a template shows it."""
    source = getattr(settings, "FRAME_SOURCE", "")
    given: Any = SimpleLazyObject(lambda: dict(import_string(source)(request) or {}) if source else {})

    def lazily(make: Any) -> Any:
        return SimpleLazyObject(make)

    return {
        "nav": lazily(lambda: sections(given.get("nav"))),
        "working_on": lazily(lambda: record(WorkingOn, given.get("working_on"))),
        "person": lazily(lambda: reader(request, given.get("person"))),
        "person_mark": lazily(lambda: mark_of(request)),
        "public_nav": lazily(lambda: items(given.get("public_nav"))),
        "site_name": lazily(lambda: str(given.get("site_name") or getattr(settings, "SITE_NAME", "OpenAMIF"))),
        "language": (get_language() or "en").split("-")[0],
        **{name: lazily(lambda name=name: given.get(name) or "") for name in ADDRESSES},
    }
