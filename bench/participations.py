"""A workbook of participations as long as one asks, written part by part: a spreadsheet library would take minutes."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

COLUMNS = (
    *("local_reference", "national_number", "surname", "given_names", "born_on", "sex", "nationality_group"),
    *("standing", "vulnerable", "unaccompanied_minor", "activity", "kind", "happened_on", "hours", "value"),
)
KINDS = ("language_course", "civic_orientation", "professional_guidance", "training")
ACTIVITIES, FIRST_DAY, DAY_ZERO = 400, date(2019, 1, 1), date(1899, 12, 30)
LETTERS = "ABCDEFGHIJKLMNO"
ROWS, PERSONS = 200_000, 60_000
SURNAMES, GIVEN_NAMES = 25_000, 6_000


def write_workbook(path: Path, *, rows: int = ROWS, persons: int = PERSONS, seed: int = 5) -> None:
    """The same seed gives the same rows: three or four of each person, seven in ten with a national number."""
    with ZipFile(skeleton()) as before, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=3) as after:
        first, texts = before.read("xl/sharedStrings.xml").count(b"<si>"), dict[str, int]()
        made = enumerate(participations(rows, persons, seed), 2)
        lines = "".join(line_of(number, cells, texts, first) for number, cells in made)
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", lines.encode() + b"</sheetData>")
                content = content.replace(b'ref="A1:O1"', f'ref="A1:O{rows + 1}"'.encode())
            if name == "xl/sharedStrings.xml":
                said = "".join(f"<si><t>{text}</t></si>" for text in texts)
                content = content.replace(b"</sst>", said.encode() + b"</sst>")
            after.writestr(name, content)


def skeleton() -> BytesIO:
    """The headings, and the sheet of activities."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    page = book.add_worksheet("participations")
    page.write_row(0, 0, COLUMNS)
    page.set_column(0, 0, 12, day)
    page = book.add_worksheet("activities")
    page.write_row(0, 0, ("reference", "kind", "title", "starts_on", "planned_hours"))
    for number in range(ACTIVITIES):
        page.write_row(number + 1, 0, (f"ACT-{number:03d}", KINDS[number % len(KINDS)], f"Group {number}"))
        page.write_datetime(number + 1, 3, FIRST_DAY, day)
        page.write(number + 1, 4, 60)
    book.close()
    return written


def line_of(number: int, cells: Sequence[object], texts: dict[str, int], first: int) -> str:
    """One row of a sheet; texts by their place among the shared ones, from the first that the skeleton leaves."""
    written = []
    for letter, cell in zip(LETTERS, cells, strict=True):
        if isinstance(cell, str):
            if cell:
                place = texts.setdefault(cell, len(texts)) + first
                written.append(f'<c r="{letter}{number}" t="s"><v>{place}</v></c>')
        elif isinstance(cell, date):
            written.append(f'<c r="{letter}{number}" s="1"><v>{(cell - DAY_ZERO).days}</v></c>')
        elif cell is not None:
            written.append(f'<c r="{letter}{number}"><v>{cell}</v></c>')
    return f'<row r="{number}">{"".join(written)}</row>'


def participations(rows: int, persons: int, seed: int) -> Iterator[tuple[object, ...]]:
    """Eight in ten took part in an activity, the others passed a test or answered a question."""
    chance = random.Random(seed)
    names = [[word(chance) for _ in range(number)] for number in (SURNAMES, GIVEN_NAMES)]
    people = [person(number, names, chance) for number in range(persons)]
    for row in range(rows):
        who, day, kind = people[row % persons], FIRST_DAY + timedelta(days=row // 200), chance.random()
        if kind < 0.8:
            number = row % ACTIVITIES
            yield (*who, f"ACT-{number:03d}", KINDS[number % len(KINDS)], day, chance.choice((1.5, 2, 3, 6)), None)
        elif kind < 0.95:
            level = chance.choice(("A0", "A1", "A2", "B1"))
            yield (*who, None, "entry_test" if row < rows // 2 else "exit_test", day, None, level)
        else:
            yield (*who, None, "found_useful", day, None, chance.choice(("yes", "no")))


def person(number: int, names: Sequence[Sequence[str]], chance: random.Random) -> tuple[object, ...]:
    """The first ten columns."""
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
    return (
        f"D-{number:06d}",
        national_number(born, number) if chance.random() < 0.7 else "",
        *map(chance.choice, names),
        born,
        chance.choice(("female", "male")),
        "third_country",
        chance.choice(("applicant", "protected", "legal_resident")),
        chance.choice(("yes", "no")),
        "no",
    )


def national_number(born: date, number: int) -> str:
    """With its check digits; each is another's."""
    head = f"{born:%y%m%d}{number % 997 + 1:03d}"
    return f"{head}{97 - int(head) % 97:02d}"


def word(chance: random.Random) -> str:
    """Something that might be a name."""
    return "".join(
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 5))
    ).title()
