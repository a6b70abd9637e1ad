"""The words for the rules of a programme of 2021-2027: P-01 to P-04."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "P-01": gettext_noop("Total of the programme"),
    "P-02": gettext_noop("Minimum shares"),
    "P-03": gettext_noop("Technical assistance"),
    "P-04": gettext_noop("Milestones and targets"),
}
SENTENCES = {
    ("P-01", "total"): (
        gettext_noop(
            "The total is %(found_total)s; the objectives and technical assistance come to %(expected_total)s. "
            "Correct one of them."
        ),
        "%(found_total)s %(sign)s %(expected_total)s",
    ),
    ("P-02", "below_share"): (
        gettext_noop(
            "%(found_objective)s has %(found_rate)s of the resources, at least %(expected_rate)s is asked, which is "
            "%(expected_amount)s."
        ),
        "%(found_amount)s ÷ %(found_base)s = %(found_rate)s",
    ),
    ("P-03", "above_rate"): (
        gettext_noop(
            "Technical assistance has %(found_amount)s; %(expected_rate)s of what the objectives have is "
            "%(expected_amount)s at most."
        ),
        "",
    ),
    ("P-04", "no_indicator"): (gettext_noop("Annex VIII has no indicator %(found_code)s. Remove it."), ""),
    ("P-04", "result_milestone"): (
        gettext_noop("%(found_code)s is a result, and results have no milestone. Leave it out."),
        "",
    ),
    ("P-04", "past_target"): (
        gettext_noop(
            "The milestone of %(found_code)s is %(found_number)s, the target %(expected_number)s. A milestone is no "
            "more than its target."
        ),
        "",
    ),
}
HELD: dict[tuple[str, str], tuple[str, str]] = {
    ("P-01", "total"): (gettext_noop("The objectives and technical assistance come to %(found_total)s."), ""),
    ("P-02", "below_share"): (
        gettext_noop("%(found_objective)s has %(found_rate)s of the resources, at least %(expected_rate)s is asked."),
        "%(found_amount)s ÷ %(found_base)s = %(found_rate)s",
    ),
    ("P-03", "above_rate"): (
        gettext_noop(
            "Technical assistance has %(found_amount)s, within %(expected_rate)s of what the objectives have."
        ),
        "",
    ),
    ("P-04", "past_target"): (gettext_noop("The milestone of %(found_code)s is no more than its target."), ""),
}
