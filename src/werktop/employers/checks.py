"""Checks of the settings of this room, made at the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

TAG = "employers"
ASKED = ("firms_found", "profile_of")


@register(TAG)
def the_trade_register_can_be_loaded(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """An error where WERKTOP_TRADE_REGISTER names no class that can be asked."""
    chosen = settings.TRADE_REGISTER
    if not chosen:
        return []
    if any(not "!" <= letter <= "~" for letter in settings.TRADE_REGISTER_KEY):
        words = "WERKTOP_TRADE_REGISTER_KEY has a space, a line break or a letter that no key has."
        return [
            Error(words, hint="Take it over once more, without what stands around it.", id="employers.E003")
        ]
    hint = "Give the dotted path of a class as in werktop.employers.trade_register; docs/operations.md, “The trade register”."
    try:
        found = import_string(chosen)
    except ImportError as fault:
        words = f"WERKTOP_TRADE_REGISTER: {chosen!r} cannot be loaded: {fault}"
        return [Error(words, hint=hint, id="employers.E001")]
    if not (isinstance(found, type) and all(callable(getattr(found, name, None)) for name in ASKED)):
        words = f"WERKTOP_TRADE_REGISTER: {chosen!r} is no class with `firms_found` and `profile_of`."
        return [Error(words, hint=hint, id="employers.E002")]
    return []
