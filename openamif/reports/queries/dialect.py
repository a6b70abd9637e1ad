"""What SQLite and PostgreSQL say differently where profiles are counted."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

ROWS_AT_A_TIME = 2000


def bits_of(bit: str) -> str:
    """The aggregate of all bits that occur."""
    return f"BIT_OR({bit})" if _is_postgresql() else f"SUM(DISTINCT {bit})"


def shifted(column: str) -> str:
    """One bit, at that place."""
    return f"(1::bigint << {column})" if _is_postgresql() else f"(1 << {column})"


def year_of(day: str) -> str:
    """The year of a day, as a number."""
    return _part(day, "YEAR", "%%Y")


def whole_months(first: str, last: str) -> str:
    """How many months have gone by, as ``rules.indicators.persons.whole_months`` has it."""
    months = f"({_part(last, 'YEAR', '%%Y')} - {_part(first, 'YEAR', '%%Y')}) * 12"
    months += f" + {_part(last, 'MONTH', '%%m')} - {_part(first, 'MONTH', '%%m')}"
    early = f"{_part(last, 'DAY', '%%d')} < {_part(first, 'DAY', '%%d')}"
    # The last day of a month stands for any that the month has not.
    early += f" AND {_part(_day_after(last), 'DAY', '%%d')} > 1"
    return f"({months} - CASE WHEN {early} THEN 1 ELSE 0 END)"


def _day_after(day: str) -> str:
    return f"{day} + 1" if _is_postgresql() else f"{day}, '+1 day'"


def _part(day: str, name: str, form: str) -> str:
    if _is_postgresql():
        # EXTRACT makes a numeric of it, digit by digit.
        return f"CAST(DATE_PART('{name}', {day}) AS integer)"
    return f"CAST(strftime('{form}', {day}) AS integer)"


def among(column: str, keys: Sequence[int]) -> tuple[str, list[Any]]:
    """A condition that the column is one of the keys, in one parameter however many there are."""
    if _is_postgresql():
        return f"{column} = ANY(%s)", [list(keys)]
    return f"{column} IN (SELECT value FROM json_each(%s))", [f"[{','.join(map(str, keys))}]"]


def written(value: object) -> object:
    """A day or an instant as the database keeps it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def plain_day(column: str) -> str:
    """A day as it is kept: SQLite would make dates of a column, and leaves what is reckoned from it alone."""
    return column if _is_postgresql() else f"{column} || ''"


def streamed(statement: str, parameters: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows as they come, while the database makes more of them; until the last, nothing else may be asked of it."""
    if _is_postgresql():
        connection.ensure_connection()
        with connection.connection.cursor() as cursor:
            yield from cursor.stream(statement, parameters, size=ROWS_AT_A_TIME)
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        while fetched := cursor.fetchmany(ROWS_AT_A_TIME):
            yield from fetched


def learn_sizes(*tables: str) -> None:
    """PostgreSQL plans by what it knows of a table: nothing of rows that were just written. A look takes a moment."""
    if _is_postgresql():
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"
