"""The words for sums within and between the tables of money: X-05 to X-08, I-06 to I-08, F-1, F-9."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "X-05": gettext_noop("Sums of Table 1"),
    "X-06": gettext_noop("Table 1 against Tables 2 and 3"),
    "X-07": gettext_noop("Persons pledged and lump sums"),
    "X-08": gettext_noop("Yearly commitments against special cases"),
    "I-06": gettext_noop("Sums of Table 2"),
    "I-07": gettext_noop("Sums of Table 3"),
    "I-08": gettext_noop("Sums of persons pledged for resettlement"),
    "F-1": gettext_noop("Lines of Table 3 beside Table 1"),
    "F-9": gettext_noop("Cents in Table 3"),
}

_TOTALS = "%(found_total)s %(sign)s %(expected_total)s"
_ADDS_UP = gettext_noop("All rows and columns add up: %(found_sums)s sums, %(found_total)s in all.")
_ROW = gettext_noop(
    "Row %(found_row)s prints %(found_total)s; its years come to %(expected_total)s. Correct one of them."
)
_COLUMN = gettext_noop(
    "The column %(found_year)s prints %(found_total)s; its rows come to %(expected_total)s. Correct one of them."
)
_GRAND = gettext_noop(
    "The grand total prints %(found_total)s; the rows come to %(expected_total)s. Correct one of them."
)

SENTENCES = {
    ("X-05", "sum"): (
        gettext_noop("%(found_row)s prints %(found_total)s; its rows come to %(expected_total)s. Correct one of them."),
        "%(parts)s = %(expected_total)s %(sign)s %(found_total)s",
    ),
    ("X-05", "lawful"): (
        gettext_noop("No amount of Table 1 is negative, and no specific action has money it was not granted."),
        "",
    ),
    ("X-05", "negative"): (
        gettext_noop("%(found_row)s has the negative amount %(found_amount)s. Table 1 takes none; correct it."),
        "",
    ),
    ("X-05", "not_granted"): (
        gettext_noop(
            "%(found_row)s has %(found_amount)s, but the decision grants no money for "
            "this action. Move it or have it granted."
        ),
        "",
    ),
    ("X-06", "special_cases"): (
        gettext_noop(
            "The special cases of Table 1 are %(found_total)s, the total of Table 2 "
            "%(expected_total)s. The two must be the same; correct one of them."
        ),
        _TOTALS,
    ),
    ("X-06", "commitments"): (
        gettext_noop(
            "The total of Table 1 is %(found_total)s, that of Table 3 %(expected_total)s. "
            "The two must be the same; correct one of them."
        ),
        _TOTALS,
    ),
    ("X-07", "one_lump_sum"): (
        gettext_noop(
            "%(found_kind)s: %(expected_persons)s persons pledged, each with its lump sum, spread over the years."
        ),
        "%(expected_persons)s × %(expected_lump_sum)s = %(found_total)s",
    ),
    ("X-07", "lump_sums"): (
        gettext_noop("%(found_kind)s: the pledges of %(expected_persons)s persons give the amounts of Table 2."),
        _TOTALS,
    ),
    ("X-07", "year"): (
        gettext_noop(
            "%(found_kind)s: Table 2 prints %(found_amount)s for %(found_year)s; the "
            "persons pledged, with their lump sum "
            "spread over the period, give %(expected_amount)s. Correct the amount or the pledge."
        ),
        "%(found_amount)s ≠ %(expected_amount)s",
    ),
    ("X-08", "years"): (
        gettext_noop("In each of the %(found_years)s years Table 3 commits at least the special cases."),
        "",
    ),
    ("X-08", "year"): (
        gettext_noop(
            "In %(found_year)s Table 3 commits %(found_amount)s, less than the special cases of that year "
            "(%(expected_amount)s). Raise the commitment or move special cases to another year."
        ),
        "%(found_amount)s < %(expected_amount)s",
    ),
    ("X-08", "rest"): (
        gettext_noop(
            "Over the years, Table 3 less Table 2 leaves %(found_rest)s; national objectives, specific actions and "
            "technical assistance come to %(expected_rest)s. The two must be the same; correct one of them."
        ),
        "%(found_rest)s %(sign)s %(parts)s",
    ),
    **{(rule, "adds_up"): (_ADDS_UP, "") for rule in ("I-06", "I-07")},
    **{(rule, "row"): (_ROW, _TOTALS) for rule in ("I-06", "I-07")},
    **{(rule, "column"): (_COLUMN, _TOTALS) for rule in ("I-06", "I-07")},
    **{(rule, "grand_total"): (_GRAND, _TOTALS) for rule in ("I-06", "I-07")},
    ("I-08", "adds_up"): (gettext_noop("The printed sum of the categories is right: %(found_persons)s persons."), ""),
    ("I-08", "period"): (
        gettext_noop(
            "For %(found_period)s the form prints %(found_persons)s persons; the "
            "categories come to %(expected_persons)s. "
            "Correct one of them."
        ),
        "%(found_persons)s ≠ %(expected_persons)s",
    ),
    ("F-1", "line"): (
        gettext_noop(
            "%(found_line)s commits %(found_total)s over the years; Table 1 holds "
            "%(expected_total)s for it. Table 3 tells "
            "when money is committed, not how Table 1 is split: do not derive one from the other."
        ),
        "%(found_total)s − %(expected_total)s = %(part_difference)s",
    ),
    ("F-9", "cents"): (
        gettext_noop(
            "Table 3 has amounts in cents in %(found_years)s, which nothing in Tables "
            "1 and 2 gives. They are kept as typed; "
            "only the sums are checked."
        ),
        "",
    ),
    ("F-9", "whole_euros"): (gettext_noop("Table 3 is in whole euros."), ""),
}

HELD = {
    ("X-05", "sum"): (
        gettext_noop("%(found_row)s is the sum of its rows: %(found_total)s."),
        "%(parts)s = %(found_total)s",
    ),
    ("X-06", "special_cases"): (
        gettext_noop("The special cases of Table 1 are the total of Table 2: %(found_total)s."),
        "",
    ),
    ("X-06", "commitments"): (gettext_noop("The total of Table 1 is the total of Table 3: %(found_total)s."), ""),
    ("X-08", "rest"): (
        gettext_noop(
            "Over the years, Table 3 less Table 2 is what national objectives, specific actions and technical "
            "assistance come to: %(found_rest)s."
        ),
        "%(parts)s = %(found_rest)s",
    ),
    ("F-1", "line"): (gettext_noop("%(found_line)s commits what Table 1 holds for it: %(found_total)s."), ""),
}
"""The same where a variant holds that can also fail."""
