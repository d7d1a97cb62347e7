"""Why a talk does not go on, for a colleague: who said so, who hears it when, and what comes next. Never shown to a guest."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.post import queries as post
from werktop.post.recipients import recipient_of

from ..messages import OFF
from ..models import FollowUpStatus, Outcome
from ..queries.calls import TalkCall, calls_of
from ..queries.own_talk import BOTH, GUESTS, can_take_back
from ..queries.talks import Talk
from .pair_words import moment


def off_in_words(talk: Talk) -> str:
    """Who called it off, or that it was not held, and what comes of it; "" for a talk that stands."""
    row = talk.row
    people = {"candidate": talk.candidate, "entrepreneur": talk.entrepreneur}
    who, candidate = people.get(row.unsuitable_by), talk.candidate.first_name
    if row.outcome == Outcome.NOT_HELD:
        return _("Dit gesprek is niet doorgegaan. Spreek een nieuw moment af, of zet de volgende stap.")
    if row.status == FollowUpStatus.UNSUITABLE:
        # the hour that it has now is only proposed
        when = capfirst(moment(row.called_off_starts_at)) if row.called_off_starts_at else _("Dit moment")
        if who is None:
            return _("%(when)s kwam beiden niet uit. Zoek een ander moment.") % {"when": when}
        words = _("%(when)s kwam %(name)s niet uit. Zoek een ander moment.")
        return words % {"when": when, "name": who.first_name}
    if row.status == FollowUpStatus.DROPPED:
        return _("Dit gesprek gaat niet door.")
    if row.status != FollowUpStatus.DECLINED:
        return ""
    if row.unsuitable_by == BOTH:
        return _("Beiden zeiden dit gesprek af. De volgende stap staat klaar.")
    if who is None:
        return _stopped_in_words(talk)
    words = (
        _("%(name)s wil dit gesprek toch niet. De volgende stap staat klaar.")
        if who is talk.candidate
        else _("%(name)s wil dit gesprek toch niet. Zeg %(candidate)s alleen dat het niet doorgaat.")
    )
    return words % {"name": who.first_name, "candidate": candidate}


def _stopped_in_words(talk: Talk) -> str:
    """It ended because one of the two, or both, stopped."""
    if talk.candidate.left_at is not None:
        return _("%(name)s doet niet meer mee. Dit gesprek gaat niet door.") % {
            "name": talk.candidate.first_name
        }
    if not talk.entrepreneur.is_active:
        return _("%(name)s doet niet meer mee. De volgende stap van %(candidate)s staat klaar.") % {
            "name": talk.entrepreneur.first_name,
            "candidate": talk.candidate.first_name,
        }
    return _("Dit gesprek gaat niet door.")


def heard_in_words(talk: Talk, calls: list[TalkCall], *, until: datetime, at: datetime) -> list[str]:
    """Sentences about who hears when that it does not go on, while it can be taken back (`until`), and by whom."""
    clock = time_format(timezone.localtime(until), "TIME_FORMAT")
    waiting = post.waiting_about(about_kind="follow_up", about_id=talk.row.pk, purposes=OFF)
    soon, later = [], []
    for side in GUESTS:
        person = getattr(talk, side)
        channel, from_at = waiting.get((side, person.pk), ("", None))
        if channel == "letter":
            words = _("%(name)s krijgt een brief: die staat dan klaar om te printen.")
            later.append(words % {"name": person.first_name})
        elif channel and from_at is not None and from_at > until:
            # a text message of the evening leaves in the morning
            words = _("%(name)s hoort het %(when)s.")
            later.append(words % {"name": person.first_name, "when": moment(from_at)})
        elif channel:
            soon.append(person.first_name)
    said = []
    if len(soon) == 2:
        said.append(
            _("Om %(until)s uur horen beiden dat het niet doorgaat, niet van wie.") % {"until": clock}
        )
    elif soon:
        words = _("Om %(until)s uur hoort %(name)s dat het niet doorgaat, niet van wie.")
        said.append(words % {"until": clock, "name": soon[0]})
    said += later
    none = _("Bel %(name)s zelf na %(until)s uur: een bericht kan niet.")
    late = _("Bel %(name)s zelf na %(until)s uur: een bericht komt misschien te laat.")
    for call in calls:
        words = late if call.has_message else none
        said.append(words % {"name": call.person.first_name, "until": clock})
    if can_take_back(talk.row, by="staff", at=at):
        said.append(_("Tot %(until)s uur kun je het terugdraaien.") % {"until": clock})
    else:
        said_by = getattr(talk, talk.row.unsuitable_by)
        words = _("%(name)s zei dit zelf en kan het tot %(until)s uur terugdraaien.")
        said.append(words % {"name": said_by.first_name, "until": clock})
    return said


def names_not_written_to(talk: Talk) -> str:
    """Who of the two gets no message, for who is about to agree on it or to call it off; "" where both do."""
    return _(" en ").join(_names(talk, is_written_to=False))


def moment_in_words(talk: Talk, when: str, *, is_changed: bool, is_known: bool) -> str:
    """What was agreed on, who gets a message of it and who is still to be called. The talk as it is now."""
    if not is_changed:
        return _("Dit stond al zo: %(when)s. Er gaat geen bericht uit.") % {"when": when}
    told, called = _names(talk, is_written_to=True), _names(talk, is_written_to=False)
    said = [_("Afgesproken: %(when)s.") % {"when": when}]
    if not called:
        said.append(_("Beiden krijgen bericht, met de afspraak voor hun agenda."))
    elif told:
        said.append(_("%(name)s krijgt bericht.") % {"name": told[0]})
    if called and not is_known:
        said.append(_("Bel %(names)s nog: een bericht kan niet.") % {"names": _(" en ").join(called)})
    late = [call.person.first_name for call in calls_of(talk) if call.has_message and not call.called_at]
    if late:
        words = _("Bel %(names)s nog: een bericht komt misschien te laat.")
        said.append(words % {"names": _(" en ").join(late)})
    return " ".join(said)


def _names(talk: Talk, *, is_written_to: bool) -> list[str]:
    people = {side: getattr(talk, side) for side in GUESTS}
    return [
        p.first_name for side, p in people.items() if recipient_of(side, p).is_written_to == is_written_to
    ]
