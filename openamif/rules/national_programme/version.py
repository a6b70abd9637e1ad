"""The version: whether it needs a decision, its identity, authorities and four eyes (2.15, X-01, X-02, X-17)."""

from collections.abc import Iterator
from datetime import date

from openamif.law import figure
from openamif.rules.finding import Finding
from openamif.rules.national_programme.changes import decision_needed, fields_of
from openamif.rules.national_programme.facts import Authority, Handling, Programme, Version
from openamif.rules.national_programme.prose import UPDATE
from openamif.rules.national_programme.table import PERIOD, failing_or, not_in_document, says

PLACE = "version"


def new_decision(programme: Programme) -> tuple[Finding, ...]:
    """2.15, the Commission's: a version after the first needs a new decision when a field of the decision changed.

    With the number and the decided version known, the two are compared. With the number only, any version after the
    first fires, as the form's own control does. With the document only, or as the first version entered here, it fires
    where the content shows a later version (places taken back, updates under Regulation (EU) 2018/2000), or where its
    own message says so.
    """
    number = programme.version.number
    if number is not None and number > 1:
        return (_of_later(programme, number),)
    back = sum(1 for pledge in programme.pledges if any((persons or 0) < 0 for persons in pledge.persons))
    updates = sum(1 for text in programme.texts for paragraph in text.paragraphs if UPDATE in paragraph)
    found = {"rows_taken_back": back, "updates": updates}
    if back or updates:
        return (says("2.15", False, PLACE, variant="later_by_content", found=found),)
    if any(message.code == "2.15" for message in programme.messages):
        return (says("2.15", False, PLACE, variant="later_by_message"),)
    return (says("2.15", True, PLACE, variant="first_version" if number else "no_sign_of_later_version"),)


def _of_later(programme: Programme, number: int) -> Finding:
    found = {"number": str(number)}
    previous = programme.version.previous
    if previous is None:
        return says("2.15", False, PLACE, variant="previous_unknown", found=found)
    verdict = decision_needed(fields_of(previous), fields_of(programme))
    places = ", ".join(reason.place for reason in verdict.reasons)
    found = {**found, "fields": str(len(verdict.reasons)), "places": places}
    variant = "decision_fields_changed" if verdict else "no_decision_field_changed"
    return says("2.15", not verdict.needed, PLACE, variant=variant, found=found)


def identity_is_lawful(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-01: the programme has its number, which no other bears, and the years and first day of the Regulation."""
    version = programme.version
    if version.cci is None and version.first_year is None and version.last_year is None:
        return (not_in_document("X-01", PLACE),)
    held = says("X-01", True, PLACE, variant="known", found={"cci": version.cci or ""})
    return failing_or(held, _identity_faults(version, on))


def _identity_faults(version: Version, on: date) -> Iterator[Finding]:
    if not version.cci:
        yield says("X-01", False, "cci", variant="no_cci")
    elif version.cci in version.taken_ccis:
        yield says("X-01", False, "cci", variant="cci_taken", found={"cci": version.cci})
    for field, year in (("first_year", version.first_year), ("last_year", version.last_year)):
        right = int(figure(f"programme.{field}", on=on, period=PERIOD).number)
        if year != right:
            yield says("X-01", False, field, variant="year", found={"year": str(year)}, expected={"year": str(right)})
    first = figure("eligibility.incurred_from", on=on, period=PERIOD)
    if version.eligible_from is not None and version.eligible_from != first.day:
        found, expected = {"day": version.eligible_from}, {"day": first.day}
        yield says(
            "X-01", False, "eligible_from", variant="eligible_from", source=first.source, found=found, expected=expected
        )


def authorities_are_lawful(programme: Programme, *, on: date) -> tuple[Finding, ...]:
    """X-02: one responsible and one audit authority, not the same; so many delegated ones; each designated on a day."""
    authorities = programme.authorities
    if authorities is None:
        return (not_in_document("X-02", "authorities"),)
    held = says("X-02", True, "authorities", variant="designated", found={"authorities": len(authorities)})
    return failing_or(held, _authority_faults(authorities, on))


def _authority_faults(authorities: tuple[Authority, ...], on: date) -> Iterator[Finding]:
    names = {role: [each.name for each in authorities if each.role == role] for role in ("RA", "AA", "DA")}
    for role in ("RA", "AA"):
        if len(names[role]) != 1:
            found = {"count": len(names[role]), "role": role}
            yield says("X-02", False, f"authorities.{role}", variant="not_one", found=found)
    if set(names["RA"]) & set(names["AA"]):
        yield says("X-02", False, "authorities.AA", variant="same", found={"name": names["AA"][0]})
    most = figure("programme.delegated_authorities", on=on, period=PERIOD)
    if len(names["DA"]) > most.number:
        found, expected = {"count": len(names["DA"])}, {"count": int(most.number)}
        yield says("X-02", False, "authorities.DA", variant="too_many", found=found, expected=expected)
    for each in authorities:
        if each.designated_on is None:
            yield says("X-02", False, f"authorities.{each.role}", variant="not_designated", found={"name": each.name})


def four_eyes(programme: Programme) -> tuple[Finding, ...]:
    """X-17: who sends is not who last validated, and nothing changed since the last validation."""
    handling = programme.handling
    if handling is None:
        return (not_in_document("X-17", PLACE),)
    variant = "kept" if handling.validated_at else "not_yet"
    return failing_or(says("X-17", True, PLACE, variant=variant), _handling_faults(handling))


def _handling_faults(handling: Handling) -> Iterator[Finding]:
    if handling.validated_at is None:
        if handling.sent_by is not None:
            yield says("X-17", False, PLACE, variant="not_validated")
        return
    if handling.validated_at < handling.changed_at:
        found = {"validated": handling.validated_at.date(), "changed": handling.changed_at.date()}
        yield says("X-17", False, PLACE, variant="changed_since", found=found)
    if handling.sent_by is not None and handling.sent_by == handling.validated_by:
        yield says("X-17", False, PLACE, variant="same_person")
