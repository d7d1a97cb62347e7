"""The trail as sentences: what each command did, said of who did it ("Marieke Vonk wijzigde een kandidaat").

Each room has its own in `trail_words.py`, and says so in its `ready`: this floor knows none of them. A command without one fails
`tests/whole/test_trail_words.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .erasure import ErasureReason

SENTENCES: dict[str, Any] = {}
"""What a command did, by its verb."""
SEVERAL: dict[str, Any] = {}
"""The same, done several times one after another; what is not here gets "12 keer" behind it."""
TO_THE_PERSON: dict[str, Any] = {}
"""The same, said to the person whom it is about; what is not here says the same to everybody."""
ROOMS: dict[str, Any] = {}
"""What a room is called, by the first part of its verbs."""
KINDS: dict[str, Any] = {}
"""What a line may be about."""


def tells(words: ModuleType) -> None:
    """Have the `trail_words` of a room told: `TITLE`, `SENTENCES`, and where it has them `SEVERAL`, `TO_THE_PERSON` and
    `KINDS`."""
    room = words.__name__.removeprefix("werktop.").split(".")[0]
    sentences: dict[str, Any] = {
        **words.SENTENCES,
        **getattr(words, "SEVERAL", {}),
        **getattr(words, "TO_THE_PERSON", {}),
    }
    if strangers := [verb for verb in sentences if not verb.startswith(f"{room}.")]:
        raise ValueError(f"{room} tells of its own commands alone, not of {strangers}")
    ROOMS[room] = words.TITLE
    SENTENCES.update(words.SENTENCES)
    SEVERAL.update(getattr(words, "SEVERAL", {}))
    TO_THE_PERSON.update(getattr(words, "TO_THE_PERSON", {}))
    KINDS.update(getattr(words, "KINDS", {}))


NUMBERS: dict[str, Any] = {
    "count": _("aantal"),
    "rows": _("rijen"),
    "new": _("nieuw"),
    "altered": _("gewijzigd"),
    "retired": _("niet meer aangeboden"),
    "added": _("toegevoegd"),
    "already_there": _("stond er al"),
    "people": _("ondernemers"),
    "refused": _("niet overgenomen"),
    "doubtful": _("na te kijken"),
    "sent": _("verstuurd"),
    "told": _("geschreven aan"),
    "links_closed": _("links naar een oud adres gesloten"),
    "came": _("mogen mee"),
    "agreed": _("hardop afgesproken"),
    "mutual": _("van beide kanten"),
    "calls": _("te bellen"),
    "talks": _("gesprekken"),
    "steps": _("volgende stappen"),
    "dropped": _("vervallen"),
}


def sentence_of(verb: str) -> str:
    """What a command did, in words that follow a name."""
    return str(SENTENCES.get(verb) or gettext("deed iets dat deze versie niet meer kent"))


def sentence_to_person(verb: str) -> str:
    """What a command did, said to the person whom it is about: "schreef iets op over u"."""
    return str(TO_THE_PERSON.get(verb) or sentence_of(verb))


def sentence_of_several(verb: str, count: int) -> str:
    """What a command did `count` times on end, in words that follow a name."""
    if verb in SEVERAL:
        return str(SEVERAL[verb] % {"count": count})
    return gettext("%(what)s (%(count)d keer)") % {"what": sentence_of(verb), "count": count}


def kind_in_words(kind: str) -> str:
    """What a line is about; "" for what is about many things."""
    return str(KINDS.get(kind, ""))


def detail_in_words(detail: Mapping[str, Any]) -> str:
    """The numbers and the reason of a line; what has no words is left out."""
    parts = [f"{NUMBERS[name]}: {number}" for name, number in detail.items() if name in NUMBERS]
    reason = detail.get("reason")
    if reason in ErasureReason.values:
        parts.append(str(ErasureReason(reason).label))
    return ", ".join(parts)


def view_in_words(kind: str, count: int) -> str:
    """Whom somebody looked at, in words that follow a name."""
    if kind == "entrepreneur":
        words = ngettext("bekeek een ondernemer", "bekeek %(count)d ondernemers", count)
    elif kind == "guest":
        words = ngettext("bekeek een gast", "bekeek %(count)d gasten", count)
    else:
        words = ngettext("bekeek een kandidaat", "bekeek %(count)d kandidaten", count)
    return words % {"count": count}


def who_in_words(name: str, kind: str) -> str:
    """Who did it: a colleague by name; guests and the software by what they are."""
    if name:
        return name
    kinds = {
        "candidate": gettext("Een kandidaat, zelf"),
        "entrepreneur": gettext("Een ondernemer, met een link"),
        "account": gettext("Een collega, met een link"),
        "professional": gettext("Iemand die gevraagd is om te helpen, met een link"),
        "nobody": gettext("Iemand zonder account"),
        "system": "werktop",
    }
    return kinds.get(kind, gettext("Onbekend"))
