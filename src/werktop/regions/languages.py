"""The languages that are spoken at tables and by colleagues."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """Languages people speak at a table (ISO 639-1)."""

    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    ARABIC = "ar", _("Arabisch")
    TURKISH = "tr", _("Turks")
    POLISH = "pl", _("Pools")
    UKRAINIAN = "uk", _("Oekraïens")
    TIGRINYA = "ti", _("Tigrinya")
    FARSI = "fa", _("Farsi")
    SPANISH = "es", _("Spaans")
    FRENCH = "fr", _("Frans")
    GERMAN = "de", _("Duits")
    SOMALI = "so", _("Somalisch")
