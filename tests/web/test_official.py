"""Official names: where a name stands alone, and to the letter."""

import pytest
from django.utils.translation import override

from openamif.web.components.formats import NO_BREAK_SPACE
from openamif.web.official import beneficiary_type_name, indicator_as_printed, indicator_name
from openamif.web.short_names import listed_name, short_name


@pytest.mark.parametrize(
    ("language", "alone"),
    [
        ("en", "Number of participants supported"),
        ("fr", "Nombre de participants bénéficiant d’un soutien"),
        ("nl", "Aantal ondersteunde deelnemers"),
        ("de", "Zahl der unterstützten Teilnehmer"),
    ],
)
def test_a_name_that_stands_alone_leads_to_no_lines(language, alone):
    with override(language):
        assert indicator_name("O.2.3", "", "2021-2027") == alone
        assert indicator_as_printed("O.2.3", "", "2021-2027").startswith(f"{alone},")


@pytest.mark.parametrize(
    ("language", "name", "short", "listed"),
    [
        (
            "en",
            "The number of participants in a civic orientation course",
            "Participants in civic orientation",
            "of which: participants in civic orientation",
        ),
        (
            "fr",
            "Le nombre de participants à un cours d’orientation civique",
            "Participants à un cours de citoyenneté",
            "dont : participants à un cours de citoyenneté",
        ),
    ],
)
def test_a_part_that_stands_alone_begins_a_sentence(language, name, short, listed):
    of = ("O.2.3.2", "", "2021-2027")
    with override(language):
        assert indicator_name(*of) == name
        assert short_name(*of) == short
        assert listed_name(*of, is_part=True).replace(NO_BREAK_SPACE, " ") == listed
        assert listed_name(*of, is_part=False) == short


def test_other_names_stay_as_they_are():
    with override("en"):
        assert indicator_name("O.1.2", "", "2021-2027") == indicator_as_printed("O.1.2", "", "2021-2027")
        assert indicator_name("X.1", "Boats: all", "2021-2027") == "Boats: all"


def test_a_type_of_beneficiaries_is_known_however_it_is_written():
    with override("fr"):
        named = [
            beneficiary_type_name(words, "2014-2020")
            for words in ("Non-Governmental organisations", "local public bodies", "Schools of the canton")
        ]
    assert named == ["Organisations non gouvernementales", "Organismes publics locaux", "Schools of the canton"]
