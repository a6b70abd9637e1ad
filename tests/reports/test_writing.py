"""Several people write a report: nobody's words are lost; files are told by their content."""

from datetime import date

import pytest

from openamif.grants.models import WorkPackage
from openamif.people.policy import Refused
from openamif.people.queries import holdings
from openamif.register.queries.quality import gaps_of
from openamif.register.states import EventKind
from openamif.reports.actions.attach_file import FileNotTaken, attach_file
from openamif.reports.actions.remove_attachment import remove_attachment
from openamif.reports.actions.submit_report import submit_report
from openamif.reports.actions.write_text import TextChangedMeanwhile, UnknownText, write_text
from openamif.reports.models import ReportText
from openamif.reports.queries.missing import asked_in, examine, missing_in
from openamif.reports.queries.reports import report_for
from tests.factories import registers, reports
from tests.factories.people import organisation
from tests.factories.reports import DAY

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a leaflet"


@pytest.fixture
def made():
    return reports.cast(partners=(organisation("Partner"),))


@pytest.fixture
def report(made):
    return reports.begun(made)


def test_a_text_is_written_and_written_on(made, report):
    row = write_text(report, "summary", "One.\r\nTwo.", revision=0, by=made.editor)
    assert (row.text, row.revision, row.changed_by) == ("One.\nTwo.", 1, made.editor)
    row = write_text(report, "summary", "Three.", revision=1, by=made.signer)
    assert (row.text, row.revision) == ("Three.", 2)
    report.refresh_from_db()
    assert report.revision == 3


def test_signs_that_nobody_sees_and_no_document_shows_are_left_out(made, report):
    row = write_text(report, "summary", "One.\vTwo.\fThree.\x00\x01\tFour.\x1f", revision=0, by=made.editor)
    assert row.text == "One.\nTwo.\nThree.\tFour."
    assert write_text(report, "summary", "One.\vTwo.\fThree.\tFour.", revision=0, by=made.editor).revision == 1


def test_what_a_colleague_wrote_meanwhile_is_not_lost(made, report):
    write_text(report, "summary", "Hers.", revision=0, by=made.signer)
    with pytest.raises(TextChangedMeanwhile) as conflict:
        write_text(report, "summary", "Mine.", revision=0, by=made.editor)
    assert (conflict.value.text.text, conflict.value.text.changed_by) == ("Hers.", made.signer)
    assert ReportText.objects.get().text == "Hers."
    assert write_text(report, "summary", "Both.", revision=1, by=made.editor).text == "Both."


def test_the_same_words_twice_are_no_conflict(made, report):
    write_text(report, "summary", "Same.", revision=0, by=made.signer)
    assert write_text(report, "summary", "Same.", revision=0, by=made.editor).revision == 1


def test_two_colleagues_write_different_texts_at_once(made, report):
    write_text(report, "summary", "Hers.", revision=0, by=made.signer)
    assert write_text(report, "issues", "Mine.", revision=0, by=made.editor).text == "Mine."


def test_only_what_is_asked_is_written(made, report):
    with pytest.raises(UnknownText):
        write_text(report, "poem", "Roses.", revision=0, by=made.editor)


def test_activities_are_told_by_work_package_where_there_are_some(made, report):
    assert "activities" in {each.key for each in asked_in(report)}
    write_text(report, "activities", "Courses.", revision=0, by=made.editor)
    for number, title in ((1, "Courses"), (2, "Coaching")):
        WorkPackage.objects.create(grant=made.grant, number=number, title=title)
    asked = {each.key: each for each in asked_in(report_for(holdings(made.editor), report.pk))}
    assert [key for key in asked if key.startswith("work_package")] == ["work_package.1", "work_package.2"]
    assert asked["work_package.2"].title == "Coaching"
    assert not asked["activities"].is_owed, "what was written before is still shown"


def test_every_missing_thing_is_told_with_its_place(report):
    told = {finding.place for finding in missing_in(report, on=DAY)}
    texts = {"texts.summary", "texts.activities", "texts.issues", "texts.publicity"}
    assert told == texts | {"texts.deviation.SO2.C2", "attachments"}
    assert examine(report, on=DAY).owed == {"SO2.C2"}


def test_before_the_period_is_over_it_is_said(report):
    assert "period" in {finding.place for finding in missing_in(report, on=date(2019, 12, 31))}


# Files.


def test_a_file_is_attached_under_its_checksum_and_taken_away(made, report):
    attached = attach_file(report, PDF, name="leaflet.pdf", kind="publicity", caption="Leaflet", by=made.editor, on=DAY)
    assert attached.document.content_type == "application/pdf"
    assert "attachments" not in {finding.place for finding in missing_in(report, on=DAY)}
    remove_attachment(attached, by=made.editor)
    assert not report.attachments.exists()


def test_a_file_is_what_its_content_says(made, report):
    with pytest.raises(FileNotTaken) as refusal:
        attach_file(report, b"MZ a program", name="leaflet.pdf", kind="other", by=made.editor, on=DAY)
    assert [finding.variant for finding in refusal.value.findings] == ["unknown"]
    assert not report.attachments.exists()


def test_files_of_a_report_that_was_sent_stay(made, report):
    attached = attach_file(report, PDF, name="leaflet.pdf", kind="other", by=made.editor, on=DAY)
    submit_report(reports.written(made, report), by=made.signer, on=DAY)
    with pytest.raises(Refused, match="report_in_another_state"):
        remove_attachment(attached, by=made.editor)
    with pytest.raises(Refused, match="report_in_another_state"):
        attach_file(report, PDF, name="more.pdf", kind="other", by=made.editor, on=DAY)


@pytest.mark.parametrize("number", [1, 3])
def test_gaps_of_the_register_are_told_in_one_query(made, report, number, django_assert_num_queries):
    course = registers.activity(made.grant)
    for _ in range(number):
        learner = registers.participant(made.grant, birth_year=1990)
        registers.event(learner, EventKind.LANGUAGE_COURSE, activity=course)
    tested = registers.participant(made.grant, sex="female")
    registers.event(tested, EventKind.LANGUAGE_COURSE, activity=course)
    registers.event(tested, EventKind.ENTRY_TEST, activity=course, value=1)
    with django_assert_num_queries(1):
        gaps = gaps_of(made.grant)
    assert gaps == {"entry_test": number, "birth_year": 1, "sex": number}
    told = {each.variant: each.found for each in missing_in(report, on=DAY) if each.rule == "P-06"}
    assert told == {"entry_test": {"number": number}, "birth_year": {"number": 1}, "sex": {"number": number}}


def test_a_register_without_gaps_and_one_of_another_grant_say_nothing(made, report):
    registers.participant(made.grant, birth_year=1990, sex="male")
    registers.participant(reports.cast(made.grant.programme).grant)
    assert not [each for each in missing_in(report, on=DAY) if each.rule == "P-06"]
