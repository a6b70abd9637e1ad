"""The tables of a version, ready for the table component: columns declared once, rows from the document."""

from openamif.web.authority.rows.findings import holding, side_by_side
from openamif.web.authority.rows.lists import documents, indicators, timetable, versions
from openamif.web.authority.rows.money import minimum_shares, money_by_objective, plan, yearly
from openamif.web.authority.rows.pledges import pledges
from openamif.web.authority.rows.tables_2021 import by_year, intervention_fields
from openamif.web.authority.rows.texts import missing_texts, objectives, partnership_title, sections

__all__ = [
    "by_year",
    "documents",
    "holding",
    "indicators",
    "intervention_fields",
    "minimum_shares",
    "missing_texts",
    "money_by_objective",
    "objectives",
    "partnership_title",
    "plan",
    "pledges",
    "sections",
    "side_by_side",
    "timetable",
    "versions",
    "yearly",
]
