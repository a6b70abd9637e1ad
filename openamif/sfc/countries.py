"""The names of the States of the Fund's transfers in French and English, by ISO 3166 code."""

COUNTRIES: dict[str, dict[str, str]] = {
    "fr": {
        **{"AT": "Autriche", "BE": "Belgique", "BG": "Bulgarie", "CY": "Chypre", "CZ": "Tchéquie", "DE": "Allemagne"},
        **{"DK": "Danemark", "EE": "Estonie", "ES": "Espagne", "FI": "Finlande", "FR": "France", "GB": "Royaume-Uni"},
        **{"GR": "Grèce", "HR": "Croatie", "HU": "Hongrie", "IE": "Irlande", "IT": "Italie", "LT": "Lituanie"},
        **{"LU": "Luxembourg", "LV": "Lettonie", "MT": "Malte", "NL": "Pays-Bas", "PL": "Pologne", "PT": "Portugal"},
        **{"RO": "Roumanie", "SE": "Suède", "SI": "Slovénie", "SK": "Slovaquie", "CH": "Suisse", "IS": "Islande"},
        **{"LI": "Liechtenstein", "NO": "Norvège", "TR": "Turquie"},
    },
    "en": {
        **{"AT": "Austria", "BE": "Belgium", "BG": "Bulgaria", "CY": "Cyprus", "CZ": "Czechia", "DE": "Germany"},
        **{"DK": "Denmark", "EE": "Estonia", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom"},
        **{"GR": "Greece", "HR": "Croatia", "HU": "Hungary", "IE": "Ireland", "IT": "Italy", "LT": "Lithuania"},
        **{"LU": "Luxembourg", "LV": "Latvia", "MT": "Malta", "NL": "Netherlands", "PL": "Poland", "PT": "Portugal"},
        **{"RO": "Romania", "SE": "Sweden", "SI": "Slovenia", "SK": "Slovakia", "CH": "Switzerland", "IS": "Iceland"},
        **{"LI": "Liechtenstein", "NO": "Norway", "TR": "Turkey"},
    },
}

OTHER_NAMES: dict[str, str] = {
    "République tchèque": "CZ",
    "Czech Republic": "CZ",
    "The Netherlands": "NL",
    "Türkiye": "TR",
}
"""Names also met in documents, read but never written."""
