"""The workbook of a programme of 2021-2027, declared once: the template, what fills it, and the dry run."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from openamif.law import codes
from openamif.programmes.facts import ProgrammeContent
from openamif.programmes.facts.rows_2021 import ASSISTANCE
from openamif.programmes.facts.workbook_2021 import YEARS, sheet_rows
from openamif.rules.programme_2021.table import PERIOD
from openamif.web.choices import chosen, coded, in_every_language
from openamif.web.exports.programme_2021.source import Source2021
from openamif.web.exports.programme_2021.words import FIELDS, HELPS, KINDS, SECTION_NAMES, SHEETS
from openamif.workbooks import Choice, Column, Form, Sheet, write_template

LONGEST_TEXT, LONGEST_NAME, LONGEST_SOURCE, LONGEST_HEAD, LONGEST_EMAIL = 10_000, 255, 255, 150, 254
LARGEST_NUMBER = Decimal(32_767)
MOST_ROWS = 500
WIDE, MIDDLE, NARROW = 80, 44, 18
NOTHING_YET = ProgrammeContent(objectives=(), assistance_amount=Decimal(0))


def column(key: str, kind: str = "text", *, width: int = NARROW, **more: Any) -> Column:
    """A column that is called as the field is called."""
    return Column(
        key, FIELDS[key], kind, help=HELPS.get(key, ""), others=in_every_language(FIELDS[key]), width=width, **more
    )


def section_choices() -> tuple[Choice, ...]:
    """The texts of the template by their numbers; the objectives by their codes."""
    return tuple(
        Choice(key, f"{number} {words}", tuple(f"{number} {each}" for each in in_every_language(words)))
        for key, (number, words) in SECTION_NAMES.items()
    )


def money_columns(key: str, choices: tuple[Choice, ...]) -> tuple[Column, ...]:
    """What the amount is for, and the amount."""
    return (
        column(key, "choice", required=True, unique=True, choices=choices, width=WIDE),
        column("amount", "amount", width=NARROW),
    )


def action_columns() -> tuple[Column, ...]:
    """The actions that the programme supports."""
    objectives = coded(each for each in codes("objectives", period=PERIOD) if each.code != ASSISTANCE)
    return (
        column("number", "count", required=True, unique=True, most=LARGEST_NUMBER),
        column("objective", "choice", required=True, choices=objectives, width=MIDDLE),
        column("title", required=True, width=MIDDLE, longest=LONGEST_TEXT),
        column("description", width=WIDE, longest=LONGEST_TEXT),
        column("desired_results", width=MIDDLE, longest=LONGEST_TEXT),
    )


def indicator_columns() -> tuple[Column, ...]:
    """What is aimed at."""
    known = coded(codes("indicators", period=PERIOD))
    return (
        column("code", "choice", required=True, unique=True, choices=known, width=WIDE),
        *(column(key, "count") for key in ("baseline", "milestone", "target")),
        column("source", width=MIDDLE, longest=LONGEST_SOURCE),
    )


def authority_columns() -> tuple[Column, ...]:
    """Who carries the programme."""
    return (
        column("kind", "choice", required=True, choices=chosen(KINDS), width=MIDDLE),
        column("name", required=True, longest=LONGEST_NAME, width=MIDDLE),
        column("head", longest=LONGEST_HEAD, width=MIDDLE),
        column("address", longest=LONGEST_TEXT, width=MIDDLE),
        column("email", longest=LONGEST_EMAIL, width=MIDDLE),
        column("designated_on", "date"),
        column("activities", longest=LONGEST_TEXT, width=MIDDLE),
    )


def programme_form(content: ProgrammeContent = NOTHING_YET, *, title: str = "") -> Form:
    """The workbook in the reader's language, with what the programme says already; ``title``: of the programme."""
    columns = {
        "texts": (
            column("section", "choice", required=True, choices=section_choices(), width=MIDDLE),
            column("text", width=WIDE, longest=LONGEST_TEXT),
        ),
        "financing": money_columns("line", coded(codes("objectives", period=PERIOD))),
        "years": money_columns("year", tuple(Choice(str(year), str(year)) for year in YEARS)),
        "fields": money_columns("field", coded(codes("intervention_fields", period=PERIOD))),
        "actions": action_columns(),
        "indicators": indicator_columns(),
        "authorities": authority_columns(),
    }
    rows = sheet_rows(content, longest=LONGEST_TEXT)
    return Form(
        title=title or _("A programme of %(period)s") % {"period": PERIOD},
        sheets=tuple(
            Sheet(key, SHEETS[key], each, in_every_language(SHEETS[key]), True, rows[key], MOST_ROWS)
            for key, each in columns.items()
        ),
        instructions_label=_("Instructions"),
        instructions=instructions(),
        headings=(_("Column"), _("Required"), _("What goes in")),
        yes=_("yes"),
    )


def instructions() -> tuple[str, ...]:
    """How to fill it in."""
    return (
        _(
            "A sheet for each part of the Commission’s template (Regulation (EU) 2021/1060, Annex VI). "
            "Headings with a star must be filled in."
        ),
        _(
            "The objectives, years, intervention fields and indicators of the law stand there already: "
            "fill in those that the programme has, and leave the others empty."
        ),
        _("The totals are added up when the file is read: you never type one."),
        _("What you take out of the workbook is taken out of the programme; what you leave as it is does not change."),
        _("Upload the file: you are shown every error by sheet, row and column before anything is changed."),
        _("You may correct the file and upload it again as often as you like: what did not change is left alone."),
    )


def workbook(source: Source2021) -> bytes:
    """The template, filled with the programme: edited, it can be read back."""
    title = f"{source.title} · {source.version}"
    form = programme_form(source.whole, title=title)
    return write_template(replace(form, instructions=of_everyone()) if source.is_for_everyone else form)


def of_everyone() -> tuple[str, ...]:
    """What whoever only reads the workbook is told."""
    return (
        _("A sheet for each part of the Commission’s template (Regulation (EU) 2021/1060, Annex VI)."),
        _("This is the version in force, as everyone may have it: persons are not named."),
    )
