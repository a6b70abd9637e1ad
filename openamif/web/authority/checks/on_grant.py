"""The checks of a grant as its page shows them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from openamif.grants.models import Grant
from openamif.people.models import Person
from openamif.verification import policy
from openamif.verification.queries import checks_of
from openamif.web.authority.checks.rows import check_columns, check_rows
from openamif.web.components.shapes import Link


def checks_on(grant: Grant, person: Person) -> dict[str, Any]:
    """Columns, rows and links; empty for whoever sees no checks, as the beneficiary. One query."""
    if not policy.can_see_checks_of(person, grant):
        return {}
    links = [Link(_("Checks of the programme"), reverse("authority:checks", args=[grant.programme_id]))]
    if policy.can_plan_check(person, grant):
        links.insert(0, Link(_("Plan a check"), reverse("authority:check_plan", args=[grant.pk])))
    return {"columns": check_columns(with_grant=False), "rows": check_rows(checks_of(grant)), "links": links}
