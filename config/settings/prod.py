"""A server: whatever is not safe to publish comes from the environment, and missing means refuse to start."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import SELF

from .base import *  # noqa: F403
from .base import CONTENT_SECURITY_POLICY, VAR, database

SECRET_KEY = os.environ["SECRET_KEY"]
# Keys of the pseudonyms, hexadecimal, oldest first, with commas: whoever has them can test a name.
REGISTER_KEYS = os.environ["REGISTER_KEYS"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
DATABASES = {"default": database(os.environ["DATABASE_URL"])}
# Attempts to log in are counted there: with Django's 300 entries, a flood of attempts would make it forget them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
MEDIA_ROOT = Path(os.environ.get("DOCUMENTS", VAR / "documents"))
# Where letters lead: the address of the site as its readers type it.
SITE_ADDRESS = os.environ["SITE_ADDRESS"].rstrip("/")
DEFAULT_FROM_EMAIL = os.environ["MAIL_FROM"]
EMAIL_HOST = os.environ["MAIL_HOST"]
EMAIL_PORT = int(os.environ.get("MAIL_PORT", "25"))
EMAIL_USE_TLS = os.environ.get("MAIL_SECURITY") == "starttls"
EMAIL_USE_SSL = os.environ.get("MAIL_SECURITY") == "tls"
EMAIL_HOST_USER = os.environ.get("MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("MAIL_PASSWORD", "")
EMAIL_TIMEOUT = 20
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
# A browser takes a cookie of such a name from this very host alone, not from one beside it.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("PROXIES", "1"))

if "OIDC_SERVER_URL" in os.environ:
    # A browser holds form-action against the address that a form's answer leads to: that of the provider's log-in page.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] = [
        SELF,
        os.environ.get("OIDC_LOGIN_ORIGIN")
        or "{0.scheme}://{0.netloc}".format(urlsplit(os.environ["OIDC_SERVER_URL"])),
    ]
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": os.environ.get("OIDC_NAME", "OpenID Connect"),
                    "client_id": os.environ["OIDC_CLIENT_ID"],
                    "secret": os.environ["OIDC_CLIENT_SECRET"],
                    "settings": {"server_url": os.environ["OIDC_SERVER_URL"], "oauth_pkce_enabled": True},
                }
            ]
        }
    }
