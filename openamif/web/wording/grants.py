"""The words for the rules of a grant: G-01 to G-17."""

from openamif.web.wording.marking import gettext_noop

TITLES = {
    "G-01": gettext_noop("Reference of the grant"),
    "G-02": gettext_noop("Texts of the accounts"),
    "G-03": gettext_noop("Authority as beneficiary"),
    "G-04": gettext_noop("Place in the programme"),
    "G-05": gettext_noop("Dates of the grant"),
    "G-06": gettext_noop("Signature before the start"),
    "G-07": gettext_noop("The Union’s share"),
    "G-08": gettext_noop("Reason for a higher share"),
    "G-09": gettext_noop("Budget by cost category"),
    "G-10": gettext_noop("Types of intervention"),
    "G-11": gettext_noop("Targets of the grant"),
    "G-12": gettext_noop("Rhythm of reports"),
    "G-13": gettext_noop("Targets for women and men"),
    "G-14": gettext_noop("Location of the grant"),
    "G-15": gettext_noop("Particulars of Annex XVII"),
    "G-16": gettext_noop("Delegated authority of the grant"),
    "G-17": gettext_noop("Days of signature"),
}
_LENGTH = "%(found_characters)s > %(expected_characters)s"
_OF_TEXT = gettext_noop(
    "The text has %(found_characters)s characters; the accounts take %(expected_characters)s. Shorten it."
)

SENTENCES = {
    ("G-01", "pattern"): (
        gettext_noop(
            "“%(found_reference)s” does not have the pattern of the period. Write it as %(expected_reference)s."
        ),
        "",
    ),
    ("G-02", "title"): (_OF_TEXT, _LENGTH),
    ("G-02", "summary"): (_OF_TEXT, _LENGTH),
    ("G-02", "beneficiary"): (
        gettext_noop(
            "The name of the beneficiary has %(found_characters)s characters; the accounts take "
            "%(expected_characters)s. It will have to be shortened there."
        ),
        _LENGTH,
    ),
    ("G-02", "short_name"): (
        gettext_noop(
            "The short name of the beneficiary has %(found_characters)s characters; the accounts take "
            "%(expected_characters)s. Have a shorter one entered."
        ),
        _LENGTH,
    ),
    ("G-02", "procedure"): (
        gettext_noop("The accounts ask for the reference of the procedure, with its year. Enter it."),
        "",
    ),
    ("G-03", "authority"): (
        gettext_noop(
            "An authority that awards grants is not a beneficiary, unless it carries the project out itself as "
            "executing body. Correct the beneficiary or the procedure."
        ),
        "",
    ),
    ("G-04", "objective"): (
        gettext_noop("%(found_objective)s is not an objective that this programme spends on. Choose one of its own."),
        "",
    ),
    ("G-04", "no_such_action"): (
        gettext_noop("The programme has no action %(found_number_year)s. Choose one of its own, or none."),
        "",
    ),
    ("G-04", "action_elsewhere"): (
        gettext_noop(
            "Action %(found_number_year)s stands under %(expected_objective)s in the programme, "
            "not under %(found_objective)s."
        ),
        "",
    ),
    ("G-05", "order"): (
        gettext_noop("The grant ends on %(found_ends_day)s, before it starts on %(found_starts_day)s."),
        "",
    ),
    ("G-05", "too_early"): (
        gettext_noop(
            "The grant starts on %(found_day)s; expenditure is eligible from %(expected_day)s. Correct the start."
        ),
        "",
    ),
    ("G-05", "too_late"): (
        gettext_noop(
            "The grant ends on %(found_day)s; expenditure is eligible until %(expected_day)s. Correct the end."
        ),
        "",
    ),
    ("G-06", "after_start"): (
        gettext_noop(
            "The agreement was signed on %(found_signed_day)s, after the start on %(found_starts_day)s. As a rule it "
            "is signed before activities begin; keep the reason in the file."
        ),
        "",
    ),
    ("G-07", "share"): (
        gettext_noop(
            "The Union would pay %(found_rate)s of the eligible cost; %(expected_rate)s is the highest share on this "
            "ground, which is %(expected_amount)s. Lower the contribution, or give the ground for a higher share."
        ),
        "%(found_amount)s ÷ %(found_eligible)s = %(found_rate)s > %(expected_rate)s",
    ),
    ("G-07", "no_cost"): (
        gettext_noop("A contribution is given and no eligible cost that it could be a share of. Enter the cost."),
        "",
    ),
    ("G-07", "no_rate_yet"): (
        gettext_noop("On %(found_day)s the law knew no rate yet. Check the day of signature."),
        "",
    ),
    ("G-07", "unknown_ground"): (gettext_noop("The law of the period has no such ground for a share."), ""),
    ("G-07", "assistance"): (
        gettext_noop(
            "The rate of technical assistance is for technical assistance, and for nothing else. "
            "Correct the objective or the ground."
        ),
        "",
    ),
    ("G-07", "no_specific_action"): (
        gettext_noop(
            "%(found_objective)s is no specific action, so its rate does not apply. "
            "Correct the objective or the ground."
        ),
        "",
    ),
    ("G-08", "owed"): (
        gettext_noop("A share of %(found_rate)s is above %(expected_rate)s and has to be justified. Write why."),
        "%(found_rate)s > %(expected_rate)s",
    ),
    ("G-08", "annex_iv"): (
        gettext_noop(
            "The ground is an action of Annex IV, but none of the four actions in force is named. Choose which."
        ),
        "",
    ),
    ("G-08", "other_ground"): (
        gettext_noop("An action of Annex IV is named, but the ground of the Union’s share is another. Correct either."),
        "",
    ),
    ("G-08", "too_long"): (
        gettext_noop(
            "The justification has %(found_characters)s characters; the accounts take %(expected_characters)s. "
            "Shorten it."
        ),
        _LENGTH,
    ),
    ("G-09", "sum"): (
        gettext_noop(
            "The cost categories come to %(found_total)s, the total eligible cost is %(expected_total)s. "
            "Correct one of them."
        ),
        "%(found_total)s ≠ %(expected_total)s",
    ),
    ("G-10", "missing"): (gettext_noop("One of the four codes of Annex VI is missing. Choose it."), ""),
    ("G-10", "not_in_force"): (
        gettext_noop("The code %(found_code)s is not in force on %(found_day)s. Choose another one."),
        "",
    ),
    ("G-10", "other_objective"): (
        gettext_noop("The intervention field %(found_code)s is not one of %(found_objective)s. Choose another one."),
        "",
    ),
    ("G-10", "other_ground"): (
        gettext_noop(
            "Table 3 says %(found_code)s; the ground of the Union’s share asks for %(expected_code)s. "
            "Bring the two together."
        ),
        "%(found_code)s ≠ %(expected_code)s",
    ),
    ("G-11", "none"): (
        gettext_noop("No target is set, so the grant will not show in any indicator. Enter what it aims at."),
        "",
    ),
    ("G-11", "unknown"): (gettext_noop("The period has no indicator %(found_code)s."), ""),
    ("G-11", "other_objective"): (
        gettext_noop("Indicator %(found_code)s is not one of %(found_objective)s. Choose one of its own."),
        "",
    ),
    ("G-11", "half"): (
        gettext_noop(
            "%(found_code)s is counted in wholes: a target of %(found_number)s cannot be. Write a whole number."
        ),
        "",
    ),
    ("G-12", "months"): (
        gettext_noop(
            "Reports come every %(found_months)s months; the data on indicators are owed every "
            "%(expected_months)s months at least."
        ),
        "%(found_months)s > %(expected_months)s",
    ),
    ("G-13", "sum"): (
        gettext_noop(
            "Women and men of %(found_code)s come to %(found_number)s, the target is %(expected_number)s. "
            "Correct one of them."
        ),
        "%(found_number)s > %(expected_number)s",
    ),
    ("G-13", "no_persons"): (
        gettext_noop("%(found_code)s counts no persons, so it has no target for women or men. Leave them out."),
        "",
    ),
    ("G-14", "unknown"): (
        gettext_noop(
            "%(found_code)s is no code of NUTS in the version of this period. Choose one from the list of places."
        ),
        "",
    ),
    ("G-15", "contact"): (
        gettext_noop("Nobody is named whom one can ask about this grant. Enter a name or an address."),
        "",
    ),
    ("G-15", "vat"): (
        gettext_noop(
            "The cost of %(found_amount)s is not under %(expected_amount)s: say whether tax on value added can be "
            "recovered, because it is eligible only where it cannot."
        ),
        "%(found_amount)s ≥ %(expected_amount)s",
    ),
    ("G-15", "public"): (
        gettext_noop(
            "The cost with a public contribution, %(found_amount)s, is above the total eligible cost, "
            "%(expected_amount)s. Correct one of them."
        ),
        "%(found_amount)s > %(expected_amount)s",
    ),
    ("G-15", "currency"): (
        gettext_noop(
            "“%(found_code)s” is no currency of a Member State on %(found_day)s. Choose the one in which the agreement "
            "stands, such as EUR."
        ),
        "",
    ),
    ("G-16", "unknown"): (
        gettext_noop(
            "“%(found_body)s” is no delegated authority of this programme: neither the programme names it, nor does "
            "anybody hold that role for it. Choose one of its own, or leave it empty."
        ),
        "",
    ),
    ("G-16", "other_part"): (
        gettext_noop(
            "%(found_objective)s is not in the part of “%(found_body)s”, so that its people do not see the grant. "
            "Check the objective and the authority."
        ),
        "",
    ),
    ("G-17", "agreement"): (
        gettext_noop(
            "The agreement would be signed on %(found_day)s, a day still to come. Enter the day on which it was signed."
        ),
        "",
    ),
    ("G-17", "contract"): (
        gettext_noop(
            "The contract %(found_paper)s would be signed on %(found_day)s, a day still to come. Enter the "
            "day on which it was signed, or leave the contract out until then."
        ),
        "",
    ),
    ("G-17", "amendment"): (
        gettext_noop(
            "Amendment %(found_paper)s would be signed on %(found_day)s, a day still to come. Enter the day "
            "on which it was signed, or leave the amendment out until then."
        ),
        "",
    ),
}
HELD: dict[tuple[str, str], tuple[str, str]] = {}
"""A grant's page shows what fails alone."""
