"""Under which law somebody has an income, and what a register or an indication says. Guarded: for who works with the person
alone, and with no way into a match, a seat or a ranking. Unknown is not no."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .picture import Part, part_labels, tracked

BY_LAW = "to know which law helps, and who pays for it"


@pghistory.track(*tracked())
class Income(Part):
    """A law under which somebody has an income, or that there is none (NUG); one row for each, since two can run together."""

    class Law(models.TextChoices):
        PARTICIPATIEWET = "participatiewet", _("bijstand (Participatiewet)")
        WW = "ww", _("WW-uitkering (Werkloosheidswet)")
        ZW = "zw", _("ziektewetuitkering (ZW)")
        WIA = "wia", _("WIA-uitkering (WGA of IVA)")
        WAO = "wao", _("WAO-uitkering (ziek geworden voor 2004)")
        WAJONG = "wajong", _("Wajong-uitkering")
        IOW = "iow", _("IOW-uitkering (60-plus, na WW of WGA)")
        IOAW = "ioaw", _("IOAW-uitkering (ouder, na de WW)")
        IOAZ = "ioaz", _("IOAZ-uitkering (ouder, had een eigen bedrijf)")
        BBZ = "bbz", _("bijstand voor zelfstandigen (Bbz)")
        ANW = "anw", _("nabestaandenuitkering (Anw)")
        WSW = "wsw", _("loon uit een Wsw-dienstverband")
        NONE = "none", _("geen uitkering")
        UNKNOWN = "unknown", _("weten we niet")

    SAYS = ("law", "since_date", "until_date")
    IS_GUARDED = True

    law = models.CharField(max_length=16, choices=Law.choices)
    since_date = models.DateField(null=True, blank=True)
    until_date = models.DateField(null=True, blank=True)
    """The day on which it stopped; from then on it is no income any more."""

    privacy = part_labels(BY_LAW, "law since_date until_date", "by-law")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidate", "law"], name="a_law_once_per_candidate"),
            models.CheckConstraint(
                name="an_income_stops_after_it_began",
                condition=Q(since_date=None) | Q(until_date=None) | Q(since_date__lte=F("until_date")),
            ),
        ]


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
