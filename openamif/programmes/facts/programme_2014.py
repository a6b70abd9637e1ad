"""A programme's document of 2014-2020, as the rules want to know it."""

from collections.abc import Iterator

from openamif.rules.national_programme import facts
from openamif.sfc import programme_2014 as document


def programme_facts(
    programme: document.Programme,
    *,
    version: facts.Version | None = None,
    authorities: tuple[facts.Authority, ...] | None = None,
    management_and_control_system: str | None = None,
    granted_specific_actions: tuple[str, ...] | None = None,
    handling: facts.Handling | None = None,
) -> facts.Programme:
    """What the rules need of the document; what stands beside it (version, authorities, handling) as far as known."""
    return facts.Programme(
        financial_plan=programme.financial_plan,
        special_cases=_yearly(programme.special_cases),
        commitments=_yearly(programme.annual_commitments),
        pledges=tuple(_pledges(programme)),
        pledge_totals=_pledge_totals(programme),
        targets=tuple(map(_target, programme.indicators)),
        timetable=tuple(map(_timetable_row, programme.timetable)),
        texts=tuple(_texts(programme)),
        share_deviation=programme.share_deviation,
        beneficiary_types=programme.beneficiary_types,
        messages=tuple(facts.Message(each.severity, each.code, each.message) for each in programme.validation),
        authorities=authorities,
        management_and_control_system=management_and_control_system,
        granted_specific_actions=granted_specific_actions,
        version=version or facts.Version(),
        handling=handling,
    )


def _yearly(table: dict[str, document.YearlyAmounts]) -> dict[str, facts.Yearly]:
    return {key: facts.Yearly(row.by_year, row.total) for key, row in table.items()}


def _pledges(programme: document.Programme) -> Iterator[facts.Pledge]:
    for row in programme.resettlement:
        yield facts.Pledge(f"resettlement.{row.category}", "resettlement", row.category, row.persons)
    for transfer in programme.transfers:
        countries = [country or "-" for country in (transfer.from_country, transfer.to_country)]
        place = ".".join(("transfers", transfer.kind, *countries))
        yield facts.Pledge(place, transfer.kind, " → ".join(countries), transfer.persons)
    for turkey in programme.turkey:
        yield facts.Pledge("turkey.admission", "turkey", "", turkey.persons)


def _pledge_totals(programme: document.Programme) -> dict[str, tuple[int | None, ...]]:
    totals = programme.resettlement_totals
    every: dict[str, tuple[int | None, ...]] = {
        "resettlement_totals.union_priorities": totals.union_priorities,
        "resettlement_totals.grand_total": totals.grand_total,
    }
    return {place: persons for place, persons in every.items() if any(each is not None for each in persons)}


def _target(indicator: document.IndicatorTarget) -> facts.Target:
    return facts.Target(indicator.code, indicator.unit, indicator.baseline, indicator.target, indicator.source)


def _timetable_row(row: document.TimetableRow) -> facts.TimetableRow:
    place = f"timetable.{row.objective}.{row.number}"
    return facts.TimetableRow(place, row.objective, row.planning, row.implementation, row.closing)


def _texts(programme: document.Programme) -> Iterator[facts.Text]:
    yield facts.Text("summary", programme.summary)
    yield facts.Text("baseline", programme.baseline)
    for objective in programme.objectives:
        yield facts.Text(f"objectives.{objective.code}.strategy", objective.strategy)
        for national in objective.national_objectives:
            yield facts.Text(f"objectives.{national.code}", tuple(_paragraphs(national)))
        for specific in objective.specific_actions:
            yield facts.Text(f"objectives.{specific.code}", specific.text)
    yield facts.Text("resettlement_justification", programme.resettlement_justification)
    for section, paragraphs in programme.partnership.items():
        yield facts.Text(f"partnership.{section}", paragraphs)


def _paragraphs(national: document.NationalObjective) -> Iterator[str]:
    yield from national.introduction
    for action in national.actions:
        yield " ".join(filter(None, (action.qualifier, action.title)))
        yield from (*action.description, *action.examples, *action.desired_results)
