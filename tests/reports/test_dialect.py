"""What the database reckons is what the rules reckon."""

from datetime import date, timedelta

import pytest
from django.db import connection

from openamif.reports.queries import dialect
from openamif.rules.indicators.persons import whole_months

LAST_DAYS = [date(2023, month, 1) - timedelta(days=1) for month in range(2, 7)] + [
    date(2024, 2, 29),
    date(2022, 11, 30),
]
DAYS = sorted({day + timedelta(days=more) for day in LAST_DAYS for more in (-1, 0, 1)})


@pytest.mark.django_db
def test_months_gone_by_are_those_of_the_rules():
    pairs = [(first, last) for first in DAYS for last in DAYS if first <= last]
    of_day = "CAST({} AS date)" if connection.vendor == "postgresql" else "{}"
    months = dialect.whole_months(of_day.format("a"), of_day.format("b"))
    rows = ", ".join(["(%s, %s)"] * len(pairs))
    texts = [day.isoformat() for pair in pairs for day in pair]
    with connection.cursor() as cursor:
        statement = f"WITH days (a, b) AS (VALUES {rows}) SELECT a, b, {months} FROM days"
        cursor.execute(statement, texts)
        found = {(str(first), str(last)): number for first, last, number in cursor.fetchall()}
    assert found == {(str(first), str(last)): whole_months(first, last) for first, last in pairs}
