"""The words for figures quoted in the texts: X-16, I-13, F-6, F-7."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "X-16": gettext_noop("Figures in the texts against the tables"),
    "I-13": gettext_noop("Shares quoted in the summary"),
    "F-6": gettext_noop("Amounts in the baseline"),
    "F-7": gettext_noop("Places in the baseline"),
}

_PARTS = "%(parts)s = %(expected_total)s %(sign)s %(found_total)s"

SENTENCES = {
    ("X-16", "shares"): (
        gettext_noop(
            "The summary says %(found_rates)s; the plan gives %(expected_rates)s, not all of them within one point. "
            "Bring the summary up to date at the next revision."
        ),
        "",
    ),
    ("X-16", "moved"): (
        gettext_noop(
            "The texts say that Regulation (EU) 2018/2000 added %(found_total)s; the tables show %(expected_total)s, a "
            "difference of %(found_difference)s. Part of it may be technical assistance: say so in the text, or "
            "correct the amounts."
        ),
        "%(parts)s = %(found_total)s ≠ %(expected_total)s",
    ),
    ("I-13", "sum"): (
        gettext_noop(
            "The shares quoted in the summary come to %(found_rate)s; they should come to %(expected_rate)s. "
            "Correct one of them."
        ),
        "%(parts)s = %(found_rate)s",
    ),
    ("F-6", "of_which"): (
        gettext_noop(
            "The baseline splits %(found_total)s into parts that come to "
            "%(expected_total)s. Check the "
            "source and correct the text."
        ),
        _PARTS,
    ),
    ("F-6", "remaining"): (
        gettext_noop(
            "The baseline gives a budget of %(found_total)s; its uses come to "
            "%(expected_total)s. Check "
            "the source and correct the text."
        ),
        _PARTS,
    ),
    ("F-7", "places"): (
        gettext_noop(
            "The baseline counts %(found_total)s places and names %(expected_total)s "
            "of them; %(found_difference)s are not "
            "attributed. Name them if they matter."
        ),
        _PARTS,
    ),
}

HELD = {
    ("X-16", "shares"): (gettext_noop("The shares quoted in the summary are those of the plan: %(found_rates)s."), ""),
    ("X-16", "moved"): (
        gettext_noop(
            "What the texts say Regulation (EU) 2018/2000 added, %(found_total)s, fits the tables (%(expected_total)s)."
        ),
        "",
    ),
    ("I-13", "sum"): (
        gettext_noop("The shares quoted in the summary come to %(found_rate)s."),
        "%(parts)s = %(found_rate)s",
    ),
    ("F-6", "of_which"): (
        gettext_noop("The baseline splits %(found_total)s into parts that add up."),
        "%(parts)s = %(found_total)s",
    ),
    ("F-6", "remaining"): (
        gettext_noop("The baseline's budget of %(found_total)s is the sum of its uses."),
        "%(parts)s = %(found_total)s",
    ),
    ("F-7", "places"): (
        gettext_noop("The %(found_total)s places of the baseline are all attributed."),
        "%(parts)s = %(found_total)s",
    ),
}
"""The same where a variant holds that can also fail."""
