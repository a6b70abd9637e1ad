"""Belgium's programme of 2014-2020 is read, checked, validated, sent and adopted, and its next version begun."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from openamif.demo.people import AUDIT, AUTHORITY, FLEMISH
from openamif.demo.stage import Stage
from openamif.people.models import Person
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_programme import ProgrammeName, begin_programme
from openamif.programmes.actions.begin_version import begin_version
from openamif.programmes.actions.designate_authorities import designate_authorities
from openamif.programmes.actions.revise_version import revise_version
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import DesignatedAuthority, Version
from openamif.programmes.models.changing import with_amounts
from openamif.programmes.queries import content_of
from openamif.record.actions.keep_document import keep_document
from openamif.sfc.reader_2014 import read_bytes

DOCUMENT = Path(__file__).parent / "documents" / "be-amif-2014-2020.fr.txt"
NAME = ProgrammeName(country="BE", title="Belgique · AMIF 2014-2020", cci="2014BE65AMNP001", number=5, working=1)
DECISION = "C(2018) 8311 (demonstration)"
DECIDED_ON = date(2018, 12, 10)
DESIGNATED_ON = date(2014, 9, 27)


def begin_2014(stage: Stage) -> Version:
    """From the Commission's text form to an open version."""
    raw, officer = DOCUMENT.read_bytes(), stage.person("officer")
    kept = keep_document(raw, name=DOCUMENT.name, content_type="text/plain", by=officer)
    version = begin_programme(read_bytes(raw).programme, name=NAME, source=kept, by=officer)
    stage.programmes["2014-2020"] = version.programme
    return version


def adopt_2014(version: Version, stage: Stage, *, on: date) -> Version:
    """By the Commission's decision, and a new version begun after it."""
    officer = stage.person("officer")
    version = designate_authorities(version, _authorities(), revision=version.revision, by=officer)
    version = validate_version(version, by=officer, on=on)
    version = send_version(version, by=stage.person("head"))
    version = accept_decision(version, by=officer)
    adopted = adopt_version(version, decision_reference=DECISION, decision_on=DECIDED_ON, by=officer)
    _next_version(adopted, officer)
    return adopted


def _authorities() -> list[DesignatedAuthority]:
    return [
        DesignatedAuthority(kind="RA", name=AUTHORITY, head="Head of unit", designated_on=DESIGNATED_ON),
        DesignatedAuthority(kind="AA", name=AUDIT, designated_on=DESIGNATED_ON),
        DesignatedAuthority(
            kind="DA",
            name=FLEMISH,
            designated_on=DESIGNATED_ON,
            activities="Integration measures in Flanders",
        ),
    ]


def _next_version(adopted: Version, officer: Person) -> None:
    """A reshuffle inside integration: no new decision needed so far."""
    draft = begin_version(adopted, by=officer)
    document = content_of(draft).document
    moved = Decimal(120000)
    plan = document.financial_plan
    amounts: dict[tuple[str, int | None], Decimal | None] = {
        ("SO2.NO2", None): (plan["SO2.NO2"] or Decimal(0)) - moved,
        ("SO2.NO3", None): (plan["SO2.NO3"] or Decimal(0)) + moved,
    }
    revise_version(draft, with_amounts(document, "plan", amounts), revision=draft.revision, by=officer)
