"""The glossary binds every table to a word of the Regulation in four languages."""

from tests.house.tree import ROOT, models

HEADINGS = ["English", "Article", "Identifier", "Français", "Nederlands", "Deutsch"]


def rows() -> list[list[str]]:
    lines = (ROOT / "docs" / "glossary.md").read_text().splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if row != HEADINGS and not set(row[0]) <= {"-"}]


def test_every_table_is_in_the_glossary():
    identifiers = {word.strip("` ") for row in rows() for word in row[2].split(",")}
    assert sorted({model.__name__ for model in models()} - identifiers) == []


def test_every_line_is_complete():
    assert [row for row in rows() if len(row) != len(HEADINGS) or not all(row)] == []


def test_no_term_stands_twice():
    terms = [row[0] for row in rows()]
    assert sorted(terms) == sorted(set(terms))
