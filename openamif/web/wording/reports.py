"""The words for the rules of a progress report: P-01 to P-13; and what the template asks of each text."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "P-01": gettext_noop("A text is missing"),
    "P-02": gettext_noop("A text is too long"),
    "P-03": gettext_noop("Away from the plan"),
    "P-04": gettext_noop("Evidence of publicity"),
    "P-05": gettext_noop("Declared without a register"),
    "P-06": gettext_noop("Gaps in the register"),
    "P-07": gettext_noop("The period is not over"),
    "P-08": gettext_noop("An earlier report is not sent"),
    "P-09": gettext_noop("Nobody can sign"),
    "P-10": gettext_noop("Less than before"),
    "P-11": gettext_noop("Kind of file"),
    "P-12": gettext_noop("Size of the file"),
    "P-13": gettext_noop("A part larger than its whole"),
}

SENTENCES = {
    ("P-01", "text"): (gettext_noop("This field is empty. A few sentences are enough."), ""),
    ("P-01", "work_package"): (
        gettext_noop("The field is empty. At least a few sentences for each work package: what happened?"),
        "",
    ),
    ("P-02", "length"): (
        gettext_noop("The text has %(found_characters)s characters; %(expected_characters)s fit. Shorten it."),
        "%(found_characters)s > %(expected_characters)s",
    ),
    ("P-03", "under"): (
        gettext_noop(
            "%(found_indicator)s stands at %(found_value)s, where the plan expects %(expected_value)s by now. "
            "Say why, and what you will do about it."
        ),
        "%(found_value)s ÷ %(expected_value)s = %(found_rate)s < %(expected_rate)s",
    ),
    ("P-03", "above"): (
        gettext_noop(
            "%(found_indicator)s stands at %(found_value)s, far above the %(expected_value)s that the plan expects by "
            "now. A word on it helps whoever reads."
        ),
        "%(found_value)s ÷ %(expected_value)s = %(found_rate)s > %(expected_rate)s",
    ),
    ("P-04", "none"): (
        gettext_noop("No picture, leaflet or screenshot shows that the public was told. Attach one if you have it."),
        "",
    ),
    ("P-04", "none_at_all"): (
        gettext_noop(
            "This is the last report, and nothing was ever attached that shows that the public was told. Attach one "
            "picture, leaflet or screenshot at least."
        ),
        "",
    ),
    ("P-05", "declared"): (
        gettext_noop(
            "%(found_value)s for %(found_indicator)s was typed in and comes from no register. Attach what shows it."
        ),
        "",
    ),
    ("P-06", "entry_test"): (
        gettext_noop(
            "Participants without an entry test: %(found_number)s. They count for courses, but not for progress in the "
            "language."
        ),
        "",
    ),
    ("P-06", "birth_year"): (
        gettext_noop("Participants whose year of birth is not known: %(found_number)s. They count, under no age."),
        "",
    ),
    ("P-06", "sex"): (
        gettext_noop("Participants whose sex is not known: %(found_number)s. They count, under neither."),
        "",
    ),
    ("P-07", "running"): (
        gettext_noop("The period ends on %(expected_day)s. Write as much as you like; sign from the day after."),
        "",
    ),
    ("P-08", "earlier"): (
        gettext_noop("Not sent yet: report %(found_numbers)s. You may send this one first."),
        "",
    ),
    ("P-09", "nobody"): (
        gettext_noop(
            "Nobody of your organisation may sign for this grant yet. Ask the authority to give somebody the right."
        ),
        "",
    ),
    ("P-10", "less"): (
        gettext_noop(
            "%(found_indicator)s stands at %(found_value)s; the last report said %(expected_value)s. If the register "
            "was corrected, all is well."
        ),
        "%(found_value)s < %(expected_value)s",
    ),
    ("P-13", "part"): (
        gettext_noop(
            "%(found_indicator)s stands at %(found_value)s, but whatever counts for it counts for "
            "%(expected_indicator)s too, which stands at %(expected_value)s. One of the two cannot be right."
        ),
        "%(found_value)s > %(expected_value)s",
    ),
    ("P-11", "unknown"): (
        gettext_noop("What is in this file is none of the kinds that are taken: PDF, PNG, JPEG, Word, Excel, ODT."),
        "",
    ),
    ("P-11", "disguised"): (
        gettext_noop(
            "The name ends in “%(found_ending)s”, but by its content the file is one that ends in "
            "“%(expected_ending)s”. Name it so, or save it anew."
        ),
        "",
    ),
    ("P-11", "nameless"): (
        gettext_noop(
            "The name has no ending. By its content the file is one that ends in “.%(expected_ending)s”: add it."
        ),
        "",
    ),
    ("P-11", "macros"): (
        gettext_noop("The file carries a program (macros). Save it without, or as PDF."),
        "",
    ),
    ("P-12", "empty"): (gettext_noop("The file is empty."), ""),
    ("P-12", "size"): (
        gettext_noop(
            "The file has %(found_bytes)s; %(expected_bytes)s at most are taken. Pictures can be made smaller; a PDF "
            "can be split."
        ),
        "",
    ),
}

HELPS = {
    "summary": gettext_noop("The period in one page, for somebody who reads nothing else."),
    "activities": gettext_noop("What happened in this period, against the plan: what went well, what did not."),
    "issues": gettext_noop("What stood in the way, and what you did about it. Write “none” if all went well."),
    "deviation": gettext_noop("Why, and what you will do about it."),
    "publicity": gettext_noop(
        "How participants and the public learnt that the Union pays. Pictures go with the files below."
    ),
    "complementarity": gettext_noop("What other money of the Union does beside yours, and how you keep the two apart."),
    "outlook": gettext_noop("What you plan for the next period, and what could change."),
}
"""What a text is for, by its code in the period's template."""
