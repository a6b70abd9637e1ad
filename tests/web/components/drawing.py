"""Rendering a call as a page would."""

import re
from typing import Any

from django.template import engines
from django.test import RequestFactory


def drawn(call: str, address: str = "/", **given: Any) -> str:
    """What the call gives, in one line."""
    request = RequestFactory().get(address)
    return re.sub(r"[ \n]+", " ", engines["django"].from_string(call).render(given, request)).strip()
