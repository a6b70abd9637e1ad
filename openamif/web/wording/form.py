"""The words for identity, authorities, texts, timetable, indicators, handling: X-01 to X-04, X-14 to X-18, F-8."""

from openamif.web.wording.marking import gettext_noop

EVERY_RULE = {
    "not_in_document": gettext_noop("The document holds nothing that this rule could check."),
    "reference_unknown": gettext_noop("The basic amounts are not known: give the reference allocation to check this."),
}
"""Variants that any rule may have."""

TITLES = {
    "X-01": gettext_noop("Identity of the programme"),
    "X-02": gettext_noop("Authorities"),
    "X-03": gettext_noop("Texts of the form"),
    "X-04": gettext_noop("Timetable"),
    "X-14": gettext_noop("Target of persons resettled"),
    "X-15": gettext_noop("Indicators"),
    "X-17": gettext_noop("Four eyes"),
    "X-18": gettext_noop("Direct award"),
    "F-8": gettext_noop("Targets of zero"),
}

SENTENCES = {
    ("X-01", "known"): (
        gettext_noop("The programme bears the number %(found_cci)s and the years of the Regulation."),
        "",
    ),
    ("X-01", "no_cci"): (gettext_noop("The programme has no number (CCI). Enter the one the Commission gave."), ""),
    ("X-01", "cci_taken"): (
        gettext_noop(
            "Another programme already bears the number %(found_cci)s. Each programme has its own; correct it."
        ),
        "",
    ),
    ("X-01", "year"): (
        gettext_noop("The programme says %(found_year)s where the Regulation has %(expected_year)s. Correct the year."),
        "%(found_year)s ≠ %(expected_year)s",
    ),
    ("X-01", "eligible_from"): (
        gettext_noop(
            "Expenditure is said to be eligible from %(found_day)s; it is from %(expected_day)s. Correct the day."
        ),
        "",
    ),
    ("X-02", "designated"): (
        gettext_noop(
            "%(found_authorities)s authorities, each designated on a day, the auditor apart from the responsible."
        ),
        "",
    ),
    ("X-02", "not_one"): (
        gettext_noop("There must be exactly one authority with the role %(found_role)s; there are %(found_count)s."),
        "",
    ),
    ("X-02", "same"): (
        gettext_noop("%(found_name)s is both responsible and audit authority. Name another body for the audit."),
        "",
    ),
    ("X-02", "too_many"): (
        gettext_noop("The form takes %(expected_count)s delegated authorities; there are %(found_count)s."),
        "%(found_count)s > %(expected_count)s",
    ),
    ("X-02", "not_designated"): (gettext_noop("%(found_name)s has no date of designation. Enter it."), ""),
    ("X-03", "lawful"): (gettext_noop("All texts the form asks for are there, within limits and without links."), ""),
    ("X-03", "empty"): (gettext_noop("The text at %(place)s is empty. The form asks for it; write it."), ""),
    ("X-03", "too_long"): (
        gettext_noop(
            "The text at %(place)s has %(found_characters)s characters; the form "
            "takes %(expected_characters)s. Shorten it."
        ),
        "%(found_characters)s > %(expected_characters)s",
    ),
    ("X-03", "link"): (
        gettext_noop(
            "The text at %(place)s holds a link in %(found_paragraphs)s paragraph(s). Sections 1 to 3 must stand by "
            "themselves; say it in words."
        ),
        "",
    ),
    ("X-04", "in_order"): (
        gettext_noop("All %(found_rows)s rows of the timetable have their years, in order and in the period."),
        "",
    ),
    ("X-04", "too_many"): (
        gettext_noop(
            "%(found_objective)s shows %(found_rows)s main actions; the timetable takes "
            "%(expected_rows)s. Keep the main ones."
        ),
        "%(found_rows)s > %(expected_rows)s",
    ),
    ("X-04", "year_missing"): (
        gettext_noop(
            "A row of %(found_objective)s (%(place)s) lacks a year. Each row needs three: planning, work, closing."
        ),
        "",
    ),
    ("X-04", "out_of_order"): (
        gettext_noop(
            "The years of %(place)s run %(found_years)s. Planning comes before implementation, and that before closing."
        ),
        "",
    ),
    ("X-04", "year_outside"): (
        gettext_noop(
            "%(place)s names the year %(found_year)s; it must lie in %(expected_first)s to %(expected_last)s."
        ),
        "",
    ),
    ("X-14", "summary"): (
        gettext_noop(
            "The summary says that %(found_summary)s persons are resettled; the pledges of resettlement come to "
            "%(expected_pledged)s. Bring the summary up to date at the next revision."
        ),
        "%(found_summary)s ≠ %(expected_pledged)s",
    ),
    ("X-14", "target_and_summary"): (
        gettext_noop(
            "The target of persons resettled is %(found_target)s, and the summary says %(found_summary)s; the pledges "
            "of resettlement come to %(expected_pledged)s. Bring both up to date at the next revision."
        ),
        "%(found_target)s ≠ %(expected_pledged)s",
    ),
    ("X-14", "target"): (
        gettext_noop(
            "The target of persons resettled is %(found_target)s; the pledges of "
            "resettlement come to %(expected_pledged)s. "
            "Bring the target up to date at the next revision."
        ),
        "%(found_target)s %(sign)s %(expected_pledged)s",
    ),
    ("X-15", "complete"): (
        gettext_noop("All %(found_indicators)s indicators have numbers, a source and an objective."),
        "",
    ),
    ("X-15", "no_number"): (
        gettext_noop("Indicator %(found_indicator)s lacks a number at %(place)s. Zero is allowed; empty is not."),
        "",
    ),
    ("X-15", "out_of_range"): (
        gettext_noop(
            "Indicator %(found_indicator)s has a value that cannot be (%(place)s): "
            "below zero, or a percentage over 100."
        ),
        "",
    ),
    ("X-15", "no_source"): (
        gettext_noop("Indicator %(found_indicator)s names no source of data. Say where the figure comes from."),
        "",
    ),
    ("X-15", "no_objective"): (
        gettext_noop(
            "Indicator %(found_indicator)s belongs to no specific objective. Each belongs to exactly one; attach it."
        ),
        "",
    ),
    ("X-17", "kept"): (gettext_noop("The version was validated after its last change, and not by who sends it."), ""),
    ("X-17", "not_validated"): (
        gettext_noop("The version was sent without having been validated. Validate it first."),
        "",
    ),
    ("X-17", "changed_since"): (
        gettext_noop(
            "The version changed on %(found_changed)s, after its validation of %(found_validated)s. Validate it again."
        ),
        "",
    ),
    ("X-17", "same_person"): (
        gettext_noop("Who validated the version cannot also send it. Let a second person send."),
        "",
    ),
    ("X-17", "not_yet"): (gettext_noop("The version is neither validated nor sent yet."), ""),
    ("X-18", "none"): (gettext_noop("The programme foresees no direct award."), ""),
    ("X-18", "justified"): (gettext_noop("Direct award is foreseen with its reason and a national objective."), ""),
    ("X-18", "objective_not_named"): (
        gettext_noop(
            "Direct award is foreseen and a reason given, but the text names no "
            "national objective. The form has a field "
            "for it, which an export can lose: check there."
        ),
        "",
    ),
    ("F-8", "zero"): (
        gettext_noop("%(found_count)s indicators have a target of zero, which is allowed: %(found_indicators)s."),
        "",
    ),
    ("F-8", "none"): (gettext_noop("No indicator has a target of zero."), ""),
}

HELD = {
    ("X-14", "target"): (
        gettext_noop("The target of persons resettled is what the pledges come to: %(found_target)s."),
        "",
    ),
}
"""The sentence where a variant can also hold."""
