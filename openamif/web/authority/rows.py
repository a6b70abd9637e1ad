"""The tables of a version, ready for the table component: columns declared once, rows from the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.law.loader import code as law_code
from openamif.law.loader import figure
from openamif.programmes.models import Version
from openamif.sfc.programme_2014 import PLEDGING_PERIODS, YEARS, Action, YearlyAmounts
from openamif.web.authority.charts import shares_of
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Badge, Coded, Explained, Link
from openamif.web.components.tables import Column, Group
from openamif.web.labels import SEVERITIES, VERSION_STATES
from openamif.web.official import (
    beneficiary_type_name,
    commitment_line_name,
    country_name,
    indicator_name,
    objective_name,
    resettlement_category_name,
    special_case_name,
    unit_name,
)
from openamif.web.places import WORDS, anchor

ZERO = Decimal(0)
NON_BREAKING_HYPHEN = "\u2011"


@dataclass(frozen=True)
class Table:
    """What the table component is given."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    total: Any = None
    edits: Sequence[Link] = ()


def money_by_objective(sheet: Sheet) -> Table:
    """National objectives and technical assistance with their shares: special cases apart."""
    shares = shares_of(sheet.document)
    columns = [
        Column("line", _("Objective")),
        Column("amount", _("Allocated (EUR)"), "money"),
        Column("share", _("Share"), "bar"),
    ]
    rows: list[Any] = []
    total = ZERO
    for code, amount in sheet.document.financial_plan.items():
        if code in ("SO1", "SO2", "SO3", "SO4") or code.endswith((".NO", ".SA")) or ".SA" in code:
            continue
        if amount is None or code in ("SPECIAL", "TOTAL"):
            continue
        objective = code.partition(".")[0]
        if not rows or objective != rows[-1].get("objective"):
            rows.append({"objective": objective})
        total += amount
        rows.append({"objective": objective, "line": _coded(code, sheet), "amount": amount, "share": shares.get(code)})
    whole = {"line": _("Total"), "amount": total, "share": Decimal(100) if shares else None}
    return Table(_("Money by objective"), columns, _with_groups(rows, sheet), whole)


def _with_groups(rows: list[dict[str, Any]], sheet: Sheet) -> list[Any]:
    """The bands above the rows of each objective."""
    return [
        row if "line" in row else Group(objective_name(row["objective"], sheet.period), row["objective"]) for row in rows
    ]


def _coded(code: str, sheet: Sheet) -> Coded:
    return Coded(code, objective_name(code, sheet.period))


def plan(sheet: Sheet) -> Table:
    """Table 1 as the form has it, sums included."""
    shares = shares_of(sheet.document)
    columns = [
        Column("line", _("Specific objective, national objective, specific action")),
        Column("amount", _("Union contribution (EUR)"), "money"),
        Column("share", _("Share of basic amounts"), "bar", minimum="minimum"),
    ]
    minima = {
        "SO1.NO": figure("shares.asylum_minimum", on=sheet.on, period=sheet.period).number,
        "SO2.NO": figure("shares.integration_minimum", on=sheet.on, period=sheet.period).number,
    }
    rows: list[Any] = []
    total = None
    for code, amount in sheet.document.financial_plan.items():
        if code == "TOTAL":
            total = {"line": objective_name(code, sheet.period), "amount": amount}
            continue
        objective = code.partition(".")[0]
        if objective not in _groups(rows):
            values = {"amount": sheet.document.financial_plan.get(objective), "share": shares.get(code if code == "TA" else "")}
            rows.append(Group(objective_name(objective, sheet.period), objective, values))
        if "." in code:
            rows.append(
                {
                    "anchor": anchor(f"financial_plan.{code}"),
                    "line": _plan_line(code, sheet),
                    "amount": amount,
                    "share": shares.get(code) if ".NO" in code else None,
                    "minimum": minima.get(code),
                }
            )
    return Table(_("Table 1: financial plan"), columns, rows, total)


def _groups(rows: list[Any]) -> set[str]:
    return {row.code for row in rows if isinstance(row, Group)}


def _plan_line(code: str, sheet: Sheet) -> Coded | str:
    if code.endswith((".NO", ".SA")) or code == "TOTAL":
        return objective_name(code, sheet.period)
    return _coded(code, sheet)


def yearly(sheet: Sheet, table: str) -> Table:
    """Table 2 (``special_cases``) or Table 3 (``annual_commitments``) by year."""
    is_special = table == "special_cases"
    amounts: dict[str, YearlyAmounts] = getattr(sheet.document, table)
    name = special_case_name if is_special else commitment_line_name
    columns = [
        Column("line", _("Line")),
        *(Column(str(year), str(year), "money") for year in YEARS),
        Column("total", _("Total"), "money"),
    ]
    rows = [
        {
            "anchor": anchor(f"{table}.{line}"),
            "line": name(line, sheet.period),
            **{str(year): amount for year, amount in zip(YEARS, row.by_year, strict=True)},
            "total": row.total,
        }
        for line, row in amounts.items()
    ]
    caption = _("Table 2: commitments for special cases (EUR)") if is_special else _("Table 3: annual commitments (EUR)")
    return Table(caption, columns, rows[:-1], rows[-1] if rows else None)


def pledges(sheet: Sheet) -> list[Table]:
    """Sections 4.1 to 4.3: persons by period, and the lump sums that they make."""
    document = sheet.document
    resettled = [
        (f"resettlement.{row.category}", resettlement_category_name(row.category, sheet.period), row.persons)
        for row in document.resettlement
    ]
    moved = [
        (
            f"transfers.{number}",
            _from_to(special_case_name(row.kind, sheet.period), row.from_country, row.to_country),
            row.persons,
            row.kind,
        )
        for number, row in enumerate(document.transfers, start=1)
    ]
    admitted = [(f"turkey.{number}", _("Admission"), row.persons) for number, row in enumerate(document.turkey, start=1)]
    return [
        _pledge_table(sheet, "resettlement", _("4.1 Resettlement"), [(*row, "resettlement") for row in resettled]),
        _pledge_table(sheet, "transfers", _("4.2 Transfer and relocation"), moved),
        _pledge_table(sheet, "turkey", _("4.3 Admission from Turkey"), [(*row, "turkey") for row in admitted]),
    ]


def _from_to(kind: str, origin: str | None, to: str | None) -> str:
    countries = " → ".join(country_name(each) for each in (origin, to) if each)
    return f"{kind}: {countries}" if countries else kind


def _pledge_table(sheet: Sheet, table: str, caption: str, pledged: Sequence[tuple[str, str, Any, str]]) -> Table:
    columns = [
        Column("line", _("Persons")),
        *(Column(period, period.replace("-", NON_BREAKING_HYPHEN), "count") for period in PLEDGING_PERIODS),
        Column("persons", _("Total"), "count"),
        Column("lump_sum", _("Lump sum (EUR)"), "money"),
        Column("amount", _("Amount (EUR)"), "money"),
    ]
    rows = []
    for place, name, persons, kind in pledged:
        total = sum(each or 0 for each in persons)
        lump_sum = _lump_sum(sheet, kind)
        rows.append(
            {
                "anchor": anchor(place),
                "line": name,
                **dict(zip(PLEDGING_PERIODS, persons, strict=True)),
                "persons": total,
                "lump_sum": lump_sum,
                "amount": total * lump_sum,
            }
        )
    sums: dict[str, Any] = {
        key: sum(row[key] or 0 for row in rows) for key in (*PLEDGING_PERIODS, "persons", "amount")
    }
    url = reverse("authority:edit_rows", args=[sheet.version.pk, table])
    edits = [Link(_("Edit"), url)] if sheet.may_change else []
    return Table(caption, columns, rows, {"line": _("Total"), **sums} if rows else None, edits)


def _lump_sum(sheet: Sheet, kind: str) -> Decimal:
    key = law_code("special_cases", kind, period=sheet.period).text("lump_sum")
    return figure(key, on=sheet.on, period=sheet.period).number


def timetable(sheet: Sheet) -> Table:
    """The years in which each main action begins its phases."""
    columns = [
        Column("line", _("Objective")),
        Column("number", _("No"), "text"),
        Column("name", _("Main action")),
        Column("planning", _("Planning"), "text"),
        Column("implementation", _("Implementation"), "text"),
        Column("closing", _("Closing"), "text"),
    ]
    rows = [
        {
            "anchor": anchor(f"timetable.{row.objective}.{row.number}"),
            "line": _coded(row.objective, sheet),
            "number": str(row.number),
            "name": row.name,
            "planning": str(row.planning or ""),
            "implementation": str(row.implementation or ""),
            "closing": str(row.closing or ""),
        }
        for row in sheet.document.timetable
    ]
    return Table(_("Indicative timetable"), columns, rows)


def indicators(sheet: Sheet) -> Table:
    """The indicators, each objective under its band."""
    columns = [
        Column("line", _("Indicator")),
        Column("unit", _("Unit")),
        Column("baseline", _("Baseline"), "count"),
        Column("target", _("Target"), "count"),
        Column("source", _("Source of data")),
    ]
    rows: list[Any] = []
    for row in sheet.document.indicators:
        objective = row.code.partition(".")[0]
        if objective not in _groups(rows):
            rows.append(Group(objective_name(objective, sheet.period), objective))
        rows.append(
            {
                "anchor": anchor(f"indicators.{row.code}"),
                "line": Coded(row.code, indicator_name(row.code, row.name, sheet.period)),
                "unit": unit_name(row.unit),
                "baseline": row.baseline,
                "target": row.target,
                "source": row.source,
            }
        )
    return Table(_("Common indicators"), columns, rows)


@dataclass(frozen=True)
class Branch:
    """A national objective or a specific action with what it says."""

    code: str
    name: str
    amount: Decimal | None
    paragraphs: Sequence[str]
    actions: Sequence[Action] = ()
    anchor: str = ""
    edit: str = ""


@dataclass(frozen=True)
class Trunk:
    """A specific objective with its strategy and its branches."""

    code: str
    name: str
    amount: Decimal | None
    strategy: Sequence[str]
    branches: Sequence[Branch]
    anchor: str = ""
    edit: str = ""


def objectives(sheet: Sheet) -> list[Trunk]:
    """The tree of objectives."""
    plan_amounts = sheet.document.financial_plan
    trunks = []
    for objective in sheet.document.objectives:
        national = [
            Branch(
                each.code,
                objective_name(each.code, sheet.period),
                plan_amounts.get(each.code),
                each.introduction,
                each.actions,
                anchor(f"objectives.{each.code}"),
                _edit(sheet, f"objectives.{each.code}.introduction"),
            )
            for each in objective.national_objectives
        ]
        specific = [
            Branch(
                each.code,
                objective_name(each.code, sheet.period),
                plan_amounts.get(each.code),
                each.text,
                (),
                anchor(f"objectives.{each.code}"),
                _edit(sheet, f"objectives.{each.code}.text"),
            )
            for each in objective.specific_actions
        ]
        trunks.append(
            Trunk(
                objective.code,
                objective_name(objective.code, sheet.period),
                plan_amounts.get(objective.code),
                objective.strategy,
                [*national, *specific],
                anchor(f"objectives.{objective.code}"),
                _edit(sheet, f"objectives.{objective.code}.strategy"),
            )
        )
    return trunks


def _edit(sheet: Sheet, key: str) -> str:
    return reverse("authority:edit_text", args=[sheet.version.pk, key]) if sheet.may_change else ""


@dataclass(frozen=True)
class TextSection:
    """A text of the programme with its heading."""

    title: str
    paragraphs: Sequence[str]
    anchor: str
    edit: str = ""


def sections(sheet: Sheet) -> list[TextSection]:
    """The prose that is not about one objective."""
    return [
        TextSection(title, paragraphs, anchor(key), _edit(sheet, key)) for key, title, paragraphs in _texts(sheet)
    ]


def _texts(sheet: Sheet) -> Iterator[tuple[str, str, Sequence[str]]]:
    document = sheet.document
    yield "summary", str(WORDS["summary"]), document.summary
    yield "baseline", str(WORDS["baseline"]), document.baseline
    for number, paragraphs in document.partnership.items():
        if number == "6.7.2":
            yield "beneficiary_types", _beneficiaries_title(), _beneficiaries(sheet)
        yield f"partnership.{number}", partnership_title(number), paragraphs
    yield "share_deviation", str(WORDS["share_deviation"]), document.share_deviation


def _beneficiaries_title() -> str:
    return "6.7.1 " + _("Main types of beneficiaries")


def _beneficiaries(sheet: Sheet) -> list[str]:
    return [beneficiary_type_name(each, sheet.period) for each in sheet.document.beneficiary_types]


def partnership_title(number: str) -> str:
    """The heading of a section of the form, in the reader's language."""
    titles = {
        "6.1": _("Partners in the preparation of the programme"),
        "6.2": _("Monitoring committee"),
        "6.3": _("Common framework for monitoring and evaluation"),
        "6.4": _("Partners in implementation, monitoring and evaluation"),
        "6.5": _("Information and publicity"),
        "6.6": _("Coordination and complementarity with other instruments"),
        "6.7.2": _("Direct award"),
    }
    return f"{number} {titles.get(number, '')}".strip()


def documents(sheet: Sheet) -> Table:
    """The documents that the form lists."""
    columns = [
        Column("title", _("Title")),
        Column("kind", _("Type")),
        Column("dated_on", _("Date"), "day"),
        Column("local_reference", _("Local reference")),
        Column("sent_on", _("Date sent"), "day"),
    ]
    return Table(_("Documents"), columns, sheet.document.documents)


def holding(sheet: Sheet) -> list[Explained]:
    """The rules that hold."""
    if sheet.part is not None:
        return []
    return [sheet.explained(each) for each in sheet.examination.findings if each.holds]


def side_by_side(sheet: Sheet) -> Table:
    """The messages of the Commission's last validation beside what our check of the same rule finds."""
    columns = [
        Column("severity", _("Severity")),
        Column("code", _("Rule"), "code"),
        Column("message", _("What the Commission’s system said")),
        Column("ours", _("What we find")),
        Column("agree", _("Agreement")),
    ]
    found = {each.rule: each for each in sheet.examination.findings if each.by == "commission"}
    rows = []
    for row in sheet.document.validation:
        label, tone = SEVERITIES[row.severity]
        ours = found.get(row.code)
        agrees = ours is not None and not ours.holds
        rows.append(
            {
                "severity": Badge(str(label), tone),
                "code": row.code,
                "message": row.message,
                "ours": sheet.explained(ours).sentence if ours else "",
                "agree": (Badge(_("Agrees"), "good") if agrees else Badge(_("Differs"), "bad")) if ours else "",
            }
        )
    return Table(_("Last validation by the Commission’s system"), columns, rows)


def versions(sheet: Sheet) -> Table:
    """All versions of the programme."""
    columns = [
        Column("label", _("Version")),
        Column("state", _("State"), "badge"),
        Column("entered_at", _("Begun"), "instant"),
        Column("entered_by", _("By")),
        Column("sent_at", _("Sent"), "instant"),
        Column("decision_reference", _("Decision")),
        Column("decision_on", _("Of"), "day"),
    ]
    return Table(_("Versions"), columns, [_version_row(each) for each in sheet.siblings])


def _version_row(version: Version) -> dict[str, Any]:
    label, tone = VERSION_STATES[version.state]
    return {
        "label": Link(version.label, reverse("authority:version", args=[version.pk])),
        "state": Badge(str(label), tone),
        "entered_at": version.entered_at,
        "entered_by": str(version.entered_by),
        "sent_at": version.sent_at,
        "decision_reference": version.decision_reference,
        "decision_on": version.decision_on,
    }
