"""The objectives as a tree, and the prose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.law.loader import codes
from openamif.programmes.facts.rows_2021 import strategy_key
from openamif.programmes.facts.workbook_2021 import OBJECTIVES, texts_of
from openamif.programmes.models.document import lines, sections_of
from openamif.programmes.models.document.shapes import BENEFICIARY_TYPES
from openamif.sfc.programme_2014 import Action
from openamif.web.authority.sheet import Sheet
from openamif.web.components.shapes import Link
from openamif.web.exports.programme_2021.words import SECTION_NAMES
from openamif.web.official import beneficiary_type_name, objective_name
from openamif.web.places import WORDS, anchor

OF_OBJECTIVES = tuple(map(strategy_key, OBJECTIVES))


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
    is_national: bool = True


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
    missing: Sequence[Link] = ()


def objectives(sheet: Sheet) -> list[Trunk]:
    """The tree of objectives."""
    trunks = []
    for objective in sheet.document.objectives:
        national = [
            _branch(sheet, each.code, each.introduction, each.actions, within=objective.code)
            for each in objective.national_objectives
        ]
        specific = [_branch(sheet, each.code, each.text) for each in objective.specific_actions]
        trunks.append(
            Trunk(
                objective.code,
                objective_name(objective.code, sheet.period),
                sheet.document.financial_plan.get(objective.code),
                objective.strategy,
                [*national, *specific],
                anchor(f"objectives.{objective.code}"),
                _edit(sheet, f"objectives.{objective.code}.strategy"),
                _links(sheet, objective.code),
            )
        )
    return trunks


def _branch(
    sheet: Sheet, code: str, paragraphs: Sequence[str], actions: Sequence[Action] | None = None, within: str = ""
) -> Branch:
    """A national objective with its actions, or a specific action, which has none; or the actions of all of it."""
    text = "text" if actions is None else "introduction"
    is_whole = code == within
    return Branch(
        code,
        _("Actions") if is_whole else objective_name(code, sheet.period),
        None if is_whole else sheet.document.financial_plan.get(code),
        paragraphs,
        actions or (),
        anchor(f"objectives.{code}.actions" if is_whole else f"objectives.{code}"),
        _edit(sheet, f"objectives.{code}.{text}") if sheet.is_2014 else "",
        actions is not None,
    )


def missing_texts(sheet: Sheet) -> dict[str, str]:
    """The objectives and actions of the law that the document says nothing of: code by the place of its text."""
    present = sections_of(sheet.document)
    kinds = {"national_objective": "introduction", "specific_action": "text"}
    texts = {
        f"objectives.{each.code}.{kinds[each.text('kind')]}": each.code
        for each in codes("objectives", period=sheet.period)
        if each.text("kind") in kinds
    }
    return {key: code for key, code in texts.items() if key not in present}


def _links(sheet: Sheet, objective: str) -> list[Link]:
    """To where a text for what is missing under this objective is written."""
    missing = missing_texts(sheet) if sheet.may_change else {}
    return [
        Link(f"{code} {objective_name(code, sheet.period)}", _edit(sheet, key))
        for key, code in missing.items()
        if code.startswith(f"{objective}.")
    ]


def _edit(sheet: Sheet, key: str) -> str:
    if sheet.may_change_whole:
        return sheet.workbook_url
    return reverse("authority:edit_text", args=[sheet.version.pk, key]) if sheet.may_change else ""


WRITTEN_AS = {"beneficiary_types": BENEFICIARY_TYPES}
"""Where what is read as a list is kept as a text."""


@dataclass(frozen=True)
class TextSection:
    """A text of the programme with its heading."""

    title: str
    paragraphs: Sequence[str]
    anchor: str
    edit: str = ""


def sections(sheet: Sheet) -> list[TextSection]:
    """The prose that is not about one objective."""
    every = _texts(sheet) if sheet.is_2014 else _texts_2021(sheet)
    return [
        TextSection(title, paragraphs, anchor(key), _edit(sheet, WRITTEN_AS.get(key, key)))
        for key, title, paragraphs in every
    ]


def _texts_2021(sheet: Sheet) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Sections 1, 6 and 7 of the template."""
    whole = sheet.examination.content.whole
    for key, text in texts_of(whole).items():
        if key not in OF_OBJECTIVES:
            yield key, " ".join(map(str, SECTION_NAMES[key])), lines(text)


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
