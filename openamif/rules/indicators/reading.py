"""Counting rules read from the law's data, or from what a programme says of an indicator of its own: strictly."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import cast

from openamif.law import codes
from openamif.law.loader import rule_rows
from openamif.rules.indicators import words
from openamif.rules.indicators.rule import ADDED, NAMED, PERSONS, PROJECTS, SHARE, THINGS, CountingRule

LISTS: Mapping[str, Collection[str]] = {
    "kinds": words.KINDS,
    "alongside": words.HAPPENINGS,
    "flags": words.OF_PERSON,
    "standings": words.STANDINGS,
    "outputs": words.OUTPUTS,
    "beneficiaries": words.BENEFICIARIES,
}
TEXTS = ("indicator", "version", "counts", "unit", "distinct", "day", "source")
MAY_SAY = {
    PERSONS: {"kinds", "alongside", "flags", "standings", "target_group"},
    THINGS: {"outputs", "how"},
    PROJECTS: {"beneficiaries", "intervention_fields"},
    SHARE: {"numerator", "outputs"},
}
MUST_SAY = {
    PERSONS: {"kinds"},
    THINGS: {"outputs", "how"},
    PROJECTS: {"beneficiaries"},
    SHARE: {"numerator", "outputs"},
}
ALWAYS = {*TEXTS, "valid_from", "valid_until", "breakdown", "evidence", "parent", "sure", "note"}
ONE_OF: Mapping[str, Collection[str]] = {
    "unit": ("person", "place", "item", "product", "project", "authority", "activity", "family"),
    "distinct": ("grant", "programme"),
}
DAYS = {PERSONS: "event", THINGS: "delivery", PROJECTS: "start", SHARE: "delivery"}


class RuleRefused(Exception):
    """A counting rule says a word that nobody knows, or lacks one; the text names the indicator and the word."""


def counting_rules(period: str, *, on: date) -> tuple[CountingRule, ...]:
    """The rules in force on that day, in the order of the law; its lines of a report among them."""
    return tuple(rule for rule in every_rule(period) if rule.is_in_force(on))


def counting_rule(period: str, indicator: str, *, on: date) -> CountingRule | None:
    """The rule of one indicator on that day."""
    return next((rule for rule in counting_rules(period, on=on) if rule.indicator == indicator), None)


@cache
def every_rule(period: str) -> tuple[CountingRule, ...]:
    """All rules of a period in all their versions; RuleRefused where one is malformed or an indicator has none."""
    objectives = _objectives(period)
    made = tuple(_rule(row, objectives, period) for row in rule_rows("counting", period=period))
    _require(not (without := objectives.keys() - {rule.indicator for rule in made}), f"{sorted(without)}: no rule")
    _refuse_overlaps(made)
    known = {rule.indicator: rule for rule in made}
    for rule in made:
        for other in filter(None, (rule.parent, rule.numerator)):
            _require(other in known, f"{rule.indicator}: no indicator {other!r}")
            _require(known[other].objective == rule.objective, f"{rule.indicator}: {other} is of another objective")
    return made


def own_rule(code: str, objective: str, said: Mapping[str, object], *, period: str, valid_from: date) -> CountingRule:
    """The rule of an indicator of the programme's own; RuleRefused as for one of the law. It may refer to no other."""
    row = {"source": "", "version": "1", **said, "indicator": code, "valid_from": valid_from}
    _require(code not in _objectives(period), f"{code}: is an indicator of the law")
    _require(said.get("counts") != SHARE and "parent" not in said, f"{code}: may not refer to another indicator")
    return _rule({**row, "source": row["source"] or code}, {code: objective}, period)


def _objectives(period: str) -> dict[str, str]:
    """Every indicator and line of a report, with its objective."""
    known = {each.code: each.text("objective") for each in codes("indicators", period=period)}
    if period == "2014-2020":
        lines = codes("report_breakdowns", period=period)
        known |= {each.code: known[each.text("parent")] for each in lines}
    return known


def _require(holds: bool, text: str) -> None:
    if not holds:
        raise RuleRefused(text)


def _rule(row: Mapping[str, object], objectives: Mapping[str, str], period: str) -> CountingRule:
    name = str(row.get("indicator"))
    for key in TEXTS:
        _require(isinstance(row.get(key), str) and row[key] != "", f"{name}: `{key}` must be a text")
    _require(name in objectives, f"{name}: no such indicator")
    counts = str(row["counts"])
    _require(counts in MAY_SAY, f"{name}: counts {counts!r}?")
    for key in sorted(row.keys() - ALWAYS - MAY_SAY[counts]):
        raise RuleRefused(f"{name}: a rule that counts {counts} does not say {key!r}")
    for key in sorted(MUST_SAY[counts] - row.keys()):
        raise RuleRefused(f"{name}: a rule that counts {counts} says {key!r}")
    for key, known in ONE_OF.items():
        _require(row[key] in known, f"{name}: {key} {row[key]!r}?")
    _require(row["day"] == DAYS[counts], f"{name}: day {row['day']!r}?")
    _require(row.get("how", ADDED) in (ADDED, NAMED), f"{name}: how {row.get('how')!r}?")
    _require(isinstance(row.get("valid_from"), date), f"{name}: `valid_from` must be a day")
    _require(isinstance(row.get("valid_until", date.max), date), f"{name}: `valid_until` must be a day")
    return _made(row, name, objectives[name], _lists(row, name, period))


def _lists(row: Mapping[str, object], name: str, period: str) -> dict[str, frozenset[str]]:
    fields = {each.code for each in codes("intervention_fields", period=period)} if period != "2014-2020" else set()
    known = {**LISTS, "intervention_fields": fields}
    return {key: frozenset(_texts(row.get(key, ()), key, name, known[key])) for key in known}


def _texts(value: object, key: str, name: str, known: Collection[str]) -> tuple[str, ...]:
    _require(isinstance(value, list | tuple), f"{name}: `{key}` must be a list")
    every = tuple(cast("Sequence[str]", value))
    for each in every:
        _require(each in known, f"{name}: {key} {each!r}?")
    return every


def _made(row: Mapping[str, object], name: str, objective: str, lists: Mapping[str, frozenset[str]]) -> CountingRule:
    return CountingRule(
        indicator=name,
        objective=objective,
        version=str(row["version"]),
        valid_from=cast("date", row["valid_from"]),
        counts=str(row["counts"]),
        unit=str(row["unit"]),
        distinct=str(row["distinct"]),
        day=str(row["day"]),
        source=str(row["source"]),
        valid_until=cast("date | None", row.get("valid_until")),
        target_group=row.get("target_group", False) is True,
        how=str(row.get("how", "")),
        numerator=str(row.get("numerator", "")),
        breakdown=_texts(row.get("breakdown", ()), "breakdown", name, ("age_brackets", "sexes")),
        evidence=_texts(row.get("evidence", ()), "evidence", name, _evidence()),
        parent=str(row.get("parent", "")),
        sure=row.get("sure", True) is True,
        note=str(row.get("note", "")),
        **lists,
    )


def _evidence() -> frozenset[str]:
    return frozenset(each.code for each in codes("evidence", period="2021-2027"))


def _refuse_overlaps(made: Sequence[CountingRule]) -> None:
    """No two rules of an indicator are in force on one day."""
    last: dict[str, CountingRule] = {}
    for rule in sorted(made, key=lambda each: (each.indicator, each.valid_from)):
        before = last.get(rule.indicator)
        apart = before is None or (before.valid_until is not None and before.valid_until < rule.valid_from)
        _require(apart, f"{rule.indicator}: two rules on {rule.valid_from}")
        last[rule.indicator] = rule
