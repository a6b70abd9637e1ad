"""Names and national numbers brought into one writing, so that one person is written in one way."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng",
        "ŧ": "t", "ə": "e", "ĳ": "ij", "ſ": "s", "ё": "е", "ـ": "",
    }
)  # fmt: skip
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`´ʹʿʾ‛′")
_WORDS = re.compile(r"[^\W_]+")
_DIGITS, _LOST, _MODULUS, _LATEST = 11, 3, 97, "50"
_SEPARATORS = str.maketrans("", "", " .-/:_")
PARTICLES = frozenset(
    {"abd", "abou", "abu", "ag", "ait", "al", "ben", "bin", "bou", "el", "ibn", "n", "ould", "oulad", "um"}
    | {"da", "dal", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "la", "las", "le", "lo", "los"}
    | {"a", "at", "d", "e", "il", "l", "mac", "mc", "o", "san", "st", "te", "ten", "ter", "van", "ver", "von", "zu"}
)
"""Words that are written together with what follows as often as apart: El Amrani, Van den Berg, N Diaye."""


def words(text: str) -> tuple[str, ...]:
    """The names in a field: small letters without accents, apostrophes gone, particles joined to what follows.

    Letters of the Latin alphabet that no accent explains are spelt out (ß, œ, ø, ł); other alphabets stay themselves.
    """
    bare = text.casefold().translate(_APOSTROPHES)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()
    parts = _WORDS.findall(bare)
    if PARTICLES.isdisjoint(parts):
        return tuple(parts)
    joined, waiting = [], ""
    for part in parts:
        waiting += part
        if part not in PARTICLES:
            joined.append(waiting)
            waiting = ""
    return (*joined, waiting) if waiting else tuple(joined)


_SOUNDS = (
    ("tsch", "x"), ("tch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("dj", "j"), ("ph", "f"), ("kh", "k"),
    ("gh", "g"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("qu", "k"),
)  # fmt: skip
_SEVERAL = re.compile("|".join(written for written, _heard in _SOUNDS))
_DOUBLED = re.compile(r"(.)\1+")
_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v"})
_DROPPED = str.maketrans("", "", "aeiouyh")
_VOWELS = "aeiouy"


def outline(word: str) -> str:
    """The consonants that one hears, doubled ones once, a vowel at the beginning as ``a``; other alphabets whole.

    ``youssef`` and ``yousef`` give ``asf``; ``oualid`` and ``walid`` give ``vld``.
    """
    if not word.isascii():
        return word
    if word.startswith("ou") and word[2:3] in tuple(_VOWELS):
        word = "w" + word[2:]
    if _SEVERAL.search(word):
        for written, heard in _SOUNDS:
            word = word.replace(written, heard)
    head = "a" if word[:1] in tuple(_VOWELS) else ""
    kept = head + word.translate(_ALIKE).translate(_DROPPED)
    return _DOUBLED.sub(r"\1", kept)


def national_number(text: str) -> str:
    """``BE`` and eleven digits, or the number of another country as typed behind its two letters; else ``""``.

    Digits alone are Belgian; up to three noughts that a spreadsheet took from the beginning are put back. A Belgian
    number with wrong check digits identifies nobody.
    """
    bare = text.translate(_SEPARATORS).upper()
    if not bare.isascii() or not bare.isalnum():
        return ""
    digits = bare.removeprefix("BE")
    if digits.isdigit():
        digits = digits.zfill(_DIGITS) if len(digits) + _LOST >= _DIGITS else digits
        return f"BE{digits}" if is_belgian_number(digits) else ""
    foreign = bare[:2].isalpha() and not bare.startswith("BE") and any(sign.isdigit() for sign in bare[2:])
    return bare if foreign else ""


def is_belgian_number(digits: str) -> bool:
    """A number of the national register, or a BIS number (its month is 20 or 40 higher), with right check digits.

    What ``stdnum.be.nn`` and ``stdnum.be.bis`` do, without the clock and at a tenth of the time: the tests compare.
    Whoever was born from 2000 (to 2049: no clock is asked) has a 2 before the nine digits when these are checked.
    """
    if len(digits) != _DIGITS:
        return False
    counted, month = int(digits[:9]), int(digits[2:4])
    check = int(digits[9:])
    is_right = check == _MODULUS - counted % _MODULUS or (
        check == _MODULUS - (2_000_000_000 + counted) % _MODULUS and digits[:2] < _LATEST
    )
    return is_right and month // 20 < 3 and month % 20 <= 12
