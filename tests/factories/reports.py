"""Progress reports of a grant of the small programme, and their way through the actions."""

from dataclasses import dataclass
from datetime import date

from openamif.grants.actions.give_right import give_right
from openamif.grants.models import Grant, ReportDue
from openamif.grants.states import Right
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.submit_report import submit_report
from openamif.reports.actions.write_text import write_text
from openamif.reports.models import ProgressReport
from openamif.reports.queries.missing import asked_in
from tests.factories import grants
from tests.factories.people import person
from tests.programmes.bare import bare_programme

DAY = date(2020, 3, 1)
"""After the first period of the factory's grant (2019), before its second is over."""


@dataclass(frozen=True)
class Cast:
    """A grant, and the people around it: who signs, a colleague who edits, two officers."""

    grant: Grant
    signer: Person
    editor: Person
    officer: Person
    second: Person

    @property
    def due(self) -> ReportDue:
        return self.grant.reports_due.order_by("number").first()


def cast(programme: Programme | None = None, **said) -> Cast:
    """A signed grant whose beneficiary has somebody who may sign."""
    made_for = programme or bare_programme()
    officer, second = grants.manager(made_for), grants.manager(made_for)
    grant = grants.signed(made_for, by=officer, **{"objective": "SO2", "action": None, **said})
    signer, editor = (of_beneficiary(grant) for _ in range(2))
    give_right(grant, signer, Right.SIGN, by=officer)
    return Cast(grant, signer, editor, officer, second)


def of_beneficiary(grant: Grant, **said) -> Person:
    """Somebody of the organisation that carries the grant out."""
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=grant.beneficiary, **said)


def of_partner(grant: Grant, **said) -> Person:
    """Somebody of its first partner."""
    partner = grant.partners.order_by("pk").first()
    return person(RoleKind.BENEFICIARY, scope=grant.programme.scope, of=partner.organisation, **said)


def begun(of: Cast) -> ProgressReport:
    """Nothing written yet."""
    return begin_report(of.due, by=of.editor)


def written(of: Cast, report: ProgressReport | None = None) -> ProgressReport:
    """Every text written, deviations too: it can be signed."""
    report = report or begun(of)
    for asked in asked_in(report):
        row = report.texts.filter(key=asked.key).first()
        write_text(report, asked.key, f"About {asked.key}.", revision=row.revision if row else 0, by=of.editor)
    return ProgressReport.objects.get(pk=report.pk)


def submitted(of: Cast, report: ProgressReport | None = None, *, on: date = DAY) -> ProgressReport:
    """Signed and sent."""
    return submit_report(written(of, report), by=of.signer, on=on)


def examined(of: Cast) -> ProgressReport:
    """By the first officer."""
    return examine_report(submitted(of), by=of.officer)


def accepted(of: Cast) -> ProgressReport:
    """By the second."""
    return accept_report(examined(of), by=of.second)
