"""What only Annex XVII asks of a grant: its particulars, and the persons who own the bodies that are paid."""

from django.db import models
from django.db.models import Q

from openamif.grants.models.grant import Grant
from openamif.grants.states import PartnershipPart, Reimbursement
from openamif.people.models import one_of


class Particulars(models.Model):
    """Source: Reg. (EU) 2021/1060, Annex XVII, fields 4, 5, 7, 11, 18, 20 to 22, 26, 27 and 57; Reg. (EU) 2021/1147,
    Annex IV.

    ``aid_body``: who receives the State aid or grants the de minimis aid. ``partnership_part``: what the beneficiary
    is in a public-private partnership, empty where there is none. ``is_vat_recoverable``: NULL until it is known.
    ``public_amount``: the eligible cost that a public contribution is given for, in EUR. ``annex_iv_action``: which of
    the actions of Annex IV it is, where that is the ground of the Union's share.
    """

    grant = models.OneToOneField(Grant, on_delete=models.CASCADE, related_name="particulars")
    contact_name = models.CharField(max_length=150, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    issued_by = models.CharField(max_length=255, blank=True)
    is_state_aid = models.BooleanField(default=False)
    is_de_minimis = models.BooleanField(default=False)
    aid_body = models.CharField(max_length=255, blank=True)
    partnership_part = models.CharField(max_length=20, blank=True)
    reimbursement = models.CharField(max_length=20, blank=True)
    is_vat_recoverable = models.BooleanField(null=True, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    public_amount = models.DecimalField(max_digits=15, decimal_places=2, null=True, blank=True)
    annex_iv_action = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["grant", "pk"]
        constraints = [
            models.CheckConstraint(
                name="particulars_partnership_part_is_known",
                condition=Q(partnership_part__in=["", *one_of(PartnershipPart)]),
            ),
            models.CheckConstraint(
                name="particulars_reimbursement_is_known", condition=Q(reimbursement__in=["", *one_of(Reimbursement)])
            ),
            models.CheckConstraint(
                name="particulars_aid_body_goes_with_aid",
                condition=Q(aid_body="") | Q(is_state_aid=True) | Q(is_de_minimis=True),
            ),
            models.CheckConstraint(
                name="particulars_public_amount_is_not_negative",
                condition=Q(public_amount=None) | Q(public_amount__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.contact_name}"


class BeneficialOwner(models.Model):
    """A person who owns or controls a beneficiary or the party of a contract: personal data, each opening noted.

    Source: Reg. (EU) 2021/1060, Annex XVII, fields 3 and 23(b); Directive (EU) 2015/849, Article 3(6).
    ``contract``: the reference of the contract whose party it is; ``partner``: the name of the partner that it is; both
    empty for the beneficiary. ``register_reference``: where the register of owners has the person, in place of all the
    rest.
    """

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="owners")
    position = models.PositiveSmallIntegerField(default=0)
    contract = models.CharField(max_length=60, blank=True)
    partner = models.CharField(max_length=255, blank=True)
    given_names = models.CharField(max_length=150, blank=True)
    surname = models.CharField(max_length=150, blank=True)
    born_on = models.DateField(null=True, blank=True)
    tax_number = models.CharField(max_length=30, blank=True)
    register_reference = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["grant", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="beneficial_owner_is_named_or_stands_in_the_register",
                condition=~Q(register_reference="") | (~Q(surname="") & Q(born_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="beneficial_owner_is_of_a_partner_or_of_a_contract", condition=Q(contract="") | Q(partner="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} {self.position}"
