"""What is signed was signed: the day of no signature is still to come (G-17). A rule of ours, by reason alone."""

from datetime import date

from openamif.rules.finding import Finding
from openamif.rules.grants.facts import Frame, Grant
from openamif.rules.grants.table import says

VARIANTS = {"signed_on": "agreement", "contracts": "contract", "amendments": "amendment"}


def signatures(grant: Grant, frame: Frame, *, on: date) -> tuple[Finding, ...]:
    """G-17: the agreement, each amendment and each contract, at their places."""
    own = {"signed_on": grant.signed_on} if grant.signed_on else {}
    return tuple(
        says(
            "G-17",
            day <= on,
            place,
            period=frame.period,
            variant=VARIANTS[place.partition(".")[0]],
            found={"day": day, "paper": place.partition(".")[2]},
            expected={"day": on},
        )
        for place, day in (own | dict(grant.signatures)).items()
    )
