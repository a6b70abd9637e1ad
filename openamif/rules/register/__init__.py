"""The rules of a register: what may be written down of persons, activities, events and things delivered.

Facts in, out come the findings that stand against them; nothing comes where all is well, because a file brings hundreds
of thousands of events. ``docs/rules/register.md`` has each rule with a worked example.
"""

from datetime import date

from openamif.rules.finding import Finding, Severity
from openamif.rules.register import events, grants, persons
from openamif.rules.register.facts import Activity, Event, Grant, Output, Person
from openamif.rules.register.table import RULES, Rule, says

__all__ = ["RULES", "Activity", "Event", "Grant", "Output", "Person", "Rule", "errors", "says"]
__all__ += ["against_activity", "against_event", "against_output", "against_person"]
__all__ += ["of_answer_or_test", "of_hours", "of_person", "of_session"]


def against_person(person: Person, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """Against entering or describing somebody."""
    return (*grants.signed(grant), *persons.description(person, grant, on=on))


def against_activity(activity: Activity, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """Against an activity as planned."""
    return (*grants.signed(grant), *grants.activity(activity, grant), *grants.attended(activity, grant))


def against_output(output: Output, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """Against something delivered."""
    return (
        *grants.signed(grant),
        *grants.span(output.day, grant, is_open=False),
        *grants.future(output.day, grant, on=on),
        *grants.quantity(output, grant),
    )


def against_event(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """Against something that happened to somebody."""
    return (
        *of_session(event, grant, on=on),
        *of_hours(event, grant),
        *of_person(event, grant, on=on),
        *of_answer_or_test(event, grant, on=on),
    )


def of_session(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """The same for all events of one kind, day, activity and value: asked once for them all."""
    return (
        *grants.signed(grant),
        *grants.span(event.day, grant, is_open=event.family in ("answer", "outcome")),
        *grants.future(event.day, grant, on=on),
        *events.activity_kind(event, grant),
        *events.activity_span(event, grant),
        *events.value(event, grant),
    )


def of_hours(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """The hours of one."""
    return events.hours(event, grant)


def of_person(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """The same for everybody born in that year and of that standing."""
    return (*persons.age(event, grant, on=on), *persons.staff(event, grant))


def of_answer_or_test(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """What depends on what happened to her before."""
    return (*events.tests(event, grant), *events.skills(event, grant, on=on))


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep it from being written down."""
    return tuple(each for each in findings if each.severity is Severity.ERROR)
