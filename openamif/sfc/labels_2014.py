"""The labels of the national programme's form 2014-2020, French and English, as data.

Source: Implementing Regulation (EU) No 802/2014, Annex, as the Commission's system prints it. The French labels are
those of an export; English ones that were not seen printed follow the Regulation. Labels are compared folded
(``lines.fold``): case, accents, punctuation and spacing do not count.
"""

LANGUAGES = ("fr", "en")

HEADINGS: dict[str, dict[str, str]] = {
    "fr": {
        "1": "1. RÉSUMÉ",
        "2": "2. SITUATION DE DÉPART DANS L'ÉTAT MEMBRE",
        "3": "3. OBJECTIFS DU PROGRAMME",
        "timetable": "Calendrier indicatif",
        "4": "4. CAS SPÉCIAUX",
        "4.1": "4.1 Réinstallation",
        "4.2": "4.2 Transfert et relocalisation",
        "4.3": "4.3 Admission depuis la Turquie (2016/1754)",
        "5": "5. INDICATEURS COMMUNS",
        "6": "6. CADRE POUR LA PRÉPARATION ET LA MISE EN ŒUVRE DU PROGRAMME PAR L'ÉTAT MEMBRE",
        "6.1": "6.1 Association des partenaires à la préparation du programme",
        "6.2": "6.2 Comité de suivi",
        "6.3": "6.3 Cadre commun de suivi et d’évaluation",
        "6.4": "6.4 Association du partenariat à la mise en œuvre, au suivi et à l’évaluation du programme national",
        "6.5": "6.5 Information et publicité",
        "6.6": "6.6 Coordination et complémentarité avec d'autres instruments",
        "6.7": "6.7 Bénéficiaires",
        "6.7.1": "6.7.1 Liste des cinq principaux types de bénéficiaires du programme",
        "6.7.2": "6.7.2 Attribution directe (le cas échéant)",
        "7": "7. PLAN DE FINANCEMENT DU PROGRAMME",
        "table_1": "Tableau 1: Plan financier Fonds «Asile, migration et intégration»",
        "table_2": "Tableau 2: Engagements pour les cas spéciaux",
        "table_3": "Tableau 3: Engagements annuels totaux de l’UE (€)",
        "deviation": "Justification de tout écart par rapport aux parts minimales fixées"
        " dans les règlements spécifiques",
        "documents": "Documents",
        "validation": "Résultats de la dernière validation",
    },
    "en": {
        "1": "1. EXECUTIVE SUMMARY",
        "2": "2. BASELINE SITUATION IN THE MEMBER STATE",
        "3": "3. PROGRAMME OBJECTIVES",
        "timetable": "Indicative timetable",
        "4": "4. SPECIAL CASES",
        "4.1": "4.1 Resettlement",
        "4.2": "4.2 Transfer and relocation",
        "4.3": "4.3 Admission from Turkey (2016/1754)",
        "5": "5. COMMON INDICATORS",
        "6": "6. FRAMEWORK FOR PREPARATION AND IMPLEMENTATION OF THE PROGRAMME BY THE MEMBER STATE",
        "6.1": "6.1 Partnership involvement in the preparation of the programme",
        "6.2": "6.2 Monitoring committee",
        "6.3": "6.3 Common monitoring and evaluation framework",
        "6.4": "6.4 Partnership involvement in the implementation, monitoring and evaluation of the national programme",
        "6.5": "6.5 Information and publicity",
        "6.6": "6.6 Coordination and complementarity with other instruments",
        "6.7": "6.7 Beneficiaries",
        "6.7.1": "6.7.1 List of five main types of beneficiaries of the programme",
        "6.7.2": "6.7.2 Direct award (if applicable)",
        "7": "7. THE FINANCING PLAN OF THE PROGRAMME",
        "table_1": "Table 1: Financing plan Asylum, Migration and Integration Fund",
        "table_2": "Table 2: Special case pledges",
        "table_3": "Table 3: Total annual EU commitments (€)",
        "deviation": "Justification for any deviation from the minimum shares set in the Specific Regulations",
        "documents": "Documents",
        "validation": "Latest validation results",
    },
}
"""Section and table headings by key, in the form's order."""

OPTIONAL_HEADINGS = frozenset({"3", "timetable", "4", "4.1", "5", "6"})
"""Headings that exports are known to lose; the tables that follow them stand in for them."""

OBJECTIVES: dict[str, dict[str, str]] = {
    "fr": {
        "SO1": "Asile",
        "SO1.NO1": "Accueil/Asile",
        "SO1.NO2": "Évaluation",
        "SO1.NO3": "Réinstallation",
        "SO1.SA1": "Centres de transit",
        "SO1.SA2": "Accès aux procédures d’asile",
        "SO2": "Intégration/migration légale",
        "SO2.NO1": "Migration légale",
        "SO2.NO2": "Intégration",
        "SO2.NO3": "Capacité",
        "SO2.SA3": "Initiatives conjointes",
        "SO2.SA4": "Mineurs non accompagnés",
        "SO2.SA8": "Migration légale",
        "SO3": "Retour",
        "SO3.NO1": "Mesures d’accompagnement",
        "SO3.NO2": "Mesures de retour",
        "SO3.NO3": "Coopération",
        "SO3.SA5": "Opérations conjointes de retour",
        "SO3.SA6": "Projets conjoints de réintégration",
        "SO3.SA7": "Unité familiale et réintégration des mineurs non accompagnés",
        "SO4": "Solidarité",
    },
    "en": {
        "SO1": "Asylum",
        "SO1.NO1": "Reception/asylum",
        "SO1.NO2": "Evaluation",
        "SO1.NO3": "Resettlement",
        "SO1.SA1": "Transit centres",
        "SO1.SA2": "Access to asylum procedures",
        "SO2": "Integration/legal migration",
        "SO2.NO1": "Legal migration",
        "SO2.NO2": "Integration",
        "SO2.NO3": "Capacity",
        "SO2.SA3": "Joint initiatives",
        "SO2.SA4": "Unaccompanied minors",
        "SO2.SA8": "Legal migration",
        "SO3": "Return",
        "SO3.NO1": "Accompanying measures",
        "SO3.NO2": "Return measures",
        "SO3.NO3": "Cooperation",
        "SO3.SA5": "Joint return operations",
        "SO3.SA6": "Joint reintegration projects",
        "SO3.SA7": "Family unity and reintegration of unaccompanied minors",
        "SO4": "Solidarity",
    },
}

PRINTED_CODES: dict[str, dict[str, str]] = {
    "fr": {"SO": "OS", "NO": "ON", "SA": "AS"},
    "en": {"SO": "SO", "NO": "NO", "SA": "SA"},
}

LEVELS: dict[str, dict[str, str]] = {
    "fr": {"SO": "Objectif spécifique", "NO": "Objectif national", "SA": "Action spécifique"},
    "en": {"SO": "Specific objective", "NO": "National objective", "SA": "Specific action"},
}

PLAN_ROWS: tuple[str, ...] = (
    *("SO1.NO1", "SO1.NO2", "SO1.NO3", "SO1.NO", "SO1.SA1", "SO1.SA2", "SO1.SA", "SO1"),
    *("SO2.NO1", "SO2.NO2", "SO2.NO3", "SO2.NO", "SO2.SA3", "SO2.SA4", "SO2.SA8", "SO2.SA", "SO2"),
    *("SO3.NO1", "SO3.NO2", "SO3.NO3", "SO3.NO", "SO3.SA5", "SO3.SA6", "SO3.SA7", "SO3.SA", "SO3"),
    *("SO4", "TA", "SPECIAL", "TOTAL"),
)
"""Every row of Table 1, in the form's order; each must be there once."""

PLAN_TOTALS: dict[str, dict[str, str]] = {
    "fr": {"TA": "Assistance technique", "SPECIAL": "TOTAL Cas spéciaux", "TOTAL": "TOTAL"},
    "en": {"TA": "Technical assistance", "SPECIAL": "TOTAL Special cases", "TOTAL": "TOTAL"},
}

SPECIAL_CASES: dict[str, dict[str, str]] = {
    "fr": {
        "resettlement": "Total réinstallation",
        "relocation_2015_1523": "Total relocalisation (2015/1523)",
        "relocation_2015_1601": "Total relocalisation (2015/1601)",
        "relocation": "Total relocalisations ÉM",
        "transfer": "Total transferts",
        "turkey": "Total des admissions depuis la Turquie (2016/1754)",
        "total": "TOTAL",
    },
    "en": {
        "resettlement": "Total resettlement",
        "relocation_2015_1523": "Total relocation (2015/1523)",
        "relocation_2015_1601": "Total relocation (2015/1601)",
        "relocation": "Total relocations MS",
        "transfer": "Total transfers",
        "turkey": "Total admissions from Turkey (2016/1754)",
        "total": "TOTAL",
    },
}

COMMITMENTS: dict[str, dict[str, str]] = {
    "fr": {"asylum_solidarity": "Asile et solidarité", "integration_return": "Intégration et retour", "total": "TOTAL"},
    "en": {
        "asylum_solidarity": "Asylum and solidarity",
        "integration_return": "Integration and return",
        "total": "TOTAL",
    },
}

TRANSFERS: dict[str, dict[str, str]] = {
    "fr": {
        "transfer": "Transfert",
        "relocation_2015_1523": "Relocalisation (2015/1523)",
        "relocation_2015_1601": "Relocalisation (2015/1601)",
    },
    "en": {
        "transfer": "Transfer",
        "relocation_2015_1523": "Relocation (2015/1523)",
        "relocation_2015_1601": "Relocation (2015/1601)",
    },
}

RESETTLEMENT: dict[str, dict[str, str]] = {
    "fr": {
        "women_children_at_risk": "Femmes et enfants menacés",
        "unaccompanied_minors": "Mineurs non accompagnés",
        "medical_needs": "Personnes ayant besoin de soins médicaux",
        "emergency": "Personnes ayant besoin d’une réinstallation en urgence",
        "eastern_europe": "Programme de protection régional en Europe de l’Est (Biélorussie, Moldavie, Ukraine)",
        "horn_of_africa": "Programme de protection régional dans la Corne de l’Afrique (Djibouti, Kenya, Yémen)",
        "north_africa": "Programme de protection régional en Afrique du Nord (Égypte, Libye, Tunisie)",
        "eastern_africa_great_lakes": "Réfugiés dans la région d’Afrique orientale/des Grands lacs",
        "iraqis_syria_lebanon_jordan": "Réfugiés irakiens en Syrie, au Liban et en Jordanie",
        "iraqis_turkey": "Réfugiés irakiens en Turquie",
        "syrians_region": "Réfugiés syriens dans la région",
        "other": "Autres personnes réinstallées",
    },
    "en": {
        "women_children_at_risk": "Women and children at risk",
        "unaccompanied_minors": "Unaccompanied minors",
        "medical_needs": "Persons having medical needs",
        "emergency": "Persons in need of emergency or urgent resettlement",
        "eastern_europe": "Regional Protection Programme in Eastern Europe (Belarus, Moldova, Ukraine)",
        "horn_of_africa": "Regional Protection Programme in the Horn of Africa (Djibouti, Kenya, Yemen)",
        "north_africa": "Regional Protection Programme in North Africa (Egypt, Libya, Tunisia)",
        "eastern_africa_great_lakes": "Refugees in the region of Eastern Africa/Great Lakes",
        "iraqis_syria_lebanon_jordan": "Iraqi refugees in Syria, Lebanon, Jordan",
        "iraqis_turkey": "Iraqi refugees in Turkey",
        "syrians_region": "Syrian refugees in the region",
        "other": "Other persons resettled",
    },
}

RESETTLEMENT_TOTALS: dict[str, dict[str, str]] = {
    "fr": {"union_priorities": "Montant total - Priorités de l’Union", "grand_total": "Total général"},
    "en": {"union_priorities": "Total amount - Union priorities", "grand_total": "Grand total"},
}

ADMISSION = {"fr": "Admission", "en": "Admission"}
PLEDGING_PLAN = {
    "fr": "Plan d'engagement: Nombre de personnes devant être admises depuis la Turquie par période d'engagement",
    "en": "Pledging plan: Number of persons to be admitted from Turkey per pledging period",
}

UNITS: dict[str, dict[str, str]] = {
    "fr": {"number": "Nombre", "percent": "%"},
    "en": {"number": "Number", "percent": "%"},
}
SEVERITIES: dict[str, dict[str, str]] = {
    "fr": {"info": "Info", "warning": "Avertissement", "error": "Erreur"},
    "en": {"info": "Info", "warning": "Warning", "error": "Error"},
}

INDICATORS: dict[str, tuple[str, ...]] = {
    "SO1": ("C1", "C2.1", "C2.2", "C3.1", "C3.2", "C4", "C5", "C6"),
    "SO2": ("C1", "C2", "C3", "C4", "C5"),
    "SO3": ("C1", "C2", "C3", "C4", "C5", "C6"),
    "SO4": ("C1", "C2"),
}
"""The common indicators of each specific objective (Regulation (EU) No 516/2014, Annex IV); SO4's may be absent."""
