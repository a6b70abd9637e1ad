"""What a workbook of grants would do: rows become contents, contents are compared with what is there, nothing changes.

Columns have the names of the fields; grants are matched by reference, organisations by name. A sheet or a column that
the workbook lacks leaves alone what is here, and no row on the sheet of owners leaves those of a grant alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from openamif.grants.facts import Change, GrantContent, OwnerContent, changes_between, content_of, grant_facts
from openamif.grants.models import Grant
from openamif.grants.queries.children import (
    Children,
    Place,
    body_in,
    children_in,
    is_address,
    tell_signed_ahead,
    under_lacking_columns,
)
from openamif.grants.queries.frames import frame_of
from openamif.grants.queries.owners import owners_by_grant
from openamif.grants.states import MOVES, CostCategory
from openamif.people.identifiers import enterprise_number
from openamif.people.models import Organisation
from openamif.programmes.models import Programme
from openamif.rules import grants as rules
from openamif.rules.finding import Finding
from openamif.workbooks import Reading, Row

SHEETS = {
    **{name: name for name in ("partners", "targets", "contracts", "amendments", "work_packages")},
    "targets_by_sex": "targets",
    "contacts": "partners",
}
"""On which sheet the parts of a content stand that have rows of their own."""
NUMBERS = ("enterprise_number", "vat_number")
SAME = ("kind", "country")
FILLED = ("legal_form", *NUMBERS)
PLAIN = (
    *("reference", "title", "objective", "procedure", "starts_on", "ends_on", "eligible_amount", "union_amount"),
    *("ground", "summary", "action", "procedure_reference", "location", "third_country", "applied_on", "signed_on"),
    *("ended_on", "justification", "report_months", "report_days", "reports_start_on"),
    *("intervention_fields", "types_of_action", "implementation", "particular_themes"),
    *("contact_name", "contact_email", "contact_phone", "issued_by", "aid_body", "partnership_part", "reimbursement"),
    *("currency", "public_amount", "annex_iv_action"),
)
FLAGS = ("has_investment", "is_strategic", "is_state_aid", "is_de_minimis")
REQUIRED = PLAIN[: PLAIN.index("ground")]
Wrong = tuple[str, str, object]


@dataclass(frozen=True, slots=True)
class Changed:
    """A grant that is here and that the workbook says otherwise."""

    row: int
    grant: Grant
    content: GrantContent
    changes: tuple[Change, ...]


@dataclass
class Plan:
    """What confirming would do. ``failing``: findings that fail, by row; only those that are errors stop the import.

    ``rows``: where on its sheet each thing stands that a finding can be about, by sheet, reference and key.
    """

    new: list[tuple[int, GrantContent]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0
    new_organisations: list[Organisation] = field(default_factory=list)
    filled_organisations: list[Organisation] = field(default_factory=list)
    failing: list[tuple[int, str, Finding]] = field(default_factory=list)
    owners: dict[str, tuple[OwnerContent, ...]] = field(default_factory=dict)
    rows: dict[Place, Row] = field(default_factory=dict)
    count: int = 0

    @property
    def errors(self) -> list[tuple[int, str, Finding]]:
        """Row, reference and finding of those that stop the import."""
        return [each for each in self.failing if rules.errors((each[2],))]

    @property
    def as_seen(self) -> str:
        """What confirming would do, in one word: another one as soon as anything of it differs."""
        changed = [(each.grant.pk, each.changes) for each in self.changed]
        filled = [(body.pk, *(getattr(body, name) for name in FILLED)) for body in self.filled_organisations]
        entered = [(body.name, *(getattr(body, name) for name in FILLED)) for body in self.new_organisations]
        return sha256(repr((self.new, changed, entered, filled, self.owners)).encode()).hexdigest()

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to confirm."""
        organisations = self.new_organisations or self.filled_organisations
        return bool(self.new or self.changed or self.owners or organisations)


def plan_import(programme: Programme, reading: Reading, *, on: date) -> Plan:
    """Compared with the database in sixteen queries, however many the rows; more errors go into ``reading``."""
    plan = Plan()
    bodies = _organisations(reading, plan)
    children = children_in(reading, bodies, on=on)
    plan.rows = children.rows
    here = {grant.reference: grant for grant in Grant.objects.filter(programme=programme).with_content()}
    frame = frame_of(programme)
    # Of a row with a cell that cannot be read nobody knows what it would change.
    unread = {each.row for each in reading.errors if each.sheet == reading.names["grants"]}
    examined: set[str] = set()
    for row in reading.rows["grants"]:
        plan.count += 1
        known = here.get(str(row.get("reference", "")).upper())
        content = _content(reading, row, bodies, children, content_of(known) if known else None, on)
        if content is None:
            continue
        examined.add(content.reference)
        if row.number not in unread and not _goes_in(reading, plan, row.number, content, known):
            continue
        found = rules.check(grant_facts(content, programme), frame, on=on)
        plan.rows["grants", content.reference, ""] = row
        plan.failing += [(row.number, content.reference, each) for each in found if not each.holds]
    tell_signed_ahead(reading, children, examined, on=on)
    named = owners_by_grant([here[each] for each in children.owners if each in here])
    for reference, owners in children.owners.items():
        if reference not in here or tuple(owners) != named.get(here[reference].pk, ()):
            plan.owners[reference] = tuple(owners)
    return plan


def _organisations(reading: Reading, plan: Plan) -> dict[str, Organisation]:
    """Every body by its name as compared: those here, and those that the workbook would enter."""
    bodies = {each.name.casefold(): each for each in Organisation.objects.order_by("country", "pk")}
    taken = {(name, getattr(each, name)): each for each in bodies.values() for name in NUMBERS if getattr(each, name)}
    for row in reading.rows.get("organisations", ()):
        name = row.get("name")
        if name is None:
            continue
        values = {**{key: row.get(key, "") for key in ("short_name", *SAME, *FILLED)}, "name": name}
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
    """Numbers and a legal form that were not known yet are filled in; what is known is not changed from here."""
    filled = False
    for name in (*SAME, *FILLED):
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


def _content(
    reading: Reading, row: Row, bodies: dict[str, Organisation], children: Children, here: GrantContent | None, on: date
) -> GrantContent | None:
    """None where the row lacks what every grant has, or says what cannot be; the reading has told it, or is told."""
    beneficiary = body_in(reading, "grants", row, "beneficiary", bodies)
    delegated = body_in(reading, "grants", row, "delegated_authority", bodies)
    if beneficiary is None or any(key not in row.values for key in REQUIRED):
        return None
    values: dict[str, Any] = {key: row.values[key] for key in PLAIN if key in row.values}
    reference = values["reference"] = values["reference"].upper()
    if "action" in values:
        values["action"] = int(values["action"])
    values |= {key: row.get(key) == "yes" for key in FLAGS}
    values["is_vat_recoverable"] = {"yes": True, "no": False}.get(row.get("is_vat_recoverable", ""))
    values |= {"beneficiary": beneficiary, "delegated_authority": delegated}
    values["budget"] = {each: row.values[each] for each in CostCategory if row.get(each)}
    values |= children.content_for(reference)
    if here is not None:
        values |= _as_it_was(reading, values, children, here)
    wrong = list(_cannot_be(values, on))
    for key, code, expected in wrong:
        partner = children.rows.get(("partners", reference, beneficiary.name)) if code == "own_partner" else None
        sheet, at, column = ("partners", partner.number, "organisation") if partner else ("grants", row.number, key)
        reading.wrong(sheet, at, column, code, expected=expected, found=values.get(key))
    return None if wrong else GrantContent(**values)


def _cannot_be(values: dict[str, Any], on: date) -> Iterator[Wrong]:
    """The column, the code and what was expected, of each thing that no grant can say."""
    yield from _days_cannot_be(values, on)
    if values["beneficiary"] in values.get("partners", ()):
        yield "beneficiary", "own_partner", None
    if values["union_amount"] > values["eligible_amount"]:
        yield "union_amount", "above_cost", values["eligible_amount"]
    if values.get("aid_body") and not (values["is_state_aid"] or values["is_de_minimis"]):
        yield "aid_body", "no_aid", None
    if values.get("contact_email") and not is_address(values["contact_email"]):
        yield "contact_email", "not_an_address", None


def _days_cannot_be(values: dict[str, Any], on: date) -> Iterator[Wrong]:
    starts_on, signed_on, ended_on = values["starts_on"], values.get("signed_on"), values.get("ended_on")
    if starts_on > values["ends_on"]:
        yield "ends_on", "ends_before_start", starts_on
    if ended_on and not signed_on:
        yield "signed_on", "missing", None
    if ended_on and ended_on < starts_on:
        yield "ended_on", "ends_before_start", starts_on
    happened = (("applied_on", values.get("applied_on")), ("signed_on", signed_on), ("ended_on", ended_on))
    yield from ((name, "still_to_come", on) for name, day in happened if day and day > on)


def _as_it_was(reading: Reading, values: dict[str, Any], children: Children, here: GrantContent) -> dict[str, Any]:
    """What the workbook has no column or no sheet for."""
    lacking = (*PLAIN, *FLAGS, "is_vat_recoverable", "delegated_authority")
    kept = {name: getattr(here, name) for name in lacking if ("grants", name) not in reading.letters}
    budget = {key: each for key, each in here.budget.items() if ("grants", key) not in reading.letters}
    kept["budget"] = {**budget, **values["budget"]}
    for name, sheet in SHEETS.items():
        if sheet not in children.sheets:
            kept[name] = getattr(here, name)
    return kept | under_lacking_columns(reading, values, here)


def _goes_in(reading: Reading, plan: Plan, row: int, content: GrantContent, here: Grant | None) -> bool:
    """New, or changed; what is as it was is left alone, whatever the rules find of it. A state never goes back."""
    if here is None:
        plan.new.append((row, content))
        return True
    changes = changes_between(content_of(here), content)
    order = [each.target for each in MOVES.values()]
    if here.state in order and (content.state not in order or order.index(content.state) < order.index(here.state)):  # type: ignore[arg-type]
        key = "ended_on" if content.signed_on else "signed_on"
        reading.wrong("grants", row, key, "goes_back", expected=here.ended_on or here.signed_on)
    if changes:
        plan.changed.append(Changed(row, here, content, changes))
    else:
        plan.unchanged += 1
    return bool(changes)
