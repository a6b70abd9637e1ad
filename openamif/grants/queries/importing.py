"""What a workbook of grants would do: rows become contents, contents are compared with what is there, nothing changes.

Sheets are ``organisations``, ``grants``, ``partners`` and ``targets``; their columns have the names of the fields.
Grants are matched by reference, organisations by name.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from openamif.grants.facts import Change, GrantContent, changes_between, content_of, grant_facts
from openamif.grants.models import Grant
from openamif.grants.queries.frames import frame_of
from openamif.grants.states import MOVES, CostCategory
from openamif.people.identifiers import enterprise_number
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules import grants as rules
from openamif.rules.finding import Finding
from openamif.workbooks import Reading, Row

NUMBERS = ("enterprise_number", "vat_number")
SAME = ("kind", "country")
PLAIN = (
    *("reference", "title", "objective", "procedure", "starts_on", "ends_on", "eligible_amount", "union_amount"),
    *("ground", "summary", "action", "procedure_reference", "location", "third_country", "applied_on", "signed_on"),
    *("ended_on", "justification", "report_months", "report_days"),
    *("intervention_fields", "types_of_action", "implementation", "particular_themes"),
)
REQUIRED = PLAIN[: PLAIN.index("ground")]


@dataclass(frozen=True, slots=True)
class Changed:
    """A grant that is here and that the workbook says otherwise."""

    row: int
    grant: Grant
    content: GrantContent
    changes: tuple[Change, ...]


@dataclass
class Plan:
    """What confirming would do. ``failing``: findings that fail, by row; only those that are errors stop the import."""

    new: list[tuple[int, GrantContent]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0
    new_organisations: list[Organisation] = field(default_factory=list)
    filled_organisations: list[Organisation] = field(default_factory=list)
    failing: list[tuple[int, str, Finding]] = field(default_factory=list)
    count: int = 0

    @property
    def errors(self) -> list[tuple[int, str, Finding]]:
        """Row, reference and finding of those that stop the import."""
        return [each for each in self.failing if rules.errors((each[2],))]

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to confirm."""
        return bool(self.new or self.changed or self.new_organisations or self.filled_organisations)


def plan_import(programme: Programme, reading: Reading, *, on: date) -> Plan:
    """Compared with the database in ten queries, whatever the number of rows; more errors go into ``reading``."""
    plan = Plan()
    bodies = _organisations(reading, plan)
    children = _children(reading, bodies)
    here = {grant.reference: grant for grant in Grant.objects.filter(programme=programme).with_content()}
    frame = frame_of(programme)
    for row in reading.rows["grants"]:
        plan.count += 1
        content = _content(reading, row, bodies, children)
        if content is None:
            continue
        _compare(reading, plan, row.number, content, here.get(content.reference))
        found = rules.check(grant_facts(content, programme), frame, on=on)
        plan.failing += [(row.number, content.reference, each) for each in found if not each.holds]
    return plan


def _organisations(reading: Reading, plan: Plan) -> dict[str, Organisation]:
    """Every body by its name as compared: those here, and those that the workbook would enter."""
    bodies = {each.name.casefold(): each for each in Organisation.objects.order_by("country", "pk")}
    taken = {(name, getattr(each, name)): each for each in bodies.values() for name in NUMBERS if getattr(each, name)}
    for row in reading.rows.get("organisations", ()):
        name = row.get("name")
        if name is None:
            continue
        values = {**{key: row.get(key, "") for key in ("short_name", *SAME, *NUMBERS)}, "name": name}
        if given := values["enterprise_number"]:
            values["enterprise_number"] = enterprise_number(given, country=values["country"] or "BE") or ""
            if not values["enterprise_number"]:
                reading.wrong("organisations", row.number, "enterprise_number", "check_digits", found=given)
        known = bodies.get(name.casefold())
        body = known or Organisation(**values)
        for number in NUMBERS:
            owner = taken.setdefault((number, values[number]), body) if values[number] else body
            if owner is not body:
                reading.wrong("organisations", row.number, number, "number_of_another", found=owner.name)
        if known is None:
            bodies[name.casefold()] = body
            plan.new_organisations.append(body)
        else:
            _fill(reading, plan, row, known, values)
    return bodies


def _fill(reading: Reading, plan: Plan, row: Row, known: Organisation, values: dict[str, Any]) -> None:
    """Numbers that were not known yet are filled in; what is known is not changed from here."""
    filled = False
    for name in (*SAME, *NUMBERS):
        there, said = getattr(known, name), values[name]
        if not said or said == there:
            continue
        if there:
            reading.wrong("organisations", row.number, name, "differs", expected=there, found=said)
        else:
            setattr(known, name, said)
            filled = True
    if filled and known.pk:
        plan.filled_organisations.append(known)


@dataclass
class Children:
    """What stands on the other sheets, by reference as compared."""

    partners: dict[str, list[Organisation]] = field(default_factory=lambda: defaultdict(list))
    targets: dict[str, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))


def _children(reading: Reading, bodies: dict[str, Organisation]) -> Children:
    children = Children()
    for row in reading.rows.get("partners", ()):
        body = _body(reading, "partners", row, "organisation", bodies)
        if body is not None and "reference" in row.values:
            partners = children.partners[row.values["reference"].upper()]  # type: ignore[union-attr]
            if body in partners:
                reading.wrong("partners", row.number, "organisation", "twice", found=body.name)
            partners.append(body)
    for row in reading.rows.get("targets", ()):
        if {"reference", "indicator", "target"} <= row.values.keys():
            targets = children.targets[row.values["reference"].upper()]  # type: ignore[union-attr]
            if row.values["indicator"] in targets:
                reading.wrong("targets", row.number, "indicator", "twice", found=row.values["indicator"])
            targets[row.values["indicator"]] = row.values["target"]  # type: ignore[index,assignment]
    return children


def _body(reading: Reading, sheet: str, row: Row, key: str, bodies: dict[str, Organisation]) -> Organisation | None:
    name = row.get(key)
    body = bodies.get(str(name).casefold()) if name is not None else None
    if name is not None and body is None:
        reading.wrong(sheet, row.number, key, "no_such_organisation", found=name)
    return body


def _content(reading: Reading, row: Row, bodies: dict[str, Organisation], children: Children) -> GrantContent | None:
    """None where the row lacks what every grant has; the reading has told it already, or is told here."""
    beneficiary = _body(reading, "grants", row, "beneficiary", bodies)
    delegated = _body(reading, "grants", row, "delegated_authority", bodies)
    if beneficiary is None or any(key not in row.values for key in REQUIRED):
        return None
    values: dict[str, Any] = {key: row.values[key] for key in PLAIN if key in row.values}
    reference = values["reference"] = values["reference"].upper()
    if values["starts_on"] > values["ends_on"]:
        reading.wrong("grants", row.number, "ends_on", "ends_before_start", expected=values["starts_on"])
        return None
    if values["union_amount"] > values["eligible_amount"]:
        reading.wrong("grants", row.number, "union_amount", "above_cost", expected=values["eligible_amount"])
        return None
    if "ended_on" in values and "signed_on" not in values:
        reading.wrong("grants", row.number, "signed_on", "missing")
        return None
    if "ended_on" in values and values["ended_on"] < values["starts_on"]:
        reading.wrong("grants", row.number, "ended_on", "ends_before_start", expected=values["starts_on"])
        return None
    if "action" in values:
        values["action"] = int(values["action"])
    for key in ("has_investment", "is_strategic"):
        values[key] = row.get(key) == "yes"
    return GrantContent(
        **values,
        beneficiary=beneficiary,
        delegated_authority=delegated,
        partners=tuple(children.partners.get(reference, ())),
        budget={each: row.values[each] for each in CostCategory if row.get(each)},  # type: ignore[misc]
        targets=dict(children.targets.get(reference, {})),
    )


def _compare(reading: Reading, plan: Plan, row: int, content: GrantContent, here: Grant | None) -> None:
    """New, changed or as it was; a state never goes back."""
    if here is None:
        plan.new.append((row, content))
        return
    changes = changes_between(content_of(here), content)
    order = [each.target for each in MOVES.values()]
    if here.state in order and (content.state not in order or order.index(content.state) < order.index(here.state)):  # type: ignore[arg-type]
        key = "ended_on" if content.signed_on else "signed_on"
        reading.wrong("grants", row, key, "goes_back", expected=here.ended_on or here.signed_on)
    if changes:
        plan.changed.append(Changed(row, here, content, changes))
    else:
        plan.unchanged += 1
