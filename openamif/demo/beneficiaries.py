"""The bodies that carry grants out in the demonstration: invented names of real kinds."""

from collections.abc import Sequence

from openamif.people.models import Organisation
from openamif.people.states import LegalForm, OrganisationKind

K = OrganisationKind
Named = Sequence[tuple[str, OrganisationKind]]
OF_2014: Named = (
    ("Maison des Quatre Vents (démonstration)", K.NGO),
    ("Huis van de Eerste Stap (demonstratie)", K.NGO),
    ("Réseau Accueil Meuse (démonstration)", K.NGO),
    ("Taalwerkplaats Schelde (demonstratie)", K.EDUCATION_OR_RESEARCH),
    ("Centre d’action sociale de Valombre (démonstration)", K.LOCAL_PUBLIC_BODY),
    ("OCMW Lindenveld (demonstratie)", K.LOCAL_PUBLIC_BODY),
    ("Universität Ostbach (Demonstration)", K.EDUCATION_OR_RESEARCH),
    ("Opvangdienst Noord (demonstratie)", K.STATE_AUTHORITY),
    ("Safe Way Home (demonstration)", K.INTERNATIONAL_PUBLIC_ORGANISATION),
    ("Coopérative Deuxième Chance (démonstration)", K.COMPANY),
    ("Carrefour des Parcours (démonstration)", K.NGO),
    ("Steunpunt Nieuwe Buren (demonstratie)", K.NGO),
)
MEUSE = "Relais Meuse pour l’intégration (démonstration)"
SAMBRE = "Maison des Passerelles de Sambre (démonstration)"
OF_2021: Named = (
    (MEUSE, K.NGO),
    (SAMBRE, K.NGO),
    ("Atelier des Premiers Mots (démonstration)", K.EDUCATION_OR_RESEARCH),
    ("Ville de Valmont, service des nouveaux habitants (démonstration)", K.LOCAL_PUBLIC_BODY),
    ("CPAS de Rochebelle (démonstration)", K.LOCAL_PUBLIC_BODY),
    ("Cap Métiers Wallonie picarde (démonstration)", K.NGO),
    ("Tuteurs et Compagnons (démonstration)", K.NGO),
    ("Haute école des Trois Rivières (démonstration)", K.EDUCATION_OR_RESEARCH),
    ("Bruxelles Langues Ouvertes (démonstration)", K.NGO),
    ("Coopérative Outils en Commun (démonstration)", K.COMPANY),
)
PUBLIC = (K.LOCAL_PUBLIC_BODY, K.STATE_AUTHORITY, K.INTERNATIONAL_PUBLIC_ORGANISATION, K.EDUCATION_OR_RESEARCH)
FIRST_NUMBER_2014, FIRST_NUMBER_2021, STEP = 4_000_001, 5_000_003, 777


def enter_bodies(named: Named, first_number: int) -> list[Organisation]:
    """Each with an enterprise number that a register could have given."""
    bodies = [
        Organisation(
            name=name,
            kind=str(kind),
            legal_form=str(LegalForm.PUBLIC_LAW if kind in PUBLIC else LegalForm.PRIVATE_LAW),
            enterprise_number=_enterprise_number(first_number + STEP * place),
        )
        for place, (name, kind) in enumerate(named)
    ]
    return Organisation.objects.bulk_create(bodies)


def _enterprise_number(first: int) -> str:
    """Ten digits: eight, and two that agree with them modulo 97."""
    return f"{first:08d}{97 - first % 97:02d}"
