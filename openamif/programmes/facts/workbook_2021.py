"""The workbook of a programme of 2021-2027: its rows from a content, and a content from its rows.

The columns have the names of the fields. Rows that name an objective, a year, an intervention field or an indicator
and say nothing of it stand for nothing: the template lists them all.
"""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from openamif.law import code, codes
from openamif.programmes.facts.programme_2021 import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
)
from openamif.programmes.facts.rows_2021 import (
    ASSISTANCE,
    COMMUNICATION,
    OF_AN_AUTHORITY,
    PARTNERSHIP,
    strategy_key,
)
from openamif.rules.programme_2021.table import PERIOD
from openamif.workbooks import CellError, Form, Reading, Row

SUMMARY = "summary"
OBJECTIVES = tuple(each.code for each in codes("objectives", period=PERIOD) if each.code != ASSISTANCE)
SECTIONS = (SUMMARY, *map(strategy_key, OBJECTIVES), PARTNERSHIP, COMMUNICATION)
FIRST_YEAR, LAST_YEAR = map(int, PERIOD.split("-"))
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
OF_AN_ACTION = ("number", "objective", "title", "description", "desired_results")
OF_AN_AIM = ("code", "baseline", "milestone", "target", "source")
ONE_EACH = ("RA", "AA")
SheetRows = dict[str, tuple[dict[str, object], ...]]


def sheet_rows(content: ProgrammeContent, *, longest: int) -> SheetRows:
    """What stands in each sheet; a text longer than a cell may be goes on in the next row."""
    plan = {each.code: each.amount for each in content.objectives} | {ASSISTANCE: content.assistance_amount}
    aims = {each.code: each for each in content.aims}
    return {
        "texts": tuple(
            {"section": key, "text": piece}
            for key, text in texts_of(content).items()
            for piece in pieces(text, longest)
        ),
        "financing": tuple({"line": line, "amount": plan.get(line)} for line in (*OBJECTIVES, ASSISTANCE)),
        "years": tuple({"year": str(year), "amount": content.years.get(year)} for year in YEARS),
        "fields": tuple(
            {"field": each.code, "amount": content.fields.get(each.code)}
            for each in codes("intervention_fields", period=PERIOD)
        ),
        "actions": tuple(
            {"objective": objective.code, **{name: getattr(each, name) for name in OF_AN_ACTION if name != "objective"}}
            for objective in content.objectives
            for each in objective.actions
        ),
        "indicators": tuple(
            {name: getattr(aims.get(each.code, AimContent(each.code)), name) for name in OF_AN_AIM}
            for each in codes("indicators", period=PERIOD)
        ),
        "authorities": tuple({name: getattr(each, name) for name in OF_AN_AUTHORITY} for each in content.authorities),
    }


def texts_of(content: ProgrammeContent) -> dict[str, str]:
    """Every section by its place, in the order of the template; empty where nothing is said."""
    said = {strategy_key(each.code): each.strategy for each in content.objectives}
    said |= {SUMMARY: content.summary, PARTNERSHIP: content.partnership, COMMUNICATION: content.communication}
    return {key: said.get(key, "") for key in SECTIONS}


def pieces(text: str, longest: int) -> Iterator[str]:
    """The text in as few cells as hold it, cut between paragraphs."""
    piece, *paragraphs = text.split("\n")
    for paragraph in paragraphs:
        if len(piece) + 1 + len(paragraph) > longest:
            yield piece
            piece = paragraph
        else:
            piece = f"{piece}\n{paragraph}"
    yield piece


def content_in(reading: Reading, form: Form, *, language: str) -> ProgrammeContent:
    """What the workbook says; further errors go into the reading, and then nothing of it is to be used."""
    require_every_column(reading, form)
    rows = reading.rows
    amounts = {row.get("line"): row.get("amount") for row in rows["financing"]}
    present = [each for each in OBJECTIVES if amounts.get(each) is not None]
    check_amounts(reading, present)
    check_authorities(reading)
    texts = sections_in(rows["texts"])
    return ProgrammeContent(
        objectives=tuple(
            ObjectiveContent(each, amounts[each], texts.get(strategy_key(each), ""), actions_in(rows["actions"], each))
            for each in present
        ),
        assistance_amount=amounts.get(ASSISTANCE) or Decimal(0),
        aims=aims_in(rows["indicators"]),
        authorities=authorities_in(rows["authorities"]),
        summary=texts.get(SUMMARY, ""),
        language=language,
        partnership=texts.get(PARTNERSHIP, ""),
        communication=texts.get(COMMUNICATION, ""),
        fields=dict(sorted(amounts_in(rows["fields"], "field"), key=in_the_order_of("intervention_fields"))),
        years={int(year): amount for year, amount in sorted(amounts_in(rows["years"], "year"))},
    )


def in_the_order_of(name: str) -> Any:
    """A key that sorts pairs by the place of their code in a list of the law."""
    places = {each.code: number for number, each in enumerate(codes(name, period=PERIOD))}
    return lambda pair: places[pair[0]]


def amounts_in(rows: Iterable[Row], key: str) -> Iterator[tuple[str, Decimal]]:
    """Those rows that have an amount."""
    for row in rows:
        if key in row.values and "amount" in row.values:
            yield str(row.get(key)), row.get("amount")


def sections_in(rows: Iterable[Row]) -> dict[str, str]:
    """The texts by section; rows of the same section follow one another as paragraphs."""
    said: dict[str, list[str]] = {}
    for row in rows:
        if "section" in row.values and "text" in row.values:
            said.setdefault(row.get("section"), []).append(row.get("text"))
    return {key: "\n".join(texts) for key, texts in said.items()}


def actions_in(rows: Iterable[Row], objective: str) -> tuple[ActionContent, ...]:
    """Those of an objective, by number."""
    every = (
        ActionContent(
            row.get("title", ""), row.get("description", ""), row.get("desired_results", ""), row.get("number")
        )
        for row in rows
        if row.get("objective") == objective
    )
    return tuple(sorted(every, key=lambda each: each.number or 0))


def aims_in(rows: Iterable[Row]) -> tuple[AimContent, ...]:
    """In the order of Annex VIII, those of which anything is said."""
    aims = []
    for row in rows:
        numbers = {name: Decimal(row.get(name)) for name in ("baseline", "milestone", "target") if name in row.values}
        aim = AimContent(row.get("code", ""), **numbers, source=row.get("source", ""))
        if aim.code and aim.says_something:
            aims.append((aim.code, aim))
    return tuple(aim for _code, aim in sorted(aims, key=in_the_order_of("indicators")))


def authorities_in(rows: Iterable[Row]) -> tuple[AuthorityContent, ...]:
    """In the order of the file, those with a role and a name."""
    said: Iterator[dict[str, Any]] = (
        {name: row.values[name] for name in OF_AN_AUTHORITY if name in row.values} for row in rows
    )
    return tuple(AuthorityContent(**each) for each in said if {"kind", "name"} <= each.keys())


def require_every_column(reading: Reading, form: Form) -> None:
    """A column that is missing is told: read as it is, it would take away what is here."""
    for sheet in form.sheets:
        table = reading.tables[sheet.key]
        for column in sheet.columns:
            if table.columns and not column.required and column.key not in table.columns:
                where = CellError(reading.names[sheet.key], 1, "", "no_heading", column.key, str(column.label))
                reading.tell(where)


def check_amounts(reading: Reading, present: Collection[str]) -> None:
    """At least one objective has an amount, and whatever is said of an objective is of one that has.

    What is wrong among the amounts themselves is put right first.
    """
    if any(error.sheet == reading.names["financing"] for error in reading.errors):
        return
    if not present:
        reading.tell(CellError(reading.names["financing"], 0, "", "no_amount"))
    financed = {*present, ASSISTANCE}
    for sheet, key, objective in objectives_said(reading):
        for row, said in objective:
            if said not in financed:
                reading.wrong(sheet, row.number, key, "not_financed", found=said)


def objectives_said(reading: Reading) -> Iterator[tuple[str, str, Iterator[tuple[Row, str]]]]:
    """Sheet, column, and each row with the objective that it is about."""
    rows = reading.rows
    described = {strategy_key(each): each for each in OBJECTIVES}
    yield (
        "texts",
        "section",
        (
            (row, described[row.get("section")])
            for row in rows["texts"]
            if row.get("section") in described and "text" in row.values
        ),
    )
    yield "actions", "objective", ((row, row.get("objective")) for row in rows["actions"] if "objective" in row.values)
    for sheet, key, name in (("fields", "field", "intervention_fields"), ("indicators", "code", "indicators")):
        yield (
            sheet,
            key,
            (
                (row, code(name, row.get(key), period=PERIOD).text("objective"))
                for row in rows[sheet]
                if key in row.values and len(row.values) > 1
            ),
        )


def check_authorities(reading: Reading) -> None:
    """One that manages and one that audits; addresses that are addresses."""
    first: dict[str, int] = {}
    for row in reading.rows["authorities"]:
        kind, email = row.get("kind"), row.get("email")
        if kind in ONE_EACH and first.setdefault(kind, row.number) != row.number:
            reading.wrong("authorities", row.number, "kind", "one_alone", expected=first[kind])
        if email is not None:
            try:
                validate_email(email)
            except ValidationError:
                reading.wrong("authorities", row.number, "email", "not_an_address", found=email)
