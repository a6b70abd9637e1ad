"""A server: whatever is not safe to publish comes from the environment, and missing means refuse to start."""

import os

from .base import *  # noqa: F403
from .base import VAR, database

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
DATABASES = {"default": database(os.environ["DATABASE_URL"])}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
MEDIA_ROOT = os.environ.get("DOCUMENTS", str(VAR / "documents"))
DEFAULT_FROM_EMAIL = os.environ["MAIL_FROM"]
EMAIL_HOST = os.environ["MAIL_HOST"]
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

if "OIDC_SERVER_URL" in os.environ:
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": os.environ.get("OIDC_NAME", "OpenID Connect"),
                    "client_id": os.environ["OIDC_CLIENT_ID"],
                    "secret": os.environ["OIDC_CLIENT_SECRET"],
                    "settings": {"server_url": os.environ["OIDC_SERVER_URL"]},
                }
            ]
        }
    }
