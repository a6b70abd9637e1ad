"""The reader takes a programme whole or refuses it, names the line, and loses none."""

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz_reader import run
from openamif.sfc.errors import CODES, NotReadable
from openamif.sfc.grounds_2014 import GROUNDS
from openamif.sfc.labels_2014 import LANGUAGES
from openamif.sfc.programme_2014 import Reading, TransferPledge, TurkeyPledge
from openamif.sfc.reader_2014 import LARGEST, read, read_bytes
from openamif.sfc.writer_2014 import write
from tests.sfc.programmes import smallest


def refusal(text: str) -> NotReadable:
    """Why a text cannot be read."""
    with pytest.raises(NotReadable) as caught:
        read(text)
    return caught.value


def without(text: str, first: str, lines: int) -> str:
    """The text without some lines, from the last like the one given on."""
    every = text.split("\n")
    at = len(every) - 1 - every[::-1].index(first)
    return "\n".join(every[:at] + every[at + lines :])


def doubled(text: str, first: str, lines: int) -> str:
    """The text with some lines twice, from the last like the one given on."""
    every = text.split("\n")
    at = len(every) - 1 - every[::-1].index(first)
    return "\n".join(every[: at + lines] + every[at:])


def covered(reading: Reading, text: str) -> bool:
    """Every line with something on it lies in a place or is unread."""
    taken = {number for first, last in reading.places.values() for number in range(first, last + 1)}
    taken |= {line.number for line in reading.unread}
    return all(number in taken for number, line in enumerate(text.split("\n"), 1) if line.strip())


# The exported programme


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Reading:
    return read(seed_text)


def test_the_export_is_read_to_the_last_line(seed: Reading, seed_text: str):
    assert seed.unread == ()
    assert seed.lines == 1039
    assert covered(seed, seed_text)


def test_the_export_holds_every_part(seed: Reading):
    programme = seed.programme
    actions = {
        national.code: [action.number for action in national.actions]
        for objective in programme.objectives
        for national in objective.national_objectives
    }
    assert actions == {
        "SO1.NO1": [1, 2, 3, 4, 5, 6],
        "SO1.NO2": [7, 8],
        "SO1.NO3": [9, 10],
        "SO2.NO2": [11, 12, 13, 14],
        "SO2.NO3": [15, 16],
        "SO3.NO1": [17],
        "SO3.NO2": [18, 19],
        "SO3.NO3": [20, 21],
    }
    assert (len(programme.timetable), len(programme.indicators), len(programme.validation)) == (16, 19, 3)
    assert (len(programme.beneficiary_types), len(programme.financial_plan)) == (5, 30)
    assert all(programme.partnership.values())
    assert programme.documents == programme.share_deviation == ()


def test_the_export_yields_its_figures(seed: Reading):
    programme = seed.programme
    assert programme.financial_plan["SO1.NO1"] == Decimal("22813801.27")
    assert programme.financial_plan["SO1.SA1"] is None
    assert programme.financial_plan["TOTAL"] == Decimal("179127447.12")
    assert programme.special_cases["turkey"].by_year[-1] == Decimal("-814666.00")
    assert programme.special_cases["relocation"].by_year == (None,) * 7
    assert programme.annual_commitments["total"].total == Decimal("179127447.12")
    assert programme.transfers[3] == TransferPledge("relocation_2015_1601", "GR", "BE", (None, 1869, -1711))
    assert programme.turkey == (TurkeyPledge((None, 1968, -376)),)
    assert programme.resettlement_totals.grand_total == (400, 1100, 2365)
    targets = {target.code: target.target for target in programme.indicators}
    assert (targets["SO1.C6"], targets["SO1.C3.2"], targets["SO2.C2"]) == (1450, 75, 13112)


def test_the_export_s_actions_keep_their_lists(seed: Reading):
    action = seed.programme.objectives[2].national_objectives[1].actions[1]
    assert (action.number, len(action.examples), len(action.desired_results)) == (19, 9, 8)
    assert action.examples[6] == "Perform JROs."
    qualifiers = [action.qualifier for action in seed.programme.objectives[1].national_objectives[0].actions]
    assert qualifiers == ["federal", "FR", "FL", "GSC"]


def test_the_export_s_lost_structure_is_inferred_with_its_ground(seed: Reading):
    grounds = {(one.subject, one.ground) for one in seed.inferred}
    assert grounds >= {
        ("SO1.NO1", "code_from_timetable"),
        ("action.4", "action_in_same_block"),
        ("SO1.SA1", "heading_without_text"),
        ("SO1.SA2", "code_undecided_taken_in_order"),
        ("SO2.NO2", "heading_lost_actions_follow"),
        ("SO2.SA8", "code_from_known_action"),
        ("SO3", "heading_lost_national_objectives_follow"),
        ("SO3.SA5", "code_from_name_in_timetable"),
        ("SO3.SA6", "code_from_known_action"),
        ("SO3.SA7", "code_from_subject"),
        ("section.6", "section_heading_lost"),
    }
    assert {ground for _, ground in grounds} <= set(GROUNDS)
    texts = {one.code: one.text for objective in seed.programme.objectives for one in objective.specific_actions}
    assert texts["SO1.SA1"] == ()
    assert "EU-FRANK" in texts["SO1.SA2"][0]
    assert "ERIN" in texts["SO3.SA6"][0]


def test_the_export_is_read_in_a_moment(seed_text: str):
    begun = time.process_time()
    read(seed_text)
    assert time.process_time() - begun < 0.15


def test_a_lost_block_of_the_export_is_noticed(seed_text: str):
    every = seed_text.split("\n")
    assert refusal("\n".join(every[:325] + every[326:])).expected == "SO3.SA5"
    assert refusal("\n".join(every[:207] + every[208:])).code == "out_of_place"


# The form as this house writes it


def test_the_canonical_form_needs_no_inference(demo_text: str):
    reading = read(demo_text)
    assert reading.inferred == ()
    assert reading.unread == ()
    assert covered(reading, demo_text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cut_of_a_document_is_noticed(language: str):
    lines = write(smallest(language=language)).rstrip("\n").split("\n")
    for end in range(1, len(lines)):
        if "\n".join(lines[:end]).strip():
            assert refusal("\n".join(lines[:end])).line is not None


@pytest.mark.parametrize(
    ("first", "lines", "place"),
    [
        ("\tOS1.ON2 Évaluation", 3, "financial_plan.SO1.NO2"),
        ("\tTOTAL AS OS2 Intégration/migration légale", 3, "financial_plan.SO2.SA"),
        ("\tAssistance technique", 3, "financial_plan.TA"),
        ("\tTotal relocalisations ÉM", 10, "special_cases.relocation"),
        ("\tIntégration et retour", 10, "annual_commitments.integration_return"),
        ("\tTotal général", 5, "resettlement_totals.grand_total"),
        ("\tC6 - Nombre de personnes réinstallées avec le soutien du Fonds", 6, "indicators.SO1.C6"),
        ("\tAdmission", 5, "turkey.admission"),
    ],
)
def test_a_missing_row_is_noticed(demo_text: str, first: str, lines: int, place: str):
    found = refusal(without(demo_text, first, lines))
    assert (found.code, found.place) == ("missing_row", place)
    assert found.expected


@pytest.mark.parametrize(
    ("first", "lines"),
    [
        ("\tAssistance technique", 3),
        ("\tTotal relocalisations ÉM", 10),
        ("\tAsile et solidarité", 10),
        ("\tTotal général", 5),
        ("\tC6 - Nombre de personnes réinstallées avec le soutien du Fonds", 6),
        ("\tAdmission", 5),
        ("\tRelocalisation (2015/1601)", 7),
        ("\tRéfugiés syriens dans la région", 5),
        ("\tOS3 - Retour", 8),
        ("Action 9: Take a larger part in the external dimension of asylum", 1),
    ],
)
def test_a_doubled_row_is_noticed(demo_text: str, first: str, lines: int):
    assert refusal(doubled(demo_text, first, lines)).code in ("duplicate_row", "missing_row")


def test_each_line_of_a_table_counts(demo_text: str):
    """Without any one cell of a table the document is refused, except where a header cell runs on."""
    lines = demo_text.split("\n")
    start = lines.index("Calendrier indicatif")
    for at in range(start, len(lines)):
        if lines[at].startswith("\t"):
            assert refusal("\n".join(lines[:at] + lines[at + 1 :])).line is not None, lines[at]


@pytest.mark.parametrize(
    "heading",
    [
        "2. SITUATION DE DÉPART DANS L'ÉTAT MEMBRE",
        "6.2 Comité de suivi",
        "Tableau 2: Engagements pour les cas spéciaux",
    ],
)
def test_a_section_stands_once(demo_text: str, heading: str):
    missing, twice = refusal(without(demo_text, heading, 1)), refusal(doubled(demo_text, heading, 1))
    assert (missing.code, twice.code) == ("missing_section", "duplicate_section")
    assert missing.expected == heading
    assert twice.line == demo_text.split("\n").index(heading) + 2


def test_sections_stand_in_order(demo_text: str):
    swapped = demo_text.replace("6.2 Comité de suivi", "6.3 Cadre commun de suivi et d’évaluation", 1)
    lines = swapped.split("\n")
    at = len(lines) - 1 - lines[::-1].index("6.3 Cadre commun de suivi et d’évaluation")
    lines[at] = "6.2 Comité de suivi"
    assert refusal("\n".join(lines)).code == "out_of_order"


@pytest.mark.parametrize(
    ("change", "code", "found"),
    [
        (
            lambda text: text.replace("\t22\u00a0813\u00a0801,27", "\t22\u00a0813\u00a0801,2x", 1),
            "not_a_number",
            "801,2x",
        ),
        (lambda text: text.replace("\t2022", "\t20Z2", 1), "not_a_year", "20Z2"),
        (lambda text: text.replace("\tGrèce", "\tGr3ce", 1), "unknown_label", "Gr3ce"),
        (lambda text: text.replace("\tAvertissement", "\tAlarme", 1), "unknown_label", "Alarme"),
        (lambda text: text.replace("\t%\n", "\t?\n", 1), "unknown_label", "?"),
        (lambda text: text.replace("\t2015\n", "\t2016\n").replace("\t2014\n", "\t2015\n"), "broken_table", "2015"),
        (lambda text: text.replace("\tON1 - Accueil/Asile", "\tON9 - Accueil/Asile", 1), "unknown_label", "ON9"),
        (lambda text: text.replace("Action 5: ", "Action V: ", 1), "missing_row", "Action 6"),
        (lambda text: text.replace("3. Non-Governmental", "4. Non-Governmental", 1), "missing_row", "4. Non"),
        (lambda text: text.replace("6.7.1 Liste", "\tstray\n6.7.1 Liste", 1), "out_of_place", "stray"),
    ],
)
def test_what_cannot_be_understood_is_named(demo_text: str, change: Callable[[str], str], code: str, found: str):
    changed = change(demo_text)
    assert changed != demo_text
    why = refusal(changed)
    assert why.code == code
    assert found in why.found
    assert found[-2:] in changed.split("\n")[why.line - 1]
    assert f"Line {why.line}" in str(why)


def test_lines_that_belong_nowhere_are_kept(demo_text: str):
    text = f"AMIF national programme\nCCI 2014BE65AMNP001\n\n{demo_text}"
    text = text.replace("\n7. PLAN", "\n7. PLAN", 1).replace("\nTableau 3", "\nA note below the table\n\nTableau 3", 1)
    reading = read(text)
    assert [line.text for line in reading.unread] == [
        "AMIF national programme",
        "CCI 2014BE65AMNP001",
        "A note below the table",
    ]
    assert reading.programme == read(demo_text).programme
    assert covered(reading, text)


def test_page_footers_and_bookmarks_are_layout(demo_text: str):
    text = demo_text.replace("\n6.2 ", "\nFR\t40\t\tFR\n[bookmark: _Toc1][bookmark: _Toc2]6.2 ", 1)
    reading = read(text)
    assert reading.programme == read(demo_text).programme
    assert reading.unread == ()
    assert "layout.footer.1" in reading.places


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(demo_text: str, end: str):
    assert read(demo_text.replace("\n", end)).programme == read(demo_text).programme


def test_codes_are_read_as_the_system_prints_them(demo_text: str):
    text = demo_text.replace("\tObjectif national\n\tOS1.ON1 Accueil", "\tObjectif national\n\t1 - Accueil")
    text = text.replace("\tObjectif spécifique\n\tOS2 Intégration", "\tObjectif spécifique\n\t2 - Intégration")
    reading = read(text)
    assert reading.programme == read(demo_text).programme
    assert reading.inferred == ()


def test_a_code_stands_in_for_its_heading(demo_text: str):
    reading = read(demo_text.replace("\tObjectif national\n\tOS1.ON2", "\tOS1.ON2", 1))
    assert reading.programme == read(demo_text).programme
    assert [(one.subject, one.ground) for one in reading.inferred] == [("SO1.NO2", "heading_lost_code_stands")]


@pytest.mark.parametrize("heading", ["Objectif spécifique", "Objectif national"])
def test_a_stray_heading_is_noticed(demo_text: str, heading: str):
    lines = demo_text.split("\n")
    for at, line in enumerate(lines[: lines.index("Calendrier indicatif")]):
        if line == f"\t{heading}":
            assert refusal("\n".join([*lines[:at], line, *lines[at:]])).line is not None


def test_a_last_line_cut_in_its_middle_is_noticed(demo_text: str):
    whole = demo_text.rstrip()
    assert read(whole).programme == read(demo_text).programme
    assert refusal(whole[:-20]).code == "cut_short"


# Bytes


def test_bytes_are_read_with_and_without_a_mark(demo_text: str):
    wanted = read(demo_text).programme
    assert read_bytes(demo_text.encode("utf-8")).programme == wanted
    assert read_bytes(demo_text.encode("utf-8-sig")).programme == wanted


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32"])
def test_another_encoding_is_refused(demo_text: str, encoding: str):
    with pytest.raises(NotReadable) as caught:
        read_bytes(demo_text.replace("→", ">").encode(encoding, errors="replace"))
    assert caught.value.code == "encoding"
    assert caught.value.line == 1


@pytest.mark.parametrize("raw", [b"", b"\n \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(raw: bytes):
    with pytest.raises(NotReadable) as caught:
        read_bytes(raw)
    assert caught.value.code == "empty"


def test_a_huge_file_is_refused():
    with pytest.raises(NotReadable) as caught:
        read_bytes(b"a" * (LARGEST + 1))
    assert caught.value.code == "too_large"
    assert refusal("a" * (LARGEST + 1)).code == "too_large"


def test_a_large_file_of_nonsense_is_refused_in_time():
    for line in ("\ta\n", "a\n", "\n", "[bookmark: x", "1 000 ", "\tObjectif spécifique\n"):
        begun = time.process_time()
        why = refusal("1. RÉSUMÉ\n" + line * (1_000_000 // len(line)))
        assert why.code == "too_large" or why.line is not None
        assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "text", ["Dear Sir,\nplease find enclosed", "%PDF-1.4", "name;amount\nx;1", "{}", "Documents\n\tx"]
)
def test_another_document_is_refused(text: str):
    assert refusal(text).code == "not_a_programme"


# Whatever comes


def test_each_refusal_makes_a_sentence():
    for code in CODES:
        why = NotReadable(code, line=4, place="summary", expected="text", found="x" * 200)
        assert str(why).startswith("Line 4 (summary): ")
        assert len(why.found) == 80
    assert str(NotReadable("empty", line=None)) == "The document: the document holds no text."


@given(st.text(max_size=200) | st.text("\t\n 1.RÉSUMÉ2", max_size=80).map("1. RÉSUMÉ\n{}".format))
def test_any_text_is_refused(text: str):
    assert refusal(text).code in CODES


@given(raw=st.binary(max_size=200))
def test_any_bytes_are_refused(raw: bytes):
    with pytest.raises(NotReadable):
        read_bytes(raw)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(("", "A stray line", "\tcell"))), max_size=3
    )
)
def test_no_line_is_lost(demo_text: str, edits: list[tuple[float, str]]):
    lines = demo_text.split("\n")
    for where, line in edits:
        lines.insert(int(where * len(lines)), line)
    text = "\n".join(lines)
    try:
        reading = read(text)
    except NotReadable as why:
        named = why.line
    else:
        named = 1
        assert covered(reading, text)
    assert 1 <= named <= len(lines)


def test_damage_ends_in_a_programme_or_a_line(demo_text: str):
    assert sum(run(times=300, seed=7, text=demo_text)["outcomes"].values()) == 300
