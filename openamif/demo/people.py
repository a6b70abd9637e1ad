"""Who plays in the demonstration: invented persons of real kinds of body."""

from dataclasses import dataclass

from openamif.people.states import OrganisationKind, RoleKind

PASSWORD = "demonstration-2026"  # noqa: S105  (printed for everyone to log in with)
AUTHORITY = "European Funds Unit (demonstration)"
FLEMISH = "Flemish integration authority (demonstration)"
AUDIT = "Audit authority (demonstration)"
EVALUATION = "Evaluation office (demonstration)"
COMMITTEE = "Monitoring committee (demonstration)"

ORGANISATIONS = {
    AUTHORITY: OrganisationKind.STATE_AUTHORITY,
    FLEMISH: OrganisationKind.STATE_AUTHORITY,
    AUDIT: OrganisationKind.STATE_AUTHORITY,
    EVALUATION: OrganisationKind.EDUCATION_OR_RESEARCH,
    COMMITTEE: OrganisationKind.STATE_AUTHORITY,
}


@dataclass(frozen=True, slots=True)
class Player:
    """A person of the demonstration; ``objectives``: the part she holds, for a delegated authority."""

    email: str
    name: str
    organisation: str
    kind: RoleKind
    what: str
    language: str = "en"
    objectives: tuple[str, ...] = ()


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
