"""Who plays in the demonstration: invented persons of real kinds of body."""

from dataclasses import dataclass

from openamif.demo.beneficiaries import MEUSE, SAMBRE
from openamif.people.states import OrganisationKind, RoleKind

PASSWORD = "demonstration-2026"  # noqa: S105  (printed for everyone to log in with)
AUTHORITY = "European Funds Unit (demonstration)"
FLEMISH = "Flemish integration authority (demonstration)"
FRANCOPHONE = "Autorité francophone d’intégration (démonstration)"
AUDIT = "Audit authority (demonstration)"
EVALUATION = "Evaluation office (demonstration)"
COMMITTEE = "Monitoring committee (demonstration)"

ORGANISATIONS = {
    AUTHORITY: OrganisationKind.STATE_AUTHORITY,
    FLEMISH: OrganisationKind.STATE_AUTHORITY,
    FRANCOPHONE: OrganisationKind.STATE_AUTHORITY,
    AUDIT: OrganisationKind.STATE_AUTHORITY,
    EVALUATION: OrganisationKind.EDUCATION_OR_RESEARCH,
    COMMITTEE: OrganisationKind.STATE_AUTHORITY,
}

PERIODS = ("2014-2020", "2021-2027")
SECOND = PERIODS[1:]


@dataclass(frozen=True, slots=True)
class Player:
    """A person of the demonstration; ``objectives``: the part she holds, for a delegated authority.

    ``periods``: the programmes she plays in. ``organisation``: one of ORGANISATIONS, or a body that carries grants out.
    """

    email: str
    name: str
    organisation: str
    kind: RoleKind
    what: str
    language: str = "en"
    objectives: tuple[str, ...] = ()
    periods: tuple[str, ...] = PERIODS


PEOPLE = (
    Player("officer@demo.openamif.eu", "Ines Officer", AUTHORITY, RoleKind.RESPONSIBLE_AUTHORITY, "programme officer"),
    Player(
        "head@demo.openamif.eu",
        "Hugo Head",
        AUTHORITY,
        RoleKind.RESPONSIBLE_AUTHORITY,
        "head of unit, sends what the officer validated",
        "fr",
    ),
    Player(
        "flanders@demo.openamif.eu",
        "Fien Delegate",
        FLEMISH,
        RoleKind.DELEGATED_AUTHORITY,
        "delegated authority, its part only",
        "nl",
        ("SO2.NO2",),
        PERIODS[:1],
    ),
    Player(
        "second@demo.openamif.eu",
        "Simon Second",
        AUTHORITY,
        RoleKind.RESPONSIBLE_AUTHORITY,
        "second programme officer, accepts what the first examined",
    ),
    Player(
        "agency@demo.openamif.eu",
        "Agathe Agence",
        FRANCOPHONE,
        RoleKind.DELEGATED_AUTHORITY,
        "delegated authority for integration, examines reports",
        "fr",
        ("SO2",),
        SECOND,
    ),
    Player(
        "agency2@demo.openamif.eu",
        "Achille Agence",
        FRANCOPHONE,
        RoleKind.DELEGATED_AUTHORITY,
        "the same authority, accepts what was examined",
        "fr",
        ("SO2",),
        SECOND,
    ),
    Player(
        "liege@demo.openamif.eu",
        "Lise Liégeoise",
        MEUSE,
        RoleKind.BENEFICIARY,
        "beneficiary, signs its reports",
        "fr",
        periods=SECOND,
    ),
    Player(
        "colleague@demo.openamif.eu",
        "Colin Collègue",
        MEUSE,
        RoleKind.BENEFICIARY,
        "the same beneficiary, writes reports without signing them",
        "fr",
        periods=SECOND,
    ),
    Player(
        "charleroi@demo.openamif.eu",
        "Chantal Carolo",
        SAMBRE,
        RoleKind.BENEFICIARY,
        "another beneficiary, and partner of others",
        "fr",
        periods=SECOND,
    ),
    Player("audit@demo.openamif.eu", "Alma Auditor", AUDIT, RoleKind.AUDIT_AUTHORITY, "audit authority", "fr"),
    Player(
        "committee@demo.openamif.eu",
        "Karl Committee",
        COMMITTEE,
        RoleKind.COMMITTEE_MEMBER,
        "member of the monitoring committee",
        "de",
    ),
    Player("evaluator@demo.openamif.eu", "Eva Evaluator", EVALUATION, RoleKind.EVALUATOR, "evaluator"),
    Player(
        "admin@demo.openamif.eu",
        "Ada Administrator",
        AUTHORITY,
        RoleKind.ADMINISTRATOR,
        "administrator of persons and roles",
    ),
)
