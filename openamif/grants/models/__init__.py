"""The rows of grants: the grant, what its agreement says, what only Annex XVII asks, and views of lists."""

from openamif.grants.models.agreement import (
    Amendment,
    BudgetLine,
    Contract,
    GrantTarget,
    Partner,
    ReportDue,
    WorkPackage,
)
from openamif.grants.models.grant import READERS, Grant, GrantQuerySet, within
from openamif.grants.models.particulars import BeneficialOwner, Particulars
from openamif.grants.models.rights import GrantRight
from openamif.grants.models.views import SavedView

__all__ = [
    "READERS",
    "Amendment",
    "BeneficialOwner",
    "BudgetLine",
    "Contract",
    "Grant",
    "GrantQuerySet",
    "GrantRight",
    "GrantTarget",
    "Particulars",
    "Partner",
    "ReportDue",
    "SavedView",
    "WorkPackage",
    "within",
]
