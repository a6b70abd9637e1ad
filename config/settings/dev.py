"""A workstation: SQLite unless DATABASE_URL says otherwise, a key of its own, mail in files."""

import os

from .base import *  # noqa: F403
from .base import VAR, database

DEBUG = os.environ.get("DEBUG", "") == "1"
SECRET_KEY = "only-for-a-workstation-never-for-a-server"  # noqa: S105
# Only for a workstation, never for a server: anybody can read it here.
REGISTER_KEYS = "6f6e6c7920666f72206120776f726b73746174696f6e2c206e6576657220656c"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'openamif.sqlite3'}")}
SITE_ADDRESS = "http://127.0.0.1:8000"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
