"""What holds for every action: it asks who may, it happens as a whole or not at all, and it leaves the chain whole."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from openamif.people.models import Person
from openamif.people.policy import Refused
from openamif.people.states import RoleKind
from openamif.programmes import actions as package
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.accept_member_state_decision import accept_member_state_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.cancel_version import cancel_version
from openamif.programmes.actions.delete_version import delete_version
from openamif.programmes.actions.describe_control_system import describe_control_system
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.enter_programme_2021 import enter_programme_2021
from openamif.programmes.actions.import_document import import_document
from openamif.programmes.actions.import_programme_2021 import import_programme_2021
from openamif.programmes.actions.name_programme import name_programme
from openamif.programmes.actions.record_observation import record_observation
from openamif.programmes.actions.record_return import record_return
from openamif.programmes.actions.reopen_version import reopen_version
from openamif.programmes.actions.return_version import return_version
from openamif.programmes.actions.revise_programme_2021 import revise_programme_2021
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.actions.withdraw_version import withdraw_version
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.record.models import Trail
from openamif.record.queries import chain_state
from tests.factories.people import administrator, person, role
from tests.factories.programmes import (
    CONTENT_2021,
    DAY,
    SMALL,
    adopted_version,
    colleague,
    document,
    programme_2021,
    sent_version,
    version,
)

pytestmark = pytest.mark.django_db
OTHER = document(summary=("Otherwise.",))
DECISION = {"decision_reference": "C(2020) 3777", "decision_on": DAY}


def open_version() -> Version:
    return version()


def ready_version() -> Version:
    made = version()
    return validate_version(made, by=made.entered_by, on=DAY)


def returned_here() -> Version:
    made = version()
    return return_version(made, reason="Look again.", by=made.entered_by)


def accepted_version() -> Version:
    made = sent_version()
    return accept_decision(made, by=made.entered_by)


def second_version() -> Version:
    made = adopted_version()
    return begin_version(made, by=made.entered_by)


def second_sent_version() -> Version:
    made = second_version()
    validate_version(made, by=made.entered_by, on=DAY)
    return send_version(made, by=colleague(made.entered_by, made.programme.scope))


@dataclass(frozen=True)
class Deed:
    """An action, the version it is done to, and how."""

    before: Callable[[], Version]
    do: Callable[[Version, Person], Any]


def begun_anew(of: Version, by: Person) -> Version:
    return begin_programme(SMALL, name=ProgrammeName(country="FR", title="The fund in France"), by=by)


def entered_whole(of: Version, by: Person) -> Version:
    return enter_programme_2021(CONTENT_2021, name=ProgrammeName(country="FR", title="The fund in France"), by=by)


def open_version_2021() -> Version:
    return programme_2021(is_adopted=False)


OTHERWISE = replace(CONTENT_2021, summary="Otherwise.")
AUTHORITY = {"kind": "RA", "name": "Interior", "designated_on": date(2014, 12, 1)}
NAMES = {"title": "AMIF", "cci": "", "reference_allocation_amount": None}
DEEDS = {
    "accept_decision": Deed(sent_version, lambda of, by: accept_decision(of, by=by)),
    "accept_member_state_decision": Deed(
        second_sent_version, lambda of, by: accept_member_state_decision(of, by=by, on=DAY)
    ),
    "adopt_version": Deed(accepted_version, lambda of, by: adopt_version(of, **DECISION, by=by)),
    "begin_programme": Deed(open_version, begun_anew),
    "begin_version": Deed(adopted_version, lambda of, by: begin_version(of, by=by)),
    "cancel_version": Deed(ready_version, lambda of, by: cancel_version(of, reason="A mistake.", by=by)),
    "delete_version": Deed(second_version, lambda of, by: delete_version(of, by=by)),
    "describe_control_system": Deed(
        open_version, lambda of, by: describe_control_system(of, "Two units.", revision=of.revision, by=by)
    ),
    "designate_authorities": Deed(
        open_version,
        lambda of, by: designate_authorities(of, [DesignatedAuthority(**AUTHORITY)], revision=of.revision, by=by),
    ),
    "enter_programme_2021": Deed(open_version, entered_whole),
    "import_document": Deed(adopted_version, lambda of, by: import_document(of.programme, OTHER, source=None, by=by)),
    "import_programme_2021": Deed(
        open_version_2021, lambda of, by: import_programme_2021(of, OTHERWISE, revision=of.revision, source=None, by=by)
    ),
    "name_programme": Deed(open_version, lambda of, by: name_programme(of.programme, **NAMES, by=by)),
    "record_observation": Deed(
        sent_version, lambda of, by: record_observation(of, text="Say more.", made_on=DAY, by=by)
    ),
    "record_return": Deed(sent_version, lambda of, by: record_return(of, reason="Say more.", by=by)),
    "reopen_version": Deed(ready_version, lambda of, by: reopen_version(of, by=by)),
    "return_version": Deed(ready_version, lambda of, by: return_version(of, reason="Look again.", by=by)),
    "revise_programme_2021": Deed(
        open_version_2021, lambda of, by: revise_programme_2021(of, OTHERWISE, revision=of.revision, by=by)
    ),
    "revise_version": Deed(returned_here, lambda of, by: revise_version(of, OTHER, revision=of.revision, by=by)),
    "send_version": Deed(ready_version, lambda of, by: send_version(of, by=by)),
    "validate_version": Deed(open_version, lambda of, by: validate_version(of, by=by, on=DAY)),
    "withdraw_version": Deed(sent_version, lambda of, by: withdraw_version(of, reason="Overtaken.", by=by)),
}


def everything() -> dict[str, list]:
    """Every row of every table of ours."""
    models = [model for model in apps.get_models() if model.__module__.startswith("openamif.")]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def responsible_for(made: Version) -> Person:
    """Somebody of its authority who had no hand in it yet."""
    return colleague(made.entered_by, made.programme.scope)


def test_every_action_is_here():
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert DEEDS.keys() == files
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")} - {"every_action"}
    assert tests == files


@pytest.mark.parametrize("name", DEEDS)
def test_every_action_is_done_by_the_responsible_authority_and_told_in_the_trail(name):
    made = DEEDS[name].before()
    by = responsible_for(made)
    events = Trail.objects.count()
    DEEDS[name].do(made, by)
    told = Trail.objects.filter(number__gt=events)
    assert told
    assert {row.by for row in told} == {by}
    assert {row.organisation for row in told} == {by.roles.order_by("pk")[0].organisation}
    assert not chain_state().breaks


@pytest.mark.parametrize("name", DEEDS)
def test_every_action_is_refused_to_whoever_may_not(name):
    made = DEEDS[name].before()
    evaluator, former = person(RoleKind.EVALUATOR, scope=made.programme.scope), responsible_for(made)
    former.roles.update(ended_at="2020-01-01T00:00Z")
    closed = responsible_for(made)
    closed.is_active = False
    kept_out = [evaluator, former, closed, person()]
    if name not in ("begin_programme", "enter_programme_2021"):
        elsewhere = person(RoleKind.RESPONSIBLE_AUTHORITY)
        role(elsewhere, RoleKind.AUDIT_AUTHORITY, scope=made.programme.scope)
        kept_out += [elsewhere, administrator()]
    before = everything()
    for someone in kept_out:
        with pytest.raises(Refused, match="not_responsible_authority"):
            DEEDS[name].do(Version.objects.get(pk=made.pk), someone)
    assert everything() == before


class Broken(Exception):
    """The last step failed."""


@pytest.mark.parametrize("name", DEEDS)
def test_every_action_leaves_nothing_when_its_last_step_fails(name, monkeypatch):
    made = DEEDS[name].before()
    by = responsible_for(made)
    before = everything()

    def fail(*_args, **_kwargs):
        raise Broken

    monkeypatch.setattr(Trail, "save", fail)
    with pytest.raises(Broken):
        DEEDS[name].do(Version.objects.get(pk=made.pk), by)
    assert everything() == before
