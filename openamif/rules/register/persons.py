"""What is said of somebody can be true (R-04, R-09, R-11)."""

from datetime import date

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.register.facts import Event, Grant, Person
from openamif.rules.register.table import says

OF_STAFF = ("training", "found_useful", "uses_skills")
"""What may happen to somebody who is no third-country national but works for an authority or a partner."""


def description(person: Person, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """R-11: her reference is her own; R-04: she may live on that day and in the years of the grant."""
    taken = says("R-11", not person.is_taken, "local_reference", period=grant.period, variant="participant")
    return (*taken, *_lives(person.birth_year, min(on, grant.ends_on), grant, on=on))


def age(event: Event, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    """R-04: she is born when it happens, and not older than anybody grows."""
    return _lives(event.birth_year, event.day, grant, on=on)


def _lives(birth_year: int | None, day: date, grant: Grant, *, on: date) -> tuple[Finding, ...]:
    if birth_year is None:
        return ()
    oldest = int(figure("register.oldest", on=on, period=grant.period).number)
    found = {"birth_year": birth_year, "year": day.year}
    born, period = birth_year <= day.year, grant.period
    return (
        *says("R-04", born, "birth_year", period=period, variant="unborn", found=found),
        *says("R-04", day.year - birth_year <= oldest, "birth_year", period=period, variant="too_old", found=found),
    )


def staff(event: Event, grant: Grant) -> tuple[Finding, ...]:
    """R-09: staff are trained; what is meant for the target group does not happen to them."""
    holds = event.standing != "staff" or event.kind in OF_STAFF
    return says("R-09", holds, "kind", period=grant.period, variant="staff", found={"kind": event.kind})
