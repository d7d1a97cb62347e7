"""Checks of the settings of the post, made at the start: a wrong one is said before the first message waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, register
from django.utils.module_loading import import_string

from .gateways import STAND_IN

TAG = "post"


@register(TAG)
def the_sms_gateway_can_be_loaded(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """An error where WERKTOP_SMS_GATEWAY names no class with `send`; a word where text messages go nowhere."""
    chosen = settings.SMS_GATEWAY
    if chosen == STAND_IN:
        if settings.HAS_MAILBOX_PAGE:
            return []
        return [
            Info(
                "Text messages go nowhere: there is no SMS gateway, they wait in the outbox.",
                hint="Set WERKTOP_SMS_GATEWAY; docs/operations.md, “Text messages”.",
                id="post.I001",
            )
        ]
    hint = "Give the dotted path of a class with `send(message)`; docs/operations.md, “Text messages”."
    try:
        gateway = import_string(chosen)
    except ImportError as fault:
        return [
            Error(f"WERKTOP_SMS_GATEWAY: {chosen!r} cannot be loaded: {fault}", hint=hint, id="post.E001")
        ]
    if not (isinstance(gateway, type) and callable(getattr(gateway, "send", None))):
        return [Error(f"WERKTOP_SMS_GATEWAY: {chosen!r} is no class with `send`.", hint=hint, id="post.E002")]
    return []
