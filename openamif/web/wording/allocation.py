"""The words for what the programme receives and how it is shared: 2.15, 2.22.1, X-09 to X-13, I-04."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "2.15": gettext_noop("New decision of the Commission"),
    "2.22.1": gettext_noop("Total of the programme against the basic amounts"),
    "X-09": gettext_noop("Ceiling of technical assistance"),
    "X-10": gettext_noop("Minimum share of an objective"),
    "X-11": gettext_noop("Total of the programme against the basic amounts and the amounts moved"),
    "X-12": gettext_noop("Share of the freed amounts that stays with solidarity"),
    "X-13": gettext_noop("Places taken back"),
    "I-04": gettext_noop("Total that the Commission printed"),
}

_WITHIN = "%(found_amount)s ≤ %(expected_cap_narrow)s"
_BETWEEN = "%(expected_cap_narrow)s < %(found_amount)s ≤ %(expected_cap_wide)s"
_OVER = "%(found_amount)s > %(expected_cap_wide)s"
_SHARE = "%(found_amount)s ÷ %(found_base)s = %(found_rate)s < %(expected_rate)s"
_GAP = "%(found_total)s − %(expected_reference)s = %(found_gap)s"

SENTENCES = {
    ("2.15", "first_version"): (gettext_noop("This is the first version: the Commission adopts it as a whole."), ""),
    ("2.15", "previous_unknown"): (
        gettext_noop(
            "This is version %(found_number)s, and the version decided before it is not here to compare. "
            "Plan for a new decision if any field outside the authorities and the control system has changed."
        ),
        "",
    ),
    ("2.15", "decision_fields_changed"): (
        gettext_noop(
            "Version %(found_number)s changes %(found_fields)s field(s) of the decision: %(found_places)s. "
            "It needs a new decision of the Commission; send it as an amendment."
        ),
        "",
    ),
    ("2.15", "no_decision_field_changed"): (
        gettext_noop("Version %(found_number)s changes no field of the decision: no new decision is needed."),
        "",
    ),
    ("2.15", "later_by_content"): (
        gettext_noop(
            "This is a later version: it takes back pledged places (rows: %(found_rows_taken_back)s) and its texts "
            "tell of updates (texts: %(found_updates)s). Such changes need a new decision; check that it was asked for."
        ),
        "",
    ),
    ("2.15", "later_by_message"): (
        gettext_noop(
            "The document's own validation says that this is a later version. Compare it with the version decided "
            "before it to see which fields need a new decision."
        ),
        "",
    ),
    ("2.15", "no_sign_of_later_version"): (
        gettext_noop("Nothing in the document shows that it is a later version."),
        "",
    ),
    ("2.22.1", "equal"): (
        gettext_noop("National objectives and technical assistance come to the basic amounts."),
        "%(found_total)s = %(expected_reference)s",
    ),
    ("2.22.1", "explained_by_relocation_and_turkey"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above "
            "the basic amounts. The pledges explain "
            "all of it: places taken back freed money that moved into national objectives, less what "
            "%(found_resettled_persons)s more resettled persons would cost (read from the remainder, which is a whole "
            "number of lump sums). Nothing to correct; keep this explanation for the desk officer."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_relocation_persons)s × %(expected_relocation_lump_sum)s + "
            "%(found_turkey_persons)s × %(expected_turkey_lump_sum)s − "
            "%(found_resettled_persons)s × %(expected_resettlement_lump_sum)s"
        ),
    ),
    ("2.22.1", "explained_by_relocation_and_turkey_alone"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above "
            "the basic amounts: exactly what places "
            "taken back freed. Nothing of it stays with solidarity; see the rule on the share kept."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_relocation_persons)s × %(expected_relocation_lump_sum)s + "
            "%(found_turkey_persons)s × %(expected_turkey_lump_sum)s"
        ),
    ),
    ("2.22.1", "explained_by_relocation"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above "
            "the basic amounts. The pledges explain "
            "all of it: relocation places taken back, less "
            "%(found_resettled_persons)s more resettled persons (read from "
            "the remainder, which is a whole number of lump sums). Nothing to correct; keep this explanation."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_relocation_persons)s × %(expected_relocation_lump_sum)s − "
            "%(found_resettled_persons)s × %(expected_resettlement_lump_sum)s"
        ),
    ),
    ("2.22.1", "explained_by_relocation_alone"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above the basic amounts: exactly what "
            "relocation places taken back freed. Nothing of it stays with solidarity; see the rule on the share kept."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_relocation_persons)s × %(expected_relocation_lump_sum)s"
        ),
    ),
    ("2.22.1", "explained_by_turkey"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above "
            "the basic amounts. The pledges explain "
            "all of it: admissions from Turkey taken back, less "
            "%(found_resettled_persons)s more resettled persons (read "
            "from the remainder, which is a whole number of lump sums). Nothing to correct; keep this explanation."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_turkey_persons)s × %(expected_turkey_lump_sum)s − "
            "%(found_resettled_persons)s × %(expected_resettlement_lump_sum)s"
        ),
    ),
    ("2.22.1", "explained_by_turkey_alone"): (
        gettext_noop(
            "National objectives and technical assistance are %(found_gap)s above the basic amounts: exactly what "
            "admissions from Turkey taken back freed. Nothing of it stays with "
            "solidarity; see the rule on the share kept."
        ),
        (
            "%(found_total)s − %(expected_reference)s = %(found_gap)s = "
            "%(found_turkey_persons)s × %(expected_turkey_lump_sum)s"
        ),
    ),
    ("2.22.1", "partly_explained"): (
        gettext_noop(
            "National objectives and technical assistance differ from the basic amounts by %(found_gap)s. Places taken "
            "back explain only part of it; %(part_unexplained)s is open. Check the plan "
            "and the pledges against the last decision."
        ),
        "%(found_total)s − %(expected_reference)s = %(found_gap)s = %(parts)s",
    ),
    ("2.22.1", "unexplained"): (
        gettext_noop(
            "National objectives and technical assistance differ from the basic "
            "amounts by %(found_gap)s, and no places "
            "were taken back that would explain it. Correct the plan, or give the reason when sending."
        ),
        _GAP,
    ),
    ("X-09", "under"): (
        gettext_noop("Technical assistance is within its ceiling, whatever the total it is taken on."),
        _WITHIN,
    ),
    ("X-09", "depends_on_base"): (
        gettext_noop(
            "Technical assistance of %(found_amount)s is %(found_excess)s over the "
            "ceiling if this is taken on national "
            "objectives and assistance alone (%(expected_cap_narrow)s); with specific actions it is "
            "%(expected_cap_middle)s, on the whole programme %(expected_cap_wide)s. The Regulation says “total amount "
            "allocated”: agree with the Commission on which total counts."
        ),
        _BETWEEN,
    ),
    ("X-09", "over"): (
        gettext_noop(
            "Technical assistance of %(found_amount)s is %(found_excess)s over the ceiling even on the whole programme "
            "(%(expected_cap_wide)s). Lower it by at least that amount."
        ),
        _OVER,
    ),
    ("X-10", "met"): (
        gettext_noop("The national objectives of %(found_objective)s take %(found_rate)s, at least %(expected_rate)s."),
        "%(found_amount)s ÷ %(found_base)s = %(found_rate)s ≥ %(expected_rate)s",
    ),
    ("X-10", "justified"): (
        gettext_noop(
            "The national objectives of %(found_objective)s take %(found_rate)s, less than %(expected_rate)s; the "
            "programme gives a justification."
        ),
        _SHARE,
    ),
    ("X-10", "below"): (
        gettext_noop(
            "The national objectives of %(found_objective)s take %(found_rate)s of the basic amounts, less than "
            "%(expected_rate)s. Raise them to %(expected_amount)s, or justify the deviation below Table 3."
        ),
        _SHARE,
    ),
    ("X-11", "total"): (
        gettext_noop(
            "National objectives and technical assistance come to %(found_total)s; "
            "the basic amounts and what could move "
            "into them come to %(expected_total)s. Correct the plan, or give the reason when sending."
        ),
        "%(found_total)s %(sign)s %(parts)s",
    ),
    ("X-12", "nothing_freed"): (gettext_noop("No places were taken back, so no money was freed."), ""),
    ("X-12", "share"): (
        gettext_noop(
            "Of %(found_freed)s freed by places taken back, %(found_kept)s stays "
            "with resettlement: %(found_rate)s, less "
            "than the %(expected_rate)s that must. Keep more of it on resettlement, admission or transfer."
        ),
        "%(found_kept)s ÷ %(found_freed)s = %(found_rate)s < %(expected_rate)s",
    ),
    ("X-12", "not_yet_law"): (gettext_noop("On this day the law did not yet ask for a share to be kept."), ""),
    ("X-12", "not_shown"): (
        gettext_noop(
            "Places taken back freed %(found_freed)s; the document does not show how much of it stays with solidarity. "
            "Keep the calculation with the file."
        ),
        "",
    ),
    ("X-13", "covered"): (
        gettext_noop("No row takes back more places than it pledged (%(found_persons)s in all)."),
        "",
    ),
    ("X-13", "uncovered"): (
        gettext_noop(
            "Row %(found_row)s has %(found_persons)s in %(found_period)s, and only %(expected_persons)s places were "
            "pledged before. Correct the negative figure."
        ),
        "%(expected_persons)s + (%(found_persons)s) < 0",
    ),
    ("I-04", "total"): (
        gettext_noop(
            "National objectives and technical assistance, added up from Table 1, "
            "beside the total that the Commission's "
            "own message prints. Where they differ, the message is of another version."
        ),
        "%(parts)s = %(found_total)s %(sign)s %(expected_total)s",
    ),
}

HELD = {
    ("X-11", "total"): (
        gettext_noop(
            "National objectives and technical assistance are the basic amounts and what could move into them."
        ),
        "%(found_total)s = %(parts)s",
    ),
    ("X-12", "share"): (
        gettext_noop(
            "Of %(found_freed)s freed by places taken back, %(found_kept)s stays with resettlement: %(found_rate)s, at "
            "least the %(expected_rate)s that must."
        ),
        "%(found_kept)s ÷ %(found_freed)s = %(found_rate)s ≥ %(expected_rate)s",
    ),
    ("I-04", "total"): (
        gettext_noop("Table 1 comes to the total that the Commission's own message prints."),
        "%(parts)s = %(found_total)s",
    ),
}
"""The same where a variant holds that can also fail."""
