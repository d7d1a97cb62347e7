"""Why a talk does not go on, for a colleague: who said so, and what comes next. Never shown to a guest."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..models import FollowUpStatus, Outcome
from ..queries.talks import Talk


def off_in_words(talk: Talk) -> str:
    """Who called it off, or that it was not held, and what comes of it; "" for a talk that stands."""
    row = talk.row
    people = {"candidate": talk.candidate, "entrepreneur": talk.entrepreneur}
    who, candidate = people.get(row.unsuitable_by), talk.candidate.first_name
    if row.outcome == Outcome.NOT_HELD:
        return _("Dit gesprek is niet doorgegaan. Spreek een nieuw moment af, of zet de volgende stap.")
    if row.status == FollowUpStatus.UNSUITABLE:
        if who is None:
            return _("Dit moment kwam beiden niet uit. Zoek een ander moment.")
        return _("Dit moment kwam %(name)s niet uit. Zoek een ander moment.") % {"name": who.first_name}
    if row.status == FollowUpStatus.DROPPED:
        return _("Dit gesprek gaat niet door.")
    if row.status != FollowUpStatus.DECLINED:
        return ""
    if who is None:
        return _("Beiden zeiden dit gesprek af. De volgende stap staat klaar.")
    words = (
        _("%(name)s wil dit gesprek toch niet. De volgende stap staat klaar.")
        if who is talk.candidate
        else _("%(name)s wil dit gesprek toch niet. Zeg %(candidate)s alleen dat het niet doorgaat.")
    )
    return words % {"name": who.first_name, "candidate": candidate}
