"""What the days that the law sets are called, by the key of their figure."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEADLINES: dict[str, Promise] = {
    "deadlines.first_implementation_report": _("First annual implementation report"),
    "deadlines.last_implementation_report": _("Last annual implementation report"),
    "deadlines.last_accounts_from": _("First day of payments in the last accounts"),
    "deadlines.last_accounts_until": _("Last day of payments in the last accounts"),
    "deadlines.closure": _("Closure package and final implementation report"),
    "deadlines.interim_evaluation": _("Interim evaluation"),
    "deadlines.final_evaluation": _("Ex-post evaluation"),
    "deadlines.first_accounts": _("First annual accounts, then every 15 February"),
    "deadlines.first_accounts_extended": _("First annual accounts where the term is extended, then every 1 March"),
    "deadlines.first_clearance": _("First clearance of annual accounts, then every 31 May"),
    "deadlines.second_pledges": _("Pledges for 2016-2017"),
    "deadlines.third_pledges": _("Pledges for 2018-2020"),
    "deadlines.first_annual_report": _("First annual performance report"),
    "deadlines.last_annual_report": _("Last annual performance report"),
    "deadlines.first_transmission": _("First transmission of data"),
    "deadlines.last_transmission": _("Last transmission of data"),
    "deadlines.mid_term_evaluation": _("Mid-term evaluation"),
    "deadlines.impact_evaluation": _("Impact evaluation"),
    "deadlines.electronic_exchange_from": _("All exchanges with beneficiaries are electronic"),
}
