"""The file that a beneficiary fills the register of a grant with: its sheets and columns, declared once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from openamif.methods.names import national_number
from openamif.register.models import Activity, Event, Output, Participant
from openamif.register.states import PARTICIPATIONS, EventKind, Level, NationalityGroup, OutputKind, Sex, Standing
from openamif.workbooks import LONG, LONG_ROWS, MOST_TAKEN_AWAY, Choice, Column, Form, Sheet

KINDS = {kind.name.lower(): int(kind) for kind in EventKind}
"""Number of an event by the key of its choice."""
YES_NO = ("yes", "no")
LEVELS = {level.name: int(level) for level in Level}
ANSWERS = {"yes": 1, "no": 0}
Label = object


def said_once(_label: Label) -> tuple[str, ...]:
    """A label that is understood only as it is written."""
    return ()


@dataclass(frozen=True, slots=True)
class FormLabels:
    """What the door calls everything, each a text or what turns into one.

    ``sheets``, ``columns``, ``helps`` by key (a help may be missing; ``event_kind``: of the kind of an event); the rest
    by what is stored, ``answers`` by yes and no. ``spoken``: what else a label is understood as, in other languages;
    ``also``: what lists of one's own say instead, by the key of a column or of a choice.
    """

    title: Label
    sheets: Mapping[str, Label]
    columns: Mapping[str, Label]
    event_kinds: Mapping[int, Label]
    output_kinds: Mapping[str, Label]
    sexes: Mapping[str, Label]
    nationality_groups: Mapping[str, Label]
    standings: Mapping[str, Label]
    answers: Mapping[str, Label]
    helps: Mapping[str, Label] = field(default_factory=dict)
    instructions_label: Label = "Instructions"
    instructions: tuple[Label, ...] = ()
    headings: tuple[Label, Label, Label] = ("Column", "Required", "What goes in")
    spoken: Callable[[Label], tuple[str, ...]] = said_once
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def register_form(labels: FormLabels) -> Form:
    """The workbook; as separated values, its first sheet alone."""
    sheets = (
        Sheet("participations", labels.sheets["participations"], (), required=True, most_rows=LONG_ROWS),
        Sheet("activities", labels.sheets["activities"], ()),
        Sheet("outputs", labels.sheets["outputs"], ()),
    )
    columns = (_participations(labels), _activities(labels), _outputs(labels))
    return Form(
        labels.title,
        tuple(
            Sheet(sheet.key, sheet.label, each, labels.spoken(sheet.label), sheet.required, (), sheet.most_rows)
            for sheet, each in zip(sheets, columns, strict=True)
        ),
        labels.instructions_label,
        labels.instructions,
        labels.headings,
        labels.answers["yes"],
        LONG,
        instructions_others=labels.spoken(labels.instructions_label),
        most_errors=MOST_TAKEN_AWAY,
    )


def _column(
    labels: FormLabels,
    key: str,
    kind: str = "text",
    *,
    required: bool = False,
    choices: tuple[Choice, ...] = (),
    longest: int | None = None,
    unique: bool = False,
    offers: tuple[str, str] | None = None,
    most: Decimal | None = None,
    hidden: bool = False,
    needed_without: str = "",
    told: str = "",
) -> Column:
    label = labels.columns[key]
    return Column(
        key,
        label,
        kind,
        required,
        labels.helps.get(told or key, ""),
        (*labels.spoken(label), *labels.also.get(key, ())),
        choices,
        longest,
        unique,
        None,
        offers,
        most=most,
        hidden=hidden,
        needed_without=needed_without,
    )


def _participations(labels: FormLabels) -> tuple[Column, ...]:
    """What happened to whom; who she is stands in columns that no error repeats."""
    name = Output._meta.get_field("name").max_length
    yes_no = _choices(labels, YES_NO, labels.answers)
    kinds = _choices(labels, KINDS, _by_key(labels))
    levels = tuple(Choice(each, each) for each in LEVELS)
    return (
        _column(labels, "local_reference", required=True, longest=_longest(Participant, "local_reference")),
        _national_number(labels),
        _column(labels, "surname", longest=name, hidden=True),
        _column(labels, "given_names", longest=name, hidden=True),
        _column(labels, "born_on", "birth", hidden=True),
        _column(labels, "sex", "choice", choices=_choices(labels, Sex, labels.sexes)),
        _column(
            labels,
            "nationality_group",
            "choice",
            choices=_choices(labels, NationalityGroup, labels.nationality_groups),
        ),
        _column(labels, "standing", "choice", choices=_choices(labels, Standing, labels.standings)),
        _column(labels, "vulnerable", "choice", choices=yes_no),
        _column(labels, "unaccompanied_minor", "choice", choices=yes_no),
        _column(
            labels,
            "activity",
            "choice",
            longest=_longest(Activity, "reference"),
            offers=("activities", "reference"),
        ),
        _column(labels, "kind", "choice", choices=kinds, needed_without="activity", told="event_kind"),
        _column(labels, "happened_on", "date", required=True),
        _column(labels, "hours", "amount", most=largest(Event, "hours")),
        _column(labels, "value", "choice", choices=(*levels, *yes_no)),
        _column(labels, "instrument", longest=_longest(Event, "instrument")),
    )


def _national_number(labels: FormLabels) -> Column:
    """One that identifies nobody is told: it would be dropped without a word, and she could count twice."""
    column = _column(
        labels, "national_number", "identifier", longest=_longest(Participant, "local_reference"), hidden=True
    )
    return replace(column, normalised=national_number)


def _activities(labels: FormLabels) -> tuple[Column, ...]:
    kinds = [kind.name.lower() for kind in PARTICIPATIONS]
    reference = _longest(Activity, "reference")
    return (
        _column(labels, "reference", required=True, unique=True, longest=reference),
        _column(labels, "kind", "choice", required=True, choices=_choices(labels, kinds, _by_key(labels))),
        _column(labels, "title", required=True, longest=_longest(Activity, "title")),
        _column(labels, "starts_on", "date", required=True),
        _column(labels, "ends_on", "date"),
        _column(labels, "planned_hours", "amount", most=largest(Activity, "planned_hours")),
        _column(labels, "language", longest=_longest(Activity, "language")),
        _column(labels, "location", longest=_longest(Activity, "location")),
    )


def _outputs(labels: FormLabels) -> tuple[Column, ...]:
    return (
        _column(labels, "kind", "choice", required=True, choices=_choices(labels, OutputKind, labels.output_kinds)),
        _column(labels, "name", required=True, longest=_longest(Output, "name")),
        _column(labels, "happened_on", "date", required=True),
        _column(labels, "quantity", "count"),
    )


def _by_key(labels: FormLabels) -> dict[str, Label]:
    return {key: labels.event_kinds[number] for key, number in KINDS.items()}


def _choices(labels: FormLabels, keys: Iterable[str], said: Mapping[str, Label]) -> tuple[Choice, ...]:
    others = {key: (*labels.spoken(said[key]), *labels.also.get(str(key), ())) for key in keys}
    return tuple(Choice(str(key), said[key], every) for key, every in others.items())


def _longest(model: type, name: str) -> int:
    longest: int = model._meta.get_field(name).max_length  # type: ignore[attr-defined]
    return longest


def largest(model: type, name: str) -> Decimal:
    """The largest number that the column of the database takes: the most that a file and a form may say alike."""
    number = model._meta.get_field(name)  # type: ignore[attr-defined]
    return Decimal("9" * (number.max_digits - number.decimal_places) + "." + "9" * number.decimal_places)
