"""Read a national programme 2014-2020 from the text export of SFC2014: whole, or not at all."""

from openamif.sfc.errors import NotReadable
from openamif.sfc.lines import Ledger, pieces_of, split_lines
from openamif.sfc.money_2014 import annual_commitments, documents, financial_plan, special_cases, validation
from openamif.sfc.outline_2014 import TABLE_TITLES, Outline, outline, take_headings
from openamif.sfc.programme_2014 import Inference, Programme, Reading
from openamif.sfc.prose_2014 import beneficiary_types, paragraphs, partnership, section
from openamif.sfc.strategy_2014 import objectives
from openamif.sfc.tables_2014 import indicators, resettlement, timetable, transfers, turkey

LARGEST = 5_000_000
"""Bytes; the Commission's text limits add up to far less."""
SENTENCE_ENDS = ".!?)»”"
MOST_LINES = 50_000
"""Lines and cells together; a programme has about two thousand."""


def read_bytes(raw: bytes) -> Reading:
    """Read a file's content, UTF-8 with or without a byte order mark. Raises NotReadable."""
    if len(raw) > LARGEST:
        raise NotReadable("too_large", line=None, expected=f"bytes:{LARGEST}", found=str(len(raw)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = raw[error.start : error.start + 1].hex()
        raise NotReadable("encoding", line=line, expected="utf-8", found=f"0x{found}") from None
    return read(text)


def read(text: str) -> Reading:
    """Read a document. Raises NotReadable, which names the line, what was expected there and what was found."""
    if len(text) > LARGEST:
        raise NotReadable("too_large", line=None, expected=f"bytes:{LARGEST}", found=str(len(text)))
    if (pieces := text.count("\n") + text.count("\r") + text.count("\t")) > MOST_LINES:
        raise NotReadable("too_large", line=None, expected=f"lines:{MOST_LINES}", found=str(pieces))
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise NotReadable("encoding", line=line, expected="utf-8", found="0x00")
    if not text.strip():
        raise NotReadable("empty", line=1, expected="text")
    lines = split_lines(text)
    ledger = Ledger()
    form = outline(pieces_of(lines, TABLE_TITLES, ledger))
    programme, inferred = _programme(form, ledger)
    _require_end(lines, ends=text.endswith(("\n", "\r")))
    take_headings(form, ledger)
    inferred = [Inference(form.line(key), f"section.{key}", "section_heading_lost") for key in form.lost] + inferred
    inferred.sort(key=lambda inference: inference.line)
    return Reading(programme, ledger.unread(lines), tuple(inferred), len(lines), ledger.places())


def _require_end(lines: list[str], *, ends: bool) -> None:
    """A last line without a line end and without a full stop was cut in the middle."""
    last = lines[-1].rstrip()
    if not ends and last and last[-1] not in SENTENCE_ENDS:
        raise NotReadable("cut_short", line=len(lines), place="validation", expected="message", found=last)


def _programme(form: Outline, ledger: Ledger) -> tuple[Programme, list[Inference]]:
    """Every part of the programme, and what had to be put back."""
    summary = section(form, "1", "summary", ledger)
    baseline = section(form, "2", "baseline", ledger)
    rows = timetable(form, ledger)
    told, inferred = objectives(form, rows, ledger)
    justification, pledges, totals = resettlement(form, ledger)
    programme = Programme(
        language=form.language,
        summary=summary,
        baseline=baseline,
        objectives=told,
        timetable=rows,
        resettlement_justification=paragraphs(justification, "resettlement_justification", ledger),
        resettlement=pledges,
        resettlement_totals=totals,
        transfers=transfers(form, ledger),
        turkey=turkey(form, ledger),
        indicators=indicators(form, ledger),
        partnership=partnership(form, ledger),
        beneficiary_types=beneficiary_types(form, ledger),
        financial_plan=financial_plan(form, ledger),
        special_cases=special_cases(form, ledger),
        annual_commitments=annual_commitments(form, ledger),
        share_deviation=section(form, "deviation", "share_deviation", ledger),
        documents=documents(form, ledger),
        validation=validation(form, ledger),
    )
    return programme, inferred
