"""The receipt of a progress report: what was signed, when, by whom, under which checksum; in the reader's language."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from openamif.law import codes
from openamif.people.models import Person
from openamif.reports.facts import DEVIATION, PACKAGE
from openamif.reports.models import ProgressReport, ReportSubmission
from openamif.reports.queries.counted import counted_in
from openamif.reports.queries.receipt import content_signed, receipt_content
from openamif.web.components import formats
from openamif.web.exports.pdf import laid_out
from openamif.web.exports.pdf.blocks import Block, breakable, column, heading, prose, row, table
from openamif.web.labels import ATTACHMENT_KINDS
from openamif.web.official import indicator_name, official, reader_language

TEMPLATE = Path(__file__).parent.parent / "report_receipt.typ"
HALF = 32


def make(submission: ReportSubmission) -> bytes:
    """PDF/A of what was kept when the report was sent; it does not change with what happens to the report later."""
    content = content_signed(submission)
    checksum = submission.document.sha256
    return laid_out(sheet(content, checksum), timezone.localdate(submission.submitted_at), TEMPLATE)


def preview(report: ProgressReport, *, by: Person) -> bytes:
    """The report as it stands, not signed yet: its values as the register has them now."""
    now = timezone.now()
    content = receipt_content(report, by=by, at=now, number=0)
    content["values"] = [
        {
            "indicator": each.indicator,
            "name": each.name,
            "origin": each.origin,
            "target": None if each.target is None else str(each.target),
            "period_value": str(each.period_value),
            "value": str(each.value),
        }
        for each in counted_in(report)
    ]
    return laid_out(sheet(content, ""), timezone.localdate(now), TEMPLATE)


def sheet(content: Mapping[str, Any], checksum: str) -> Block:
    """The data of the template; without a checksum it is a preview."""
    report, grant, period = content["report"], content["grant"], content["period"]
    title = _("Progress report %(number)d") % {"number": report["number"]}
    signed_at = timezone.localtime(datetime.fromisoformat(content["signed"]["at"]))
    days = {
        "from": formats.day(date.fromisoformat(report["starts_on"])),
        "until": formats.day(date.fromisoformat(report["ends_on"])),
    }
    return {
        "title": f"{title} · {grant['reference']}",
        "heading": title,
        "author": "OpenAMIF",
        "language": reader_language(),
        "day": {"year": signed_at.year, "month": signed_at.month, "day": signed_at.day},
        "overline": _("Receipt") if checksum else _("Preview: not signed"),
        "subtitle": _("%(from)s to %(until)s") % days,
        "facts": facts(content),
        "signature": signature(content, checksum, signed_at),
        "footer": f"{grant['reference']} · {title}",
        "blocks": [*values(content, period), *texts(content, period), *attachments(content)],
    }


def facts(content: Mapping[str, Any]) -> list[Block]:
    """Whose report it is."""
    grant, report = content["grant"], content["report"]
    every = (
        (_("Programme"), content["programme"]),
        (_("Grant"), f"{grant['reference']} {grant['title']}"),
        (_("Beneficiary"), grant["beneficiary"]),
        (_("Due on"), formats.day(date.fromisoformat(report["due_on"]))),
        (_("Version"), str(report["version"])),
    )
    return [{"label": label, "value": value} for label, value in every]


def signature(content: Mapping[str, Any], checksum: str, signed_at: datetime) -> list[Block]:
    """When it was signed, by whom, and the checksum in two lines; nothing for a preview."""
    if not checksum:
        return []
    every = (
        (_("Signed and sent on"), formats.instant(signed_at)),
        (_("Signed by"), content["signed"]["by"]),
        (_("Checksum (SHA-256)"), f"{checksum[:HALF]}\n{checksum[HALF:]}"),
    )
    return [{"label": label, "value": value} for label, value in every]


def values(content: Mapping[str, Any], period: str) -> Iterable[Block]:
    """Its figures, as they were counted when it was signed."""
    if not content["values"]:
        return
    yield heading(_("Figures"))
    columns = [
        column(_("Indicator"), width=1),
        column(_("Period"), number=True),
        column(_("Total"), number=True),
        column(_("Target"), number=True),
        column(_("Source")),
    ]
    shares = {each.code for each in codes("indicators", period=period) if each.text("unit") == "percent"}
    yield table(columns, [_value(each, period, each["indicator"] in shares) for each in content["values"]])


def _value(each: Mapping[str, Any], period: str, is_share: bool) -> Block:
    name = indicator_name(each["indicator"], each.get("name", ""), period)
    figures = [_figure(each[key], is_share) for key in ("period_value", "value", "target")]
    origin = _("declared") if each["origin"] == "declared" else _("register")
    return row(f"{each['indicator']} {name}", *figures, origin)


def _figure(value: str | None, is_share: bool) -> str:
    if value is None:
        return formats.NOTHING
    return formats.share(Decimal(value)) if is_share else formats.count(Decimal(value))


def texts(content: Mapping[str, Any], period: str) -> Iterable[Block]:
    """Its texts, in the order of the template."""
    written: Mapping[str, str] = content["texts"]
    for each in codes("report_template", period=period):
        inside = [key for key in written if code_of(key) == each.code]
        if inside:
            yield heading(official("report_template", each.code, period))
        for key in inside:
            if label := _label(key, content, period):
                yield heading(label, level=2)
            yield from prose(written[key].split("\n"), reader_language())


def code_of(key: str) -> str:
    """The text of the template that a key belongs to."""
    if key.startswith(PACKAGE):
        return "activities"
    return "deviation" if key.startswith(DEVIATION) else key


def _label(key: str, content: Mapping[str, Any], period: str) -> str:
    if key.startswith(PACKAGE):
        number = key.removeprefix(PACKAGE)
        said = {"number": int(number), "title": content["work_packages"].get(number, "")}
        return _("Work package %(number)d: %(title)s") % said
    if key.startswith(DEVIATION):
        code = key.removeprefix(DEVIATION)
        named = {each["indicator"]: each.get("name", "") for each in content["values"]}
        return f"{code} {indicator_name(code, named.get(code, ''), period)}"
    return ""


def attachments(content: Mapping[str, Any]) -> Iterable[Block]:
    """Its files with their checksums."""
    if not content["attachments"]:
        return
    yield heading(_("Files"))
    columns = [
        column(_("Name"), width=1),
        column(_("What it shows")),
        column(_("Size"), number=True),
        column("SHA-256"),
    ]
    yield table(columns, [_file(each) for each in content["attachments"]])


def _file(each: Mapping[str, Any]) -> Block:
    kind, checksum = str(ATTACHMENT_KINDS[each["kind"]]), each["sha256"]
    return row(breakable(each["name"]), kind, formats.size(each["size"]), f"{checksum[:HALF]}\n{checksum[HALF:]}")
