"""The workbook of a programme's grants, declared once for the template and for the dry run."""

from collections.abc import Iterable, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openamif.access.queries import organisations_found
from openamif.grants.models import Grant
from openamif.grants.queries import frame_of
from openamif.programmes.models import Programme
from openamif.rules.grants.identity import example_reference
from openamif.web.authority.grants.columns import (
    amendment_columns,
    contract_columns,
    grant_columns,
    organisation_columns,
    owner_columns,
    partner_columns,
    target_columns,
    work_package_columns,
)
from openamif.web.authority.grants.filled import rows_of_grants
from openamif.web.authority.grants.labels import vat_words
from openamif.web.choices import in_every_language
from openamif.workbooks import MOST_TAKEN_AWAY, Form, Sheet

SHEETS: dict[str, Promise] = {
    "grants": gettext_lazy("Grants"),
    "partners": gettext_lazy("Partners"),
    "targets": gettext_lazy("Targets"),
    "work_packages": gettext_lazy("Work packages"),
    "contracts": gettext_lazy("Contracts"),
    "amendments": gettext_lazy("Amendments"),
    "owners": gettext_lazy("Beneficial owners"),
    "organisations": gettext_lazy("Organisations"),
}
INSTRUCTIONS = gettext_lazy("Instructions")


def helps(programme: Programme) -> dict[str, str]:
    """What goes into a column, where its heading does not say it."""
    return {
        "reference": _("As in the accounts, for example %(example)s. The grant is known by it: never change it.")
        % {"example": example_reference(frame_of(programme))},
        "beneficiary": _("One of the names on the sheet of organisations."),
        "delegated_authority": _("Only where the grant is managed by a delegated authority."),
        "action": _("The number of the main action of the programme."),
        "applied_on": _("A date."),
        "signed_on": _("Empty for a grant that is not signed yet."),
        "ended_on": _("Only once the activities are over."),
        "eligible_amount": _("The sum of the cost categories, where these are filled in."),
        "ground": _("Why the Union may pay its share; empty means the standard rate."),
        "justification": _("For a share above the standard rate."),
        "annex_iv_action": _("Only with the ground “Action of Annex IV”."),
        "location": _("The place that most of it is for, by its code of NUTS."),
        "is_vat_recoverable": vat_words(programme.period),
        "issued_by": _("Empty for the responsible authority."),
        "currency": _("EUR if left empty."),
        "level": _("Empty for a contract of the beneficiary."),
        "owner_contract": _("Only for the party of a contract; empty for the beneficiary."),
        "partner": _("Only for a partner, by its name; empty for the beneficiary."),
        "surname": _("With the date of birth; or the reference in the register of owners instead."),
        "register_reference": _("In place of the names, where the register of owners has them."),
        "has_investment": _("Whether something is built or bought that calls for a plaque."),
        "report_months": _("12 if left empty."),
        "report_days": _("Days after the end of the period reported on; 0 if left empty."),
        "reports_start_on": _(
            "For a grant that ran before it was entered here: reports on days before were made elsewhere."
        ),
        "enterprise_number": _("Ten digits in Belgium."),
        "vat_number": _("With the letters of the Member State, as BE0123456749."),
    }


def grant_form(programme: Programme, grants: Sequence[Grant] = ()) -> Form:
    """The workbook for this programme: its own objectives, codes and organisations; in the reader's language.

    ``grants``: those to be edited, read with their content, stand in it already; owners never do.
    """
    said = helps(programme)
    columns = {
        "grants": tuple(grant_columns(programme, said)),
        "partners": partner_columns(said),
        "targets": target_columns(programme),
        "work_packages": work_package_columns(),
        "contracts": contract_columns(said),
        "amendments": amendment_columns(),
        "owners": owner_columns(said),
        "organisations": organisation_columns(said),
    }
    rows = rows_of_grants(grants) | {"organisations": tuple(known_organisations())}
    sheets = tuple(
        Sheet(
            key,
            SHEETS[key],
            of_it,
            in_every_language(SHEETS[key]),
            required=key == "grants",
            examples=rows.get(key, ()),
        )
        for key, of_it in columns.items()
    )
    return Form(
        title=_("Grants of %(programme)s") % {"programme": programme.title},
        sheets=sheets,
        instructions_label=INSTRUCTIONS,
        instructions_others=in_every_language(INSTRUCTIONS),
        most_errors=MOST_TAKEN_AWAY,
        instructions=instructions(),
        headings=(_("Column"), _("Required"), _("What goes in")),
        yes=_("yes"),
    )


def instructions() -> tuple[str, ...]:
    """How to fill it in."""
    return (
        _("One row for each grant that runs today or has ended. Headings with a star must be filled in."),
        _("Organisations that are here already stand on their sheet; add those that are missing below them."),
        _(
            "Partners, targets, work packages, contracts and amendments have a row each, "
            "with the reference of their grant."
        ),
        _(
            "Beneficial owners are personal data: fill them in only where they are new or change, "
            "and keep the file safe."
        ),
        _("Upload the file: you are shown every error by sheet, row and column before anything is changed."),
        _("You may correct the file and upload it again as often as you like: what did not change is left alone."),
    )


def known_organisations() -> Iterable[dict[str, object]]:
    """Those that are here."""
    for body in organisations_found(""):
        yield {
            name: getattr(body, name)
            for name in ("name", "short_name", "kind", "country", "enterprise_number", "vat_number", "legal_form")
        }
