"""The law: figures and code lists of the Regulations, dated, each with its article.

Data lie in ``2014-2020/`` and ``2021-2027/``, one YAML file a subject; they are read only through the loader, for a
day. Importing this package reads no file.
"""

from openamif.law.errors import (
    BeforeFirstValue,
    KeyGivenTwice,
    LawError,
    MalformedFile,
    NumberNotQuoted,
    UnknownKey,
)
from openamif.law.loader import LANGUAGES, PERIODS, Code, Figure, code, codes, figure

__all__ = [
    "LANGUAGES",
    "PERIODS",
    "BeforeFirstValue",
    "Code",
    "Figure",
    "KeyGivenTwice",
    "LawError",
    "MalformedFile",
    "NumberNotQuoted",
    "UnknownKey",
    "code",
    "codes",
    "figure",
]
