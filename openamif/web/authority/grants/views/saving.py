"""Views of the list of grants, kept under a name: saved and forgotten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openamif.grants import policy
from openamif.grants.actions.delete_view import delete_view
from openamif.grants.actions.save_view import save_view
from openamif.grants.queries import saved_views
from openamif.programmes.models import Programme
from openamif.web.authority.grants.small_forms import ViewForm
from openamif.web.authority.grants.subjects import reader_of
from openamif.web.authority.subjects import the_programme
from openamif.web.doors import guarded_by

LONGEST = 500
NOT_KEPT = ("page", "csrfmiddlewaretoken", "name")
USUAL_ORDER = "reference"


def list_of(programme: Programme) -> str:
    """The name of the list of a programme's grants among all lists."""
    return f"grants.{programme.pk}"


def kept_query(asked: QueryDict) -> str:
    """What is looked for, always written alike: no page, nothing empty, no usual order, by name of the field."""
    kept = {key: asked.getlist(key) for key in sorted(asked) if key not in NOT_KEPT and any(asked.getlist(key))}
    if kept.get("sort") == [USUAL_ORDER]:
        del kept["sort"]
    query = QueryDict(mutable=True)
    for key, values in kept.items():
        query.setlist(key, values)
    return query.urlencode()


def back_to_list(programme: Programme, query: str) -> HttpResponse:
    """To the list as it was."""
    return redirect(reverse("authority:grants", args=[programme.pk]) + (f"?{query}" if query else ""))


def asked_in(request: HttpRequest) -> str:
    """The query that a form sends along."""
    return kept_query(QueryDict(request.POST.get("query", "")[:LONGEST]))


@require_POST
@guarded_by(policy.can_see_grants, of=the_programme)
def save(request: HttpRequest, programme: Programme) -> HttpResponse:
    """What she looks for, under the name she gives it; the same name again replaces it."""
    form, query, reader = ViewForm(request.POST), asked_in(request), reader_of(request)
    if form.is_valid():
        name = form.cleaned_data["name"]
        is_known = name in {view.name for view in saved_views(reader, list_of(programme))}
        save_view(list_of(programme), name, query, by=reader)
        told = _("The view %(name)s now shows this.") if is_known else _("The view is saved.")
        messages.success(request, told % {"name": name})
    else:
        messages.error(request, _("Give the view a name of at most 60 signs."))
    return back_to_list(programme, query)


@require_POST
@guarded_by(policy.can_see_grants, of=the_programme)
def delete(request: HttpRequest, programme: Programme, view: int) -> HttpResponse:
    """One of her own; another's is left alone. What she looks for stays, so that she can save it again."""
    forgotten = delete_view(list_of(programme), view, by=reader_of(request))
    if forgotten:
        messages.success(request, _("The view %(name)s is forgotten.") % {"name": forgotten})
    return back_to_list(programme, asked_in(request))
