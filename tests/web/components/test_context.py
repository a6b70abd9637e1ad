"""What the frames show around a page."""

from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from openamif.people.models import Person
from openamif.web import context
from openamif.web.components.shapes import NavItem, NavSection, Reader, WorkingOn

GIVEN: dict = {}


def source(request):
    return GIVEN


def framed(settings, **given):
    settings.FRAME_SOURCE = f"{__name__}.source"
    GIVEN.clear()
    GIVEN.update(given)
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return context.frame(request)


def test_mappings_become_records(settings):
    frame = framed(
        settings,
        nav=[
            {
                "title": "Plan",
                "items": [{"label": "Programmes", "url": "/p/", "current": True, "count": 3, "due": True}],
            }
        ],
        working_on={"name": "Belgium", "version": "5.1"},
        person={"name": "A", "role": "Officer"},
    )
    assert list(frame["nav"]) == [NavSection("Plan", [NavItem("Programmes", "/p/", True, 3, True)])]
    assert frame["working_on"] == WorkingOn("Belgium", "5.1")
    assert frame["person"] == Reader("A", "Officer")


def test_sections_without_pages_are_left_out(settings):
    assert list(framed(settings, nav=[NavSection("Empty", [])])["nav"]) == []


def test_whatever_is_missing_is_left_out(settings):
    frame = framed(settings)
    assert not frame["nav"]
    assert not frame["working_on"]
    assert not frame["person"]
    assert not frame["search_url"]
    assert str(frame["site_name"]) == str(settings.SITE_NAME)


def test_mark_of_a_person_is_hers_and_says_nothing_of_her(settings):
    first, second, nobody = (RequestFactory().get("/") for _each in range(3))
    first.user, second.user, nobody.user = Person(pk=41), Person(pk=42), AnonymousUser()
    marks = [str(context.frame(each)["person_mark"]) for each in (first, first, second, nobody)]
    assert marks[0] == marks[1] != marks[2]
    assert (len(marks[0]), marks[3]) == (64, "")


def test_without_a_source_the_frame_stands(settings):
    settings.FRAME_SOURCE = ""
    assert not context.frame(RequestFactory().get("/"))["nav"]


def test_nothing_is_asked_for_until_it_is_shown(settings):
    settings.FRAME_SOURCE = "no.such.module"
    assert context.frame(RequestFactory().get("/"))["language"] == "en"
