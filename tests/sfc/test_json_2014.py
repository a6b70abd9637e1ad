"""The reading in JSON: amounts as strings, counts as integers, empty cells null."""

import json

from openamif.sfc.json_2014 import as_json
from openamif.sfc.programme_2014 import AttachedDocument, SpecificAction, SpecificObjective
from openamif.sfc.reader_2014 import read
from openamif.sfc.writer_2014 import write
from tests.sfc.programmes import smallest


def test_the_demonstration_in_json(demo_text: str):
    told = as_json(read(demo_text))
    assert json.loads(json.dumps(told)) == told
    assert told["document"] == {
        "fund": "AMIF",
        "period": "2014-2020",
        "language": "fr",
        "lines": len(demo_text.split("\n")) - 1,
        "unread_lines": 0,
    }
    assert told["financial_plan"]["SO1.NO1"] == "22813801.27"
    assert told["financial_plan"]["SO1.SA1"] is None
    assert told["financial_plan"]["SO3.SA5"] == "7753663.12"
    assert told["special_cases"]["turkey"] == {
        **{"2014": None, "2015": None, "2016": "6396000.00", "2017": "6396000.00"},
        **{"2018": "-814667.00", "2019": "-814667.00", "2020": "-814666.00", "total": "10348000.00"},
    }
    assert told["special_cases"]["total"]["total"] == "55994000.00"
    assert told["annual_commitments"]["asylum_solidarity"]["2014"] == "4704189.95"


def test_pledges_and_rows_in_json(demo_text: str):
    told = as_json(read(demo_text))
    assert told["pledges"]["resettlement"][1] == {
        **{"category": "eastern_africa_great_lakes", "2014-2015": 100, "2016-2017": None, "2018-2020": 87}
    }
    assert told["pledges"]["transfer"][1] == {
        **{"kind": "relocation_2015_1523", "from": "GR", "to": "BE"},
        **{"2014-2015": None, "2016-2017": 538, "2018-2020": None},
    }
    assert told["pledges"]["turkey"] == [{"2014-2015": None, "2016-2017": 1968, "2018-2020": -376}]
    assert told["timetable"][15] == {
        **{"objective": "SO3.SA5", "number": 1, "name": "SA EUR-LO"},
        **{"planning": 2014, "implementation": 2015, "closing": 2022},
    }
    assert [action["number"] for action in told["actions"]] == list(range(1, 22))
    assert told["actions"][10]["objective"] == "SO2.NO2"
    c22 = told["indicators"][2]
    assert (c22["code"], c22["unit"], c22["baseline"], c22["target"]) == ("SO1.C2.2", "percent", "0.00", "0.00")
    assert [one["severity"] for one in told["validation"]] == ["info", "warning", "warning"]
    assert len(told["sections"]["6.4"]) == 4


def test_what_is_inferred_and_unread_is_told():
    programme = smallest(
        objectives=(SpecificObjective("SO1", ("Strategy",), (), (SpecificAction("SO1.SA2", ("Text",)),)),),
        documents=(AttachedDocument("Letter"),),
    )
    text = write(programme).replace("\tSO1 Asylum\n", "", 1)
    told = as_json(read(f"A title\n{text}"))
    assert told["unread"] == [{"line": 1, "text": "A title"}]
    assert told["document"]["unread_lines"] == 1
    assert [one["ground"] for one in told["inferred"]] == ["code_from_order_of_headings"]
    assert told["objectives"][0]["specific_actions"] == [{"code": "SO1.SA2", "text": ["Text"]}]
    assert told["documents"][0]["dated_on"] is None
