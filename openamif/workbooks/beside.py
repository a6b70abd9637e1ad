"""A long workbook is parsed in a process of its own, while this one looks whether it is safe and reads what has come.

Nothing is trusted before it was looked at: until then the other process has bounded memory, and is stopped if not.
"""

import faulthandler
import multiprocessing
import pickle
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

from openamif.workbooks.safety import MEGABYTE, NotAWorkbook
from openamif.workbooks.sheets import Sheets, Source

ROOM = 1500 * MEGABYTE
FORK = multiprocessing.get_context("fork")


def open_beside(open_sheets: Callable[[], Sheets], require_safe: Callable[[], None]) -> Sheets:
    """The sheets that ``open_sheets`` gives, to be asked for in their order. Raises NotAWorkbook as the two do."""
    ours, theirs = FORK.Pipe(duplex=False)
    parser = FORK.Process(target=_parse, args=(theirs, open_sheets), daemon=True)
    parser.start()
    theirs.close()
    told = _told(ours)
    try:
        require_safe()
        keys = next(told)
    except BaseException:
        parser.kill()
        raise
    return {key: _sheet(parser, told) for key in keys}


def _sheet(parser: Any, told: Iterator[Any]) -> Iterator[Source]:
    """One sheet; what nobody took of it is passed over. Whoever stops in the middle stops the other process too."""
    try:
        name, top, height, merged = next(told)
        blocks = iter(lambda: next(told), None)
        yield Source(name, top, blocks, height, merged)
        for _block in blocks:
            pass
    except BaseException:
        parser.kill()
        raise


def _told(parser: Connection) -> Iterator[Any]:
    """What the other process says; where it says no more, it was more than it had room for."""
    heard: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(parser, heard), daemon=True).start()
    while said := heard.get():
        meant = pickle.loads(said)  # noqa: S301  it comes from ourselves
        if isinstance(meant, NotAWorkbook):
            raise meant
        yield meant
    raise NotAWorkbook("not_a_workbook")


def _listen(parser: Connection, heard: "SimpleQueue[bytes]") -> None:
    """All that it says, so that it need not wait until this process has looked at it; nothing at the end."""
    try:
        with suppress(EOFError, OSError):
            while True:
                heard.put(parser.recv_bytes())
    finally:
        heard.put(b"")


def _parse(reader: Connection, open_sheets: Callable[[], Sheets]) -> None:
    """The keys of the sheets; then of each its head, and blocks until there are no more."""
    resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.disable()
    try:
        sheets = open_sheets()
        reader.send(list(sheets))
        for sheet in sheets.values():
            for source in sheet:
                reader.send((source.name, source.top, source.height, list(source.merged)))
                for block in source.blocks:
                    reader.send(block)
                reader.send(None)
    except NotAWorkbook as refusal:
        reader.send(refusal)
