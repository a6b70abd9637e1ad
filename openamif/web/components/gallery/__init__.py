"""The specimens of the gallery: what each component is for, its extremes, and the calls that show them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from openamif.web.components.gallery import forms, lists, pages, tables, values
from openamif.web.components.gallery.book import Section, Specimen
from openamif.web.components.shapes import Action, Badge, Link, NavItem, NavSection, Reader, Tab, WorkingOn

SECTIONS: Sequence[Section] = (
    values.SECTION,
    lists.SECTION,
    tables.SECTION,
    tables.CHARTS,
    forms.SECTION,
    pages.SECTION,
)
__all__ = ["SECTIONS", "Section", "Specimen", "frame_of_the_gallery"]


def frame_of_the_gallery(path: str, sections: Sequence[Section], on: date) -> dict[str, Any]:
    """The frame around the gallery: the shape of ``nav``, ``working_on`` and ``person``, by example."""
    number = sum(len(section.specimens) for section in sections)
    return {
        "nav": [
            NavSection("", [NavItem("My work", path, count=7, due=True)]),
            NavSection(
                "Plan",
                [
                    NavItem("Components", path, current=True),
                    NavItem("Programmes", path),
                    NavItem("Committee", path, count=1),
                ],
            ),
            NavSection(
                "Grant",
                [
                    NavItem("Calls", path, count=3),
                    NavItem("Applications", path, count=1240),
                    NavItem("Grants", path, count=61),
                ],
            ),
            NavSection(
                "Check and pay",
                [NavItem("Vor-Ort-Überprüfungen und Rechnungsabschlüsse", path, count=4), NavItem("Payments", path)],
            ),
        ],
        "working_on": WorkingOn("Belgium · AMIF 2014-2020", "version 5.1", "adopted", path),
        "person": Reader("A. Example", "Programme officer", "Federal Public Service Home Affairs", path),
        "search_url": path,
        "on": on,
        "head_badge": Badge(_("%(number)s specimens") % {"number": number}, "info"),
        "head_crumbs": [Link("Programmes", path), Link("Belgium · AMIF 2014-2020", path)],
        "head_actions": [Action("New version", path, main=True), Action("Compare versions", path)],
        "head_note": "Saved 10:41",
        "sections_as_tabs": [
            Tab(section.title, f"#{section.key}", count=len(section.specimens)) for section in sections
        ],
    }
