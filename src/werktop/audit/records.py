"""What every row has: a key made in Python and privacy labels."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from .keys import new_key
from .labels import Label


class Record(models.Model):
    """Abstract base: UUIDv7 key, and `privacy` labels for every field (a test sees to it)."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    privacy: ClassVar[dict[str, Label]] = {}

    class Meta:
        abstract = True
