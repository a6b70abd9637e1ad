"""What lies in wait for every test: another language left over, rows in an order nobody asked for, variables unset."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db.models import QuerySet
from django.template import engines
from django.template.base import Node
from django.utils import timezone, translation

OURS = str(Path(__file__).resolve().parents[1] / "openamif")


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    """The language, the time zone and the cache of one test are not those of the next."""
    yield
    translation.deactivate()
    timezone.deactivate()
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def rows_in_no_order_come_backwards() -> Iterator[None]:
    """A query that states no order promises none: whoever relies on one is found out."""
    fetch = QuerySet._fetch_all

    def fetch_backwards(rows: QuerySet) -> None:
        fresh = rows._result_cache is None
        fetch(rows)
        if fresh and not rows.ordered:
            rows._result_cache.reverse()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "_fetch_all", fetch_backwards)
        yield


class UnsetVariable(str):
    """Stands for a variable that the view never set; a template of ours that shows one fails its test."""

    def __contains__(self, key: str) -> bool:
        return key == "%s"

    def __mod__(self, variable: object) -> str:
        template = template_being_rendered()
        if template.startswith(OURS):
            pytest.fail(f"{template} shows {variable}, which was never set")
        return ""


def template_being_rendered() -> str:
    """The file of the innermost template at this moment."""
    frame = inspect.currentframe()
    while frame:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return str(node.origin)
        frame = frame.f_back
    return ""


@pytest.fixture(autouse=True, scope="session")
def variables_are_set() -> None:
    """Django shows nothing for a variable that is not there; the tests do not let it pass."""
    engines["django"].engine.string_if_invalid = UnsetVariable("unset")
