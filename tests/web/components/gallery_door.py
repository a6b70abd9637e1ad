"""The gallery, the pages of errors and the public frame, open to the tests."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from openamif.web.components.views import gallery


@login_not_required
def page(request: HttpRequest, template: str) -> HttpResponse:
    """A template by itself."""
    return render(request, template)


@login_not_required
def opened(request: HttpRequest) -> Any:
    """The gallery without its guard."""
    return getattr(gallery, "__wrapped__", gallery)(request)


urlpatterns = [
    path("gallery/", opened, name="gallery"),
    path("page/<str:template>", page),
    path("language/", include("django.conf.urls.i18n")),
]
