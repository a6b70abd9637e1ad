"""The words for the rule of checks on the spot: V-01."""

from openamif.web.wording.marking import gettext_noop

TITLES = {"V-01": gettext_noop("Share of grants checked on the spot")}
_RISK_BASED = gettext_noop(
    "The law asks for no share: which grants are checked follows from their risk, which is assessed in writing."
)

SENTENCES = {
    ("V-01", "missed"): (
        gettext_noop(
            "%(expected_minimum_rate)s of %(found_count)s grants are %(expected_required)s; checked: "
            "%(found_checked)s. The year ended on %(expected_last_day)s, so the accounts have to explain it."
        ),
        "",
    ),
    ("V-01", "so_far"): (
        gettext_noop(
            "%(expected_minimum_rate)s of %(found_count)s grants are %(expected_required)s. Checks still to be carried "
            "out by %(expected_last_day)s: %(found_missing)s."
        ),
        "",
    ),
    ("V-01", "risk_based"): (_RISK_BASED, ""),
}
_ENOUGH = gettext_noop(
    "%(expected_minimum_rate)s of %(found_count)s grants are %(expected_required)s. That is reached."
)
HELD = {("V-01", "missed"): (_ENOUGH, ""), ("V-01", "so_far"): (_ENOUGH, ""), ("V-01", "risk_based"): (_RISK_BASED, "")}
