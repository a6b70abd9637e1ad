"""Take back an indicator of the programme's own that was entered by mistake."""

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.reports.models import ProgrammeIndicator, TallyState
from openamif.reports.policy import can_remove_indicator


@transaction.atomic
def remove_indicator(indicator: ProgrammeIndicator, *, by: Person) -> Programme:
    """Only while nothing speaks of it; the tallies are stale from then on. To change one, enter it anew."""
    indicator = ProgrammeIndicator.objects.select_for_update().select_related("programme").get(pk=indicator.pk)
    require(can_remove_indicator(by, indicator))
    programme = indicator.programme
    indicator.delete()
    TallyState.objects.update_or_create(programme=programme, defaults={"is_stale": True})
    append_trail(programme, "indicator_removed", by=by, details={"code": indicator.code, "name": indicator.name})
    return programme
