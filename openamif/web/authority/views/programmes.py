"""The list of programmes and what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openamif.people.policy import is_known
from openamif.people.queries import holdings
from openamif.programmes.queries import programmes_for_list
from openamif.web.doors import guarded_by


@guarded_by(is_known)
def home(request: HttpRequest) -> HttpResponse:
    """The programmes she works in."""
    return render(request, "authority/home.html", {"programmes": list(programmes_for_list(holdings(request.user)))})
