"""What is wrong in a cell of a workbook, in words that every import shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from openamif.web.components import formats
from openamif.web.list_files import list_file


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a dry run: where, and what is wrong; ``number``: in how many rows."""

    sheet: str
    row: int
    column: str
    heading: str
    sentence: str
    number: int = 1


COMMON_ERRORS: dict[str, Promise] = {
    "missing": _("This cell must be filled in."),
    "not_offered": _("“%(found)s” is none of the values offered: %(expected)s."),
    "not_a_date": _("“%(found)s” is no date. Write it as 2020-12-31 or 31/12/2020."),
    "not_an_amount": _(
        "“%(found)s” is no amount. Write it without signs between the thousands, as 1234.50 or 1234,50."
    ),
    "not_a_count": _("“%(found)s” is no whole number. Write it without signs between the thousands, as 1234."),
    "not_a_percent": _("“%(found)s” is no percentage."),
    "out_of_range": _("%(found)s is out of range: it is negative, or far too large."),
    "more_than_cents": _("%(found)s has more than two decimals."),
    "too_long_text": _("The text has %(found)s characters; %(expected)s are allowed."),
    "check_digits": _("“%(found)s” is not valid: its check digits do not agree."),
    "twice": _("“%(found)s” stands here twice."),
    "not_in_sheet": _("“%(found)s” does not stand on the sheet “%(expected)s”."),
    "no_value": _("The formula here gives no value: it failed, or was never worked out. Write the value itself."),
    "merged": _("This cell is merged with others: undo that, and fill in each cell."),
    "no_sheet": _("The sheet is missing."),
    "no_heading": _("The column “%(label)s” is missing: its heading was not found."),
    "too_many_rows": _("The sheet has more than %(expected)s rows."),
    "ends_before_start": _("This day is before the start (%(expected)s)."),
}


PLACE = (_("Sheet"), "text", 20), (_("Row"), "count", 8), (_("Column"), "text", 10), (_("Heading"), "text", 30)


def errors_file(form: str, errors: Sequence[Told]) -> HttpResponse:
    """Everything that is wrong with a file, a line each, to take away. Raises Http404 for a form that there is not."""
    headings = [*placed(), (gettext("What is wrong"), "text", 90)]
    lines = [(*place_of(each), each.sentence) for each in errors]
    return list_file(form, title=gettext("What is wrong"), stem=gettext("errors"), headings=headings, lines=lines)


def found_file(form: str, errors: Sequence[Told], warnings: Sequence[Told]) -> HttpResponse:
    """The same with what is only worth a look, after the errors; a column says which is which."""
    headings = [*placed(), (gettext("Kind"), "text", 16), (gettext("What was found"), "text", 90)]
    lines = [(*place_of(each), gettext("Error"), each.sentence) for each in errors]
    lines += [(*place_of(each), gettext("To look at"), each.sentence) for each in warnings]
    return list_file(form, title=gettext("What was found"), stem=gettext("errors"), headings=headings, lines=lines)


def placed() -> list[tuple[str, str, int]]:
    """The headings that say where something stands."""
    return [(str(words), kind, width) for words, kind, width in PLACE]


def place_of(each: Told) -> tuple[str, int, str, str]:
    """Under these headings."""
    return each.sheet, each.row, each.column, each.heading


def left_out(number: int, kept: int) -> str:
    """That what is taken away is not all: ``number`` were found and the first ``kept`` of them kept."""
    words = gettext("The files hold the first %(kept)s: correct these, and the rest is told next.")
    return words % {"kept": formats.count(kept)} if number > kept else ""
