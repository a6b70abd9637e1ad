"""The words for the rules of a value that is said: N-01 to N-05."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "N-01": gettext_noop("Not a whole number"),
    "N-02": gettext_noop("More than all of them"),
    "N-03": gettext_noop("A part does not fit its whole"),
    "N-04": gettext_noop("Ages and sexes do not follow"),
    "N-05": gettext_noop("Far above what is known"),
}

_OVER = "%(found_value)s > %(expected_value)s"
_FAR_OVER = "%(found_value)s > %(expected_times)s × %(expected_value)s"

SENTENCES = {
    ("N-01", "fraction"): (
        gettext_noop(
            "%(found_indicator)s is counted in wholes: %(found_value)s cannot be. Write %(expected_value)s, or the "
            "next number up."
        ),
        "",
    ),
    ("N-02", "percent"): (
        gettext_noop(
            "%(found_indicator)s is a percentage: %(found_value)s is more than all of them. Write a number from 0 to "
            "%(expected_value)s."
        ),
        _OVER,
    ),
    ("N-02", "part"): (
        gettext_noop("%(found_value)s cannot be out of %(expected_value)s: the part is larger than the whole."),
        _OVER,
    ),
    ("N-02", "whole"): (
        gettext_noop(
            "%(found_indicator)s, of which this is the whole, stands at %(found_value)s already: more than the "
            "%(expected_value)s that you say there are in all."
        ),
        _OVER,
    ),
    ("N-02", "numerator"): (
        gettext_noop(
            "%(found_value)s is more than the %(expected_value)s that there are in all: that is the whole which was "
            "said for %(expected_indicator)s."
        ),
        _OVER,
    ),
    ("N-03", "part"): (
        gettext_noop(
            "Whatever counts for %(found_indicator)s counts for %(expected_indicator)s too, which stands at "
            "%(expected_value)s: %(found_value)s cannot be a part of it. One of the two is to be put right."
        ),
        _OVER,
    ),
    ("N-03", "whole"): (
        gettext_noop(
            "Whatever counts for %(expected_indicator)s counts for %(found_indicator)s too: it stands at "
            "%(expected_value)s, so that %(found_value)s is too little. One of the two is to be put right."
        ),
        "%(expected_value)s > %(found_value)s",
    ),
    ("N-03", "silent"): (
        gettext_noop(
            "Whatever counts for %(found_indicator)s counts for %(expected_indicator)s too, of which nothing is said "
            "yet. Say it as well: the whole does not follow its parts."
        ),
        "",
    ),
    ("N-04", "groups"): (
        gettext_noop(
            "By age and sex the register counts %(expected_value)s, more than the %(found_value)s written here. Ages "
            "and sexes stay as they are until the register is put right."
        ),
        "%(expected_value)s > %(found_value)s",
    ),
    ("N-05", "target"): (
        gettext_noop(
            "%(found_value)s is more than %(expected_times)s times the %(expected_value)s that the grant aims at for "
            "%(found_indicator)s. Is it a slip of the hand?"
        ),
        _FAR_OVER,
    ),
    ("N-05", "reported"): (
        gettext_noop(
            "%(found_value)s is more than %(expected_times)s times the %(expected_value)s that was reported for "
            "%(found_indicator)s. Is it a slip of the hand?"
        ),
        _FAR_OVER,
    ),
}
