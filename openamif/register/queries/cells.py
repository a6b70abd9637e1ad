"""What was found in the cells of a file, as it is kept of an import: what many of them share is written once."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from openamif.register.models import RegisterImport

SHARED, OWN = ("sheet", "column", "key", "code", "expected"), ("row", "found")
Cell = dict[str, Any]
"""``sheet`` as the file calls it, ``row`` from 1, ``column`` in letters, ``key``, ``code``, ``expected``, ``found``."""


def together(cells: Iterable[Cell]) -> list[Cell]:
    """Those alike as one, with ``cells``: row and what was found of each; in the order in which they were met."""
    alike: dict[str, Cell] = {}
    for cell in cells:
        shared = {name: cell[name] for name in SHARED}
        kept = alike.setdefault(json.dumps(shared), {**shared, "cells": []})
        kept["cells"].append([cell[name] for name in OWN])
    return list(alike.values())


def apart(kept: Iterable[Cell]) -> Iterator[Cell]:
    """A cell each again."""
    for each in kept:
        shared = {name: each[name] for name in SHARED}
        for own in each["cells"]:
            yield shared | dict(zip(OWN, own, strict=True))


def errors_in(upload: RegisterImport) -> list[Cell]:
    """What keeps the file out, as far as it is kept; ``result["error_count"]`` is the number of all."""
    return list(apart(upload.cells.get("errors", ())))


def warnings_in(upload: RegisterImport) -> list[Cell]:
    """What is worth a look and keeps nothing out, as far as it is kept; ``result["warning_count"]``: of all."""
    return list(apart(upload.cells.get("warnings", ())))
