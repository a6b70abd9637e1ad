"""Write a national programme 2014-2020 in the text form that the reader reads, with every heading and code in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from openamif.sfc.countries import COUNTRIES
from openamif.sfc.errors import NotReadable, NotWritable
from openamif.sfc.labels_2014 import (
    ADMISSION,
    COMMITMENTS,
    HEADINGS,
    INDICATORS,
    LANGUAGES,
    LEVELS,
    OBJECTIVES,
    PLAN_ROWS,
    PLEDGING_PLAN,
    RESETTLEMENT,
    RESETTLEMENT_TOTALS,
    SEVERITIES,
    SPECIAL_CASES,
    TRANSFERS,
    UNITS,
)
from openamif.sfc.labels_2014_tables import (
    COLUMNS,
    EXAMPLES,
    RESULTS,
    level_label,
    objective_label,
    plan_label,
    printed_code,
)
from openamif.sfc.numbers import print_amount, print_count, print_day
from openamif.sfc.programme_2014 import (
    Action,
    NationalObjective,
    Programme,
    SpecificObjective,
    TimetableRow,
    TransferPledge,
    YearlyAmounts,
)
from openamif.sfc.reader_2014 import read

Persons = tuple[int | None, int | None, int | None]


def write(programme: Programme, language: str | None = None) -> str:
    """The document, in ``language`` or the programme's own.

    What is written has been read back and is the same programme; otherwise NotWritable names the part that is not.
    """
    language = language or programme.language
    if language not in LANGUAGES:
        raise NotWritable("language", language)
    try:
        text = "\n".join(_Writer(language).document(programme)) + "\n"
        again = read(text).programme
    except KeyError as unknown:
        raise NotWritable(str(unknown.args[0]), "the form has no such label") from None
    except NotReadable as refusal:
        raise NotWritable(refusal.place, str(refusal)) from refusal
    wanted = replace(programme, language=language)
    for field in fields(Programme):
        if getattr(again, field.name) != getattr(wanted, field.name):
            raise NotWritable(field.name, "it would not read back the same")
    return text


class _Writer:
    """The lines of each part, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.headings = HEADINGS[language]

    def document(self, programme: Programme) -> list[str]:
        """Every line, sections in the form's order."""
        return [
            *self.section("1", programme.summary),
            *self.section("2", programme.baseline),
            *self.section("3"),
            *(line for objective in programme.objectives for line in self.specific_objective(objective)),
            *self.section("timetable"),
            *self.table("timetable", map(self.timetable_row, programme.timetable)),
            *self.section("4"),
            *self.resettlement(programme),
            *self.section("4.2"),
            *self.table("transfers", map(self.transfer, programme.transfers)),
            *self.section("4.3", (PLEDGING_PLAN[self.language],)),
            *self.table("turkey", [self.admission(programme)]),
            *self.section("5"),
            *self.indicators(programme),
            *self.partnership(programme),
            *self.section("7"),
            *self.money(programme),
            *self.section("deviation", programme.share_deviation),
            *self.documents(programme),
            *self.validation(programme),
        ]

    def section(self, key: str, texts: Sequence[str] = ()) -> list[str]:
        """A heading and its paragraphs."""
        return [self.headings[key], *texts, ""]

    def table(self, key: str, rows: Iterable[Sequence[str]], title: str = "") -> list[str]:
        """A table with its column headings; ``title``: a heading that shares the first line."""
        first, *others = COLUMNS[self.language][key]
        lines = [f"{title}\t{first}", *(f"\t{cell}" for cell in others), ""]
        for row in rows:
            lines += [*(f"\t{cell}" for cell in row), ""]
        return lines

    def specific_objective(self, objective: SpecificObjective) -> list[str]:
        """A specific objective with all that belongs to it."""
        lines = self.block(objective.code, objective.strategy)
        for national in objective.national_objectives:
            lines += self.block(national.code, self.national_objective(national))
        for specific in objective.specific_actions:
            lines += self.block(specific.code, specific.text)
        return lines

    def block(self, code: str, texts: Sequence[str]) -> list[str]:
        """A heading, its code and the cell with its text."""
        lines = [f"\t{level_label(code, self.language)}", f"\t{objective_label(code, self.language)}"]
        if texts:
            lines += [f"\t{texts[0]}", *texts[1:]]
        return [*lines, ""]

    def national_objective(self, national: NationalObjective) -> list[str]:
        """The introduction and the main actions."""
        return [*national.introduction, *(line for action in national.actions for line in self.action(action))]

    def action(self, action: Action) -> list[str]:
        """A main action: title, description, examples, desired results."""
        qualifier = f" ({action.qualifier})" if action.qualifier else ""
        lines = [f"Action {action.number}{qualifier}: {action.title}", *action.description]
        if action.examples:
            lines += [EXAMPLES[self.language], *(f"· {item}" for item in action.examples)]
        if action.desired_results:
            lines += [RESULTS[self.language], *(f"· {item}" for item in action.desired_results)]
        return lines

    def timetable_row(self, row: TimetableRow) -> list[str]:
        """``OS1 - Asile``, ``ON1 - Accueil/Asile``, number, name, three years."""
        objective = row.objective.partition(".")[0]
        years = (row.planning, row.implementation, row.closing)
        return [
            f"{printed_code(objective, self.language)} - {OBJECTIVES[self.language][objective]}",
            f"{printed_code(row.objective, self.language).rpartition('.')[2]} - "
            f"{OBJECTIVES[self.language][row.objective]}",
            str(row.number),
            row.name,
            *("" if year is None else str(year) for year in years),
        ]

    def resettlement(self, programme: Programme) -> list[str]:
        """Section 4.1: justification, pledges by category, the two totals."""
        labels = RESETTLEMENT[self.language]
        totals = RESETTLEMENT_TOTALS[self.language]
        rows = [[labels[pledge.category], *self.persons(pledge.persons)] for pledge in programme.resettlement]
        rows += [[label, *self.persons(getattr(programme.resettlement_totals, key))] for key, label in totals.items()]
        return [*self.section("4.1", programme.resettlement_justification), *self.table("resettlement", rows)]

    def persons(self, persons: Persons) -> list[str]:
        """Counts of persons as cells."""
        return [print_count(count, self.language) for count in persons]

    def transfer(self, pledge: TransferPledge) -> list[str]:
        """A row of section 4.2."""
        names = COUNTRIES[self.language]
        pair = [names[country] if country else "" for country in (pledge.from_country, pledge.to_country)]
        return [TRANSFERS[self.language][pledge.kind], *pair, *self.persons(pledge.persons)]

    def admission(self, programme: Programme) -> list[str]:
        """The one row of section 4.3."""
        persons = programme.turkey[0].persons if programme.turkey else (None, None, None)
        return [ADMISSION[self.language], *self.persons(persons)]

    def indicators(self, programme: Programme) -> list[str]:
        """Section 5: a table for each specific objective that has indicators."""
        lines: list[str] = []
        for objective in INDICATORS:
            rows = [
                [
                    f"{target.code.partition('.')[2]} - {target.name}",
                    UNITS[self.language][target.unit],
                    print_amount(target.baseline, self.language),
                    print_amount(target.target, self.language),
                    target.source,
                ]
                for target in programme.indicators
                if target.code.startswith(f"{objective}.")
            ]
            if rows:
                title = f"{objective.removeprefix('SO')} - {OBJECTIVES[self.language][objective]}"
                lines += [f"\t{LEVELS[self.language]['SO']}", f"\t{title}", "", *self.table("indicators", rows)]
        return lines

    def partnership(self, programme: Programme) -> list[str]:
        """Section 6."""
        lines = self.section("6")
        for key in ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6"):
            lines += self.section(key, programme.partnership[key])
        types = [f"{number}. {kind}" for number, kind in enumerate(programme.beneficiary_types, 1)]
        return [
            *lines,
            *self.section("6.7"),
            *self.section("6.7.1", types),
            *self.section("6.7.2", programme.partnership["6.7.2"]),
        ]

    def money(self, programme: Programme) -> list[str]:
        """The three tables of section 7."""
        plan = [
            [plan_label(row, self.language), print_amount(programme.financial_plan[row], self.language)]
            for row in PLAN_ROWS
        ]
        special = self.yearly(programme.special_cases, SPECIAL_CASES[self.language])
        commitments = self.yearly(programme.annual_commitments, COMMITMENTS[self.language])
        return [
            *self.section("table_1"),
            *self.table("financial_plan", plan),
            *self.section("table_2"),
            *self.table("special_cases", special),
            *self.section("table_3"),
            *self.table("annual_commitments", commitments),
        ]

    def yearly(self, rows: Mapping[str, YearlyAmounts], labels: Mapping[str, str]) -> list[list[str]]:
        """Rows of seven years and their total."""
        return [
            [label, *(print_amount(value, self.language) for value in (*rows[key].by_year, rows[key].total))]
            for key, label in labels.items()
        ]

    def documents(self, programme: Programme) -> list[str]:
        """The table of documents."""
        rows = [
            [
                document.title,
                document.kind,
                print_day(document.dated_on),
                document.local_reference,
                document.commission_reference,
                document.files,
                print_day(document.sent_on),
                document.sent_by,
            ]
            for document in programme.documents
        ]
        return self.table("documents", rows, title=self.headings["documents"])

    def validation(self, programme: Programme) -> list[str]:
        """The messages of the last validation; one empty row where there is none."""
        severities = SEVERITIES[self.language]
        rows = [[severities[one.severity], one.code, one.message] for one in programme.validation]
        return self.table("validation", rows or [["", "", ""]], title=self.headings["validation"])
