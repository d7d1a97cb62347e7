"""Settings. What differs per installation comes from the environment; `docs/operations.md` lists it.

WERKTOP_MODE is "production" unless the command line says "demo", "test" or "check"; only those three may
run with a key of their own.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from werktop.demo.logins import LOGINS

HOME = Path(__file__).resolve().parent.parent
ROOT = HOME.parent.parent
MODE = os.environ.get("WERKTOP_MODE", "production")
IS_DEMO = MODE == "demo"
SHORTEST_KEY = 50


def _key(name: str) -> str:
    value = os.environ.get(name, "")
    if MODE == "production" and len(value) < SHORTEST_KEY:
        raise SystemExit(
            f"{name} is not set, or shorter than {SHORTEST_KEY} characters. "
            "docs/operations.md lists the settings that `serve`, `worker` and `import` need."
        )
    return value or "for-demo-test-and-check-only-never-in-production-0123456789abcdef"


def _count(name: str) -> int:
    value = os.environ.get(name, "").strip() or "0"
    if not (value.isascii() and value.isdigit()):
        raise SystemExit(
            f"{name} is {value!r}: it must be a whole number, 0 or more. See docs/operations.md."
        )
    return int(value)


SECRET_KEY = _key("WERKTOP_SECRET_KEY")
# under which rows of lists are recognised; keep the first when the secret key changes
IDENTITY_KEY = os.environ.get("WERKTOP_IDENTITY_KEY", SECRET_KEY)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("WERKTOP_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
BASE_URL = os.environ.get("WERKTOP_BASE_URL", "http://localhost:8000").rstrip("/")
# how many proxies stand in front, each of which adds whom it saw to X-Forwarded-For
TRUSTED_PROXIES = _count("WERKTOP_TRUSTED_PROXIES")
CSRF_FAILURE_VIEW = "werktop.config.typed.csrf_failed"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DEMO_TODAY = date.fromisoformat(os.environ["WERKTOP_TODAY"]) if os.environ.get("WERKTOP_TODAY") else None

# rooms from the top floor down, see pyproject's contracts
ROOMS = [
    "demo", "desk", "portal", "exchange", "privacy",
    "placements", "matches", "proposals", "gatherings", "help_requests", "market_plan", "contacts",
    "work_profiles", "ambassadors", "candidates", "employers",
    "support", "catalogue", "accounts", "post", "regions", "audit", "ui",
]  # fmt: skip
INSTALLED_APPS = [
    *(f"werktop.{room}" for room in ROOMS if (HOME / room / "apps.py").exists()),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "axes",
    "csp",
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
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "werktop.config.gate.PageGate",
]
ROOT_URLCONF = "werktop.config.urls"
WSGI_APPLICATION = "werktop.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "werktop.ui.context.frame",
                "werktop.config.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

_conn = {
    key: str(value)
    for key, value in conninfo_to_dict(os.environ.get("DATABASE_URL", "postgresql:///werktop")).items()
    if value is not None
}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _conn.get("dbname", "werktop"),
        "USER": _conn.get("user", ""),
        "PASSWORD": _conn.get("password", ""),
        "HOST": _conn.get("host", ""),
        "PORT": _conn.get("port", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {k: v for k, v in _conn.items() if k not in ("dbname", "user", "password", "host", "port")}
        # how alike a name must be to count as found (0..1): 0.5 finds "Fatma" for "Fatima"; compiling a query of a page takes
        # longer than the query
        | {
            "options": f"{_conn.get('options', '')} -c pg_trgm.word_similarity_threshold=0.5 -c jit=off".strip()
        },
        # a database that is migrated already, which test databases are copied from
        "TEST": {"TEMPLATE": os.environ.get("WERKTOP_TEST_TEMPLATE") or None},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if MODE in ("test", "demo"):  # the demo prints its passwords anyway
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "accounts:log_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "werktop.accounts.visitors.address_of"
AXES_ENABLED = MODE != "demo"

# a server elsewhere where candidates log in for what needs certainty about who is there; off without it
_STRONG = {
    name: os.environ.get(f"WERKTOP_OIDC_{name.upper()}", "").strip()
    for name in ("issuer", "client_id", "client_secret")
}
STRONG_LOGIN: dict[str, Any] | None = None
if any(_STRONG.values()):
    if not all(_STRONG.values()):
        raise SystemExit(
            "WERKTOP_OIDC_ISSUER, WERKTOP_OIDC_CLIENT_ID and WERKTOP_OIDC_CLIENT_SECRET go together: set all three, "
            "or none. See docs/operations.md."
        )
    if MODE == "production" and not _STRONG["issuer"].startswith("https://"):
        raise SystemExit("WERKTOP_OIDC_ISSUER must begin with https://. See docs/operations.md.")
    STRONG_LOGIN = {
        **_STRONG,
        "name": os.environ.get("WERKTOP_OIDC_NAME", "").strip() or "OpenID Connect",
        "levels": [each for each in os.environ.get("WERKTOP_OIDC_LEVELS", "").split(",") if each.strip()],
    }

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
LOCALE_PATHS = [HOME / "config" / "locale"]  # the rooms bring their own
FORMAT_MODULE_PATH = "werktop.config.formats"

STATIC_URL = "static/"
STATIC_ROOT = ROOT / "staticfiles"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": [NONE],
    }
}
_IS_HTTPS = BASE_URL.startswith("https://")
SECURE_SSL_REDIRECT = False  # the proxy in front does it
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _IS_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _IS_HTTPS
SECURE_HSTS_PRELOAD = _IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
SILENCED_SYSTEM_CHECKS = ["security.W008"]  # the redirect to https is the proxy's work

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# who can log in to the demo, shown on its log-in page; nowhere else
DEMO_LOGINS = LOGINS if IS_DEMO else ()

# post
# the demo sends nothing unless it is given a mail server; its mailbox page shows what would have gone
EMAIL_BACKEND = (
    "werktop.post.gateways.Mailbox"
    if IS_DEMO and "WERKTOP_SMTP_HOST" not in os.environ
    else "werktop.post.smtp.BoundedBackend"
)
EMAIL_HOST = os.environ.get("WERKTOP_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("WERKTOP_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("WERKTOP_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("WERKTOP_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("WERKTOP_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 10  # seconds for a whole conversation, from connecting to the last answer
DEFAULT_FROM_EMAIL = os.environ.get("WERKTOP_FROM", "werktop <noreply@werktop.example>")
# what a message can be about, and who tells that in words (werktop.post.about)
ABOUT = {
    "gathering": "werktop.gatherings.queries.in_words.gatherings_in_words",
    # a talk that went with somebody who was erased; the gathering is still there
    "ended_talk": "werktop.gatherings.queries.in_words.gatherings_in_words",
}
# what a line of the trail can be about, and who tells a colleague of whom and where (werktop.accounts.told)
TOLD_OF = {
    "candidate": "werktop.candidates.told.candidates_told",
    "employer": "werktop.employers.told.employers_told",
    "contact_moment": "werktop.contacts.told.moments_told",
    "reminder": "werktop.contacts.told.reminders_told",
    "help_request": "werktop.help_requests.told.help_told",
    "proposal": "werktop.proposals.told.proposals_told",
    "placement": "werktop.placements.told.placements_told",
}
SMS_GATEWAY = os.environ.get("WERKTOP_SMS_GATEWAY", "stand-in")
# where firms are looked up: a class (werktop.employers.trade_register), and how the KVK's is reached
TRADE_REGISTER_KEY = os.environ.get("WERKTOP_TRADE_REGISTER_KEY", "")
TRADE_REGISTER_URL = os.environ.get("WERKTOP_TRADE_REGISTER_URL", "https://api.kvk.nl/api")
TRADE_REGISTER = os.environ.get(
    "WERKTOP_TRADE_REGISTER", "werktop.employers.trade_register.kvk.Kvk" if TRADE_REGISTER_KEY else ""
)
if IS_DEMO or MODE == "test":
    TRADE_REGISTER = "werktop.demo.register.Register"
HAS_MAILBOX_PAGE = IS_DEMO or MODE == "test"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("WERKTOP_LOG_LEVEL", "WARNING")},
}
