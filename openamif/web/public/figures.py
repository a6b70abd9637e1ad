"""The figures of an adopted programme for everyone, small numbers hidden: the same files all day long."""

from collections.abc import Mapping
from datetime import timedelta

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.reports.queries.overview import programmes_with_figures
from openamif.reports.queries.reach import whole_of
from openamif.web.doors import open_to_all
from openamif.web.exports.situation import FORMS, SituationSource, made, respond
from openamif.web.official import reader_language
from openamif.web.public.downloads import Download
from openamif.web.public.shown import Shown, shown

NAME = "figures"
KEPT_FOR = timedelta(days=1)
PURPOSES: Mapping[str, Promise] = {
    "xlsx": _("indicators, age and sex, regions, each on a sheet of its own"),
    "csv": _("a figure a row, for any program that reads tables"),
    "json": _("for programs: what is hidden is null"),
}


def figure_files(of: Shown, with_figures: frozenset[int]) -> list[Download]:
    """The files; none where nothing was counted or declared yet (``with_figures``: keys of programmes)."""
    if of.programme.pk not in with_figures:
        return []
    return [
        Download(str(FORMS[form]), str(purpose), form.upper(), reverse("public:figures", args=[of.programme.pk, form]))
        for form, purpose in PURPOSES.items()
    ]


@open_to_all
def figures(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The figures of the day in that form; 404 for another form, and where there are none."""
    on, language = timezone.localdate(), reader_language()
    programme = shown(pk, on=on).programme
    if form not in PURPOSES or programme.pk not in programmes_with_figures():
        raise Http404
    source = SituationSource(programme, whole_of(programme), on, language)
    # To prove that nothing is given away takes its time: no visitor makes the site prove it again and again.
    key = f"public-figures:{programme.pk}:{form}:{language}:{on.isoformat()}"
    content = cache.get_or_set(key, lambda: made(source, NAME, form), KEPT_FOR.total_seconds())
    return respond(source, NAME, form, content)
