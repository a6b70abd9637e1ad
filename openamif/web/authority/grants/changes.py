"""What a file would change in a grant, in her words: choices by label, days and figures as she writes."""

from collections.abc import Iterable
from decimal import Decimal
from functools import singledispatch

from django.utils.translation import gettext as _

from openamif.grants.facts import AmendmentContent, Change, ContractContent
from openamif.web.authority.differences import written
from openamif.web.authority.grants.labels import CHOSEN, CONTRACT_LEVELS, annex_iv_label, place_words
from openamif.web.components import formats


def fields_changed(changes: Iterable[Change], period: str) -> list[dict[str, str]]:
    """Which fields differ and how, as the page draws it."""
    return [
        {"name": place_words(place, period), "before": shown(place, before), "after": shown(place, after)}
        for place, before, after in changes
    ]


def shown(place: str, value: object) -> str:
    """A value of a change of that place; empty where there is none."""
    head = place.partition(".")[0]
    if head in CHOSEN:
        return str(CHOSEN[head].get(str(value), value))
    if head == "annex_iv_action":
        return annex_iv_label(str(value or ""))
    if isinstance(value, Decimal) and head.startswith("targets"):
        return formats.count(value)
    return in_words(value)


@singledispatch
def in_words(value: object) -> str:
    """A value by what it is."""
    return written(value)


@in_words.register
def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


@in_words.register
def _listed(value: tuple) -> str:  # type: ignore[type-arg]
    return formats.listed(value)


@in_words.register
def _contract(value: ContractContent) -> str:
    party = " ".join(filter(None, (value.party, value.party_number)))
    said = (CONTRACT_LEVELS[value.level], value.name, party, formats.day(value.signed_on), formats.euros(value.amount))
    return " · ".join(map(str, said))


@in_words.register
def _amendment(value: AmendmentContent) -> str:
    return f"{formats.day(value.signed_on)} · {value.what}"
