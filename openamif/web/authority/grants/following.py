"""What happens after a grant has changed: the programme's figures follow, in one place for every page."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext

from openamif.grants.models import Grant
from openamif.programmes.models import Programme
from openamif.register.queries.seeking import Asked, participants_asked_for
from openamif.reports.actions.follow_register import follow_register
from openamif.web.components.formats import count
from openamif.web.jobs import count_programme


def figures_follow(grant: Grant) -> None:
    """Count again what may have changed: as what its persons count, whose part it is, whether it is a project."""
    follow_register(grant, subjects=None)


def days_moved(request: HttpRequest, grant: Grant) -> None:
    """Whoever gave the grant other days is told of whom something lies outside them now."""
    number = participants_asked_for(grant, Asked(lacks="days")).count()
    if number:
        told = ngettext(
            "Of %(number)s participant something lies outside the days of the grant now. The register shows of whom.",
            "Of %(number)s participants something lies outside the days of the grant now. The register shows of whom.",
            number,
        )
        messages.warning(request, told % {"number": count(number)})


def figures_follow_later(programme: Programme) -> None:
    """After many grants changed at once: counted from nothing, beside the pages."""
    count_programme.enqueue(programme.pk)
