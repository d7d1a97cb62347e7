"""Refusals of this room, in words for the person at the screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal


class BlockIsTaken(Refusal):
    text = _("Dit tijdstip is net door een ander gesprek bezet. Kies een ander tijdstip.")


class TalkIsOver(Refusal):
    text = _("Van deze afspraak is al genoteerd wat eruit kwam.")


class TalkIsToCome(Refusal):
    text = _("Dit gesprek moet nog komen. Gaat het niet door? Zeg het af, dan krijgen beiden bericht.")


class TalkDoesNotGoOn(Refusal):
    text = _(
        "Dit gesprek gaat niet door: er is niets te noteren. Kijk bij de volgende stap van de kandidaat."
    )


class TalkNeedsNoCall(Refusal):
    text = _("Hierover hoeft niemand te bellen.")


class GuestSaidSo(Refusal):
    """A guest said through the own link that it does not go on: a colleague does not undo that."""

    text = _(
        "Dit gaf de gast zelf door via de eigen link. Bel en vraag het na: alleen de gast kan het terugdraaien."
    )


class TooLateToTakeBack(Refusal):
    text = _("De ander weet al dat het niet doorgaat. Wilt u het gesprek toch? Bel ons.")


class WhoSaidSo(Refusal):
    text = _("Kies wie van de twee dit laat weten.")


class HourIsGone(Refusal):
    text = _("Dit moment is ondertussen bezet. Wilt u het gesprek toch? Bel ons.")


class PlaceIsTaken(Refusal):
    text = _(
        "In de plaats van dit gesprek is ondertussen een ander gesprek gekomen. Wilt u het toch? Bel ons."
    )


class NothingChosen(Refusal):
    text = _("Er staat geen enkele afspraak op akkoord. Kies er een of meer en verstuur dan.")


class BlockIsBackwards(Refusal):
    text = _("Een vrij moment eindigt later dan het begint. Kijk de tijden na.")


class OutcomeIsUnknown(Refusal):
    text = _("Kies wat er uit het gesprek kwam.")


class TalkIsThere(Refusal):
    text = _("Deze twee hebben al een gesprek of een voorstel. Kijk in de lijst.")


class HasStopped(Refusal):
    """Somebody who takes part no more gets no talk: who."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s doet niet meer mee. Kies iemand anders.") % {"name": name})


class EnoughTalks(Refusal):
    """An entrepreneur has as many talks as she or he wants: who, and how many."""

    way_out: Any = _(
        "Kies iemand anders. Mogen het er meer zijn? Noteer dat bij “Wanneer kunnen de ondernemers?”."
    )

    def __init__(self, name: str, most: int) -> None:
        words = ngettext(
            "%(name)s wil hoogstens %(count)d gesprek: dit is er een te veel.",
            "%(name)s wil hoogstens %(count)d gesprekken: dit is er een te veel.",
            most,
        )
        super().__init__(f"{words} {self.way_out}" % {"name": name, "count": most})


class EnoughTalksForCandidate(EnoughTalks):
    """A candidate has as many talks as she or he wants: who, and how many."""

    way_out = _(
        "Kies bij een ander voorstel van %(name)s “Niet versturen” en verstuur dat. Voeg dit gesprek daarna toe."
    )


class BlockIsOver(Refusal):
    """The hour of a talk lies in the past: which hour (in the time zone of the screen)."""

    def __init__(self, starts_at: datetime) -> None:
        when = date_format(timezone.localtime(starts_at), "DATETIME_FORMAT")
        words = _("Het tijdstip %(when)s is al geweest. Kies een ander tijdstip, of “Wij bellen beiden”.")
        super().__init__(words % {"when": when})


class MomentIsPast(Refusal):
    text = _("Dit moment is al geweest. Kies een dag en tijd die nog komen.")


class LengthOutOfRange(Refusal):
    """An appointment that is shorter or longer than a talk can be, in minutes."""

    def __init__(self, least: int, most: int) -> None:
        words = _("Een gesprek duurt %(least)d tot %(most)d minuten.")
        super().__init__(words % {"least": least, "most": most}, field="length_minutes")


ANOTHER_TIME = _("Kies een andere tijd.")


def at_gathering(name: str, gathering: str, starts_at: datetime, *, is_waiting: bool) -> str:
    """That somebody is at a gathering then, or waits for a chair there, with the moment on which it begins."""
    words = (
        _("%(name)s staat dan op de wachtlijst voor het prettig gesprek bij %(gathering)s: %(when)s.")
        if is_waiting
        else _("%(name)s komt dan naar het prettig gesprek bij %(gathering)s: %(when)s.")
    )
    when = date_format(timezone.localtime(starts_at), "DATETIME_FORMAT")
    return words % {"name": name, "gathering": gathering, "when": when}


class HourClashes(Refusal):
    """Somebody has another talk at that hour, or comes to a `gathering` or waits for a chair there: who, and when (in the
    time zone of the screen). Of a talk not with whom: it may be another organisation's."""

    def __init__(
        self,
        name: str,
        starts_at: datetime,
        *,
        is_told: bool = True,
        gathering: str = "",
        is_waiting: bool = False,
    ) -> None:
        when = date_format(timezone.localtime(starts_at), "DATETIME_FORMAT")
        if gathering:
            text = f"{at_gathering(name, gathering, starts_at, is_waiting=is_waiting)} {ANOTHER_TIME}"
            super().__init__(text, field="begins")
            return
        words = (
            _("%(name)s heeft dan al een ander gesprek: %(when)s. Kies een andere tijd.")
            if is_told
            else _(
                "Voor %(name)s staat dan een voorstel klaar: %(when)s. Kies een andere tijd, of geef dat voorstel een ander moment."
            )
        )
        super().__init__(words % {"name": name, "when": when}, field="begins")


class TalkIsProposal(Refusal):
    text = _("Dit gesprek is nog een voorstel. Verstuur het eerst, zodat beiden ervan weten.")


class GatheringNotBegun(Refusal):
    text = _("Dit gesprek is nog niet begonnen. Op de dag zelf kun je gesprekken voorstellen.")


class GatheringNotOver(Refusal):
    text = _("Dit gesprek is nog niet afgesloten. Daarna kun je de ondernemers bedanken.")


class GatheringIsOff(Refusal):
    text = _("Dit gesprek gaat niet door. Er valt niets voor te stellen.")


class IdeaIsGone(Refusal):
    text = _("Dit idee is er niet meer: het bedrijf of wie het kent is veranderd. Kies een ander.")


class StepIsTaken(Refusal):
    text = _("Deze stap is al gedaan. Kijk in de lijst.")


class TalkIsSent(Refusal):
    text = _("Een collega was eerder: deze afspraak is al verstuurd. Kijk bij “Afgesproken”.")
