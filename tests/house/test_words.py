"""Names say what a thing is: the words that say nothing are not used, and no folder is a drawer."""

import ast
import re

from tests.house.tree import APPLICATION, check, modules, name, syntax

EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "info", "process", "handle", "handler"}
DRAWERS = {"common", "core", "helpers", "lib", "misc", "services", "shared", "utils"}


def test_no_definition_has_an_empty_name():
    empty = {
        f"{name(path)}::{node.name}"
        for path in modules(APPLICATION)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and EMPTY_WORDS & words(node.name)
    }
    check("empty_names", empty)


def test_no_module_is_a_drawer():
    check("drawers", {name(path) for path in modules(APPLICATION) if DRAWERS & {path.stem, path.parent.name}})


def words(identifier: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", identifier)}
