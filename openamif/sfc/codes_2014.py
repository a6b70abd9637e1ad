"""Which objective of the financial plan each block of section 3 is, where the export prints no code."""

import itertools
import re
from collections.abc import Sequence

from openamif.sfc.blocks_2014 import Block
from openamif.sfc.errors import NotReadable
from openamif.sfc.grounds_2014 import KNOWN_SPECIFIC_ACTIONS, SUBJECTS
from openamif.sfc.labels_2014 import OBJECTIVES
from openamif.sfc.lines import fold
from openamif.sfc.programme_2014 import Inference, TimetableRow

_LEADING_NUMBER = re.compile(r"([0-9]{1,3})\b")
_NAME = re.compile(r"[A-Z][A-Z-]{3,}[A-Z]")
OPENING = 2
"""Paragraphs of a block in which it says what it is about."""

Codes = dict[str, str]


def give_codes(found: Sequence[Block], timetable: Sequence[TimetableRow]) -> list[Inference]:
    """Give every block its code; what was not printed is returned as inferences. Raises NotReadable."""
    inferred = [Inference(block.line, block.level, block.ground) for block in found if block.ground]
    for position, group in enumerate(_by_specific_objective(found), 1):
        head, *others = group
        if not head.code:
            _require_content(group)
            head.code = f"SO{position}"
            inferred.append(Inference(head.line, head.code, "code_from_order_of_headings"))
        if head.code not in OBJECTIVES["en"] or head.code != f"SO{position}":
            raise NotReadable(
                "out_of_order", line=head.line, place="objectives", expected=f"SO{position}", found=head.code
            )
        inferred += _national(head.code, [block for block in others if block.level == "NO"], timetable)
        inferred += _specific(head.code, [block for block in others if block.level == "SA"], timetable)
        _require_order(head.code, others)
    if inferred:
        _require_timetable_told(found, timetable)
    codes = {block.line: block.code for block in found}
    return [
        Inference(one.line, codes[one.line], one.ground) if one.subject in ("SO", "NO", "SA") else one
        for one in inferred
    ]


def _require_content(group: Sequence[Block]) -> None:
    """A heading without code, text and anything below it is a stray line, not an objective."""
    head = group[0]
    if len(group) == 1 and not head.paragraphs:
        raise NotReadable("out_of_place", line=head.line, place="objectives", expected="text")


def _require_timetable_told(found: Sequence[Block], timetable: Sequence[TimetableRow]) -> None:
    """Where structure was lost, an objective of the timetable that no block tells has been lost with it."""
    told = {block.code for block in found}
    for row in timetable:
        if row.objective not in told:
            place = f"objectives.{row.objective}"
            raise NotReadable("missing_section", line=found[-1].line, place=place, expected=row.objective)


def _by_specific_objective(found: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in found:
        if block.level == "SO":
            groups.append([block])
        elif groups:
            groups[-1].append(block)
        else:
            raise NotReadable(
                "out_of_place", line=block.line, place="objectives", expected="heading:SO", found=block.level
            )
    return groups


def _national(objective: str, group: Sequence[Block], timetable: Sequence[TimetableRow]) -> list[Inference]:
    """Codes of national objectives: from the actions that the timetable names, else the next in the plan."""
    evidence: dict[int, tuple[str, str]] = {}
    by_action = {int(match[1]): row.objective for row in timetable if (match := _LEADING_NUMBER.match(row.name))}
    inferred: list[Inference] = []
    for at, block in enumerate(group):
        named = {by_action[number] for number in block.actions if number in by_action}
        if block.code:
            continue
        _require_content([block])
        if not named:
            continue
        if len(named) > 1:
            raise _contradiction(block, objective, " ".join(sorted(named)))
        evidence[at] = (named.pop(), "code_from_timetable")
        inferred += [
            Inference(line, f"action.{number}", "action_in_same_block")
            for number, line in block.actions.items()
            if number not in by_action
        ]
    return _in_plan_order(objective, group, evidence, "code_from_order_in_plan") + inferred


def _specific(objective: str, group: Sequence[Block], timetable: Sequence[TimetableRow]) -> list[Inference]:
    """Codes of specific actions: from a name or subject in the opening, else the next in the plan."""
    evidence: dict[int, tuple[str, str]] = {}
    for at, block in enumerate(group):
        if not block.code and (told := _told(objective, block, timetable)):
            evidence[at] = told
    inferred = _in_plan_order(objective, group, evidence, "code_undecided_taken_in_order")
    return [
        Inference(one.line, one.subject, "heading_without_text")
        if one.ground == "code_undecided_taken_in_order" and _is_empty(one, group)
        else one
        for one in inferred
    ]


def _is_empty(inference: Inference, group: Sequence[Block]) -> bool:
    return any(block.code == inference.subject and not block.paragraphs for block in group)


def _told(objective: str, block: Block, timetable: Sequence[TimetableRow]) -> tuple[str, str] | None:
    """The code and ground that the opening of a specific action tells."""
    opening = " ".join(piece.text for piece in block.paragraphs[:OPENING])
    words, letters = fold(opening), _letters(opening)
    for row in timetable:
        if row.objective.startswith(f"{objective}.SA"):
            for name in _NAME.findall(row.name):
                if _letters(name) in letters:
                    return row.objective, "code_from_name_in_timetable"
    for name, code in KNOWN_SPECIFIC_ACTIONS.items():
        if code.startswith(objective) and re.search(rf"\b{re.escape(name)}\b", opening):
            return code, "code_from_known_action"
    for code, subject in SUBJECTS:
        if code.startswith(objective) and all(word in words for word in subject):
            return code, "code_from_subject"
    return None


def _letters(text: str) -> str:
    return re.sub("[^A-Z]", "", text.upper())


def _in_plan_order(
    objective: str, group: Sequence[Block], evidence: dict[int, tuple[str, str]], ground: str
) -> list[Inference]:
    """Codes of a level, printed or told by evidence; the others take the next row of the plan."""
    if not group:
        return []
    level = group[0].level
    rows = [code for code in OBJECTIVES["en"] if code.startswith(f"{objective}.{level}")]
    inferred: list[Inference] = []
    next_row = 0
    for at, block in enumerate(group):
        if not block.code:
            following = rows[next_row] if next_row < len(rows) else ""
            block.code, why = evidence.get(at, (following, ground))
            inferred.append(Inference(block.line, block.code, why))
        if block.code not in rows[next_row:]:
            raise _contradiction(block, objective, block.code)
        next_row = rows.index(block.code) + 1
    return inferred


def _contradiction(block: Block, objective: str, found: str) -> NotReadable:
    """The refusal of a block that stands under another objective than it should."""
    return NotReadable("contradiction", line=block.line, place="objectives", expected=objective, found=found)


def _require_order(objective: str, others: Sequence[Block]) -> None:
    """National objectives come before specific actions."""
    for before, after in itertools.pairwise(others):
        if before.level == "SA" and after.level == "NO":
            raise NotReadable(
                "out_of_order",
                line=after.line,
                place=f"objectives.{objective}",
                expected="heading:SA",
                found=after.code,
            )
