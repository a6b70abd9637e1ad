"""A figure of the law stands in law/, never as a literal in a rule or a stage."""

import ast
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from tests.house.tree import APPLICATION, check, modules, name, stages, syntax

HARMLESS = {0, 1, 2, 12, 100}
SIZES_OF_COLUMNS = {"max_length", "max_digits", "decimal_places"}


def test_rules_and_stages_write_no_figure():
    figures = {
        f"{name(path)}::{figure}" for path in modules(APPLICATION / "rules", *stages()) for figure in figures_in(path)
    }
    check("figures", figures)


def figures_in(path: Path) -> Iterator[str]:
    columns = {
        id(keyword.value)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in SIZES_OF_COLUMNS
    }
    columns |= {id(node) for members in code_lists(path) for node in ast.walk(members)}
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Constant) and is_figure(node.value) and id(node) not in columns:
            yield str(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Decimal":
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant) and says(each.value))


def code_lists(path: Path) -> Iterator[ast.ClassDef]:
    """Enumerations of numbers: each is a name that is stored, not a figure."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "IntEnum" for base in node.bases):
            yield node


def is_figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value not in HARMLESS


def says(value: object) -> bool:
    """Whether Decimal("…") says a figure."""
    try:
        return isinstance(value, str) and Decimal(value) not in HARMLESS
    except InvalidOperation:
        return False


def test_a_figure_is_noticed(tmp_path):
    module = tmp_path / "rule.py"
    module.write_text(
        'a = 0.5\nb = Decimal("5.5")\nc = Decimal("0.00")\nd = f(max_length=255)\ne = 12\nf = True\n'
        "class G(IntEnum):\n    H = 7\n"
    )
    assert list(figures_in(module)) == ["0.5", "5.5"]
