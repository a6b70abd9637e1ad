"""The figures of an adopted programme for everyone, small numbers hidden: those that were published last."""

from collections.abc import Mapping
from datetime import timedelta

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.web.doors import open_to_all
from openamif.web.exports.situation import FORMS, made, respond
from openamif.web.exports.situation.published import published_source
from openamif.web.public.downloads import Download
from openamif.web.public.shown import Shown, shown

NAME = "figures"
KEPT_FOR = timedelta(days=1)
PURPOSES: Mapping[str, Promise] = {
    "xlsx": _("indicators, age and sex, regions, each on a sheet of its own"),
    "csv": _("a figure a row, for any program that reads tables"),
    "json": _("for programs: what is hidden is null"),
}


def figure_files(of: Shown, published: frozenset[int]) -> list[Download]:
    """The files; none where no figures were published yet (``published``: keys of programmes)."""
    if of.programme.pk not in published:
        return []
    return [
        Download(str(FORMS[form]), str(purpose), form.upper(), reverse("public:figures", args=[of.programme.pk, form]))
        for form, purpose in PURPOSES.items()
    ]


@open_to_all
def figures(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The figures published last in that form; 404 for another form, and where there are none."""
    programme = shown(pk, on=timezone.localdate()).programme
    source = published_source(programme)
    if form not in PURPOSES or source is None:
        raise Http404
    # To prove that nothing is given away takes its time: no visitor makes the site prove it again and again.
    key = f"public-figures:{programme.pk}:{form}:{source.language}:{source.on.isoformat()}"
    content = cache.get_or_set(key, lambda: made(source, NAME, form), KEPT_FOR.total_seconds())
    return respond(source, NAME, form, content)
