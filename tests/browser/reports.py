"""Progress reports in every state that has a page of its own, of a grant of the beneficiary."""

from openamif.grants.actions.give_right import give_right
from openamif.grants.states import Right
from openamif.people.models import Person
from openamif.people.states import RoleKind
from openamif.programmes.models import Programme
from openamif.reports.actions.accept_report import accept_report
from openamif.reports.actions.ask_clarification import ask_clarification
from openamif.reports.actions.attach_file import attach_file
from openamif.reports.actions.begin_report import begin_report
from openamif.reports.actions.examine_report import examine_report
from openamif.reports.actions.return_report import return_report
from tests.browser.registers import BENEFICIARY
from tests.factories import grants, reports
from tests.factories.people import organisation, role
from tests.factories.reports import DAY, Cast


def keys_of_reports() -> dict[str, int]:
    """One begun, one returned, one asked about, one submitted, one examined, one accepted."""
    officer, second = (Person.objects.get(email=f"{who}@demo.openamif.eu") for who in ("officer", "head"))
    who = Person.objects.get(email=BENEFICIARY)
    body = organisation("Swept house", kind="ngo")
    programme = Programme.objects.filter(period="2014-2020").earliest("pk")
    role(who, RoleKind.BENEFICIARY, scope=programme.scope, of=body)
    said = {
        "objective": "SO2.NO2",
        "action": None,
        "report_months": 4,
        "title": "Reports to look at",
        "reference": "BE/2019/PR/9001",
    }
    grant = grants.signed(programme, by=officer, beneficiary=body, **said)
    give_right(grant, who, Right.SIGN, by=officer)
    cast = Cast(grant, who, who, officer, second)
    begun, returned, asked, submitted, examined, accepted = (
        begin_report(due, by=who) for due in grant.reports_due.order_by("number", "pk")
    )
    for report in (returned, asked, submitted, examined, accepted):
        attach_file(report, b"%PDF-1.7", name="leaflet.pdf", kind="publicity", caption="Leaflet", by=who, on=DAY)
        sent(cast, report)
    return_report(returned, reason="Work package 1 says nothing.", by=officer)
    ask_clarification(asked, question="Which groups?", by=officer)
    examine_report(examined, by=officer)
    accept_report(examine_report(accepted, by=second), by=officer)
    return {
        "begun": begun.pk,
        "returned": returned.pk,
        "asked": asked.pk,
        "submitted": submitted.pk,
        "examined": examined.pk,
        "accepted": accepted.pk,
        "value": submitted.values.earliest("pk").pk,
        "reporting": programme.pk,
    }


def sent(cast: Cast, report) -> None:
    """Written and signed after its last day."""
    reports.submitted(cast, report, on=report.grant.ends_on.replace(year=report.grant.ends_on.year + 1))
