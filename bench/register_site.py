"""A grant and whoever fills its register, for the measures of imports. Imported only once Django is set up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openamif.grants.models import Grant
from openamif.people.models import Organisation, Person, Role, Scope
from openamif.people.states import OrganisationKind, RoleKind
from openamif.programmes.models import Programme
from openamif.register.actions.confirm_import import confirm_import
from openamif.register.actions.keep_file import keep_file
from openamif.register.actions.read_file import read_file
from openamif.register.actions.store_import import store_import
from openamif.register.models import Event, Participant, RegisterImport
from openamif.web.register_form import the_register_form

TOLD = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """The grant, and her who sends in files."""

    grant: Grant
    filler: Person

    @classmethod
    def opened(cls) -> "Desk":
        """On an empty database."""
        authority = Organisation.objects.create(name="Authority", kind=OrganisationKind.STATE_AUTHORITY)
        house = Organisation.objects.create(name="House", kind=OrganisationKind.NGO)
        scope = Scope.objects.create(name="Programme")
        programme = Programme.objects.create(
            period="2014-2020", country="BE", title="Programme", scope=scope, responsible_authority=authority
        )
        filler = Person.objects.create_user("filler@bench.openamif.eu", name="Fay Filler")
        Role.objects.create(person=filler, kind=RoleKind.BENEFICIARY, scope=scope, organisation=house)
        grant = Grant.objects.create(
            programme=programme,
            reference="BE/2019/PR/0001",
            title="A welcome course",
            beneficiary=house,
            objective="SO2.NO2",
            procedure="open_call",
            starts_on=date(2019, 1, 1),
            ends_on=date(2022, 12, 31),
            eligible_amount=Decimal(200_000),
            union_amount=Decimal(150_000),
            signed_on=date(2018, 12, 1),
            state="signed",
        )
        return cls(grant, filler)

    def read(self, raw: bytes) -> RegisterImport:
        """Kept and read."""
        return read_file(keep_file(self.grant, raw, name="bench.xlsx", by=self.filler), form=the_register_form())

    def store(self, upload: RegisterImport) -> RegisterImport:
        """Confirmed and stored."""
        assert upload.result.get("error_count") == 0, upload.cells["errors"][:TOLD]
        return store_import(confirm_import(upload, by=self.filler)).upload

    def held(self) -> dict[str, float]:
        """What the register has now."""
        return {"events": Event.objects.count(), "participants": Participant.objects.count()}
