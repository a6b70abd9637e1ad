"""What a document holds, in a screenful: for ``openamif programme read``."""

from collections.abc import Callable, Iterator

from openamif.sfc.grounds_2014 import GROUNDS
from openamif.sfc.programme_2014 import Programme, Reading
from openamif.web.wording.marking import gettext_noop

Say = Callable[[str], str]
Show = Callable[[str, object], str]

_COUNTS: tuple[tuple[str, Callable[[Programme], int]], ...] = (
    (gettext_noop("main actions"), lambda programme: _actions(programme)),
    (gettext_noop("rows of the timetable"), lambda programme: len(programme.timetable)),
    (gettext_noop("indicators"), lambda programme: len(programme.indicators)),
    (gettext_noop("types of beneficiaries"), lambda programme: len(programme.beneficiary_types)),
    (gettext_noop("messages of the Commission's validation"), lambda programme: len(programme.validation)),
)


def lines(reading: Reading, say: Say, show: Show) -> Iterator[str]:
    """The summary, line by line: what it is, its money, its parts, what was inferred, what was not understood."""
    programme = reading.programme
    yield say(gettext_noop("National programme %(fund)s %(period)s, in %(language)s, %(lines)s lines")) % {
        "fund": programme.fund,
        "period": programme.period,
        "language": programme.language,
        "lines": show("lines", reading.lines),
    }
    yield ""
    for row in ("SO1", "SO2", "SO3", "SO4", "TA", "SPECIAL", "TOTAL"):
        amount = programme.financial_plan.get(row)
        yield f"  {row:<8} {'' if amount is None else show('amount', amount):>18}"
    yield ""
    for name, count in _COUNTS:
        yield f"  {show('count', count(programme)):>4} {say(name)}"
    yield from _inferred(reading, say)
    yield from _unread(reading, say)


def _actions(programme: Programme) -> int:
    return sum(len(national.actions) for each in programme.objectives for national in each.national_objectives)


def _inferred(reading: Reading, say: Say) -> Iterator[str]:
    yield ""
    yield say(gettext_noop("Structure put back where the export had lost it: %(count)s")) % {
        "count": len(reading.inferred)
    }
    for each in reading.inferred:
        yield f"  {say('line')} {each.line}: {each.subject}. {say(GROUNDS.get(each.ground, each.ground))}"


def _unread(reading: Reading, say: Say) -> Iterator[str]:
    yield ""
    yield say(gettext_noop("Lines not understood: %(count)s")) % {"count": len(reading.unread)}
    for line in reading.unread:
        yield f"  {say('line')} {line.number}: {line.text}"
