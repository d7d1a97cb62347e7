"""Under which law somebody has an income, and what a register or an indication says. Guarded: for who works with the person
alone, and with no way into a match, a seat or a ranking. Unknown is not no."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from .picture import Part, part_labels, tracked

BY_LAW = "to know which law helps, and who pays for it"


@pghistory.track(*tracked())
class Income(Part):
    """A law under which somebody has an income, or that there is none (NUG); one row for each, since two can run together."""

    class Law(models.TextChoices):
        PARTICIPATIEWET = "participatiewet", _("Participatiewet")
        IOAW = "ioaw", _("IOAW")
        IOAZ = "ioaz", _("IOAZ")
        WW = "ww", _("WW")
        ZW = "zw", _("Ziektewet")
        WIA = "wia", _("WIA")
        WAJONG = "wajong", _("Wajong")
        WSW = "wsw", _("Wsw")
        ANW = "anw", _("Anw")
        NONE = "none", _("geen uitkering")
        UNKNOWN = "unknown", _("weten we niet")

    SAYS = ("law", "since_date")
    IS_GUARDED = True

    law = models.CharField(max_length=16, choices=Law.choices)
    since_date = models.DateField(null=True, blank=True)

    privacy = part_labels(BY_LAW, "law since_date", "by-law")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "law"], name="a_law_once_per_candidate")]


@pghistory.track(*tracked())
class Standing(Part):
    """Whether a register or an indication names somebody, on which day that was looked up or decided."""

    class Kind(models.TextChoices):
        REGISTER = "register", _("doelgroepregister")
        SHELTERED = "sheltered", _("indicatie beschut werk")

    class Answer(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        UNKNOWN = "unknown", _("weten we niet")

    SAYS = ("kind", "answer", "on_date")
    IS_GUARDED = True

    kind = models.CharField(max_length=10, choices=Kind.choices)
    answer = models.CharField(max_length=8, choices=Answer.choices)
    on_date = models.DateField(null=True, blank=True)

    privacy = part_labels(BY_LAW, "kind answer on_date", "by-law")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidate", "kind"], name="a_register_once_per_candidate")
        ]
