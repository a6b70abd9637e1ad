"""Reading the site in another language."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from openamif.people.actions.choose_language import choose_language
from openamif.web.doors import open_to_all


@open_to_all
@require_POST
def change_language(request: HttpRequest) -> HttpResponse:
    """From now on, and for someone logged in on every other screen of hers too."""
    if request.user.is_authenticated:
        choose_language(request.user, language=request.POST.get("language", ""))
    return set_language(request)
