"""Write what waits beside the database, and take it away."""

import json
import os
from stat import S_IRWXU
from tempfile import NamedTemporaryFile

from openamif.register.models import RegisterImport
from openamif.register.queries.staging import ORIGINAL, PROGRESS, ROWS, folder, path_of

OWN_FOLDER = S_IRWXU


def write_staging(upload: RegisterImport, ending: str, content: bytes) -> None:
    """All of it or nothing: under another name first, read by nobody but the site."""
    folder().mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    there = path_of(upload, ending)
    with NamedTemporaryFile(dir=folder(), prefix=there.name, delete=False) as beside:
        beside.write(content)
    os.replace(beside.name, there)


def tell_progress(upload: RegisterImport, rows: int, done: int) -> None:
    """For whoever looks on: not in the database, which has one writer and shows nothing before the end."""
    write_staging(upload, PROGRESS, json.dumps([rows, done]).encode())


def remove_staging(upload: RegisterImport, *endings: str) -> None:
    """What no longer waits; all of it where nothing is named."""
    for ending in endings or (ORIGINAL, ROWS, PROGRESS):
        path_of(upload, ending).unlink(missing_ok=True)
