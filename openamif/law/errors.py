"""What can be wrong with a file of the law, or with a question put to it: each has its own error."""


class LawError(Exception):
    """The ground of them all; its text names the file and the line or the key."""


class UnknownKey(LawError):
    """No such period, file, figure or code list; or a file says a word the loader does not know."""


class KeyGivenTwice(LawError):
    """The same key stands twice in one mapping, or the same code twice in one list."""


class NumberNotQuoted(LawError):
    """A number stands without quotation marks: YAML would make a float, or an octal, of it."""


class BeforeFirstValue(LawError):
    """The law had no such figure yet on that day."""


class MalformedFile(LawError):
    """The file is not in the shape that the loader reads."""
