"""What a programme sets out to do: its objectives with their actions, and the targets it will be measured by."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from openamif.programmes.models.document import objective_of
from openamif.sfc.programme_2014 import Action, NationalObjective, SpecificAction, SpecificObjective
from openamif.web.components.colours import objective_key
from openamif.web.components.prose import Block, blocks
from openamif.web.components.shapes import Coded, Node
from openamif.web.components.tables import Column, Group
from openamif.web.doors import found_or_404
from openamif.web.official import indicator_name, objective_name, reader_language, unit_name
from openamif.web.public.shown import Shown
from openamif.web.short_names import objective_short_name


def tree(shown: Shown) -> list[Node]:
    """Objectives, under them their national objectives and actions, under an action the results it aims at."""
    return [_specific_objective(shown, objective) for objective in shown.document.objectives]


def _specific_objective(shown: Shown, objective: SpecificObjective) -> Node:
    page = reverse("public:objective", args=[shown.programme.pk, objective.code])
    national = [node for each in objective.national_objectives for node in _under(shown, objective, each, page)]
    specific = [_branch(shown, each.code, page, ()) for each in objective.specific_actions if each.text]
    amount = shown.document.financial_plan.get(objective.code)
    return Node(
        objective_short_name(objective.code, shown.period),
        objective.code,
        url=page,
        amount=amount,
        children=[*national, *specific],
        open=True,
    )


def _under(shown: Shown, specific: SpecificObjective, objective: NationalObjective, page: str) -> list[Node]:
    """A national objective with its actions; the actions alone where the specific objective is divided no further."""
    actions = [_action(shown, action, page) for action in objective.actions]
    return actions if objective.code == specific.code else [_branch(shown, objective.code, page, actions)]


def _branch(shown: Shown, code: str, page: str, children: Sequence[Node]) -> Node:
    amount = shown.document.financial_plan.get(code)
    return Node(objective_name(code, shown.period), code, f"{page}#{anchor(code)}", amount or None, children=children)


def _action(shown: Shown, action: Action, page: str) -> Node:
    results = [Node(_told(shown, result)) for result in action.desired_results]
    return Node(_told(shown, action.title), str(action.number), f"{page}#action-{action.number}", children=results)


def _told(shown: Shown, text: str) -> str:
    """The programme's own words, marked where they are in another language than the page."""
    return (
        text if shown.language == reader_language() else format_html('<span lang="{}">{}</span>', shown.language, text)
    )


def anchor(code: str) -> str:
    """The id under which a code stands on the page of its objective."""
    return code.replace(".", "-").lower()


def target_columns(shown: Shown) -> list[Column]:
    """Of the table of indicators; 2021-2027 has a milestone on the way instead of a start."""
    first = (
        Column("milestone", _("Milestone 2024"), "count")
        if shown.milestones
        else Column("baseline", _("Start"), "count")
    )
    return [
        Column("name", _("What is measured")),
        Column("unit", _("In")),
        first,
        Column("target", _("Target"), "count"),
    ]


def target_rows(shown: Shown, objective: str = "") -> list[Any]:
    """The indicators, under a band for each objective; those of one objective alone without a band."""
    rows: list[Any] = []
    head = ""
    for row in shown.document.indicators:
        of = objective_of(row.code)
        if objective and of != objective:
            continue
        if of != head and not objective:
            rows.append(Group(objective_short_name(of, shown.period), of))
        head = of
        name = Coded(row.code, indicator_name(row.code, row.name, shown.period))
        aims = {"baseline": row.baseline, "milestone": shown.milestones.get(row.code), "target": row.target}
        rows.append({"name": name, "unit": unit_name(row.unit), **aims})
    return rows


@dataclass(frozen=True, slots=True)
class Branch:
    """A national objective or a specific action on the page of its objective."""

    code: str
    anchor: str
    name: str
    amount: Decimal | None
    text: list[Block]
    actions: Sequence[Action] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A specific objective with all it says, by its short and its official name. ``share``: of all, in percent."""

    code: str
    name: str
    official: str
    colour: str
    amount: Decimal
    share: Decimal
    strategy: list[Block]
    national: list[Branch]
    specific: list[Branch]


def objective(shown: Shown, code: str) -> Objective:
    """An objective of the programme by its code; 404 where it has none such."""
    plan = shown.document.financial_plan
    found = found_or_404(next((each for each in shown.document.objectives if each.code == code), None))
    amount, total = plan.get(code) or Decimal(0), plan.get("TOTAL") or Decimal(0)
    return Objective(
        code=code,
        name=objective_short_name(code, shown.period),
        official=objective_name(code, shown.period),
        colour=objective_key(code),
        amount=amount,
        share=amount * 100 / total if total else Decimal(0),
        strategy=blocks(found.strategy),
        national=[_leaf(shown, each.code, each.introduction, each.actions) for each in found.national_objectives],
        specific=[_leaf(shown, each.code, each.text) for each in found.specific_actions if _says(shown, each)],
    )


def _says(shown: Shown, action: SpecificAction) -> bool:
    return bool(action.text or shown.document.financial_plan.get(action.code))


def _leaf(shown: Shown, code: str, text: Sequence[str], actions: Sequence[Action] = ()) -> Branch:
    amount = shown.document.financial_plan.get(code)
    if "." not in code:
        return Branch(code, anchor(f"{code}.actions"), _("Actions"), None, blocks(text), actions)
    return Branch(code, anchor(code), objective_name(code, shown.period), amount, blocks(text), actions)
