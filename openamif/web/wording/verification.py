"""The words for the rule of checks on the spot: V-01."""

from openamif.web.wording.marking import gettext_noop

TITLES = {"V-01": gettext_noop("Share of grants checked on the spot")}
_RISK_BASED = gettext_noop(
    "The law asks for no share: which grants are checked follows from their risk, which is assessed in writing."
)

SENTENCES = {
    ("V-01", "missed"): (
        gettext_noop(
            "The law asks for %(expected_minimum_rate)s of the grants, here %(expected_required)s of %(found_count)s; "
            "checked: %(found_checked)s. The year ended on %(expected_last_day)s, so the accounts have to explain it."
        ),
        "",
    ),
    ("V-01", "so_far"): (
        gettext_noop(
            "The law asks for %(expected_minimum_rate)s of the grants, here %(expected_required)s of %(found_count)s. "
            "Checks still to be carried out by %(expected_last_day)s: %(found_missing)s."
        ),
        "",
    ),
    ("V-01", "risk_based"): (_RISK_BASED, ""),
}
_ENOUGH = gettext_noop(
    "The law asks for %(expected_minimum_rate)s of the grants, here %(expected_required)s of %(found_count)s. That is "
    "reached."
)
HELD = {("V-01", "missed"): (_ENOUGH, ""), ("V-01", "so_far"): (_ENOUGH, ""), ("V-01", "risk_based"): (_RISK_BASED, "")}
