"""On what grounds the reader puts back structure that an export has lost: keys for the doors, explained in English."""

from types import MappingProxyType

from openamif.sfc.errors import gettext_noop

GROUNDS = MappingProxyType(
    {
        "section_heading_lost": gettext_noop(
            "The section's heading is not printed; its first table or text shows where it begins."
        ),
        "heading_lost_actions_follow": gettext_noop(
            "No heading is printed; the block tells numbered main actions, so it is a national objective."
        ),
        "heading_lost_national_objectives_follow": gettext_noop(
            "No heading is printed; national objectives follow the block, so it is the strategy of the next "
            "specific objective."
        ),
        "heading_lost_after_national_objectives": gettext_noop(
            "No heading is printed; the block stands after the national objectives and tells no main action, so "
            "it is a specific action."
        ),
        "heading_lost_code_stands": gettext_noop(
            "The heading is not printed, but the code and label of the objective are."
        ),
        "code_from_order_of_headings": gettext_noop(
            "The heading bears no number; specific objectives are numbered in order."
        ),
        "code_from_timetable": gettext_noop(
            "The heading bears no code; the timetable names actions of the block under this one."
        ),
        "code_from_name_in_timetable": gettext_noop(
            "The heading bears no code; the block opens with a name that the timetable has under this one."
        ),
        "code_from_known_action": gettext_noop(
            "The heading bears no code; the block opens with the name of a specific action that is known in "
            "several Member States under this one."
        ),
        "code_from_subject": gettext_noop(
            "The heading bears no code; the block opens with the subject of this specific action."
        ),
        "code_from_order_in_plan": gettext_noop("The heading bears no code; it is the next row of the financial plan."),
        "code_undecided_taken_in_order": gettext_noop(
            "The heading bears no code and nothing in the block tells which specific action it is; it was given "
            "the next row of the financial plan. To be checked."
        ),
        "heading_without_text": gettext_noop("The heading stands alone: the specific action has no text."),
        "action_in_same_block": gettext_noop(
            "The timetable does not name this action; it stands in the same block as others."
        ),
    }
)

KNOWN_SPECIFIC_ACTIONS = MappingProxyType(
    {
        "EUR-LO": "SO3.SA5",
        "EURLO": "SO3.SA5",
        "EURINT": "SO3.SA5",
        "MEDCOI": "SO3.SA5",
        "ERIN": "SO3.SA6",
        "WAT-Action": "SO2.SA8",
    }
)
"""Specific actions that several Member States' programmes share, by name (Regulation (EU) No 516/2014, Annex II)."""

SUBJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("SO3.SA7", ("reintegration", "unaccompanied minors")),
    ("SO3.SA7", ("reintegration", "mineurs non accompagnes")),
    ("SO3.SA6", ("joint reintegration",)),
    ("SO3.SA6", ("projets conjoints de reintegration",)),
    ("SO3.SA5", ("joint return operations",)),
    ("SO3.SA5", ("operations conjointes de retour",)),
    ("SO1.SA1", ("transit centres",)),
    ("SO1.SA1", ("centres de transit",)),
    ("SO2.SA3", ("joint initiatives",)),
    ("SO2.SA3", ("initiatives conjointes",)),
    ("SO2.SA4", ("unaccompanied minors",)),
    ("SO2.SA4", ("mineurs non accompagnes",)),
)
"""Words (folded) that together tell a specific action's subject, the more telling ones first."""
