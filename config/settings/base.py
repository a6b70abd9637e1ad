"""What holds everywhere. A default stands here only if it is right for production and safe to publish."""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"

INSTALLED_APPS = [
    "openamif.people",
    "openamif.record",
    "openamif.programmes",
    "openamif.grants",
    "openamif.register",
    "openamif.reports",
    "openamif.verification",
    "openamif.letters",
    "openamif.demo",
    "openamif.web",
    "openamif.web.components",
    "openamif.web.public",
    "openamif.web.authority",
    "openamif.web.beneficiary",
    "openamif.web.administration",
    "openamif.web.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "django_htmx",
    "csp",
    "ninja",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "openamif.web.middleware.LogInMiddleware",
    "openamif.web.middleware.PersonLanguageMiddleware",
    "openamif.web.middleware.KeptNowhereMiddleware",
    "openamif.web.middleware.ReadOnlyGetMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "openamif.web.middleware.RefusalMiddleware",
    "openamif.web.middleware.TwinMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "openamif.web.context.frame",
            ],
            "builtins": ["openamif.web.components.templatetags.components", "django.templatetags.i18n"],
        },
    }
]


def database(url: str) -> dict[str, Any]:
    """The settings of one database from its address; SQLite is set up for several writers."""
    settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["CONN_MAX_AGE"] = 0
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
            f"PRAGMA mmap_size={2**30};",
        }
    else:
        # Compiling the statements that count takes longer than running them; their persons fit into this much memory;
        # and several processes together have them sooner than the planner believes.
        settings["OPTIONS"] = {"options": "-c jit=off -c work_mem=128MB -c parallel_tuple_cost=0.01"}
    return settings


DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "openamif.web.account_words.NotLikeYou"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "authority:home"
LOGOUT_REDIRECT_URL = "public:home"
ACCOUNT_ADAPTER = "openamif.web.accounts.Adapter"
SOCIALACCOUNT_ADAPTER = "openamif.web.accounts.SocialAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "openamif.web.account_forms.LoginForm",
    "reauthenticate": "openamif.web.account_forms.ReauthenticateForm",
    "change_password": "openamif.web.account_forms.ChangePasswordForm",
    "set_password": "openamif.web.account_forms.SetPasswordForm",
    "reset_password": "openamif.web.account_forms.ResetPasswordForm",
    "reset_password_from_key": "openamif.web.account_forms.ResetPasswordKeyForm",
}
MFA_ADAPTER = "openamif.web.accounts.StepsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "OpenAMIF"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "openamif.web.account_forms.AuthenticateForm",
    "reauthenticate": "openamif.web.account_forms.ReauthenticateCodeForm",
    "activate_totp": "openamif.web.account_forms.ActivateTOTPForm",
    "add_webauthn": "openamif.web.account_forms.AddWebAuthnForm",
    "edit_webauthn": "openamif.web.account_forms.EditWebAuthnForm",
}
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {}

LANGUAGE_CODE = "en"
LANGUAGES = [("fr", "Français"), ("nl", "Nederlands"), ("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [ROOT / "openamif" / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
SITE_NAME = _("Asylum, Migration and Integration Fund")
SITE_COUNTRY = "BE"
# Figures for everyone, ours too: nobody publishes sooner after the last time than after so many days.
FIGURES_APART = 28
# When letters are written: ours, no law says it. So many days before a report is due, and so many after it was.
LETTERS_BEFORE, LETTERS_AFTER = (30, 7), (1, 15)
# What was due longer ago than this many days is not reminded of: it is known by then, or was never owed here.
LETTERS_LATEST = 60
# A file that was worked on for as many seconds is told of by a letter; before that, its page is still open.
LETTERS_WORTHWHILE = 60
# After so many seconds a letter whose sending broke off is taken up again.
LETTERS_LEASE = 600
FRAME_SOURCE = "openamif.web.navigation.frame_source"

STATIC_URL = "static/"
STATIC_ROOT: Path | None = VAR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
]
NODE_MODULES = ROOT / "node_modules"
STATICFILES_DIRS = [
    (f"vendor/{name}", NODE_MODULES / path)
    for name, path in {
        "inter": "@fontsource-variable/inter",
        "bootstrap": "bootstrap/dist",
        "vega": "vega/build",
        "vega-lite": "vega-lite/build",
        "vega-embed": "vega-embed/build",
    }.items()
]
MEDIA_ROOT = VAR / "documents"
# Jobs wait in the database, for `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
FILE_UPLOAD_HANDLERS = ["openamif.web.uploads.LimitedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_FAILURE_VIEW = "openamif.web.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
NINJA_FIX_REQUEST_FILES_METHODS: set[str] = set()
