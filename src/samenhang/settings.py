"""Settings, all from the environment; what is wrong or missing stops the start with one sentence."""

from pathlib import Path
from urllib.parse import urlsplit

from samenhang.environment import Environment

ENV = Environment.read()
PACKAGE = Path(__file__).parent
DATA = ENV.data
ROOT_KEY_FILE = ENV.root_key_file
SITE_URL = ENV.url
DEMO = ENV.demo

DEBUG = False
SECRET_KEY = ENV.secret_key()
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
SECURE = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "samenhang.apps.Samenhang",
]

MIDDLEWARE = [
    "samenhang.practice.middleware.storage_trouble",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samenhang.practice.middleware.headers",
    "samenhang.practice.middleware.straight_to_the_api",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "samenhang.practice.middleware.Csrf",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samenhang.practice.middleware.first_start",
    "samenhang.practice.middleware.scoped",
]

ROOT_URLCONF = "samenhang.urls"
WSGI_APPLICATION = "samenhang.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE, PACKAGE / "practice" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"look": "samenhang.look.templatetags.look"},
            "builtins": ["template_partials.templatetags.partials"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]

DATABASES = {"default": ENV.database()}
CACHES = {"default": {"BACKEND": "samenhang.practice.tally.TallyCache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "samenhang.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "samenhang.practice.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "samenhang.practice.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/vandaag/"
ACCOUNT_ADAPTER = "samenhang.practice.account.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,5/5m/key"}
ACCOUNT_FORMS = {
    "login": "samenhang.practice.account_forms.LoginForm",
    "reauthenticate": "samenhang.practice.account_forms.ReauthenticateForm",
    "change_password": "samenhang.practice.account_forms.ChangePasswordForm",
}
MFA_ADAPTER = "samenhang.practice.account.MFAAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "samenhang.practice.account_forms.AuthenticateForm",
    "reauthenticate": "samenhang.practice.account_forms.ReauthenticateCodeForm",
    "activate_totp": "samenhang.practice.account_forms.ActivateTOTPForm",
    "authenticate_webauthn": "samenhang.practice.account_forms.AuthenticateWebAuthnForm",
    "login_webauthn": "samenhang.practice.account_forms.LoginWebAuthnForm",
    "reauthenticate_webauthn": "samenhang.practice.account_forms.ReauthenticateWebAuthnForm",
    "add_webauthn": "samenhang.practice.account_forms.AddWebAuthnForm",
    "edit_webauthn": "samenhang.practice.account_forms.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samenhang"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

_PREFIX = "__Host-" if SECURE else ""
SESSION_ENGINE = "samenhang.vault.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_NAME = f"{_PREFIX}samenhang"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = SESSION_LASTS = 12 * 60 * 60
SESSION_IDLE = 30 * 60
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "samenhang.site.views.forbidden"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "nl"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "static"]
STATIC_ROOT = None  # served from where they lie, found by the finders
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = ENV.smtp()
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "filters": {"discreet": {"()": "samenhang.outside.logs.Discreet"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["discreet"]}},
    "loggers": {"samenhang": {"level": "WARNING"}},  # named, or what was loaded before would fall silent
    "root": {"handlers": ["console"], "level": "WARNING"},
}
