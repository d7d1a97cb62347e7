"""What a guest needs on the day: what was said of this gathering, by the link or to a colleague, and where nothing was
said what the file says. A later change in the file is followed as long as nothing was said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Guest

IN_THE_FILE = {
    "wants_travel_paid": "is_travel_paid",
    "wants_childcare": "is_childcare_needed",
    "wants_interpreter": "is_interpreter_needed",
    "brings_somebody": "has_companion",
}
"""Each need as a guest has it, to the field of the candidate that says the same."""
TRAVEL = "wants_travel_paid"
NOTE = "day_note"
"""What else the file says of the day, in the own words of who wrote it down."""
BEFOREHAND = ("wants_childcare", "wants_interpreter")
"""Without these somebody cannot be there: they have to stand before the day."""
WORDS = {
    "wants_travel_paid": gettext_lazy("reiskosten"),
    "wants_childcare": gettext_lazy("kinderopvang"),
    "wants_interpreter": gettext_lazy("tolk"),
    "brings_somebody": gettext_lazy("stoel extra"),
}


def is_needed(guest: Guest, person: Any, name: str) -> bool:
    """Whether this guest, who is the candidate `person`, needs what is called `name` in `IN_THE_FILE`."""
    said = getattr(guest, name)
    return bool(getattr(person, IN_THE_FILE[name]) if said is None else said)


def needs_of(guest: Guest, person: Any) -> dict[str, bool]:
    """Each need by its name, and whether this guest, who is the candidate `person`, has it."""
    return {name: is_needed(guest, person, name) for name in IN_THE_FILE}


def needing(
    *names: str, of: str = "", files_of: UUID | None = None, is_open: bool = False, is_unsaid: bool = False
) -> Q:
    """Guests who need any of these; `of` is the path to the guest. The files that count are those of the organisation
    `files_of`, or all; with `is_open` only what nobody ticked as arranged, with `is_unsaid` only what the file says and the
    guest did not."""
    found = Q()
    for name in names:
        by_file = Q(**{f"{of}{name}__isnull": True, f"{of}candidate__{IN_THE_FILE[name]}": True})
        if files_of:
            by_file &= Q(**{f"{of}organisation_id": files_of})
        needs = by_file if is_unsaid else Q(**{f"{of}{name}": True}) | by_file
        found |= needs & ~Q(**{f"{of}arranged__contains": [name]}) if is_open else needs
    return found


def in_words(name: str, day_note: str) -> str:
    """A need in words; the note of the file in its own."""
    return day_note if name == NOTE else str(WORDS[name])


def to_tick(name: str) -> str:
    """What is ticked as arranged, in words on a button."""
    return _("wat erbij staat") if name == NOTE else str(WORDS[name])


def ticked(name: str) -> str:
    """What a tick says of it: of the journey that it is paid, of all else that it is arranged."""
    return _("betaald") if name == TRAVEL else _("geregeld")


def beforehand_in_words(needs: Collection[str], arranged: Collection[str]) -> list[str]:
    """To a colleague who calls, of these `needs`: whether what cannot be done without is arranged."""
    return [
        (_("%(what)s geregeld") if name in arranged else _("%(what)s nog niet geregeld"))
        % {"what": WORDS[name]}
        for name in BEFOREHAND
        if name in needs
    ]


def what_is_there(needs: Mapping[str, bool], arranged: Collection[str]) -> list[str]:
    """To a guest, of what cannot be done without: what is arranged."""
    there = {
        "wants_interpreter": _("Er is een tolk."),
        "wants_childcare": _("Er is oppas voor uw kinderen."),
    }
    return [words for name, words in there.items() if needs.get(name) and name in arranged]


def open_beforehand(needs: Mapping[str, bool], arranged: Collection[str]) -> list[str]:
    """Which of what cannot be done without is needed, and not arranged yet."""
    return [name for name in BEFOREHAND if needs.get(name) and name not in arranged]


def not_sure_yet(needs: Mapping[str, bool], arranged: Collection[str]) -> str:
    """To a guest, in a text message, of what cannot be done without: what is not arranged; "" where all is."""
    words = {"wants_interpreter": _("tolk"), "wants_childcare": _("oppas")}
    is_open = open_beforehand(needs, arranged)
    open_needs = [word for name, word in words.items() if name in is_open]
    return _("Nog niet zeker: %(what)s.") % {"what": ", ".join(open_needs)} if open_needs else ""


def promises(needs: Mapping[str, bool], arranged: Collection[str], *, is_last: bool = False) -> list[str]:
    """To a guest who comes: what is arranged, what we are still at, and that we pay the journey. `is_last`: no message
    comes any more that says so by itself, so who does not know yet is asked to call."""
    sought = {
        "wants_interpreter": _("Wij regelen een tolk."),
        "wants_childcare": _("Wij regelen oppas voor uw kinderen."),
    }
    unsure = {
        "wants_interpreter": _("Of er een tolk is, weten wij nog niet."),
        "wants_childcare": _("Of er oppas is, weten wij nog niet."),
    }
    words = unsure if is_last else sought
    is_open = open_beforehand(needs, arranged)
    still = [words[name] for name in words if name in is_open]
    told = what_is_there(needs, arranged) + still
    if still:
        told.append(_("Bel ons gerust.") if is_last else _("Wij laten u weten of dat lukt."))
    return [*told, _("Wij betalen uw reis.")] if needs.get(TRAVEL) else told
