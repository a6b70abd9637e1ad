"""The pages of the public door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openamif.programmes.queries import adopted_programmes
from openamif.web.doors import open_to_all


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """What the fund does in this country."""
    return render(request, "public/home.html", {"programmes": list(adopted_programmes())})
