"""Persons, organisations, what a role is held for, and the roles."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Lower
from django.utils.crypto import salted_hmac

from openamif.people.states import LegalForm, OrganisationKind, RoleKind


def one_of(kinds: type) -> list[str]:
    """The values a constraint lets a field hold."""
    return [str(kind) for kind in kinds]  # type: ignore[attr-defined]


class Organisation(models.Model):
    """A body that takes part: an authority, a beneficiary, a partner.

    Its numbers and its legal form are blank until they are known.
    """

    name = models.CharField(max_length=255)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=40)
    country = models.CharField(max_length=2, default="BE")
    enterprise_number = models.CharField(max_length=20, blank=True)
    vat_number = models.CharField(max_length=20, blank=True)
    legal_form = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "enterprise_number"],
                condition=~Q(enterprise_number=""),
                name="organisation_enterprise_number_is_its_own",
            ),
            models.UniqueConstraint(
                fields=["vat_number"], condition=~Q(vat_number=""), name="organisation_vat_number_is_its_own"
            ),
            models.CheckConstraint(
                name="organisation_is_of_a_known_kind", condition=Q(kind__in=one_of(OrganisationKind))
            ),
            models.CheckConstraint(
                name="organisation_legal_form_is_known", condition=Q(legal_form__in=["", *one_of(LegalForm)])
            ),
            models.UniqueConstraint(Lower("name"), "country", name="organisation_is_entered_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Scope(models.Model):
    """What a role is held for: a whole programme, or a part of one (its parent).

    ``objectives``: the codes a part covers, such as ``["SO2.NO2"]``; empty for a whole programme.
    """

    name = models.CharField(max_length=255)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    objectives = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="scope_covers_objectives_only_as_a_part",
                condition=Q(parent=None, objectives=[]) | Q(parent__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """How accounts are made."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """An account with its password hashed; without one, only passkeys or OpenID Connect open it."""
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def open_by_address(self, addresses: Iterable[str]) -> "Person | None":
        """The first whose account is open and has one of these addresses, in capitals or not."""
        for address in addresses:
            if person := self.filter(email__iexact=address, is_active=True).first():
                return person
        return None


class Person(AbstractBaseUser):
    """Somebody who logs in. Rights come from roles alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="person_reads_a_language_of_the_site", condition=Q(language__in=["fr", "nl", "de", "en"])
            ),
            models.UniqueConstraint(Lower("email"), name="person_has_one_account_an_address"),
        ]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Another address ends every session, as another password does."""
        bound = f"{self.email}\n{self.password}"
        return salted_hmac("openamif.people.models.Person", bound, secret=secret, algorithm="sha256").hexdigest()


class PersonChange(models.Model):
    """What a field said of a person, and what it says. ``number``: of the event of the trail.

    The trail only grows and names nobody; what names her stands here, and can go.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveBigIntegerField()
    field = models.CharField(max_length=20)
    before = models.CharField(max_length=254)
    after = models.CharField(max_length=254)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["number", "field"], name="person_change_is_noted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.field}"


class RoleQuerySet(models.QuerySet["Role"]):
    """Filters of one line."""

    def held(self) -> "RoleQuerySet":
        """Not taken away."""
        return self.filter(ended_at=None)

    def of_kind(self, *kinds: RoleKind) -> "RoleQuerySet":
        """Roles of these kinds."""
        return self.filter(kind__in=kinds)


class Role(models.Model):
    """A role that a person holds for a scope on behalf of an organisation; an administrator's has no scope."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=30)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    scope = models.ForeignKey(Scope, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    given_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(name="role_is_of_a_known_kind", condition=Q(kind__in=one_of(RoleKind))),
            models.CheckConstraint(
                name="role_has_a_scope_unless_administrator",
                condition=Q(kind=RoleKind.ADMINISTRATOR, scope=None)
                | (~Q(kind=RoleKind.ADMINISTRATOR) & Q(scope__isnull=False)),
            ),
            models.UniqueConstraint(
                "person",
                "kind",
                "organisation",
                Coalesce("scope", 0),
                condition=Q(ended_at=None),
                name="role_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope_id or ''}"


class AccessKeyQuerySet(models.QuerySet["AccessKey"]):
    """Filters of one line."""

    def in_use(self) -> "AccessKeyQuerySet":
        """Not ended, and of an account that is open."""
        return self.filter(ended_at=None, person__is_active=True)


class AccessKey(models.Model):
    """What a program shows to act for a person through the interface for programs. Only its digest is kept."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="access_keys")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    given_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AccessKeyQuerySet.as_manager()

    class Meta:
        ordering = ["person", "-given_at", "pk"]
        constraints = [models.CheckConstraint(name="access_key_has_a_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name
