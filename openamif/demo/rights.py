"""Who may sign and who may write the reports of the beneficiaries that have log-ins."""

from openamif.demo.beneficiaries import MEUSE, SAMBRE
from openamif.demo.stage import Stage
from openamif.grants.actions.give_right import give_right
from openamif.grants.models import Grant
from openamif.grants.states import Right

RIGHTS = {
    MEUSE: {"liege": Right.SIGN, "colleague": Right.EDIT},
    SAMBRE: {"charleroi": Right.SIGN},
}


def play_rights(stage: Stage) -> None:
    """Given by the officer, grant by grant."""
    for body, rights in RIGHTS.items():
        for grant in Grant.objects.filter(beneficiary=stage.bodies[body]).order_by("pk"):
            for name, right in rights.items():
                give_right(grant, stage.person(name), right, by=stage.person("officer"))
