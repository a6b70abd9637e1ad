"""The words for findings, in plain English to be translated: no framework, so the command line shares them.

A door gives ``translate`` (its gettext) and ``show`` (name and value to text). What ``show`` may rely on: a name that
is or ends in ``rate`` is a percentage, ``value`` a number; other Decimals are EUR; ints are counts, ``bytes`` those of
a file; texts named ``row``, ``objective``, ``kind``, ``line``, ``role``, ``period``, ``place`` are codes, which the
door may replace by names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from openamif.rules.finding import Finding
from openamif.web.wording import (
    allocation,
    form,
    grants,
    programme_2021,
    prose,
    register,
    reports,
    tables,
    values,
    verification,
)

Translate = Callable[[str], str]
Show = Callable[[str, object], str]

TITLES: dict[str, str] = {
    **allocation.TITLES,
    **form.TITLES,
    **tables.TITLES,
    **prose.TITLES,
    **grants.TITLES,
    **reports.TITLES,
    **register.TITLES,
    **verification.TITLES,
    **values.TITLES,
}
SENTENCES: dict[tuple[str, str], tuple[str, str]] = {
    **allocation.SENTENCES,
    **form.SENTENCES,
    **tables.SENTENCES,
    **prose.SENTENCES,
    **grants.SENTENCES,
    **programme_2021.SENTENCES,
    **reports.SENTENCES,
    **register.SENTENCES,
    **verification.SENTENCES,
    **values.SENTENCES,
}
"""Rule and variant → the sentence, and the equation that shows it (may be empty)."""
HELD: dict[tuple[str, str], tuple[str, str]] = {
    **allocation.HELD,
    **form.HELD,
    **tables.HELD,
    **prose.HELD,
    **programme_2021.HELD,
    **verification.HELD,
}
"""The same where it holds, for the variants that can hold and fail."""


@dataclass(frozen=True, slots=True)
class FindingText:
    """What a reader sees of a finding. ``equation`` is figures and signs only, empty where there is none."""

    title: str
    sentence: str
    equation: str


def finding_text(finding: Finding, translate: Translate, show: Show) -> FindingText:
    """The finding in the reader's words. Raises KeyError for a rule or variant without wording (a test forbids it)."""
    sentence, equation = _wording(finding)
    given = placeholders(finding, show)
    return FindingText(
        title=translate(_title(finding)),
        sentence=translate(sentence) % given,
        equation=equation % given,
    )


def placeholders(finding: Finding, show: Show) -> dict[str, str]:
    """``found_…``, ``expected_…``, ``part_…`` by name; ``found_rates``, ``expected_rates``: every share with its name;

    ``parts``: the terms added up; ``sign``: how the two sides compare; ``place``.
    """
    given = {f"found_{name}": show(name, value) for name, value in finding.found.items()}
    given |= {f"expected_{name}": show(name, value) for name, value in finding.expected.items()}
    given |= {f"part_{name}": show(name, value) for name, value in finding.parts}
    given |= {"found_rates": _rates(finding.found, show), "expected_rates": _rates(finding.expected, show)}
    return {
        **given,
        "parts": _added(finding, show),
        "sign": "=" if finding.holds else "≠",
        "place": show("place", finding.place),
    }


def _rates(named: dict[str, object], show: Show) -> str:
    shares = ((name.removesuffix("_rate"), name, value) for name, value in named.items() if name.endswith("_rate"))
    return ", ".join(f"{show('row', row)} {show(name, value)}" for row, name, value in shares)


def _added(finding: Finding, show: Show) -> str:
    text = ""
    for name, value in finding.parts:
        negative = isinstance(value, int | Decimal) and value < 0
        shown = show(name, -value if negative and isinstance(value, int | Decimal) else value)
        text += f" − {shown}" if negative else f" + {shown}" if text else shown
    return text.strip() or show("total", Decimal(0))


def _title(finding: Finding) -> str:
    """A programme of 2021-2027 and a report each have a P-01: the variant says which is meant."""
    is_of_programme = (finding.rule, finding.variant) in programme_2021.SENTENCES
    return (programme_2021.TITLES if is_of_programme else TITLES)[finding.rule]


def _wording(finding: Finding) -> tuple[str, str]:
    if finding.variant in form.EVERY_RULE:
        return form.EVERY_RULE[finding.variant], ""
    said = finding.rule, finding.variant
    return HELD[said] if finding.holds and said in HELD else SENTENCES[said]
