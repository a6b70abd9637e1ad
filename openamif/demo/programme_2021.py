"""A programme of 2021-2027 is entered, validated, sent and adopted."""

from datetime import date

from openamif.demo.stage import Stage
from openamif.demo.strand_2021 import CONTENT
from openamif.programmes.actions.accept_decision import accept_decision
from openamif.programmes.actions.adopt_version import adopt_version
from openamif.programmes.actions.begin_programme import ProgrammeName
from openamif.programmes.actions.enter_programme_2021 import enter_programme_2021
from openamif.programmes.actions.send_version import send_version
from openamif.programmes.actions.validate_version import validate_version
from openamif.programmes.models import Version

NAME = ProgrammeName(
    country="BE",
    title="Belgique · AMIF 2021-2027 (montants de démonstration)",
    cci="2021BE65AMPR001",
    number=1,
    working=2,
)
DECISION = "C(2022) 8420 (demonstration)"
DECIDED_ON = date(2022, 11, 24)


def begin_2021(stage: Stage) -> Version:
    """As a whole, into an open version."""
    version = enter_programme_2021(CONTENT, name=NAME, by=stage.person("officer"))
    stage.programmes["2021-2027"] = version.programme
    return version


def adopt_2021(version: Version, stage: Stage, *, on: date) -> Version:
    """By the Commission's decision."""
    officer = stage.person("officer")
    version = validate_version(version, by=officer, on=on)
    version = send_version(version, by=stage.person("head"))
    version = accept_decision(version, by=officer)
    return adopt_version(version, decision_reference=DECISION, decision_on=DECIDED_ON, by=officer)
