"""Hypothesis strategies for national programmes 2014-2020 that the form can hold."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from openamif.sfc.blocks_2014 import ACTION
from openamif.sfc.countries import COUNTRIES
from openamif.sfc.labels_2014 import (
    COMMITMENTS,
    HEADINGS,
    INDICATORS,
    LANGUAGES,
    LEVELS,
    OBJECTIVES,
    PLAN_ROWS,
    RESETTLEMENT,
    SPECIAL_CASES,
    TRANSFERS,
)
from openamif.sfc.labels_2014_tables import EXAMPLE_HEADINGS, RESULT_HEADINGS, objective_label
from openamif.sfc.lines import fold
from openamif.sfc.programme_2014 import (
    Action,
    AttachedDocument,
    IndicatorTarget,
    NationalObjective,
    Programme,
    ResettlementPledge,
    ResettlementTotals,
    SpecificAction,
    SpecificObjective,
    TimetableRow,
    TransferPledge,
    TurkeyPledge,
    ValidationMessage,
    YearlyAmounts,
)

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDÉéàœßñ0123456789.,;:!?()[]{}«»“”’'\"/%€+*=&#@<>_|~–·• \u00a0\u202fΩж中"

STRUCTURE = frozenset(
    {
        *(fold(label) for language in LANGUAGES for label in HEADINGS[language].values()),
        *(fold(label) for language in LANGUAGES for label in LEVELS[language].values()),
        *(fold(objective_label(code, language)) for language in LANGUAGES for code in OBJECTIVES[language]),
        *EXAMPLE_HEADINGS,
        *RESULT_HEADINGS,
    }
)


def is_plain(text: str) -> bool:
    """The line cannot be taken for a heading of the form."""
    return bool(text) and fold(text) not in STRUCTURE and not ACTION.fullmatch(text)


words = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(is_plain)
short = st.text(LETTERS, max_size=20).map(str.strip)
paragraphs = st.lists(words, max_size=4).map(tuple)
items = st.lists(words.filter(lambda text: text[0] not in "·•▪*–-"), max_size=3).map(tuple)
amounts = st.none() | st.decimals("-999999999.99", "999999999.99", places=2)
counts = st.none() | st.integers(-99_999, 9_999_999)
years = st.none() | st.integers(2014, 2022)
persons = st.tuples(counts, counts, counts)
days = st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31))
yearly = st.builds(YearlyAmounts, st.tuples(*[amounts] * 7), amounts)


def codes(objective: str, level: str) -> st.SearchStrategy[list[str]]:
    """Some of the codes of a level, in the plan's order."""
    known = [code for code in OBJECTIVES["en"] if code.startswith(f"{objective}.{level}")]
    return st.lists(st.sampled_from(known), unique=True).map(sorted) if known else st.just([])


@st.composite
def objectives(draw: st.DrawFn) -> tuple[SpecificObjective, ...]:
    number = 0
    drawn = []
    for objective in draw(st.sampled_from((("SO1",), ("SO1", "SO2", "SO3"), ("SO1", "SO2", "SO3", "SO4")))):
        nationals = []
        for code in draw(codes(objective, "NO")):
            actions = []
            for _ in range(draw(st.integers(0, 2))):
                number += 1
                qualifier = draw(st.sampled_from(("", "federal", "FL")))
                told = Action(number, draw(words), draw(paragraphs), draw(items), draw(items), qualifier)
                actions.append(told)
            nationals.append(NationalObjective(code, draw(paragraphs), tuple(actions)))
        specific = [SpecificAction(code, draw(paragraphs)) for code in draw(codes(objective, "SA"))]
        drawn.append(SpecificObjective(objective, draw(paragraphs), tuple(nationals), tuple(specific)))
    return tuple(drawn)


@st.composite
def indicators(draw: st.DrawFn) -> tuple[IndicatorTarget, ...]:
    chosen = ("SO1", "SO2", "SO3", *(("SO4",) if draw(st.booleans()) else ()))
    units = st.sampled_from(("number", "percent"))
    return tuple(
        IndicatorTarget(f"{objective}.{code}", draw(words), draw(units), draw(amounts), draw(amounts), draw(short))
        for objective in chosen
        for code in INDICATORS[objective]
    )


rows = st.builds(
    TimetableRow,
    st.sampled_from([code for code in OBJECTIVES["en"] if "." in code]),
    st.integers(1, 9),
    short,
    years,
    years,
    years,
)
states = st.none() | st.sampled_from(sorted(COUNTRIES["en"]))
transfers = st.builds(TransferPledge, st.sampled_from(sorted(TRANSFERS["en"])), states, states, persons)
pledges = st.builds(ResettlementPledge, st.sampled_from(sorted(RESETTLEMENT["en"])), persons)
documents = st.builds(AttachedDocument, short, short, days, short, short, short, days, short)
messages = st.builds(ValidationMessage, st.sampled_from(("info", "warning", "error")), short, short)


def several(strategy: st.SearchStrategy, *key: str) -> st.SearchStrategy:
    """A few, none with the same key twice."""
    return st.lists(strategy, max_size=4, unique_by=lambda one: tuple(getattr(one, name) for name in key)).map(tuple)


def table(keys: object, cells: st.SearchStrategy) -> st.SearchStrategy[dict]:
    """Every row of a table."""
    return st.fixed_dictionaries(dict.fromkeys(keys, cells))


programmes = st.builds(
    Programme,
    language=st.sampled_from(("fr", "en")),
    summary=paragraphs,
    baseline=paragraphs,
    objectives=objectives(),
    timetable=several(rows, "objective", "number"),
    resettlement_justification=paragraphs,
    resettlement=several(pledges, "category"),
    resettlement_totals=st.builds(ResettlementTotals, persons, persons),
    transfers=several(transfers, "kind", "from_country", "to_country"),
    turkey=st.just(())
    | persons.filter(lambda told: told != (None, None, None)).map(lambda told: (TurkeyPledge(told),)),
    indicators=indicators(),
    partnership=table(("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7.2"), paragraphs),
    beneficiary_types=st.lists(words, max_size=5).map(tuple),
    financial_plan=table(PLAN_ROWS, amounts),
    special_cases=table(SPECIAL_CASES["en"], yearly),
    annual_commitments=table(COMMITMENTS["en"], yearly),
    share_deviation=paragraphs,
    documents=st.lists(documents, max_size=2).map(tuple),
    validation=st.lists(messages, max_size=3).map(tuple),
)


def smallest(**changes: object) -> Programme:
    """A programme with every row of the form and no text, with some fields changed."""
    empty = YearlyAmounts((None,) * 7, None)
    fields: dict = {
        "language": "en",
        "summary": (),
        "baseline": (),
        "objectives": tuple(SpecificObjective(code) for code in ("SO1", "SO2", "SO3")),
        "timetable": (),
        "resettlement_justification": (),
        "resettlement": (),
        "resettlement_totals": ResettlementTotals(),
        "transfers": (),
        "turkey": (),
        "indicators": tuple(
            IndicatorTarget(f"{objective}.{code}", "Persons", "number", Decimal(0), Decimal(5), "Reports")
            for objective in ("SO1", "SO2", "SO3")
            for code in INDICATORS[objective]
        ),
        "partnership": dict.fromkeys(("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7.2"), ()),
        "beneficiary_types": (),
        "financial_plan": dict.fromkeys(PLAN_ROWS),
        "special_cases": dict.fromkeys(SPECIAL_CASES["en"], empty),
        "annual_commitments": dict.fromkeys(COMMITMENTS["en"], empty),
    }
    return Programme(**{**fields, **changes})
