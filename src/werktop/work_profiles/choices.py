"""Fixed lists for work at an employer: days, times, what the place is like, why work is expected, how it stands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Day(models.TextChoices):
    MONDAY = "mon", _("maandag")
    TUESDAY = "tue", _("dinsdag")
    WEDNESDAY = "wed", _("woensdag")
    THURSDAY = "thu", _("donderdag")
    FRIDAY = "fri", _("vrijdag")
    SATURDAY = "sat", _("zaterdag")
    SUNDAY = "sun", _("zondag")


class PartOfDay(models.TextChoices):
    DAYTIME = "daytime", _("overdag")
    EVENING = "evening", _("'s avonds")
    NIGHT = "night", _("'s nachts")
    WEEKEND = "weekend", _("in het weekend")
    FLEXIBLE = "flexible", _("in overleg")


class Because(models.TextChoices):
    """Why an employer expects work."""

    GROWTH = "growth", _("groei")
    RETIREMENT = "retirement", _("iemand gaat met pensioen")
    CHANGED = "changed", _("het werk wordt anders ingericht")
    IN_TRAINING = "in_training", _("iemand van het bedrijf wordt opgeleid en schuift door")
    REPLACEMENT = "replacement", _("vervanging")
    OTHER = "other", _("iets anders")


class HowSure(models.TextChoices):
    CERTAIN = "certain", _("zeker")
    LIKELY = "likely", _("waarschijnlijk")
    POSSIBLE = "possible", _("misschien")


class Trait(models.TextChoices):
    """What the place is like, in words that both sides use. Never what somebody must be like."""

    QUIET = "quiet", _("rustige omgeving")
    LIVELY = "lively", _("levendige omgeving")
    ALONE = "alone", _("alleen werken")
    TEAM = "team", _("in een team")
    SAME = "same", _("elke dag hetzelfde")
    VARIED = "varied", _("afwisselend")
    INSIDE = "inside", _("binnen")
    OUTSIDE = "outside", _("buiten")
    MUCH_CONTACT = "much_contact", _("veel contact met klanten of bezoekers")
    LITTLE_CONTACT = "little_contact", _("weinig contact met klanten of bezoekers")
    OWN_PACE = "own_pace", _("in eigen tempo")
    HIGH_PACE = "high_pace", _("hoog tempo")
    GUIDE = "guide", _("één vast iemand die begeleidt")
    NO_DUTCH = "no_dutch", _("Nederlands is niet nodig voor het werk")


OPPOSITES = (
    (Trait.QUIET, Trait.LIVELY),
    (Trait.SAME, Trait.VARIED),
    (Trait.MUCH_CONTACT, Trait.LITTLE_CONTACT),
    (Trait.OWN_PACE, Trait.HIGH_PACE),
)
"""A place is one or the other. It may be inside and outside, and alone one day and in a team the next."""


class Status(models.TextChoices):
    IDEA = "idea", _("komt eraan")
    OPEN = "open", _("open")
    IN_TALK = "in_talk", _("in gesprek")
    FILLED = "filled", _("vervuld")
    GONE = "gone", _("gaat niet door")
    CARVED = "carved", _("verder als functie op maat")
    REGULAR = "regular", _("naar gewone werving")


RUNNING = (Status.IDEA, Status.OPEN, Status.IN_TALK)
CLOSED = (Status.FILLED, Status.GONE, Status.CARVED, Status.REGULAR)
WITH_REASON = (Status.CARVED, Status.REGULAR)
"""How it ended where it did not fit: the reason stands beside it."""


class Level(models.TextChoices):
    """What a task asks of who does it, in the words of the field."""

    SIMPLE = "simple", _("eenvoudig")
    TRAINING = "training", _("met wat uitleg")
    TRADE = "trade", _("vakwerk")
    SPECIALIST = "specialist", _("specialist")


class Turn(models.TextChoices):
    """How somebody stands in the queue for work without selection."""

    WAITING = "waiting", _("wacht op de beurt")
    OFFERED = "offered", _("het werk is aangeboden")
    AGREED = "agreed", _("zegt ja")
    STARTED = "started", _("is begonnen")
    DECLINED = "declined", _("ziet ervan af")


HOLDING = (Turn.OFFERED, Turn.AGREED, Turn.STARTED)
"""These have one of the places."""
SAID_YES = (Turn.AGREED, Turn.STARTED)
"""Of these the employer reads the first name."""


class AskedHow(models.TextChoices):
    TALK = "talk", _("in een gesprek")
    CALL = "call", _("aan de telefoon")
    WRITTEN = "written", _("op papier of in een bericht")
