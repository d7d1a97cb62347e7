"""What an entrepreneur is written by this room: thanks, in the words of a colleague."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from werktop.audit.actors import Actor
from werktop.post.recipients import recipient_of
from werktop.post.telling import tell_guest
from werktop.regions import queries as regions

from .queries.yields import Yield
from .refusals import TooLongForAText

TIME_ZONE = "Europe/Amsterdam"
THANKS = "ambassador_thanks"
MOST_IN_A_TEXT = 200
"""With who sends it and for whom it is two segments at most."""


def thanks_words(person: Any, led_to: Yield) -> str:
    """Words to begin with: whom somebody brought in and what came of it, in totals."""
    lines = [_("Dank u wel dat u meedenkt en meedoet.")]
    if led_to.firms:
        lines.append(_("Door u doen mee: %(firms)s.") % {"firms": ", ".join(led_to.firms)})
    if led_to.through:
        said = ngettext(
            "Zij brachten samen nog %(n)d bedrijf mee.",
            "Zij brachten samen nog %(n)d bedrijven mee.",
            led_to.through,
        )
        lines.append(said % {"n": led_to.through})
    if led_to.talks:
        said = ngettext(
            "Door wie u voorstelde kwam er %(n)d gesprek.",
            "Door wie u voorstelde kwamen er %(n)d gesprekken.",
            led_to.talks,
        )
        lines.append(said % {"n": led_to.talks})
    lines.append(
        ngettext(
            "In de regio doet nu %(n)d bedrijf mee.",
            "In de regio doen nu %(n)d bedrijven mee.",
            led_to.region_total,
        )
        % {"n": led_to.region_total}
    )
    return "\n".join(lines)


def tell_thanks(*, actor: Actor, at: datetime, person: Any, words: str) -> bool:
    """Lay the message in the outbox, by the own way of this entrepreneur; False for who is only called.
    `TooLongForAText` where it goes by SMS and would be more than two."""
    to = recipient_of("entrepreneur", person)
    if to.channel == "sms" and len(words) > MOST_IN_A_TEXT:
        raise TooLongForAText(field="words")
    return tell_guest(
        actor=actor,
        at=at,
        organisation=regions.organisation_by_id(person.employer.organisation_id),
        to=to,
        time_zone=TIME_ZONE,
        subject=gettext_lazy("Dank voor uw hulp"),
        text="ambassadors/messages/thanks",
        context={"words": words, "sender": actor.name},
        about_kind="ambassador",
        about_id=person.pk,
        purpose=THANKS,
    )
