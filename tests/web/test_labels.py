"""Every deadline that a page can show has its name in the reader's language."""

from datetime import date

from openamif.law.loader import figure, figure_keys
from openamif.web.labels import DEADLINES


def test_every_day_the_law_sets_has_a_label():
    keys = [key for key in figure_keys("2014-2020") if key.startswith("deadlines.")]
    days = {key for key in keys if figure(key, on=date(2026, 1, 1), period="2014-2020").unit == "date"}
    assert days == DEADLINES.keys()
