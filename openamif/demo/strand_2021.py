"""The programme of 2021-2027 as it is played: what it aims at, and the grants of the francophone integration strand.

The strand has the priorities and the target group that the francophone authorities made public; every amount, target
and body is invented, and said to be a demonstration.
"""

from dataclasses import dataclass
from decimal import Decimal

from openamif.demo.people import AUDIT, AUTHORITY, FRANCOPHONE
from openamif.programmes.facts import (
    ActionContent,
    AimContent,
    AuthorityContent,
    ObjectiveContent,
    ProgrammeContent,
)

SUMMARY = """Démonstration : les montants et les valeurs cibles de ce programme sont inventés.
Le programme accueille et protège, facilite le parcours d’intégration des personnes qui arrivent de pays tiers, \
organise un retour digne et prend sa part de l’effort commun.
En Belgique francophone, le volet intégration est confié à une autorité déléguée : elle fait connaître ses \
priorités, lance les appels à projets et suit les opérateurs sur le terrain."""
INTEGRATION = (
    ActionContent(
        "Apprendre le français",
        "Des formations à la langue, du premier alphabet à l’autonomie, près de chez soi et à toute heure.",
        "Chacun gagne au moins un niveau du cadre européen.",
    ),
    ActionContent(
        "S’initier à la citoyenneté",
        "Davantage de modules et d’activités sur la vie en Belgique, les droits et les devoirs, les services publics.",
        "Les personnes trouvent seules le service dont elles ont besoin.",
    ),
    ActionContent(
        "Accompagner chaque personne",
        "Un suivi individuel par des professionnels : traduction, soutien psycho-social, validation des compétences.",
        "Les acquis d’un autre pays sont reconnus et servent.",
    ),
    ActionContent(
        "Être aux côtés des plus vulnérables",
        "Mineurs non accompagnés et jeunes de pays tiers : tuteurs, école, loisirs, premiers pas vers un métier.",
        "Aucun jeune ne reste sans interlocuteur.",
    ),
    ActionContent(
        "Former les formateurs",
        "Apprentissage des formateurs : langue, interculturalité, publics peu scolarisés, traumatisme.",
        "Les équipes enseignent mieux et restent.",
    ),
    ActionContent(
        "Créer des outils",
        "Outils pédagogiques et méthodes partagés par tous les opérateurs du parcours d’intégration.",
        "Un outil créé une fois sert partout.",
    ),
)
CONTENT = ProgrammeContent(
    objectives=(
        ObjectiveContent(
            "SO1",
            Decimal(88_000_000),
            "Un accueil qui tient quand les arrivées changent, une procédure d’asile soignée.",
            (
                ActionContent("Des places qui s’adaptent", "Créer et rénover des places d’accueil."),
                ActionContent("Une procédure sûre", "Former le personnel, informer et assister les demandeurs."),
            ),
        ),
        ObjectiveContent(
            "SO2",
            Decimal(96_000_000),
            "Le parcours d’intégration des primo-arrivants de pays tiers est facilité et accompagné, d’une langue à un "
            "métier. Le groupe cible vient de pays hors de l’Union.",
            INTEGRATION,
        ),
        ObjectiveContent(
            "SO3",
            Decimal(62_000_000),
            "Le retour volontaire d’abord, préparé et suivi.",
            (ActionContent("Conseiller et réintégrer", "Conseil au retour, aide avant et après le voyage."),),
        ),
        ObjectiveContent(
            "SO4",
            Decimal(14_000_000),
            "Des voies sûres vers la Belgique.",
            (ActionContent("Réinstaller", "Sélection, préparation au départ, accueil des personnes réinstallées."),),
        ),
    ),
    assistance_amount=Decimal(15_600_000),
    aims=tuple(
        AimContent(code, None if milestone is None else Decimal(milestone), Decimal(target))
        for code, milestone, target in (
            ("O.1.1", 4_000, 16_000),
            ("O.1.1.1", 1_500, 6_000),
            ("O.1.2", 300, 1_200),
            ("O.1.3", 400, 1_600),
            ("O.2.2", 10, 40),
            ("O.2.3", 5_200, 21_000),
            ("O.2.3.1", 2_600, 10_500),
            ("O.2.3.2", 1_500, 6_000),
            ("O.2.3.3", 1_100, 4_500),
            ("O.2.7", 6, 20),
            ("O.3.1", 150, 600),
            ("O.3.3", 900, 3_600),
            ("O.4.2", 350, 1_400),
            ("R.1.5", None, 900),
            ("R.2.8", None, 6_800),
            ("R.2.9", None, 14_000),
            ("R.2.10", None, 1_400),
            ("R.2.11", None, 800),
            ("R.3.6", None, 9_000),
            ("R.4.4", None, 1_400),
        )
    ),
    authorities=(
        AuthorityContent("RA", AUTHORITY),
        AuthorityContent("AA", AUDIT),
        AuthorityContent("DA", FRANCOPHONE),
    ),
    summary=SUMMARY,
    language="fr",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of grant of the strand: the number of its action, its codes, its words, what it aims at per 10 000 EUR.

    ``is_annex_iv``: the Union pays up to the higher rate, because of who carries it out or whom it serves.
    """

    action: int
    field: str
    type_of_action: str
    title: str
    summary: str
    packages: tuple[str, ...]
    aims: tuple[tuple[str, int], ...]
    is_annex_iv: bool = False


GUIDANCE = ("Accueil et bilan", "Accompagnement individuel", "Traduction et médiation")
THEMES = (
    Theme(
        3, "II.004", "003", "Du français pour commencer, {place}",
        "Cours de français de A1 à B1 pour personnes récemment arrivées de pays tiers, avec test à l’entrée et à la "
        "sortie et garde d’enfants.",
        ("Tests et orientation", "Cours de langue", "Tables de conversation"),
        (("O.2.3", 9), ("O.2.3.1", 9), ("R.2.8", 6), ("R.2.9", 7)),
    ),
    Theme(
        4, "II.005", "003", "Vivre ici : modules de citoyenneté, {place}",
        "Modules sur le logement, la santé, l’emploi et l’école, et visites des services publics de la région.",
        ("Modules de citoyenneté", "Visites et rencontres"),
        (("O.2.3", 12), ("O.2.3.2", 12), ("R.2.9", 9)),
    ),
    Theme(
        5, "II.003", "011", "Un chemin à sa mesure, {place}",
        "Accompagnement individuel vers un métier : traduction, soutien psycho-social, validation des compétences.",
        GUIDANCE,
        (("O.2.3", 5), ("O.2.3.3", 5), ("R.2.10", 2), ("R.2.11", 1)),
    ),
    Theme(
        6, "II.011", "011", "Grandir entre deux rives, {place}",
        "Tuteurs, école et loisirs pour mineurs non accompagnés et jeunes de pays tiers.",
        ("Tuteurs", "École et langue", "Premiers pas vers un métier"),
        (("O.2.3", 4), ("O.2.3.1", 2), ("R.2.9", 3)), is_annex_iv=True,
    ),
    Theme(
        7, "II.005", "002", "Former celles et ceux qui forment, {place}",
        "Formation des formateurs : alphabétisation, interculturalité, personnes marquées par l’exil.",
        ("Formation initiale", "Échanges entre équipes"),
        (("O.2.2", 0),),
    ),
    Theme(
        8, "II.006", "005", "Des outils qui circulent, {place}",
        "Outils pédagogiques communs aux opérateurs du parcours d’intégration, libres d’usage.",
        ("Conception", "Essais sur le terrain", "Diffusion"),
        (("O.2.2", 0),),
    ),
)  # fmt: skip
PLACES = (
    ("BE332", "Liège"),
    ("BE352", "Namur"),
    ("BE32B", "Charleroi"),
    ("BE323", "Mons"),
    ("BE100", "Bruxelles"),
    ("BE328", "Tournai"),
    ("BE335", "Verviers"),
    ("BE343", "Marche-en-Famenne"),
    ("BE310", "Nivelles"),
)
