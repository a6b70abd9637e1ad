"""Identifiers with check digits, in their usual writing; None where they are wrong.

Enterprise numbers are checked for Belgium (ten digits, modulo 97); elsewhere only their signs. VAT numbers are those
of the Union, IBANs those of ISO 13616. The arithmetic is that of python-stdnum.
"""

from collections.abc import Callable
from typing import Any

from stdnum.be import vat as belgian
from stdnum.eu import vat as european
from stdnum.exceptions import ValidationError

BELGIUM = "BE"
SEPARATORS = str.maketrans("", "", " .-/")


def enterprise_number(text: str, *, country: str) -> str | None:
    """``0123456789`` for Belgium; for other countries whatever stands on the register, without spaces."""
    bare = text.translate(SEPARATORS).upper()
    if country != BELGIUM:
        return bare if bare.isascii() and bare.isalnum() else None
    return _checked(belgian.validate, bare)


def vat_number(text: str) -> str | None:
    """``BE0123456789``: with the letters of its Member State."""
    return _checked(european.validate, text.translate(SEPARATORS).upper())


def _checked(validate: Callable[[str], Any], text: str) -> str | None:
    if not text.isascii():
        return None
    try:
        return str(validate(text))
    except ValidationError:
        return None
