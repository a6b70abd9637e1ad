"""The gallery: the specimen book of the components, each with its extremes and the call that made it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines

from openamif.people.policy import is_known
from openamif.web.components.gallery import SECTIONS, Section, Specimen, frame_of_the_gallery
from openamif.web.doors import guarded_by


def shown(request: HttpRequest, specimen: Specimen) -> dict[str, object]:
    """A specimen with each of its calls and what the call gives."""
    engine = engines["django"]
    calls = [(call, engine.from_string(call).render(dict(specimen.given), request)) for call in specimen.calls]
    return {"name": specimen.name, "says": specimen.says, "calls": calls, "wide": specimen.wide, "bare": specimen.bare}


def section_of(request: HttpRequest, section: Section) -> dict[str, object]:
    """A section of the book."""
    return {"key": section.key, "title": section.title, "specimens": [shown(request, one) for one in section.specimens]}


@guarded_by(is_known)
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component on one page."""
    sections = [section_of(request, section) for section in SECTIONS]
    return render(
        request,
        "components/gallery.html",
        {"sections": sections, **frame_of_the_gallery(request.path, SECTIONS, date(2026, 11, 25))},
    )
