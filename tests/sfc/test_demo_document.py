"""The demonstration's document: the figures of the exported programme, in words of our own."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from openamif.sfc.programme_2014 import Programme
from openamif.sfc.reader_2014 import read
from openamif.sfc.writer_2014 import write

LONGEST_RUN = 7


def prose(programme: Programme) -> Iterator[str]:
    """Every text that is not a label, code or message of the form."""
    yield from programme.summary + programme.baseline + programme.resettlement_justification
    for objective in programme.objectives:
        yield from objective.strategy
        for national in objective.national_objectives:
            yield from national.introduction
            for action in national.actions:
                yield action.title
                yield from action.description + action.examples + action.desired_results
        for specific in objective.specific_actions:
            yield from specific.text
    for row in programme.timetable:
        yield row.name
    for texts in programme.partnership.values():
        yield from texts


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_the_demonstration_is_in_the_form_that_the_writer_writes(demo_text: str):
    assert write(read(demo_text).programme) == demo_text


def test_the_demonstration_is_complete(demo_text: str):
    programme = read(demo_text).programme
    actions = [a for objective in programme.objectives for n in objective.national_objectives for a in n.actions]
    assert len(actions) == 21
    assert all(action.desired_results for action in actions)
    assert all(programme.partnership.values())


@pytest.mark.parametrize(
    "quoted",
    [
        *("32%", "29,5%", "32,5 %", "6 %", "1450 persons", "20.854", "387.736.961", "250 in 2020"),
        *("4.9 million", "4.5 million", "4.2 million", "(115\u00a0379\u00a0784,00)", "(100\u00a0817\u00a0784,00)"),
        *("May 2013", "05/02/2014", "27 September 2014"),
    ],
)
def test_the_demonstration_quotes_what_the_rules_check(demo_text: str, quoted: str):
    assert quoted in demo_text


def test_the_demonstration_has_the_exported_figures(demo_text: str, seed_text: str):
    demo, seed = read(demo_text).programme, read(seed_text).programme
    for part in ("financial_plan", "special_cases", "annual_commitments", "indicators", "transfers", "turkey"):
        assert getattr(demo, part) == getattr(seed, part)
    assert (demo.resettlement, demo.resettlement_totals) == (seed.resettlement, seed.resettlement_totals)
    assert demo.beneficiary_types == seed.beneficiary_types
    assert [replace(row, name="") for row in demo.timetable] == [replace(row, name="") for row in seed.timetable]
    assert [(one.severity, one.code) for one in demo.validation] == [
        (one.severity, one.code) for one in seed.validation
    ]


def test_the_demonstration_is_in_words_of_its_own(demo_text: str, seed_text: str):
    exported = runs(seed_text, LONGEST_RUN + 1)
    for paragraph in prose(read(demo_text).programme):
        assert not runs(paragraph, LONGEST_RUN + 1) & exported, paragraph
