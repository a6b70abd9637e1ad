"""What reading or writing a document of the Commission may refuse: one exception each, made of facts, not sentences."""

FOUND_LENGTH = 80


def gettext_noop(text: str) -> str:
    """Marks a text for the doors' catalogues of translations, and gives it back."""
    return text


CODES: dict[str, str] = {
    "empty": gettext_noop("the document holds no text"),
    "encoding": gettext_noop("the document is not UTF-8 text"),
    "too_large": gettext_noop("the document is larger than a programme can be"),
    "not_a_programme": gettext_noop("this is not a national programme 2014-2020"),
    "cut_short": gettext_noop("the document ends before it is whole"),
    "missing_section": gettext_noop("a section or table of the form is missing"),
    "duplicate_section": gettext_noop("a section or table stands twice"),
    "out_of_order": gettext_noop("parts stand in another order than the form's"),
    "out_of_place": gettext_noop("this cannot stand here"),
    "broken_table": gettext_noop("a row has another number of cells than its table"),
    "missing_row": gettext_noop("a row of the form is missing"),
    "duplicate_row": gettext_noop("a row stands twice"),
    "unknown_label": gettext_noop("the form knows no such label"),
    "not_a_number": gettext_noop("this is not a number"),
    "not_a_year": gettext_noop("this is not a year"),
    "not_a_date": gettext_noop("this is not a date"),
    "contradiction": gettext_noop("two parts of the document contradict each other"),
}


class NotReadable(Exception):
    """A document that cannot be read whole.

    ``code``: a key of CODES. ``line``: counted from 1, ``None`` where no line is at fault. ``place``: the dotted part
    of the programme. ``expected``: what should stand there (a label of the form, a code, or a key such as
    ``amount``, ``year``, ``cells:7``). ``found``: what stands there, shortened; empty where nothing does.
    """

    def __init__(self, code: str, *, line: int | None, place: str = "", expected: str = "", found: str = "") -> None:
        if code not in CODES:
            raise ValueError(code)
        self.code = code
        self.line = line
        self.place = place
        self.expected = expected
        self.found = shortened(found)
        super().__init__(code, line, place, expected, self.found)

    def __str__(self) -> str:
        where = f"Line {self.line}" if self.line is not None else "The document"
        place = f" ({self.place})" if self.place else ""
        expected = f"; expected {self.expected}" if self.expected else ""
        found = f", found “{self.found}”" if self.found else ""
        return f"{where}{place}: {CODES[self.code]}{expected}{found}."


class NotWritable(Exception):
    """A programme that the form cannot hold so that it reads back the same. ``place``: the first part that differs."""

    def __init__(self, place: str, reason: str = "") -> None:
        self.place = place
        self.reason = reason
        super().__init__(place, reason)

    def __str__(self) -> str:
        return f"{self.place} cannot be written in the form" + (f": {self.reason}" if self.reason else ".")


def shortened(text: str) -> str:
    """Enough of a text to recognise it in a message."""
    return text if len(text) <= FOUND_LENGTH else text[: FOUND_LENGTH - 1] + "…"
