"""The document of a programme, as the rules want to know it."""

from decimal import Decimal

from openamif.programmes.facts import programme_facts
from openamif.rules.national_programme import facts
from openamif.sfc import programme_2014 as document

NO_AMOUNT = document.YearlyAmounts((None,) * 7, None)


def programme(**given):
    parts = {
        "language": "fr",
        "summary": ("Summary.",),
        "baseline": (),
        "objectives": (),
        "timetable": (),
        "resettlement_justification": (),
        "resettlement": (),
        "resettlement_totals": document.ResettlementTotals(),
        "transfers": (),
        "turkey": (),
        "indicators": (),
        "partnership": {},
        "beneficiary_types": ("state_authorities",),
        "financial_plan": {"TA": Decimal("1.00")},
        "special_cases": {"total": NO_AMOUNT},
        "annual_commitments": {"total": NO_AMOUNT},
    }
    return document.Programme(**{**parts, **given})


def test_tables_keep_their_keys_and_empty_cells():
    told = programme_facts(programme())
    assert told.financial_plan == {"TA": Decimal("1.00")}
    assert told.special_cases == {"total": facts.Yearly((None,) * 7, None)}
    assert told.beneficiary_types == ("state_authorities",)


def test_pledges_of_all_three_plans_are_placed_as_the_reader_places_them():
    told = programme_facts(
        programme(
            resettlement=(document.ResettlementPledge("north_africa", (None, None, 87)),),
            transfers=(
                document.TransferPledge("transfer", None, "BE", (0, None, None)),
                document.TransferPledge("relocation_2015_1523", "IT", "BE", (None, 808, -756)),
            ),
            turkey=(document.TurkeyPledge((None, 1968, -376)),),
        )
    )
    assert [(pledge.place, pledge.kind, pledge.persons) for pledge in told.pledges] == [
        ("resettlement.north_africa", "resettlement", (None, None, 87)),
        ("transfers.transfer.-.BE", "transfer", (0, None, None)),
        ("transfers.relocation_2015_1523.IT.BE", "relocation_2015_1523", (None, 808, -756)),
        ("turkey.admission", "turkey", (None, 1968, -376)),
    ]


def test_printed_sums_are_facts_only_where_they_are_printed():
    totals = document.ResettlementTotals(grand_total=(1, 2, 3))
    assert programme_facts(programme()).pledge_totals == {}
    assert programme_facts(programme(resettlement_totals=totals)).pledge_totals == {
        "resettlement_totals.grand_total": (1, 2, 3)
    }


def test_texts_of_objectives_hold_all_their_parts():
    action = document.Action(1, "Title", ("Told.",), ("Example.",), ("Result.",), "federal")
    national = document.NationalObjective("SO1.NO1", ("Before.",), (action,))
    specific = document.SpecificAction("SO1.SA2", ("Asylum.",))
    objective = document.SpecificObjective("SO1", ("Strategy.",), (national,), (specific,))
    told = programme_facts(programme(objectives=(objective,), partnership={"6.2": ("Committee.",)}))
    assert told.text("objectives.SO1.strategy") == ("Strategy.",)
    assert told.text("objectives.SO1.NO1") == ("Before.", "federal Title", "Told.", "Example.", "Result.")
    assert told.text("objectives.SO1.SA2") == ("Asylum.",)
    assert told.text("partnership.6.2") == ("Committee.",)


def test_indicators_timetable_and_messages_are_translated():
    told = programme_facts(
        programme(
            indicators=(document.IndicatorTarget("SO1.C6", "Name", "number", Decimal(0), Decimal(1450), "Source"),),
            timetable=(document.TimetableRow("SO1.NO1", 2, "Name", 2014, 2015, 2022),),
            validation=(document.ValidationMessage("warning", "2.15", "Text"),),
        )
    )
    assert told.targets == (facts.Target("SO1.C6", "number", Decimal(0), Decimal(1450), "Source"),)
    assert told.timetable == (facts.TimetableRow("timetable.SO1.NO1.2", "SO1.NO1", 2014, 2015, 2022),)
    assert told.messages == (facts.Message("warning", "2.15", "Text"),)


def test_what_stands_beside_the_document_is_unknown_unless_given():
    told = programme_facts(programme())
    assert (told.authorities, told.handling, told.granted_specific_actions) == (None, None, None)
    assert told.version == facts.Version()
    authority = facts.Authority("RA", "Interior", None)
    told = programme_facts(programme(), authorities=(authority,), version=facts.Version(number=2))
    assert (told.authorities, told.version.number) == ((authority,), 2)


def test_places_of_the_exported_programme_are_those_the_reader_knows(seed_text):
    from openamif.sfc.reader_2014 import read

    reading = read(seed_text)
    told = programme_facts(reading.programme)
    places = [each.place for each in (*told.pledges, *told.timetable, *told.texts) if each.place]
    assert [place for place in places if place not in reading.places] == []
