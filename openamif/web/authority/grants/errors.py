"""What is wrong with a workbook, in words: by sheet, row and column."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from openamif.grants.facts import SEXES
from openamif.grants.queries import Plan
from openamif.rules.finding import Finding
from openamif.rules.grants.identity import period_of
from openamif.web.authority.grants.labels import CELL_ERRORS, COST_CATEGORIES, FIELDS, FILE_REFUSALS, OUT_OF_RANGE
from openamif.web.authority.grants.sheet import finding_words
from openamif.web.cells import Told
from openamif.web.components import formats
from openamif.web.labels import LEGAL_FORMS, ORGANISATION_KINDS
from openamif.web.official import country_name
from openamif.workbooks import CellError, NotAWorkbook, Reading

FEW, A_PAIR = 6, 2
SIGNED_SHEETS = ("contracts", "amendments")


def said_of(value: object) -> str:
    """A figure of an error in the reader's writing; of a long list, the first few."""
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, Decimal):
        return formats.money(value)
    if isinstance(value, int):
        return formats.count(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return formats.listed(value, at_most=FEW)
    return str(value or "")


def in_words(error: CellError, sentences: Mapping[str, Promise] = CELL_ERRORS) -> Told:
    """An error of a cell; ``sentences``: by code."""
    words = {"label": error.label, "found": chosen_word(error, error.found)}
    if error.code == "out_of_range" and isinstance(error.expected, tuple):
        sentence = str(OUT_OF_RANGE) % {
            **words,
            "least": said_of(error.expected[0]),
            "most": said_of(error.expected[1]),
        }
    else:
        words["expected"] = chosen_word(error, error.expected)
        sentence = (str(sentences[error.code]) % words).replace("….", "…")
    return Told(error.sheet, error.row, error.column, error.label, sentence)


def chosen_word(error: CellError, value: object) -> str:
    """What is known of a body differs in words, not in codes; else the figure of an error."""
    if error.code == "differs" and error.key == "kind":
        return str(ORGANISATION_KINDS[str(value)])
    if error.code == "differs" and error.key == "legal_form":
        return str(LEGAL_FORMS[str(value)])
    if error.code == "differs" and error.key == "country":
        return country_name(str(value))
    return said_of(value)


def left_aside(reading: Reading, others: Iterable[str]) -> list[str]:
    """What of the workbook nobody read: ``others``, sheets that are none of the template's, and unknown headings."""
    sheets = [_("Nothing was read of the sheet “%(sheet)s”: the template has none of this name.") % {"sheet": each}
              for each in others]  # fmt: skip
    said = _("Nothing was read of the column %(column)s of “%(sheet)s”: the template has no heading “%(heading)s”.")
    return sheets + [
        said % {"column": each.column, "sheet": reading.names[each.sheet], "heading": each.words}
        for each in reading.unknown
    ]


def period_meant(reading: Reading, period: str) -> str:
    """The other period, where every reference of the file is of that one: the wrong template was filled in, or sent."""
    said = {period_of(str(row.get("reference", "")).upper()) for row in reading.rows["grants"]}
    (only,) = said if len(said) == 1 else ("",)
    return "" if only == period else only


def refusal_words(refusal: NotAWorkbook) -> str:
    """Why a file is not taken."""
    return str(FILE_REFUSALS[refusal.code])


def told(reading: Reading, plan: Plan, period: str) -> list[Told]:
    """What is wrong in cells, then what the rules stand against; in the order of sheets, rows and columns."""
    cells = [in_words(error) for error in reading.errors]
    against = against_rules(reading, plan, period)
    grants = reading.names["grants"]
    return sorted(
        (*cells, *against),
        key=lambda each: (each.sheet != grants, each.sheet, each.row, len(each.column), each.column),
    )


def against_rules(reading: Reading, plan: Plan, period: str) -> Iterable[Told]:
    """Findings as lines, at the row and the columns that they are about."""
    for row, reference, finding in plan.errors:
        sheet, number, keys = _place_of(finding, reference, row, plan)
        letters = sorted((reading.letters.get((sheet, key), "") for key in keys), key=lambda each: (len(each), each))
        headings = [str(FIELDS.get(key, "")) for key in keys]
        words = finding_words(finding, period)
        if len(keys) > A_PAIR:
            letters, headings = [f"{letters[0]}–{letters[-1]}"], [str(FIELDS["budget"])]
        told = titled(words.title, words.sentence)
        yield Told(reading.names[sheet], number, ", ".join(letters), ", ".join(headings), told)


def _place_of(finding: Finding, reference: str, row: int, plan: Plan) -> tuple[str, int, list[str]]:
    """Sheet, row and columns; what is kept from here, because the file does not say it, is told at its grant."""
    head, _dot, rest = finding.place.partition(".")
    if head == "targets":
        line = plan.rows.get(("targets", reference, rest))
        if line is None:
            return "grants", row, ["reference"]
        sexes = [sex for sex in SEXES if sex in line.values] if finding.rule == "G-13" else []
        return "targets", line.number, sexes or ["target" if finding.variant == "half" else "indicator"]
    if head in SIGNED_SHEETS:
        paper = plan.rows.get((head, reference, int(rest) if head == "amendments" else rest))
        return (head, paper.number, ["signed_on"]) if paper else ("grants", row, ["reference"])
    if head == "budget":
        said = plan.rows["grants", reference, ""].values
        return "grants", row, [each for each in COST_CATEGORIES if each in said] or ["eligible_amount"]
    return "grants", row, [head]


def warnings_of(plan: Plan, period: str) -> list[str]:
    """What the rules only warn of: each rule once, in a sentence where it is the same of all, with its grants."""
    by_title: dict[str, set[str]] = {}
    sentences: dict[str, set[str]] = {}
    errors = {id(finding) for _row, _reference, finding in plan.errors}
    for _row, reference, finding in plan.failing:
        if id(finding) not in errors:
            words = finding_words(finding, period)
            by_title.setdefault(words.title, set()).add(reference)
            sentences.setdefault(words.title, set()).add(words.sentence)
    return [_warned(title, sentences[title], said_of(sorted(grants))) for title, grants in by_title.items()]


def _warned(title: str, sentences: set[str], grants: str) -> str:
    (only,) = sentences if len(sentences) == 1 else ("",)
    return f"{titled(title, only)} ({grants})" if only else titled(title, grants)


def titled(title: str, said: str) -> str:
    """What a line is about, and what it says."""
    return _("%(title)s: %(said)s") % {"title": title, "said": said}
