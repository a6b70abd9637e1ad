"""Reads the repository as the tests of the house need it: modules, templates, models, and who may break a rule."""

import ast
import tomllib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
APPLICATION = ROOT / "openamif"
NO_STAGES = {"demo", "law", "locale", "methods", "rules", "sfc", "web", "workbooks"}


def stages() -> list[Path]:
    """The folders of the life cycle, each with its rooms."""
    return [path.parent for path in APPLICATION.glob("*/__init__.py") if path.parent.name not in NO_STAGES]


def modules(*folders: Path) -> list[Path]:
    """Every Python file in these folders, but for migrations, which nobody writes by hand."""
    found = [path for folder in folders for path in folder.rglob("*.py") if "migrations" not in path.parts]
    assert found, "nothing to look at"
    return sorted(found)


def templates(*, components: bool = True) -> list[Path]:
    """Every template; without those of the components, the pages alone."""
    found = [path for path in APPLICATION.rglob("templates/**/*") if path.is_file()]
    return sorted(path for path in found if components or "components" not in path.relative_to(APPLICATION).parts)


def models() -> list[type[Model]]:
    """Every table of ours."""
    return [model for model in apps.get_models() if model.__module__.startswith("openamif.")]


@cache
def syntax(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    """The path as it is written in the repository."""
    return path.relative_to(ROOT).as_posix()


def calls(path: Path, method: str) -> list[ast.Call]:
    """Where a module calls a method of this name."""
    return [
        node
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def check(rule: str, found: set[str]) -> None:
    """Nothing breaks the rule but what exceptions.toml lists with a reason, and nothing is listed that keeps it."""
    excepted = tomllib.loads((Path(__file__).parent / "exceptions.toml").read_text()).get(rule, {})
    assert all(reason.strip() for reason in excepted.values()), "an exception owes its reason"
    assert found <= excepted.keys(), "\n".join(["", *sorted(found - excepted.keys())])
    assert excepted.keys() <= found, "\n".join(["excepted without need:", *sorted(excepted.keys() - found)])
