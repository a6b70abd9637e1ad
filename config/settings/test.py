"""The tests: the workstation's settings with quick passwords and files that vanish."""

import os
import tempfile
from pathlib import Path

from .base import STATICFILES_DIRS, database
from .dev import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or "sqlite:///:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = Path(tempfile.gettempdir()) / "openamif-test-documents"
STATICFILES_DIRS = [(prefix, path) for prefix, path in STATICFILES_DIRS if Path(path).is_dir()]
# Each test has a client of its own: files are looked up when asked for, not all of them once a client.
WHITENOISE_AUTOREFRESH = True
