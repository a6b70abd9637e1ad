"""Every deadline that a page can show has its name in the reader's language."""

from datetime import date

from openamif.law.loader import figure, figure_keys
from openamif.web.deadlines import DEADLINES


def test_every_day_the_law_sets_has_a_label():
    days = {
        key
        for period in ("2014-2020", "2021-2027")
        for key in figure_keys(period)
        if key.startswith("deadlines.") and figure(key, on=date(2026, 1, 1), period=period).unit == "date"
    }
    assert days == DEADLINES.keys()
