"""A workstation: SQLite unless DATABASE_URL says otherwise, a key of its own, mail on the console."""

import os

from .base import *  # noqa: F403
from .base import VAR, database

DEBUG = os.environ.get("DEBUG", "") == "1"
SECRET_KEY = "only-for-a-workstation-never-for-a-server"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'openamif.sqlite3'}")}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
