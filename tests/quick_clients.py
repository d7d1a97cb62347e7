"""What a client of the tests need not do anew. All go through one chain of middleware: each would make its own, which looks up
every static file and takes longer than what most of them ask; a change of a setting that it was made with makes a new one.
And what a page, or a mail or a field on it, is drawn with is kept for each of these, not for each of its hundred pieces."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.signals import setting_changed
from django.test import Client, client
from django.test.client import ClientHandler

MADE = ("_middleware_chain", "_view_middleware", "_template_response_middleware", "_exception_middleware")
MADE_WITH = ("MIDDLEWARE", "SECURE_", "STATIC", "WHITENOISE_", "SESSION_", "DEBUG", "FORCE_SCRIPT_NAME")
_load, _store = ClientHandler.load_middleware, client.store_rendered_templates
_kept: dict[str, Any] = {}


def take_over() -> None:
    """From now on this is how a client of the tests gets its chain, and what it keeps of a page."""
    ClientHandler.load_middleware = _load_once
    setting_changed.connect(_forget)
    client.store_rendered_templates = _store_wholes


def _load_once(handler: ClientHandler, is_async: bool = False) -> None:
    if not _kept:
        _load(handler, is_async)
        _kept.update({name: getattr(handler, name) for name in MADE})
    vars(handler).update(_kept)


def _forget(*, setting: str, **_change: Any) -> None:
    if setting.startswith(MADE_WITH):
        _kept.clear()


def _store_wholes(
    store: dict[str, Any], signal: Any, sender: Any, template: Any, context: Any, **more: Any
) -> None:
    # what a template includes, extends or draws as a piece of itself keeps the template that it is a piece of
    if context.template is template:
        _store(store, signal, sender, template, context, **more)


def session_of(account: Any) -> str:
    """The key of a session of this account, as logging in leaves it.

    The row is written directly: logging in asks the database some twenty things, and tests do it thousands of times.
    """
    store = SessionStore()
    kept = {
        SESSION_KEY: str(account.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: account.get_session_auth_hash(),
    }
    return Session.objects.create(
        session_key=token_hex(16), session_data=store.encode(kept), expire_date=store.get_expiry_date()
    ).session_key


def with_session(key: str) -> Client:
    """A client that has this session."""
    found = Client()
    found.cookies[settings.SESSION_COOKIE_NAME] = key
    return found


def logged_in(account: Any) -> Client:
    """A client with a session of this account."""
    return with_session(session_of(account))
