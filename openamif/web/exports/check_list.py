"""A check list for a visit as PDF/A-2a and PDF/UA-1, set from one template."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from openamif.web.exports.pdf import european, forget

TEMPLATE = Path(__file__).with_name("check_list.typ")


def make(data: dict[str, Any], *, on: date) -> bytes:
    """``data`` as ``check_list.typ`` reads it; a sign that no embedded typeface has is shown as ``?``."""
    said = {**data, "day": {"year": on.year, "month": on.month, "day": on.day}}
    content: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": european(json.dumps(said, ensure_ascii=False))},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(on, time.min, tzinfo=UTC),
    )
    forget()
    return content
