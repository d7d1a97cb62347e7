"""Wages as people type and read them: "14,50" for 1450 cents."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from werktop.work_profiles.in_words import amount_in_words

AMOUNT = re.compile(r"(?:€\s*)?(\d{1,4})(?:[.,](\d{1,2}|-))?")


class AmountField(forms.Field):
    """An amount of money an hour, kept in whole cents; None where nothing was typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, widget=forms.TextInput({"inputmode": "decimal", "maxlength": 10}), **kwargs
        )

    def to_python(self, value: Any) -> Any:
        typed = (value or "").strip()
        if not typed:
            return None
        read = AMOUNT.fullmatch(typed)
        if read is None:
            raise ValidationError(
                _("Schrijf het loon per uur als een bedrag tot 500 euro, of laat het leeg.")
            )
        return int(read[1]) * 100 + int((read[2] or "0").replace("-", "0").ljust(2, "0"))

    def prepare_value(self, value: Any) -> Any:
        return amount_in_words(value) if isinstance(value, int) else value
