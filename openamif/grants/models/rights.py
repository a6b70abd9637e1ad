"""What somebody of the beneficiary or of a partner may do with a grant."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from openamif.grants.models.grant import Grant
from openamif.grants.states import Right
from openamif.people.models import one_of


class GrantRight(models.Model):
    """What a person may do with the register and the reports of a grant; without one, see ``default_right``."""

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="rights")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grant_rights")
    right = models.CharField(max_length=10)

    class Meta:
        ordering = ["grant", "person", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["grant", "person"], name="grant_right_is_given_once"),
            models.CheckConstraint(name="grant_right_is_known", condition=Q(right__in=one_of(Right))),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.right}"
