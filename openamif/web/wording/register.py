"""The words for the rules of a register: R-01 to R-14."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "R-01": gettext_noop("Agreement signed"),
    "R-02": gettext_noop("Within the days of the grant"),
    "R-03": gettext_noop("Not to come"),
    "R-04": gettext_noop("Year of birth"),
    "R-05": gettext_noop("Order of the tests"),
    "R-06": gettext_noop("Three months after the training"),
    "R-07": gettext_noop("Kind of the activity"),
    "R-08": gettext_noop("Within the days of the activity"),
    "R-09": gettext_noop("Staff"),
    "R-10": gettext_noop("Result"),
    "R-11": gettext_noop("Own reference"),
    "R-12": gettext_noop("Days of the activity"),
    "R-13": gettext_noop("Quantity"),
    "R-14": gettext_noop("Of the same grant"),
}

SENTENCES = {
    ("R-01", "not_signed"): (
        gettext_noop("A register is kept only of a grant that is signed. The authority records the signature."),
        "",
    ),
    ("R-02", "too_early"): (
        gettext_noop("%(found_day)s is before the grant starts, on %(expected_day)s."),
        "%(found_day)s < %(expected_day)s",
    ),
    ("R-02", "too_late"): (
        gettext_noop("%(found_day)s is after the grant ended, on %(expected_day)s."),
        "%(found_day)s > %(expected_day)s",
    ),
    ("R-03", "to_come"): (gettext_noop("%(found_day)s is still to come: record it when it has happened."), ""),
    ("R-04", "unborn"): (
        gettext_noop(
            "Somebody born in %(found_birth_year)s was not there in %(found_year)s. Correct the year of birth."
        ),
        "",
    ),
    ("R-04", "too_old"): (
        gettext_noop("Nobody born in %(found_birth_year)s takes part in %(found_year)s. Correct the year of birth."),
        "",
    ),
    ("R-05", "order"): (
        gettext_noop("The test at exit (%(found_exit_day)s) comes before the one at entry (%(found_entry_day)s)."),
        "%(found_exit_day)s < %(found_entry_day)s",
    ),
    ("R-06", "no_training"): (
        gettext_noop(
            "This asks about a training, and the register has none of this person. Record the training first."
        ),
        "",
    ),
    ("R-06", "too_early"): (
        gettext_noop(
            "The training ended on %(found_ended_day)s: this is asked from %(expected_day)s on, not on %(found_day)s."
        ),
        "%(found_day)s < %(expected_day)s",
    ),
    ("R-07", "outcome"): (gettext_noop("What came of it names no activity: leave the activity empty."), ""),
    ("R-07", "missing"): (gettext_noop("Say in which activity the person took part."), ""),
    ("R-07", "other"): (
        gettext_noop("The activity is of another kind: %(found_kind)s, and not %(expected_kind)s."),
        "",
    ),
    ("R-07", "in_use"): (
        gettext_noop("Somebody took part in this activity already, so its kind stays. Enter another activity."),
        "",
    ),
    ("R-08", "outside"): (
        gettext_noop(
            "%(found_day)s is outside the activity, which lasts from %(expected_starts_day)s to %(expected_ends_day)s."
        ),
        "",
    ),
    ("R-08", "early"): (
        gettext_noop("%(found_day)s is before the activity starts, on %(expected_starts_day)s."),
        "%(found_day)s < %(expected_starts_day)s",
    ),
    ("R-09", "staff"): (
        gettext_noop(
            "%(found_kind)s is for the target group; this person is described as staff. Correct one of the two."
        ),
        "",
    ),
    ("R-10", "no_test"): (gettext_noop("A test gives a level, from A0 to C2."), ""),
    ("R-10", "no_answer"): (gettext_noop("An answer is yes or no."), ""),
    ("R-10", "unasked"): (gettext_noop("This kind of event has no result: leave it empty."), ""),
    ("R-10", "no_instrument"): (gettext_noop("Say by which test the level was found."), ""),
    ("R-10", "no_such_test"): (gettext_noop("Only a test says which test was used: leave it empty."), ""),
    ("R-10", "hours"): (gettext_noop("Hours are those of a participation, and not negative."), ""),
    ("R-11", "participant"): (
        gettext_noop("Another participant of this grant has this local reference already."),
        "",
    ),
    ("R-11", "activity"): (gettext_noop("Another activity of this grant has this reference already."), ""),
    ("R-12", "order"): (
        gettext_noop("The activity ends on %(found_ends_day)s, before it starts on %(found_starts_day)s."),
        "%(found_ends_day)s < %(found_starts_day)s",
    ),
    ("R-12", "outside"): (
        gettext_noop(
            "The activity (%(found_starts_day)s to %(found_ends_day)s) is not within the grant "
            "(%(expected_starts_day)s to %(expected_ends_day)s)."
        ),
        "",
    ),
    ("R-12", "attended"): (
        gettext_noop(
            "Somebody took part in it on days from %(found_starts_day)s to %(found_ends_day)s: let it last as long, or "
            "correct those days first."
        ),
        "",
    ),
    ("R-13", "negative"): (gettext_noop("Nothing is delivered less than not at all: %(found_count)s."), ""),
    ("R-13", "nothing"): (
        gettext_noop("What is delivered is one at least: leave the line out, or take back what was recorded."),
        "",
    ),
    ("R-14", "participant"): (gettext_noop("This participant is not of this grant."), ""),
    ("R-14", "activity"): (gettext_noop("This activity is not of this grant."), ""),
}
