"""Whatever the database forbids, a test has tried: `test_<name of the constraint>`."""

import ast

from tests.house.tree import ROOT, models, modules, syntax


def test_every_constraint_has_a_test_of_its_name():
    missing = constraints() - functions()
    assert not missing, "\n".join(["", *sorted(missing)])


def test_constraints_have_names_of_their_own():
    names = [constraint.name for model in models() for constraint in model._meta.constraints]
    assert sorted(names) == sorted(set(names))


def constraints() -> set[str]:
    return {f"test_{constraint.name}" for model in models() for constraint in model._meta.constraints}


def functions() -> set[str]:
    return {
        node.name
        for path in modules(ROOT / "tests")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef)
    }
