"""Two candidates side by side, so that a colleague chooses what is kept of what differs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import in_words
from werktop.audit.merging.choosing import Differs, both_facts, differing
from werktop.audit.versions import version_of
from werktop.candidates.by_law import conflicts_by_law
from werktop.candidates.models import PARTS, Candidate

from .saying import HEADINGS, words_of
from .versions import facts_of
from .working import can_see_needs

NEEDS = (
    "is_step_free_needed", "is_interpreter_needed", "is_childcare_needed", "is_travel_paid", "has_companion", "day_note",
)  # fmt: skip
CHOSEN: dict[str, tuple[Any, tuple[str, ...]]] = {
    "name": (gettext_lazy("Naam"), ("first_name", "last_name")),
    "email": (gettext_lazy("E-mail"), ("email",)),
    "phone": (gettext_lazy("Telefoon"), ("phone",)),
    "address": (gettext_lazy("Adres"), ("address", "postcode")),
    "preferred_channel": (gettext_lazy("Liefst bereikt per"), ("preferred_channel",)),
    "languages": (gettext_lazy("Talen"), ("languages",)),
    "dutch": (gettext_lazy("Nederlands, niveau"), ("dutch_spoken", "dutch_written")),
    "own_words": (gettext_lazy("In eigen woorden"), ("own_words",)),
    "education": (gettext_lazy("Opleiding"), ("education",)),
    "driving_licences": (gettext_lazy("Rijbewijs"), ("driving_licences",)),
    "needs": (gettext_lazy("Nodig op de dag"), NEEDS),
    "assigned_to": (gettext_lazy("Vaste collega"), ("assigned_to_id",)),
    "legal": (gettext_lazy("Grondslag en doel"), ("legal_ground", "legal_purpose")),
}
"""What is chosen together: its name, with its words and its fields."""
GUARDED_WORDS = gettext_lazy("iets wat alleen leest wie met deze mensen werkt")
"""What is said of what is guarded to who may not read it."""
BOTH = frozenset({"languages", "own_words", "driving_licences", "needs"})
"""What can be kept of both."""
NEED_WORDS = {
    "is_step_free_needed": gettext_lazy("een drempelvrije tafel"),
    "is_interpreter_needed": gettext_lazy("een tolk"),
    "is_childcare_needed": gettext_lazy("kinderopvang"),
    "is_travel_paid": gettext_lazy("reiskosten vergoed"),
    "has_companion": gettext_lazy("een stoel extra, voor wie meekomt"),
}


def compared(viewer: Actor, kept: Candidate, other: Candidate, at: datetime) -> list[Differs]:
    """What differs between two candidates whom the viewer may see; what only one of them says is not asked. What the day needs
    is not shown to who may not read it of both: then all of it is kept."""
    sees_needs = can_see_needs(viewer, kept, at) and can_see_needs(viewer, other, at)
    found = differing(CHOSEN, kept, other, _said, both=BOTH, without=() if sees_needs else ("needs",))
    for name, model in PARTS.items():
        if model.IS_ONE:
            rows = [model._default_manager.filter(candidate=each).first() for each in (kept, other)]
            if all(rows):
                said = [", ".join(filter(None, words_of(name, row))) for row in rows]
                found.append(Differs(name, _PART_WORDS[name](), said[0], said[1]))
    if sees_needs:
        for conflict in conflicts_by_law(kept, other):
            part = conflict.name.partition("_")[0]
            ours, others = (
                "; ".join(", ".join(filter(None, words_of(part, row))) for row in rows)
                for rows in (conflict.kept, conflict.other)
            )
            found.append(Differs(conflict.name, str(HEADINGS[part]), ours, others, first=conflict.first))
    return found


_PART_WORDS = {
    "wish": lambda: _("Wensen voor werk"),
    "perspective": lambda: _("Perspectief"),
    "motivation": lambda: _("Motivatie"),
}


def version_of_both(kept: Candidate, other: Candidate) -> str:
    """The version that the form carries: what both files said."""
    return version_of(said_by_both(kept, other))


def said_by_both(kept: Candidate, other: Candidate) -> dict[str, Any]:
    """The facts of both, under names of their own."""
    return both_facts(facts_of(kept), facts_of(other))


def _said(candidate: Candidate, name: str) -> str:
    if name == "name":
        return candidate.name
    if name == "assigned_to":
        return candidate.assigned_to.name if candidate.assigned_to else _("nog niemand")
    if name == "needs":
        asked = [str(words) for field, words in NEED_WORDS.items() if getattr(candidate, field)]
        return ", ".join(filter(None, (*asked, candidate.day_note)))
    said = (
        in_words(Candidate, field, value) for field in CHOSEN[name][1] if (value := getattr(candidate, field))
    )
    return ", ".join(said)
