"""Change what stands of a grant."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from openamif.grants import policy
from openamif.grants.actions.write_content import set_columns, write_rows
from openamif.grants.facts import GrantContent, changes_between, content_of, written
from openamif.grants.models import Grant
from openamif.grants.queries import findings_of
from openamif.grants.states import GrantState
from openamif.people.models import Person
from openamif.people.policy import require
from openamif.record.actions.append_trail import append_trail
from openamif.rules import grants as rules
from openamif.rules.finding import Finding


class GrantChangedMeanwhile(Exception):
    """Somebody else changed the grant after it was read."""


class GrantNotLawful(Exception):
    """What the rules find against it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


@transaction.atomic
def change_grant(grant: Grant, content: GrantContent, *, revision: int, by: Person, on: date) -> Grant:
    """Every difference goes into the trail; the days of signature and of the end are for their moves.

    A grant that was signed stays lawful: GrantNotLawful where the change would break a rule.
    """
    grant = Grant.objects.locked(grant.pk)
    require(policy.can_change_grant(by, grant))
    require(policy.can_hold_grant(by, grant.programme, content.objective, content.delegated_authority))
    if grant.revision != revision:
        raise GrantChangedMeanwhile(grant)
    content = replace(content, signed_on=grant.signed_on, ended_on=grant.ended_on)
    changes = changes_between(content_of(grant), content)
    if not changes:
        return grant
    if grant.state != GrantState.DRAFT:
        require_lawful(rules.errors(findings_of(content, grant.programme, on=on)))
    set_columns(grant, content)
    grant.revision += 1
    grant.save()
    write_rows([(grant, content)])
    append_trail(grant, "changed", by=by, details={"changes": written(changes)})
    return grant


def require_lawful(errors: tuple[Finding, ...]) -> None:
    """Go on only if no rule stands against it."""
    if errors:
        raise GrantNotLawful(errors)
