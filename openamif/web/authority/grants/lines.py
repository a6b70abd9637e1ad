"""A box of several lines, each of which says one thing: whatever is wrong in any of them is told at once."""

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_TITLE = 255
WORK_PACKAGE = re.compile(r"(\d{1,3})[.:)]?\s+(\S.*)")


def read_lines(text: str, read: Callable[[str], None]) -> None:
    """Each line that says something, in order; ValidationError with what is wrong in every one of them."""
    wrong = []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            read(line)
        except ValidationError as error:
            wrong.append(error)
    if wrong:
        raise ValidationError(wrong)


def packages_in(text: str) -> dict[int, str]:
    """Titles of work packages by number, one a line."""
    packages: dict[int, str] = {}

    def read(line: str) -> None:
        parts = WORK_PACKAGE.fullmatch(line)
        if parts is None or int(parts[1]) in packages:
            said = {"line": line}
            raise ValidationError(_("“%(line)s” is not a number of its own with a title."), params=said)
        if len(parts[2]) > LONGEST_TITLE:
            sizes = {"number": parts[1], "length": len(parts[2]), "most": LONGEST_TITLE}
            words = _("The title of work package %(number)s has %(length)s characters; %(most)s are allowed.")
            raise ValidationError(words, params=sizes)
        packages[int(parts[1])] = parts[2]

    read_lines(text, read)
    return packages
