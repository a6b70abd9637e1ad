"""Templates are all in use, keep to the policy of the site, and leave numbers and days to the components."""

import ast
import re
from pathlib import Path

import allauth
import django

from tests.house.tree import APPLICATION, check, modules, name, syntax, templates

INLINE = re.compile(
    r"""<[^>]*\s(?:style|on[a-z]+)\s*=|<style\b|<script(?![^>]*\b(?:src|type="application/json"))""", re.I
)
FORMATS = re.compile(r"\|\s*(?:date|time|timesince|timeuntil|floatformat|intcomma|intword|localize|stringformat)\b")
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")
EXTENDED = [Path(package.__file__).parent / "templates" for package in (allauth,)] + [
    Path(django.__file__).parent / "views" / "templates"
]


def test_no_template_is_unused():
    code = "".join(path.read_text() for path in modules(APPLICATION) + templates())
    patterns = names_made_at_run_time()
    unused = {
        name(path)
        for path in templates()
        if called(path) not in code
        and not (f'"{path.stem}"' in code or any(pattern.fullmatch(called(path)) for pattern in patterns))
        and not stands_in_for_anothers(path)
    }
    check("templates_others_call", unused)


def test_nothing_is_inline():
    """The policy of the site refuses inline scripts and styles: they would be dead."""
    check("inline", {name(path) for path in templates() if INLINE.search(without_tags(path.read_text()))})


def test_pages_leave_formats_to_components():
    check("formats_in_pages", {name(path) for path in templates(components=False) if FORMATS.search(path.read_text())})


def test_nothing_is_shown_unescaped():
    pages = [path for path in templates() if path.suffix == ".html"]
    check("unescaped", {name(path) for path in pages if UNESCAPED.search(path.read_text())})


def called(path: Path) -> str:
    """The name under which Django finds the template."""
    return path.as_posix().rpartition("/templates/")[2]


def names_made_at_run_time() -> set[re.Pattern[str]]:
    """f"door/version_{page}.html" calls any template of that shape; f"door/{page}.html" those named elsewhere."""
    shapes = set()
    for path in modules(APPLICATION):
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.JoinedStr) and ast.unparse(node).strip("f'\"").endswith(".html"):
                parts = (re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in node.values)
                shapes.add("".join(parts))
    return {re.compile(shape) for shape in shapes if not shape.endswith(r"/\w+\.html")}


def stands_in_for_anothers(path: Path) -> bool:
    """Whether the template takes the place of one that a package calls, as a page of errors or of accounts."""
    return any((folder / called(path)).exists() for folder in EXTENDED)


def without_tags(html: str) -> str:
    return re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", html, flags=re.S)


def test_inline_is_noticed():
    for html in ('<p style="x">', "<a href=# onclick='x'>", "<style>", "<script>x</script>", "<p\n STYLE=x>"):
        assert INLINE.search(html)
    for html in ('<script src="x"></script>', '<option value="on">', '<p data-style="x">', "<stylesheet>"):
        assert not INLINE.search(html)
