"""A worker that is killed in the middle of storing leaves nothing behind, and the job can be run again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS, ROWS = 300, 12_000
BEGIN = """
import sys
import django
django.setup()
from django.core.management import call_command
from django.conf import settings
settings.MEDIA_ROOT = sys.argv[1]
"""
PREPARE = """
call_command("migrate", verbosity=0)
from pathlib import Path
from bench.participations import write_workbook
from bench.register_site import Desk
from openamif.register.actions.confirm_import import confirm_import
desk, path = Desk.opened(), Path(sys.argv[1]) / "file.xlsx"
write_workbook(path, rows=int(sys.argv[2]), persons=300)
print(confirm_import(desk.read(path.read_bytes()), by=desk.filler).pk)
"""
STORE = """
import time
from openamif.register.actions import store_import
if sys.argv[3:] == ["slowly"]:
    told = store_import.tell_progress
    def tell(upload, rows, done):
        told(upload, rows, done)
        if done:
            time.sleep(100)
    store_import.tell_progress = tell
from openamif.web.jobs import store_register_file
store_register_file.func(int(sys.argv[2]))
"""
COUNT = """
from openamif.register.models import Event, Participant, RegisterImport, Subject
from openamif.register.queries.staging import progress_of
upload = RegisterImport.objects.get(pk=int(sys.argv[2]))
rows = (Event, Participant, Subject)
print(upload.state, *(model.objects.count() for model in rows), progress_of(upload).rows_done)
"""


def test_a_worker_killed_in_mid_store_leaves_all_or_nothing(tmp_path):
    database = f"sqlite:///{tmp_path / 'site.sqlite3'}"
    environment = {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "config.settings.test"}

    def started(script: str, *arguments: object) -> subprocess.Popen:
        command = [sys.executable, "-c", BEGIN + script, str(tmp_path), *map(str, arguments)]
        return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def said(script: str, *arguments: object) -> str:
        process = started(script, *arguments)
        answer = process.communicate(timeout=SECONDS)[0]
        assert process.returncode == 0
        return answer.strip()

    pk = said(PREPARE, ROWS)
    worker = started(STORE, pk, "slowly")
    try:
        wait_for(tmp_path / "staged" / f"{pk}.progress", worker)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
    assert said(COUNT, pk) == "confirmed 0 0 0 10000"
    said(STORE, pk)
    assert said(COUNT, pk) == f"stored {ROWS} 300 300 {ROWS}"


def wait_for(progress: Path, worker: subprocess.Popen) -> None:
    """Until ten thousand rows are in the transaction, and the others are not."""
    until = time.monotonic() + SECONDS
    while not (progress.exists() and progress.read_text() == f"[{ROWS}, 10000]"):
        assert time.monotonic() < until
        assert worker.poll() is None
        time.sleep(0.05)
