"""Builds the programme that a case of the truth tables gives: the Belgian one, with what the case changes."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from openamif.rules.national_programme import facts
from tests.rules.national_programme import belgium


def programme(given):
    """The facts of a case; see the tables for the words that ``given:`` may hold."""
    changed = {}
    for word, value in given.items():
        if word in ("reference", "day"):
            continue
        changed.update(WORDS[word](value))
    return replace(belgium.BELGIUM, **changed)


def reference(given):
    """The reference allocation: the Belgian one unless the case gives another or says ``none``."""
    value = given.get("reference", str(belgium.REFERENCE))
    return None if value == "none" else Decimal(value)


def _plan(rows):
    return {"financial_plan": {**belgium.PLAN, **{key: belgium.money(amount) for key, amount in rows.items()}}}


def _table(name, original):
    def read(rows):
        return {name: {**original, **{key: belgium.yearly(*amounts) for key, amounts in rows.items()}}}

    return read


def _pledges(rows):
    places = {"resettlement": "resettlement.{row}", "turkey": "turkey.admission"}
    return {
        "pledges": tuple(
            facts.Pledge(
                places.get(kind, "transfers.{kind}.{row}").format(kind=kind, row=row), kind, row, tuple(persons)
            )
            for kind, row, *persons in rows
        )
    }


def _targets(rows):
    original = {target.code: target for target in belgium.TARGETS}
    for code, fields in rows.items():
        known = original.get(code, facts.Target(code, "number", Decimal(0), Decimal(0), "Reports"))
        read = {name: None if value == "none" else value for name, value in fields.items()}
        numbers = {name: Decimal(read[name]) for name in ("baseline", "target") if read.get(name) is not None}
        original[code] = replace(known, **{**read, **numbers})
    return {"targets": tuple(original.values())}


def _timetable(rows):
    return {
        "timetable": tuple(
            facts.TimetableRow(f"timetable.{objective}.{number}", objective, *years)
            for number, (objective, *years) in enumerate(rows, start=1)
        )
    }


def _texts(changed):
    kept = tuple(text for text in belgium.TEXTS if text.place not in changed)
    new = (facts.Text(place, tuple(paragraphs)) for place, paragraphs in changed.items())
    return {"texts": (*kept, *new)}


def _long_text(lengths):
    return _texts({place: ["x" * characters] for place, characters in lengths.items()})


def _authorities(rows):
    return {
        "authorities": tuple(
            facts.Authority(role, name, None if day == "none" else day)
            for role, names, day in rows
            for name in (names if isinstance(names, list) else [names])
        )
    }


def _version(fields):
    previous = fields.pop("previous", None) if isinstance(fields := dict(fields), dict) else None
    decided = None if previous is None else programme(previous)
    return {"version": facts.Version(previous=decided, **fields)}


def _handling(fields):
    days = {
        name: datetime.combine(value, datetime.min.time()) for name, value in fields.items() if isinstance(value, date)
    }
    return {"handling": facts.Handling(**{**fields, **days})}


def _messages(rows):
    return {"messages": tuple(facts.Message(*row) for row in rows)}


WORDS = {
    "plan": _plan,
    "special_cases": _table("special_cases", belgium.SPECIAL_CASES),
    "commitments": _table("commitments", belgium.COMMITMENTS),
    "pledges": _pledges,
    "pledge_totals": lambda rows: {"pledge_totals": {place: tuple(persons) for place, persons in rows.items()}},
    "targets": _targets,
    "timetable": _timetable,
    "texts": _texts,
    "text_lengths": _long_text,
    "share_deviation": lambda text: {"share_deviation": (text,)},
    "granted": lambda codes: {"granted_specific_actions": tuple(codes)},
    "authorities": _authorities,
    "control_system": lambda characters: {"management_and_control_system": "x" * characters},
    "version": _version,
    "handling": _handling,
    "messages": _messages,
}
