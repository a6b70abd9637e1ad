"""What the programme follows beside the indicators of the law."""

from datetime import date

from openamif.people.models import Person
from openamif.programmes.models import Programme
from openamif.reports.actions.count_tallies import count_tallies
from openamif.reports.actions.enter_indicator import IndicatorContent, enter_indicator

CODE = "SO2.P1"
RULE = {
    "counts": "persons",
    "unit": "person",
    "kinds": ["professional_guidance"],
    "target_group": True,
    "distinct": "programme",
    "day": "event",
}
NAME = "Nombre de personnes ayant reçu une orientation professionnelle personnalisée (démonstration)"


def play_own_indicator(programme: Programme, *, by: Person) -> None:
    """Entered once the reports were sent, and counted."""
    enter_indicator(programme, IndicatorContent(CODE, "SO2", NAME, "number", RULE, date(2014, 1, 1)), by=by)
    count_tallies(programme)
