"""A document with something in every place that a document has, for what is told place by place."""

from dataclasses import replace
from datetime import date

from openamif.sfc.programme_2014 import AttachedDocument, Programme, TurkeyPledge, ValidationMessage
from tests.factories.programmes import SMALL, document

LETTER = AttachedDocument(
    "Letter", "Accompanying letter", date(2020, 5, 1), "L-1", "Ares(2020)1", "letter.pdf", date(2020, 5, 2), "J. Doe"
)


def carried_out_by(told: Programme, number: int, qualifier: str) -> Programme:
    """The document with that in brackets after the action's number."""
    return with_national(
        told,
        lambda national: replace(
            national,
            actions=tuple(
                replace(each, qualifier=qualifier) if each.number == number else each for each in national.actions
            ),
        ),
    )


def with_national(told: Programme, change) -> Programme:
    """The document with every national objective changed in that way."""
    return replace(
        told,
        objectives=tuple(
            replace(each, national_objectives=tuple(map(change, each.national_objectives))) for each in told.objectives
        ),
    )


FULL = carried_out_by(
    document(
        turkey=(TurkeyPledge((None, 5, 6)),),
        share_deviation=("The minimum share could not be met.",),
        documents=(LETTER, replace(LETTER, title="Annex", dated_on=None)),
        validation=(ValidationMessage("warning", "2.15", "A new decision is needed."),),
    ),
    2,
    "federal",
)
assert FULL != SMALL
