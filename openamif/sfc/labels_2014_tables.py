"""The column headings of the form's tables, its page conventions, and the labels of the rows of Table 1."""

from openamif.sfc.labels_2014 import LEVELS, OBJECTIVES, PLAN_TOTALS, PRINTED_CODES
from openamif.sfc.programme_2014 import PLEDGING_PERIODS, YEARS

_YEARS = tuple(str(year) for year in YEARS)

COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
        "timetable": (
            "Objectif spécifique",
            "ON/AS",
            "Action principale",
            "Nom de l’action",
            "Début de la phase de planification",
            "Début de la phase de mise en œuvre",
            "Début de la phase de clôture",
        ),
        "resettlement": (
            "Groupes vulnérables et priorités communes de l’Union en matière de réinstallation"
            " (Somme forfaitaire de 10 000 € par personne réinstallée)",
            *PLEDGING_PERIODS,
        ),
        "transfers": ("", "Depuis", "Vers", *PLEDGING_PERIODS),
        "turkey": ("", *PLEDGING_PERIODS),
        "indicators": ("Indicateur", "Unité de mesure", "Valeur de référence", "Valeur cible", "Source des données"),
        "financial_plan": ("Objectif spécifique / objectif national / action spécifique", "Total"),
        "special_cases": ("Engagements pour les cas spéciaux", *_YEARS, "Total"),
        "annual_commitments": ("", *_YEARS, "TOTAL"),
        "documents": (
            "Intitulé du document",
            "Type de document",
            "Date du document",
            "Référence locale",
            "Référence de la Commission",
            "Fichiers",
            "Date d'envoi",
            "Envoyé par",
        ),
        "validation": ("Gravité", "Code", "Messages"),
    },
    "en": {
        "timetable": (
            "Specific objective",
            "NO/SA",
            "Main action",
            "Name of action",
            "Start of planning phase",
            "Start of implementation phase",
            "Start of closing phase",
        ),
        "resettlement": (
            "Vulnerable groups and Common Union resettlement priorities (Lump sum of €10 000 per person resettled)",
            *PLEDGING_PERIODS,
        ),
        "transfers": ("", "From", "To", *PLEDGING_PERIODS),
        "turkey": ("", *PLEDGING_PERIODS),
        "indicators": ("Indicator", "Measurement unit", "Baseline value", "Target value", "Source of data"),
        "financial_plan": ("Specific objective / national objective / specific action", "Total"),
        "special_cases": ("Special case pledges", *_YEARS, "Total"),
        "annual_commitments": ("", *_YEARS, "TOTAL"),
        "documents": (
            "Document title",
            "Document type",
            "Document date",
            "Local reference",
            "Commission reference",
            "Files",
            "Sent date",
            "Sent by",
        ),
        "validation": ("Severity", "Code", "Messages"),
    },
}

EXAMPLES = {"fr": "Exemples d’actions :", "en": "Example actions:"}
RESULTS = {"fr": "Résultats souhaités :", "en": "Desired outcomes/results:"}

EXAMPLE_HEADINGS = frozenset(
    {
        *(
            "examples",
            "example",
            "example action",
            "example actions",
            "examples of actions",
            "ex. action",
            "ex. actions",
        ),
        *("exemples", "exemple", "exemple d action", "exemples d action", "exemples d actions"),
    }
)
"""How authorities announce example actions (folded)."""

RESULT_HEADINGS = frozenset(
    {
        *("d o r", "do r", "desired outcome result", "desired outcome result d o r", "desired outcomes results"),
        *("desired outcomes", "desired outcome", "desired results", "desired outcomes results d o r"),
        *("resultats souhaites", "resultats escomptes", "resultats attendus"),
    }
)
"""How authorities announce desired outcomes or results (folded)."""


def printed_code(code: str, language: str) -> str:
    """``OS1.ON1`` in a French form for ``SO1.NO1``."""
    words = PRINTED_CODES[language]
    return ".".join(words[part[:2]] + part[2:] for part in code.split("."))


def plan_label(row: str, language: str) -> str:
    """The label of a row of Table 1: ``OS1.ON1 Accueil/Asile``, ``TOTAL ON OS1 Asile``, ``TOTAL OS1 Asile`` …"""
    if row in PLAN_TOTALS[language]:
        return PLAN_TOTALS[language][row]
    objective, _, part = row.partition(".")
    printed = f"{printed_code(objective, language)} {OBJECTIVES[language][objective]}"
    if not part:
        return f"TOTAL {printed}"
    if part in ("NO", "SA"):
        return f"TOTAL {PRINTED_CODES[language][part]} {printed}"
    return objective_label(row, language)


def objective_label(code: str, language: str) -> str:
    """``OS1 Asile``, ``OS1.ON1 Accueil/Asile``."""
    return f"{printed_code(code, language)} {OBJECTIVES[language][code]}"


def level_label(code: str, language: str) -> str:
    """What kind of objective a code is: ``Objectif national`` for ``SO1.NO1``."""
    return LEVELS[language][code.rpartition(".")[2][:2]]
