"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Alles wat we bewaren")
SENTENCES: dict[str, Any] = {}
