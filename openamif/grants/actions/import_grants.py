"""Import the grants that run already from a workbook: all of it or nothing."""

from datetime import date

from django.db import transaction

from openamif.grants import policy
from openamif.grants.actions.name_owners import write_owners
from openamif.grants.actions.write_content import set_columns, write_rows
from openamif.grants.facts import COLUMNS, written
from openamif.grants.models import Grant
from openamif.grants.queries import Plan, plan_import
from openamif.grants.queries.importing import FILLED
from openamif.people.models import Organisation, Person
from openamif.people.policy import require
from openamif.programmes.models import Programme
from openamif.record.actions.append_trails import Event, append_trails
from openamif.record.models import Document
from openamif.workbooks import Reading


class NotImportable(Exception):
    """The dry run found errors, so nothing goes in."""

    def __init__(self, plan: Plan, reading: Reading) -> None:
        super().__init__(f"{reading.count} errors in cells, {len(plan.errors)} against rules")
        self.plan, self.reading = plan, reading


class PlanChangedMeanwhile(Exception):
    """Somebody changed a grant after the dry run, so that confirming would do something else than was shown."""


@transaction.atomic
def import_grants(
    programme: Programme, reading: Reading, *, source: Document | None = None, seen: str = "", by: Person, on: date
) -> Plan:
    """What is new is entered, what differs is changed, the rest is left alone; a second time, nothing happens.

    ``reading`` is consumed: the plan is made anew here, under the lock of the programme and its grants. ``seen``: the
    plan that was shown, as ``as_seen`` says; another one raises PlanChangedMeanwhile. Raises NotImportable.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    list(Grant.objects.select_for_update().filter(programme=programme).order_by("pk").values_list("pk"))
    require(policy.can_import_grants(by, programme))
    plan = plan_import(programme, reading, on=on)
    if reading.count or plan.errors:
        raise NotImportable(plan, reading)
    if seen and seen != plan.as_seen and plan.changes_anything:
        raise PlanChangedMeanwhile(programme)
    came = {"source": source.sha256} if source else {}
    events = [*_enter_organisations(plan, came), *_enter_grants(programme, plan, came), *_change_grants(plan, came)]
    append_trails([*events, *_name_owners(programme, plan, came)], by=by)
    return plan


def _enter_organisations(plan: Plan, came: dict[str, str]) -> list[Event]:
    Organisation.objects.bulk_create(plan.new_organisations)
    Organisation.objects.bulk_update(plan.filled_organisations, FILLED)
    entered = [Event(body, "organisation_entered", details=came) for body in plan.new_organisations]
    return entered + [Event(body, "organisation_changed", details=came) for body in plan.filled_organisations]


def _enter_grants(programme: Programme, plan: Plan, came: dict[str, str]) -> list[Event]:
    entered = []
    for _row, content in plan.new:
        # The organisations have their keys by now; the grant takes up in the state that its days say.
        grant = Grant(programme=programme, state=str(content.state))
        set_columns(grant, content)
        entered.append((grant, content))
    Grant.objects.bulk_create([grant for grant, _content in entered])
    write_rows(entered)
    return [
        Event(grant, "grant_imported", to_state=grant.state, details={"reference": grant.reference, **came})
        for grant, _content in entered
    ]


def _change_grants(plan: Plan, came: dict[str, str]) -> list[Event]:
    events = []
    for each in plan.changed:
        before, grant = each.grant.state, each.grant
        set_columns(grant, each.content)
        grant.state = str(each.content.state)
        grant.revision += 1
        states = {"from_state": before, "to_state": grant.state} if before != grant.state else {}
        details = {"changes": written(each.changes), **came}
        events.append(Event(grant, "changed", details=details, **states))
    Grant.objects.bulk_update([each.grant for each in plan.changed], [*COLUMNS, "state", "revision"], batch_size=100)
    write_rows([(each.grant, each.content) for each in plan.changed])
    return events


def _name_owners(programme: Programme, plan: Plan, came: dict[str, str]) -> list[Event]:
    if not plan.owners:
        return []
    grants = Grant.objects.filter(programme=programme, reference__in=plan.owners)
    named = {grant: plan.owners[grant.reference] for grant in grants}
    write_owners(named)
    return [Event(grant, "owners_named", details={"count": len(owners), **came}) for grant, owners in named.items()]
