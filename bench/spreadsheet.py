"""The same 200 000 participations counted with formulas in LibreOffice, as "the Excel table" would; ours beside it.

The sheet has a line for each participation, sorted by person and kind, so that a formula in each line sees whether it
is the person's first of its kind by looking at the line before: the formulas that compare every line with every other
would take days. COUNTIFS over these counts each person once, by grant, kind, age and sex. Skipped without soffice.
"""

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import xlsxwriter

from bench.indicators import measured
from bench.measure import Measure

ROWS, PERSONS, GRANTS = 200_000, 60_000, 200
KINDS = ("language_course", "civic_orientation", "professional_guidance", "housing_advice", "social_support")
AGES = ("under_18", "18_60", "over_60", "unknown")
SEXES = ("female", "male")
FIRST_TIME = 5
AT_LEAST = 20
ALWAYS_COUNT = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
"""LibreOffice trusts what a workbook says it counted, unless it is told to count when it opens one."""


def measures() -> list[Measure]:
    """How long LibreOffice takes to open the workbook and count, against all indicators of ours from nothing."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("spreadsheet: skipped, soffice is not installed")
        return []
    with tempfile.TemporaryDirectory() as folder:
        counted, opened = Path(folder) / "counted.xlsx", Path(folder) / "opened.xlsx"
        write(counted, with_formulas=True)
        write(opened, with_formulas=False)
        reading, both = (converted(soffice, path, folder) for path in (opened, counted))
    ours = measured("sqlite", "small")["from_nothing"]
    theirs = both - reading
    return [
        Measure(f"LibreOffice, {ROWS} participations: opened and kept", reading, "s"),
        Measure(f"LibreOffice, {ROWS} participations: counted by formulas, beyond that", theirs, "s"),
        Measure(f"ours, {ROWS} participations: all indicators from nothing", ours, "s"),
        Measure("ours / LibreOffice's formulas", ours / theirs, "times", 1 / AT_LEAST),
    ]


def converted(soffice: str, path: Path, folder: str) -> float:
    """Seconds to open it, count, and keep it as CSV."""
    out = Path(folder) / "out"
    user = Path(folder) / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(ALWAYS_COUNT, encoding="utf-8")
    command = [
        soffice,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        str(out),
        str(path),
    ]
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - begun
    shown = [int(line) for line in (out / f"{path.stem}.csv").read_text().split()]
    assert path.stem != "counted" or sum(shown) > PERSONS, "LibreOffice has not counted"
    return taken


def write(path: Path, *, with_formulas: bool) -> None:
    """The lines by person and kind, and beside them the table of figures."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        figures, lines = book.add_worksheet("figures"), book.add_worksheet("lines")
        if with_formulas:
            for place, formula in enumerate(formulas()):
                figures.write_formula(place, 0, formula)
        else:
            figures.write(0, 0, 0)
        for row, line in enumerate(participations()):
            lines.write_row(row, 0, line)
            if with_formulas:
                same = f"AND(A{row}=A{row + 1},C{row}=C{row + 1})" if row else "FALSE"
                lines.write_formula(row, FIRST_TIME, f"=IF({same},0,1)")


def participations() -> Iterator[tuple[int, int, str, str, str]]:
    """Person, grant, kind, age group, sex; a person's lines together, and of these the ones of a kind."""
    drawn = random.Random(4)
    for person in range(PERSONS):
        count = (person + 1) * ROWS // PERSONS - person * ROWS // PERSONS
        for kind in sorted(drawn.choices(KINDS, k=count)):
            yield person, person * GRANTS // PERSONS, kind, AGES[person % len(AGES)], SEXES[person // 2 % len(SEXES)]


def formulas() -> Iterator[str]:
    """How many persons: in the programme for each kind, age group and sex; in each grant for each kind alone.

    Ours gives ages and sexes in each grant too; a sheet with those formulas was not done after five minutes of work.
    """
    kinds, ages, sexes, once, grants = (f"lines!${letter}$1:${letter}${ROWS}" for letter in "CDEFB")
    for kind, age, sex in product(KINDS, AGES, SEXES):
        yield f'=COUNTIFS({kinds},"{kind}",{ages},"{age}",{sexes},"{sex}",{once},1)'
    for grant, kind in product(range(GRANTS), KINDS):
        yield f'=COUNTIFS({kinds},"{kind}",{once},1,{grants},{grant})'
