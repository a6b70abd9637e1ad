"""The coverage of a year as the page draws it: the share, the mark of the law, what is missing."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openamif.rules.verification import Coverage, coverage_finding
from openamif.web.components import formats
from openamif.web.components.shapes import Badge
from openamif.web.components.tags.figures import plain
from openamif.web.explaining import explained

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Places on the bar in percent of its width; words beside it."""

    figure: str
    counted: str
    width: str
    mark: str
    mark_words: str
    mark_is_far: bool
    badge: Badge
    sentence: str
    article: str
    is_below: bool


def drawn(coverage: Coverage, period: str) -> Drawn:
    """For the page of a programme."""
    told = explained(coverage_finding(coverage, period=period), period)
    rate, minimum = coverage.rate or Decimal(0), coverage.minimum
    counted = ngettext("%(checked)s of %(count)s grant", "%(checked)s of %(count)s grants", coverage.count)
    return Drawn(
        figure=formats.share(rate, 1),
        counted=counted % {"checked": formats.count(len(coverage.checked)), "count": formats.count(coverage.count)},
        width=plain(min(rate, FULL)),
        mark="" if minimum is None else plain(minimum),
        mark_words="" if minimum is None else _("%(rate)s asked for") % {"rate": formats.share(minimum, 0)},
        mark_is_far=minimum is not None and minimum > FULL / 2,
        badge=badge_of(coverage),
        sentence=str(told.sentence),
        article=told.article,
        is_below=coverage.missing > 0,
    )


def badge_of(coverage: Coverage) -> Badge:
    """Whether it is enough, in a word."""
    if not coverage.count:
        return Badge(_("Nothing to check"), "idle")
    if coverage.required is None:
        return Badge(_("No share asked for"), "idle")
    if coverage.missing == 0:
        return Badge(_("Reached"), "good")
    words = ngettext("%(count)s missing", "%(count)s missing", coverage.missing) % {"count": coverage.missing}
    return Badge(words, "bad" if coverage.is_over else "wait")
