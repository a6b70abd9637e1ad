"""Section 3 of a national programme: specific and national objectives, main actions, specific actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from openamif.sfc.blocks_2014 import ACTION, Block, blocks
from openamif.sfc.codes_2014 import give_codes
from openamif.sfc.errors import NotReadable
from openamif.sfc.labels_2014_tables import EXAMPLE_HEADINGS, RESULT_HEADINGS
from openamif.sfc.lines import Ledger, Piece, fold
from openamif.sfc.outline_2014 import LONGEST_HEADING, Outline
from openamif.sfc.programme_2014 import (
    Action,
    Inference,
    NationalObjective,
    SpecificAction,
    SpecificObjective,
    TimetableRow,
)

BULLETS = "·•▪*–-"


def objectives(
    form: Outline, timetable: Sequence[TimetableRow], ledger: Ledger
) -> tuple[tuple[SpecificObjective, ...], list[Inference]]:
    """The specific objectives and what had to be put back to read them."""
    found = blocks(form.part("3"), form.language)
    if not any(block.level == "SO" for block in found):
        line = form.line("timetable")
        raise NotReadable("missing_section", line=line, place="objectives", expected="heading:SO")
    inferred = give_codes(found, timetable)
    read: list[SpecificObjective] = []
    next_action = 1
    for block in found:
        place = f"objectives.{block.code}" + (".strategy" if block.level == "SO" else "")
        if block.level == "SO":
            read.append(SpecificObjective(block.code, _texts(block.paragraphs)))
        elif block.level == "NO":
            national = _national_objective(block, next_action, ledger)
            next_action += len(national.actions)
            read[-1] = _with(read[-1], national=national)
        else:
            read[-1] = _with(read[-1], specific=SpecificAction(block.code, _texts(block.paragraphs)))
        ledger.take(place, *block.numbers)
    return tuple(read), inferred


def _with(
    objective: SpecificObjective, *, national: NationalObjective | None = None, specific: SpecificAction | None = None
) -> SpecificObjective:
    """The objective with one more part."""
    return SpecificObjective(
        objective.code,
        objective.strategy,
        objective.national_objectives + ((national,) if national else ()),
        objective.specific_actions + ((specific,) if specific else ()),
    )


def _texts(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces)


@dataclass
class _Told:
    """A main action as it is being read."""

    number: int
    qualifier: str
    title: str
    description: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)

    def action(self) -> Action:
        """The action, whole."""
        texts = (tuple(self.description), tuple(self.examples), tuple(self.results))
        return Action(self.number, self.title, *texts, qualifier=self.qualifier)


def _national_objective(block: Block, first: int, ledger: Ledger) -> NationalObjective:
    """A national objective; its actions must be numbered from ``first`` on."""
    introduction: list[str] = []
    told: list[_Told] = []
    target = introduction
    for piece in block.paragraphs:
        place = f"objectives.{block.code}"
        if match := ACTION.fullmatch(piece.text):
            number = int(match[1])
            if number != first + len(told):
                raise _wrong_number(block, first + len(told), piece, number)
            told.append(_Told(number, (match[2] or "").strip(), match[3].strip()))
            target = told[-1].description
        elif told and _announces(piece, EXAMPLE_HEADINGS):
            target = told[-1].examples
        elif told and _announces(piece, RESULT_HEADINGS):
            target = told[-1].results
        else:
            is_item = bool(told) and target is not told[-1].description
            target.append(_item(piece.text) if is_item else piece.text)
        if told:
            place = f"{place}.actions.{told[-1].number}"
        ledger.take(place, piece.number)
    return NationalObjective(block.code, tuple(introduction), tuple(one.action() for one in told))


def _announces(piece: Piece, headings: frozenset[str]) -> bool:
    """The line is the heading of a list; an item of a list, with its bullet, never is."""
    return len(piece.text) < LONGEST_HEADING and piece.text[0] not in BULLETS and fold(piece.text) in headings


def _item(text: str) -> str:
    """An item of a list without its bullet."""
    return text[1:].strip() if text[0] in BULLETS and text[1:].strip() else text


def _wrong_number(block: Block, wanted: int, piece: Piece, number: int) -> NotReadable:
    """The refusal of an action whose number is not the next."""
    code = "missing_row" if number > wanted else "duplicate_row"
    place = f"objectives.{block.code}.actions.{wanted}"
    return NotReadable(code, line=piece.number, place=place, expected=f"Action {wanted}", found=piece.text)
