"""A document and its rows are one another's inverse, and one changed field is one changed place."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openamif.programmes.actions.revise_version import write_content
from openamif.programmes.models import Version
from openamif.programmes.models.document import document_from, places_of, rows_of, sections_of, within_part
from openamif.programmes.queries import content_of
from openamif.rules.national_programme.changes import changes
from openamif.sfc import programme_2014 as sfc
from openamif.web.places import PAGES, place_words
from tests.factories.programmes import SMALL
from tests.programmes.bare import bare_version
from tests.programmes.full import FULL, carried_out_by, with_national
from tests.sfc.programmes import programmes

quickly = settings(max_examples=15, suppress_health_check=list(HealthCheck))


def through_rows(document: sfc.Programme) -> sfc.Programme:
    return document_from(rows_of(document), language=document.language)


# Rows and document.


@quickly
@given(programmes)
def test_document_from_its_rows_is_the_document(document):
    assert through_rows(document) == document


def test_document_of_the_tests_has_something_everywhere():
    assert through_rows(FULL) == FULL
    assert all(rows_of(FULL).values())
    assert [field.name for field in fields(FULL) if not getattr(FULL, field.name)] == []


def without_negative_plan(document: sfc.Programme) -> sfc.Programme:
    """As the database holds it: amounts below zero are for special cases alone."""

    def above(amount):
        return None if amount is None else abs(amount)

    return replace(
        document,
        financial_plan={line: above(amount) for line, amount in document.financial_plan.items()},
        annual_commitments={
            line: sfc.YearlyAmounts(tuple(map(above, row.by_year)), above(row.total))
            for line, row in document.annual_commitments.items()
        },
    )


@pytest.mark.django_db
@settings(quickly, max_examples=3)
@given(programmes.map(without_negative_plan))
def test_document_comes_back_from_the_database(document):
    version = Version.objects.first() or bare_version()
    version.language = document.language
    write_content(version, document)
    assert content_of(version).document == document


@pytest.mark.django_db
def test_document_written_over_another_leaves_nothing_of_it():
    version = bare_version()
    write_content(version, FULL)
    write_content(version, SMALL)
    assert content_of(version).document == SMALL


@pytest.mark.django_db
def test_document_keeps_the_order_of_its_rows():
    version = bare_version()
    turned = replace(
        FULL,
        indicators=FULL.indicators[::-1],
        timetable=FULL.timetable[::-1],
        documents=FULL.documents[::-1],
        transfers=FULL.transfers[::-1],
        partnership=dict(reversed(FULL.partnership.items())),
        financial_plan=dict(reversed(FULL.financial_plan.items())),
    )
    write_content(version, turned)
    found = content_of(version).document
    assert found == turned
    for name in ("partnership", "financial_plan", "special_cases", "annual_commitments"):
        assert list(getattr(found, name)) == list(getattr(turned, name))


def test_positions_count_each_kind_from_nought():
    for rows in rows_of(FULL).values():
        tables = {getattr(row, "table", "") for row in rows if type(row).__name__ == "Pledge"} or {None}
        for table in tables:
            positions = [row.position for row in rows if table is None or row.table == table]
            assert positions == list(range(len(positions)))


def test_sections_of_are_in_the_order_of_the_form():
    assert list(sections_of(SMALL)) == [
        "summary",
        "baseline",
        "objectives.SO1.strategy",
        "objectives.SO1.NO1.introduction",
        "objectives.SO1.NO2.introduction",
        "objectives.SO2.strategy",
        "objectives.SO2.NO2.introduction",
        "objectives.SO3.strategy",
        "objectives.SO3.NO1.introduction",
        "objectives.SO3.NO2.introduction",
        "objectives.SO3.SA5.text",
        "resettlement_justification",
        *(f"partnership.{number}" for number in ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7.2", "6.7.1")),
        "share_deviation",
    ]


# Places.


def first(name: str, /, **values):
    """The document with its first row of a table changed."""
    head, *tail = getattr(FULL, name)
    return replace(FULL, **{name: (replace(head, **values), *tail)})


def in_national(code: str, **values):
    return with_national(FULL, lambda national: replace(national, **values) if national.code == code else national)


def in_action(number: int, **values):
    return with_national(
        FULL,
        lambda national: replace(
            national,
            actions=tuple(replace(each, **values) if each.number == number else each for each in national.actions),
        ),
    )


def in_objective(code: str, **values):
    objectives = tuple(replace(each, **values) if each.code == code else each for each in FULL.objectives)
    return replace(FULL, objectives=objectives)


def in_table(name: str, line: str, /, **values):
    table = getattr(FULL, name)
    return replace(FULL, **{name: {**table, line: replace(table[line], **values)}})


OTHER = ("Otherwise.",)
YEARLY = (Decimal("7.00"), *FULL.special_cases["transfer"].by_year[1:])
COMMITTED = FULL.annual_commitments["total"].by_year
ONE_FIELD = {
    "summary": replace(FULL, summary=OTHER),
    "baseline": replace(FULL, baseline=()),
    "objectives.SO1.strategy": in_objective("SO1", strategy=OTHER),
    "objectives.SO2.NO2.introduction": in_national("SO2.NO2", introduction=OTHER),
    "objectives.SO3.SA5.text": in_objective("SO3", specific_actions=(sfc.SpecificAction("SO3.SA5", OTHER),)),
    "actions.2.qualifier": carried_out_by(FULL, 2, "FL"),
    "actions.1.title": in_action(1, title="Otherwise"),
    "actions.3.description": in_action(3, description=OTHER),
    "actions.4.examples": in_action(4, examples=()),
    "actions.5.desired_results": in_action(5, desired_results=OTHER),
    "timetable.SO1.NO1.1.name": first("timetable", name="Otherwise"),
    "timetable.SO1.NO1.1.planning": first("timetable", planning=None),
    "timetable.SO1.NO1.1.implementation": first("timetable", implementation=2016),
    "timetable.SO1.NO1.1.closing": first("timetable", closing=2021),
    "resettlement_justification": replace(FULL, resettlement_justification=OTHER),
    "resettlement.syrians_region.2014-2015": first("resettlement", persons=(21, 20, 20)),
    "resettlement.syrians_region.2018-2020": first("resettlement", persons=(20, 20, None)),
    "resettlement_totals.union_priorities.2016-2017": replace(
        FULL, resettlement_totals=sfc.ResettlementTotals((20, 21, 20), (20, 20, 20))
    ),
    "resettlement_totals.grand_total.2014-2015": replace(
        FULL, resettlement_totals=sfc.ResettlementTotals((20, 20, 20), (21, 20, 20))
    ),
    "transfers.1.kind": first("transfers", kind="relocation_2015_1601"),
    "transfers.1.from_country": first("transfers", from_country="IT"),
    "transfers.1.to_country": first("transfers", to_country=None),
    "transfers.1.2014-2015": first("transfers", persons=(None, None, None)),
    "turkey.1.2016-2017": first("turkey", persons=(None, 6, 6)),
    "indicators.SO1.C1.name": first("indicators", name="Otherwise"),
    "indicators.SO1.C1.unit": first("indicators", unit="percent"),
    "indicators.SO1.C1.baseline": first("indicators", baseline=None),
    "indicators.SO1.C1.target": first("indicators", target=Decimal("4000.50")),
    "indicators.SO1.C1.source": first("indicators", source=""),
    "partnership.6.3": replace(FULL, partnership={**FULL.partnership, "6.3": OTHER}),
    "partnership.6.7.2": replace(FULL, partnership={**FULL.partnership, "6.7.2": OTHER}),
    "partnership.6.7.1": replace(FULL, beneficiary_types=OTHER),
    "financial_plan.SO2.NO2": replace(FULL, financial_plan={**FULL.financial_plan, "SO2.NO2": Decimal("1.00")}),
    "financial_plan.SO2.SA": replace(FULL, financial_plan={**FULL.financial_plan, "SO2.SA": None}),
    "special_cases.transfer.2014": in_table("special_cases", "transfer", by_year=YEARLY),
    "special_cases.transfer.total": in_table("special_cases", "transfer", total=Decimal("7.00")),
    "annual_commitments.total.2014": in_table("annual_commitments", "total", by_year=(None, *COMMITTED[1:])),
    "annual_commitments.total.total": in_table("annual_commitments", "total", total=None),
    "share_deviation": replace(FULL, share_deviation=()),
    "documents.1.title": first("documents", title="Otherwise"),
    "documents.1.kind": first("documents", kind=""),
    "documents.1.dated_on": first("documents", dated_on=date(2020, 5, 3)),
    "documents.1.local_reference": first("documents", local_reference="L-2"),
    "documents.1.commission_reference": first("documents", commission_reference=""),
    "documents.1.files": first("documents", files="other.pdf"),
    "documents.1.sent_on": first("documents", sent_on=None),
    "documents.1.sent_by": first("documents", sent_by="A. Nother"),
    "validation.1": first("validation", message="Otherwise."),
}


@pytest.mark.parametrize("place", ONE_FIELD)
def test_places_of_documents_that_differ_in_one_field_differ_in_that_place(place):
    before, after = places_of(FULL), places_of(ONE_FIELD[place])
    assert [change.place for change in changes(before, after)] == [place]
    assert through_rows(ONE_FIELD[place]) == ONE_FIELD[place]


def test_every_kind_of_field_was_tried():
    """Whoever adds a field to the document adds it here; the keys of rows are no fields, nor what the version says."""
    keys = {
        ("language",),
        ("fund",),
        ("period",),
        ("objectives", "code"),
        ("objectives", "national_objectives", "code"),
        ("objectives", "national_objectives", "actions", "number"),
        ("objectives", "specific_actions"),
        ("objectives", "specific_actions", "code"),
        ("timetable", "objective"),
        ("timetable", "number"),
        ("resettlement", "category"),
        ("indicators", "code"),
        ("validation", "code"),
        ("validation", "severity"),
    }
    tried = set()
    for changed in ONE_FIELD.values():
        before, after = list(paths(FULL)), list(paths(changed))
        tried |= {path for path, _value in set(after) ^ set(before)}
    assert {path for path, _value in paths(FULL)} - keys - tried == set()


def paths(value, path: tuple = ()):
    """Every field with its value, for comparison."""
    if is_dataclass(value):
        for each in fields(value):
            yield from paths(getattr(value, each.name), (*path, each.name))
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for number, each in enumerate(value):
            for inner, leaf in paths(each, path):
                yield inner, f"{number} {leaf}"
    elif isinstance(value, dict):
        for key, each in value.items():
            for inner, leaf in paths(each, path):
                yield inner, f"{key} {leaf}"
    else:
        yield path, repr(value)


@quickly
@given(programmes)
def test_places_of_a_document_against_itself_do_not_differ(document):
    assert changes(places_of(document), places_of(through_rows(document))) == ()


@pytest.mark.parametrize("place", ONE_FIELD)
def test_places_have_a_page_and_words(place):
    assert place.partition(".")[0] in PAGES
    words = place_words(place, "2014-2020")
    assert words
    assert "_" not in words


# A part of the programme.

CODES = ("SO1", "SO1.NO1", "SO1.NO2", "SO2", "SO2.NO2", "SO3", "SO3.NO1", "SO3.NO2", "SO3.SA5")


def marked() -> sfc.Programme:
    """The document with every text saying of which objective it is: `of the whole` if it is of none."""
    whole = ("of the whole",)

    def national(each):
        said = (f"of {each.code}",)
        actions = tuple(sfc.Action(action.number, said[0], said, said, said, said[0]) for action in each.actions)
        return replace(each, introduction=said, actions=actions)

    return replace(
        FULL,
        summary=whole,
        baseline=whole,
        objectives=tuple(
            replace(
                each,
                strategy=(f"of {each.code}",),
                national_objectives=tuple(map(national, each.national_objectives)),
                specific_actions=tuple(replace(one, text=(f"of {one.code}",)) for one in each.specific_actions),
            )
            for each in FULL.objectives
        ),
        timetable=tuple(replace(row, name=f"of {row.objective}") for row in FULL.timetable),
        resettlement_justification=whole,
        indicators=tuple(
            replace(row, name=f"of {row.code.partition('.')[0]}", source=f"of {row.code.partition('.')[0]}")
            for row in FULL.indicators
        ),
        partnership=dict.fromkeys(FULL.partnership, whole),
        beneficiary_types=whole,
        share_deviation=whole,
    )


def told_in(document: sfc.Programme) -> set[str]:
    """Of which objectives any text of the document tells, or `the whole`."""
    texts = [str(value).partition("\n")[0] for value in places_of(document).values()]
    return {text.removeprefix("of ") for text in texts if text.startswith("of ")}


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (("SO2.NO2",), {"SO2", "SO2.NO2"}),
        (("SO3.SA5",), {"SO3", "SO3.SA5"}),
        (("SO3",), {"SO3", "SO3.NO1", "SO3.NO2", "SO3.SA5"}),
        (("SO1.NO1", "SO2"), {"SO1", "SO1.NO1", "SO2", "SO2.NO2"}),
        (("SO4",), set()),
        ((), set()),
    ],
)
def test_within_part_tells_nothing_of_other_parts(part, told):
    assert told_in(within_part(marked(), part)) == told


def test_within_part_none_is_the_whole():
    assert within_part(FULL, None) is FULL
    assert told_in(within_part(marked(), None)) == {"the whole", *CODES}


@given(st.lists(st.sampled_from(CODES), max_size=3, unique=True).map(tuple))
def test_within_part_figures_are_those_of_the_part_alone(part):
    document = within_part(FULL, part)
    allowed = [code for code in CODES if any(code == each or code.startswith(each + ".") for each in part)]
    lines = [line for line, amount in document.financial_plan.items() if amount is not None]
    assert all(any(line == code for code in allowed) for line in lines)
    assert {row.objective for row in document.timetable} <= set(allowed)
    assert {row.code.partition(".")[0] for row in document.indicators} <= {each[:3] for each in part}
    empty = ("resettlement", "transfers", "turkey", "special_cases", "annual_commitments", "documents", "validation")
    assert [name for name in empty if getattr(document, name)] == []
    assert document.resettlement_totals == sfc.ResettlementTotals()
