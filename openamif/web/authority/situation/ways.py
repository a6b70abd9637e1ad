"""From a figure by region, age or sex to what it is made of, and what such an address asks for."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from openamif.reports.states import AgeGroup, SexGroup
from openamif.web import maps
from openamif.web.authority.situation.charts import NOWHERE
from openamif.web.doors import found_or_404
from openamif.web.labels import AGE_GROUPS, SEX_GROUPS


def asking(page: str, asked: Mapping[str, str | int | None]) -> str:
    """The address of a page with what is asked of it besides; what is blank is not."""
    query = urlencode({key: value for key, value in asked.items() if value})
    return f"{page}{'&' if '?' in page else '?'}{query}" if query else page


def to_region(page: str, region: str) -> str:
    """The page of an indicator, with the grants of a region alone."""
    return asking(page, {"region": region})


def to_persons(page: str, age: str, sex: str) -> str:
    """The page of what counts, with persons of an age group and a sex alone; blank: of any."""
    return asking(page, {"age": age, "sex": sex})


def region_asked(request: HttpRequest) -> str:
    """A region of NUTS 2, ``NOWHERE``, or nothing; there is no page of another."""
    region = request.GET.get("region", "")
    return found_or_404(region if region in ("", *maps.regions(), NOWHERE) else None)


def persons_asked(request: HttpRequest) -> tuple[str, str]:
    """An age group and a sex, each blank where the address names none; there is no page of another."""
    age, sex = request.GET.get("age", ""), request.GET.get("sex", "")
    is_known = age in ("", *AgeGroup) and sex in ("", *SexGroup)
    return found_or_404((age, sex) if is_known else None)


def region_in_words(region: str, period: str) -> str:
    """Which grants are listed; nothing where all are."""
    if not region:
        return ""
    if region == NOWHERE:
        return _("Only the grants of more than one region, or of none.")
    return _("Only the grants of this region: %(region)s.") % {"region": maps.region(region, 0, period).name}


def persons_in_words(alike: tuple[str, str]) -> str:
    """Who is listed; nothing where everybody is."""
    age, sex = alike
    sexes = {**SEX_GROUPS, SexGroup.UNKNOWN: _("Sex not known")}
    ages = {**AGE_GROUPS, AgeGroup.UNKNOWN: _("Age not known")}
    said = [str(words[group]) for words, group in ((sexes, sex), (ages, age)) if group]
    return _("Only these: %(persons)s.") % {"persons": ", ".join(said)} if said else ""
