"""Every kind of letter says what happened, what to do, until when, and where."""

from datetime import UTC, date, datetime

import pytest
from django.urls import resolve, reverse

from openamif.letters.facts import LetterFacts
from openamif.letters.states import LetterKind
from openamif.letters.wording import text_of

FACTS = {
    "name": "Wanda Writer",
    "grant": 5,
    "reference": "BE/2019/PR/0001",
    "title": "A welcome course",
    "number": 2,
    "starts_on": date(2019, 1, 1),
    "ends_on": date(2019, 12, 31),
    "due_on": date(2020, 3, 1),
    "late": 3,
    "reason": "Which lists?\nAnd where?",
    "answer_by_on": date(2020, 4, 1),
    "happened_at": datetime(2020, 3, 10, 23, 30, tzinfo=UTC),
    "beneficiary": "Open Doors",
    "file": "list.xlsx",
    "import_state": "stored",
    "record": 1,
}
SAID = {
    LetterKind.REPORT_DUE_SOON: ("Report 2 of BE/2019/PR/0001 is due on 1 March 2020", "not been submitted yet"),
    LetterKind.REPORT_OVERDUE: ("Report 2 of BE/2019/PR/0001 was due on 1 March 2020", "3 days ago"),
    LetterKind.REPORT_SUBMITTED: ("Report 2 of BE/2019/PR/0001 has come in", "Open Doors submitted"),
    LetterKind.REPORT_RETURNED: ("Report 2 of BE/2019/PR/0001 was returned to you", "> Which lists?\n> And where?"),
    LetterKind.CLARIFICATION_ASKED: ("A question on report 2 of BE/2019/PR/0001", "answer by 1 April 2020"),
    LetterKind.CLARIFICATION_ANSWERED: ("Your question on report 2 of BE/2019/PR/0001 was answered", "> And where?"),
    LetterKind.REPORT_ACCEPTED: ("Report 2 of BE/2019/PR/0001 is accepted", "on 11 March 2020"),
    LetterKind.CORRECTION_BEGUN: (
        "Report 2 of BE/2019/PR/0001 is open to be corrected",
        "> Which lists?\n> And where?",
    ),
    LetterKind.IMPORT_FINISHED: ("Your file list.xlsx was stored", "now in the register"),
}


PAGES = {
    LetterKind.REPORT_SUBMITTED: "authority:report",
    LetterKind.CLARIFICATION_ANSWERED: "authority:report",
    LetterKind.IMPORT_FINISHED: "beneficiary:import",
}


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_of_each_kind(kind, settings):
    settings.SITE_ADDRESS = "https://amif.example.org"
    text = text_of(LetterFacts(kind=kind, **FACTS))
    subject, words = SAID[kind]
    assert text.subject == subject
    assert words in text.body
    assert "Grant BE/2019/PR/0001: A welcome course" in text.body
    assert "%(" not in text.subject + text.body
    (address,) = [line for line in text.body.splitlines() if line.startswith("https://amif.example.org/")]
    page = resolve(address.removeprefix("https://amif.example.org"))
    assert (page.view_name, page.kwargs) == (PAGES.get(kind, "beneficiary:report"), {"pk": 1})
    assert "You receive this because" in text.body


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"is_returned": True}, "was returned to you and waits"),
        ({"version": 2}, "Report 2, version 2, 1 January 2019 to 31 December 2019"),
    ],
)
def test_what_is_said_of_a_report_that_is_due(changed, words):
    assert words in text_of(LetterFacts(kind=LetterKind.REPORT_DUE_SOON, **FACTS | changed)).body


def test_a_report_that_nobody_has_begun_is_begun_from_its_grant():
    body = text_of(LetterFacts(kind=LetterKind.REPORT_OVERDUE, **FACTS | {"record": None})).body
    assert f"{reverse('beneficiary:grant', args=[5])}\n" in body


def test_a_question_without_a_day_asks_for_an_answer_all_the_same():
    facts = LetterFacts(kind=LetterKind.CLARIFICATION_ASKED, **FACTS | {"answer_by_on": None})
    assert "Please answer it." in text_of(facts).body


@pytest.mark.parametrize(("state", "words"), [("read", "Nothing is stored until"), ("refused", "could not be stored")])
def test_how_far_an_import_is(state, words):
    assert words in text_of(LetterFacts(kind=LetterKind.IMPORT_FINISHED, **FACTS | {"import_state": state})).body
