"""Modules and functions stay short enough to be held in the head."""

import ast

from tests.house.tree import APPLICATION, ROOT, check, modules, name, syntax

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40
CODE = (APPLICATION, ROOT / "config", ROOT / "scripts")


def test_modules_have_300_lines_at_most():
    check("long_modules", {name(path) for path in modules(*CODE) if lines(path.read_text()) > LINES_OF_A_MODULE})


def test_functions_have_40_lines_at_most():
    long = {
        f"{name(path)}::{node.name}"
        for path in modules(*CODE)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 > LINES_OF_A_FUNCTION
    }
    check("long_functions", long)


def lines(text: str) -> int:
    return len(text.splitlines())
