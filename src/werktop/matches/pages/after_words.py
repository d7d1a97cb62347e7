"""What the page after a gathering says: what is on akkoord, what was proposed, what went out and what did not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..market import Wishes
from ..queries.talks import Talk
from ..standing import lost_side, who_answered_otherwise
from .pair_words import lost_in_words, otherwise_in_words


def to_send_in_words(talk_count: int, step_count: int) -> str:
    """What is ready to go out: "3 afspraken en 2 volgende stappen"; only what there is."""
    words = [
        ngettext("%(count)d afspraak", "%(count)d afspraken", talk_count) % {"count": talk_count},
        ngettext("%(count)d volgende stap", "%(count)d volgende stappen", step_count) % {"count": step_count},
    ]
    there = [each for each, count in zip(words, (talk_count, step_count), strict=True) if count]
    if not there:
        return _("Vink aan wat je wilt versturen")
    return _("Op akkoord: %(what)s") % {"what": _(" en ").join(there)}


def words_to_count() -> dict[str, str]:
    """The same words for the page's script, with "{n}" for the number."""
    return {
        "none": _("Vink aan wat je wilt versturen"),
        "some": _("Op akkoord: %(what)s") % {"what": "{what}"},
        "join": _(" en "),
        "talk": ngettext("%(count)d afspraak", "%(count)d afspraken", 1).replace("%(count)d", "{n}"),
        "talks": ngettext("%(count)d afspraak", "%(count)d afspraken", 2).replace("%(count)d", "{n}"),
        "step": ngettext("%(count)d volgende stap", "%(count)d volgende stappen", 1).replace(
            "%(count)d", "{n}"
        ),
        "steps": ngettext("%(count)d volgende stap", "%(count)d volgende stappen", 2).replace(
            "%(count)d", "{n}"
        ),
    }


def proposed_in_words(counts: Mapping[str, int]) -> str:
    """What was proposed, and whether there could be more."""
    talk_count = counts["agreed"] + counts["mutual"]
    told = _("%(talks)s voorgesteld, %(calls)s, %(steps)s.") % {
        "talks": ngettext("%(count)s gesprek", "%(count)s gesprekken", talk_count) % {"count": talk_count},
        "calls": _("%(count)s keer bellen wij") % {"count": counts["calls"]},
        "steps": ngettext(
            "%(count)s mens krijgt een andere volgende stap",
            "%(count)s mensen krijgen een andere volgende stap",
            counts["steps"],
        )
        % {"count": counts["steps"]},
    }
    if not talk_count:
        return told
    more = ngettext(
        "Er kan hoogstens %(count)s gesprek meer zijn dat beiden willen.",
        "Er kunnen hoogstens %(count)s gesprekken meer zijn die beiden willen.",
        counts["more"],
    ) % {"count": counts["more"]}
    no_more = _("Meer gesprekken die beiden willen, kunnen er niet zijn.")
    return f"{told} {more if counts['more'] else no_more}"


def sent_in_words(counts: Mapping[str, Any]) -> str:
    """What went out."""
    talks_sent = ngettext(
        "%(count)d afspraak is onderweg.", "%(count)d afspraken zijn onderweg.", counts["talks"]
    )
    steps_sent = ngettext(
        "%(count)d mens krijgt bericht van een andere volgende stap.",
        "%(count)d mensen krijgen bericht van een andere volgende stap.",
        counts["steps"],
    )
    words = [(counts["talks"], talks_sent), (counts["steps"], steps_sent)]
    told = [sentence % {"count": count} for count, sentence in words if count]
    if counts["thanks"] or counts["thanks_calls"]:
        told.append(thanked_in_words(counts["thanks"], counts["thanks_calls"]))
    return " ".join(told) or _("Bewaard. Er ging niets de deur uit.")


def thanked_in_words(thanks: int, calls: int) -> str:
    """How many entrepreneurs get a thank-you, and how many are to be called for it."""
    sent = ngettext(
        "%(count)d ondernemer zonder gesprek krijgt een bedankje.",
        "%(count)d ondernemers zonder gesprek krijgen een bedankje.",
        thanks,
    )
    to_call = ngettext(
        "Bel nog %(count)d ondernemer om te bedanken.",
        "Bel nog %(count)d ondernemers om te bedanken.",
        calls,
    )
    said = [sentence % {"count": count} for count, sentence in ((thanks, sent), (calls, to_call)) if count]
    return " ".join(said) or _("Iedereen is al bedankt.")


def not_sent_in_words(talks: list[Talk], wishes: Wishes, new_steps: int) -> str:
    """Who dropped out, and that who lost a talk by it has a next step; "" where all went out."""
    words = []
    for talk in talks:
        lost, who = lost_side(talk.row, wishes), who_answered_otherwise(talk.row, wishes)
        why = lost_in_words(talk, lost) if lost else otherwise_in_words(talk, who) if who else ""
        if why:
            words.append(why + " " + _("Dit gesprek is niet verstuurd."))
    if new_steps:
        words.append(
            ngettext(
                "%(count)d mens kreeg een andere volgende stap. Kijk die na.",
                "%(count)d mensen kregen een andere volgende stap. Kijk die na.",
                new_steps,
            )
            % {"count": new_steps}
        )
    return " ".join(words)
