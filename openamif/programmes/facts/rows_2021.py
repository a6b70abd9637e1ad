"""The content of a programme of 2021-2027 as the rows that hold it, and back: each the other's inverse."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from openamif.law import code, codes
from openamif.programmes.facts.programme_2021 import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
)
from openamif.programmes.models import Action, Amount, DesignatedAuthority, IndicatorTarget, Section
from openamif.programmes.models.document import Rows
from openamif.rules.programme_2021.table import PERIOD

ASSISTANCE, TOTAL = "TA", "TOTAL"
PARTNERSHIP, COMMUNICATION = "partnership.6", "partnership.7"
OF_AN_AUTHORITY = ("kind", "name", "head", "address", "email", "designated_on", "activities")


def strategy_key(objective: str) -> str:
    """Where the description of a specific objective stands."""
    return f"objectives.{objective}.strategy"


def content_rows(content: ProgrammeContent) -> Rows:
    """Every row that holds it, the authorities too; unsaved and without a version, in the order of the template."""
    rows: dict[type[Any], Iterator[Any]] = {
        Section: _sections(content),
        Action: _actions(content),
        Amount: _amounts(content),
        IndicatorTarget: _indicators(content),
        DesignatedAuthority: _authorities(content),
    }
    made: Rows = {model: list(several) for model, several in rows.items()}
    for several in made.values():
        for position, row in enumerate(several):
            row.position = position
    return made


def _sections(content: ProgrammeContent) -> Iterator[Section]:
    yield Section(key="summary", text=content.summary)
    for objective in content.objectives:
        yield Section(key=strategy_key(objective.code), text=objective.strategy)
    for key, text in ((PARTNERSHIP, content.partnership), (COMMUNICATION, content.communication)):
        if text:
            yield Section(key=key, text=text)


def _actions(content: ProgrammeContent) -> Iterator[Action]:
    last = max((each.number or 0 for one in content.objectives for each in one.actions), default=0)
    for objective in content.objectives:
        for action in objective.actions:
            if action.number is None:
                last += 1
            yield Action(
                objective=objective.code,
                number=last if action.number is None else action.number,
                title=action.title,
                description=action.description,
                desired_results=action.desired_results,
            )


def _amounts(content: ProgrammeContent) -> Iterator[Amount]:
    for objective in content.objectives:
        yield Amount(table="plan", line=objective.code, amount=objective.amount)
    yield Amount(table="plan", line=ASSISTANCE, amount=content.assistance_amount)
    yield Amount(table="plan", line=TOTAL, amount=content.total_amount)
    for field, amount in content.fields.items():
        yield Amount(table="fields", line=field, amount=amount)
    for year, amount in content.years.items():
        yield Amount(table="years", line=TOTAL, year=year, amount=amount)


def _indicators(content: ProgrammeContent) -> Iterator[IndicatorTarget]:
    """In the order of Annex VIII, with its name and unit in the language of the version."""
    order = [each.code for each in codes("indicators", period=PERIOD)]
    for aim in sorted(content.aims, key=lambda each: order.index(each.code)):
        if not aim.says_something:
            continue
        known = code("indicators", aim.code, period=PERIOD)
        yield IndicatorTarget(
            code=aim.code,
            name=known.name(content.language),
            unit=known.text("unit"),
            baseline=aim.baseline,
            milestone=aim.milestone,
            target=aim.target,
            source=aim.source,
        )


def _authorities(content: ProgrammeContent) -> Iterator[DesignatedAuthority]:
    for each in content.authorities:
        yield DesignatedAuthority(**{name: getattr(each, name) for name in OF_AN_AUTHORITY})


def content_from(rows: Rows, authorities: Iterable[DesignatedAuthority], *, language: str) -> ProgrammeContent:
    """What these rows, each kind in its order, hold."""
    texts = {row.key: row.text for row in rows[Section]}
    tables: dict[str, dict[Any, Decimal]] = defaultdict(dict)
    for row in rows[Amount]:
        tables[row.table][row.line if row.year is None else row.year] = row.amount or Decimal(0)
    plan = tables["plan"]
    described = (key.split(".")[1] for key in texts if key.startswith("objectives."))
    objectives = sorted({*described, *(line for line in plan if line not in (ASSISTANCE, TOTAL))})
    return ProgrammeContent(
        objectives=tuple(_objective(each, rows[Action], plan, texts) for each in objectives),
        assistance_amount=plan.get(ASSISTANCE, Decimal(0)),
        aims=tuple(
            AimContent(row.code, row.milestone, row.target, row.baseline, row.source) for row in rows[IndicatorTarget]
        ),
        authorities=tuple(
            AuthorityContent(**{name: getattr(each, name) for name in OF_AN_AUTHORITY}) for each in authorities
        ),
        summary=texts.get("summary", ""),
        language=language,
        partnership=texts.get(PARTNERSHIP, ""),
        communication=texts.get(COMMUNICATION, ""),
        fields=tables["fields"],
        years=tables["years"],
    )


def _objective(
    objective: str, actions: Iterable[Action], plan: dict[Any, Decimal], texts: dict[str, str]
) -> ObjectiveContent:
    return ObjectiveContent(
        objective,
        plan.get(objective, Decimal(0)),
        texts.get(strategy_key(objective), ""),
        tuple(
            ActionContent(row.title, row.description, row.desired_results, row.number)
            for row in actions
            if row.objective == objective
        ),
    )
