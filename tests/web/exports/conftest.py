"""What the exports are made from in these tests: the small programme, examined, without a database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from openamif.programmes.facts import programme_facts
from openamif.rules.national_programme import check
from openamif.web.exports import ExportSource
from tests.factories.programmes import document

ON = date(2020, 6, 1)


@pytest.fixture
def source() -> Callable[..., ExportSource]:
    def make(content=None, **said) -> ExportSource:
        content = content or document()
        findings = check(programme_facts(content), on=ON)
        made = ExportSource(
            content, "Fund in Belgium", "BE", "2014-2020", "5.1", "Adopted by the Commission", findings, ON, "en"
        )
        return replace(made, **said)

    return make
