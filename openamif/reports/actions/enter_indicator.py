"""Enter an indicator of the programme's own, with the rule by which it is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from openamif.people.models import Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trail import append_trail
from openamif.reports.models import ProgrammeIndicator, TallyState
from openamif.reports.policy import can_enter_indicator
from openamif.rules.indicators import own_rule


@dataclass(frozen=True, slots=True)
class IndicatorContent:
    """``rule``: as in ``law/<period>/counting.yaml``, without indicator and day; ``objective``: ``SO2``."""

    code: str
    objective: str
    name: str
    unit: str
    rule: Mapping[str, object]
    valid_from: date


@transaction.atomic
def enter_indicator(programme: Programme, content: IndicatorContent, *, by: Person) -> ProgrammeIndicator:
    """RuleRefused where its rule says a word that nobody knows; the tallies are stale from then on."""
    require(can_enter_indicator(by, programme))
    own_rule(content.code, content.objective, content.rule, period=programme.period, valid_from=content.valid_from)
    made = ProgrammeIndicator.objects.create(
        programme=programme,
        code=content.code,
        objective=content.objective,
        name=content.name,
        unit=content.unit,
        rule=dict(content.rule),
        valid_from=content.valid_from,
    )
    TallyState.objects.update_or_create(programme=programme, defaults={"is_stale": True})
    append_trail(programme, "indicator_entered", by=by, details={"code": content.code})
    return made
