"""The figures of an adopted programme for everyone, small numbers hidden: the same files all day long."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from typing import cast

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openamif.reports.queries.breakdowns import by_region
from openamif.reports.queries.overview import Standing, programmes_with_figures
from openamif.reports.queries.reach import whole_of
from openamif.rules.indicators.rule import PERSONS
from openamif.web.doors import open_to_all
from openamif.web.exports.situation import FORMS, SituationSource, made, respond
from openamif.web.official import reader_language
from openamif.web.public.downloads import Download
from openamif.web.public.shown import Shown, shown

NAME = "figures"
KEPT_FOR = timedelta(days=1)
DayFigures = tuple[tuple[Standing, ...], dict[str, dict[str, int]]]
"""The indicators, and those of persons by region."""
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


class OfTheDay(SituationSource):
    """The figures as the first file of the day had them: two of different minutes would tell what each hides."""

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every indicator that there was anything to say of."""
        return self._figures[0]

    def regions(self, code: str) -> dict[str, int]:
        """An indicator of persons by region of NUTS 2."""
        return self._figures[1][code]

    @cached_property
    def _figures(self) -> DayFigures:
        key = f"figures-of-the-day:{self.programme.pk}:{self.on.isoformat()}"
        return cast("DayFigures", cache.get_or_set(key, self._figures_now, KEPT_FOR.total_seconds()))

    def _figures_now(self) -> DayFigures:
        told = tuple(each for each in self.every_standing if each.is_told)
        return told, {each.code: by_region(self.reach, each.code) for each in told if each.counts == PERSONS}


@open_to_all
def figures(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The figures of the day in that form; 404 for another form, and where there are none."""
    on, language = timezone.localdate(), reader_language()
    programme = shown(pk, on=on).programme
    if form not in PURPOSES or programme.pk not in programmes_with_figures():
        raise Http404
    source = OfTheDay(programme, whole_of(programme), on, language)
    # To prove that nothing is given away takes its time: no visitor makes the site prove it again and again.
    key = f"public-figures:{programme.pk}:{form}:{language}:{on.isoformat()}"
    content = cache.get_or_set(key, lambda: made(source, NAME, form), KEPT_FOR.total_seconds())
    return respond(source, NAME, form, content)
