"""How proposals and next steps stand on the page after a gathering: who, why, when, and what else could be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..ideas import Idea
from ..market import Wishes
from ..queries.others import Other
from ..queries.refused import Refused
from ..queries.room import Spans, busy_beside, lies_beside
from ..queries.steps import Step
from ..queries.talks import Talk
from ..standing import Lost, who_answered_otherwise
from .pair_words import (
    moment,
    name_and_firm,
    name_in_list,
    other_in_words,
    short_moment,
    warning_of,
    who_takes_up,
    why,
    without_phone_in_words,
)

OTHERWISE = "otherwise"
"""With the key of a proposal: the form said that one of the two answered otherwise since."""
CALL, DROP, OTHER, IDEA, TALK_OVER = "call", "drop", "other:", "idea:", "talk_over"


@dataclass(frozen=True)
class Typed:
    """What was on the form that came back: the keys that stood on it, those on "akkoord", and the choices. None of it
    on a first look."""

    seen: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    choices: Mapping[str, str] = field(default_factory=dict)

    def is_agreed(self, key: str, usual: bool) -> bool:
        """Whether the box is on: as it was left, or as usual for what was not on the form."""
        return key in self.agreed or (usual and key not in self.seen)


@dataclass(frozen=True)
class Look:
    """What is held beside each proposal: what was typed, what the guests want, what stands no more, who looks, when,
    from which day on a talk leaves enough notice, what its two people have besides it, and which hours were refused."""

    typed: Typed
    wishes: Wishes
    why_lost: Mapping[UUID, Lost]
    viewer_id: UUID | None
    at: datetime
    from_day: datetime
    spans: Spans = field(default_factory=dict)
    refused: Refused = field(default_factory=dict)


def pair_of(talk: Talk, others: list[Other], look: Look) -> dict[str, Any]:
    """One proposal, for the component `proposals`."""
    row, firm = talk.row, talk.entrepreneur.employer
    key = f"talk:{row.pk}"
    usual = "" if row.starts_at else CALL
    chosen = look.typed.choices.get(key, usual)
    wished = [other for other in others if other.wish]
    who = who_answered_otherwise(row, look.wishes)
    warning = warning_of(talk, look.why_lost.get(row.pk), who, look.at, look.from_day, look.spans)
    options = [
        {**each, "is_chosen": each["value"] == chosen} for each in _options(talk, wished, look, chosen=chosen)
    ]
    quick = _quick(options)
    rest = [each for each in options if each not in quick]
    more = [
        (f"{OTHER}{other.entrepreneur.pk}", name_in_list(other), other.key == chosen)
        for other in others
        if not other.wish
    ]
    return {
        "key": key,
        "also_seen": f"{OTHERWISE}:{row.pk}" if who else "",
        "id": f"talk-{row.pk}",
        "kind": "talk",
        "of": talk.candidate.pk,
        "first": {"name": talk.candidate.name, "kind": "candidate", "key": talk.candidate.pk},
        "second": {
            "name": talk.entrepreneur.name,
            "kind": "entrepreneur",
            "sub": firm.name,
            "key": talk.entrepreneur.pk,
        },
        "warning": warning,
        "why": " ".join(filter(None, (why(talk, look.wishes, look.viewer_id), without_phone_in_words(talk)))),
        # nobody hears of a talk that they did not ask for before a colleague has called
        "is_agreed": look.typed.is_agreed(key, not row.is_to_ask and not warning),
        "is_changed": chosen != usual,
        "is_dropped": chosen == DROP,
        "is_open": any(each["is_chosen"] for each in rest) or any(row[2] for row in more),
        "question": _("Met wie en wanneer praat %(name)s verder?") % {"name": talk.candidate.first_name},
        "quick": [{**each, "label": each["short"]} for each in quick],
        "options": rest,
        "more": {"label": _("Of met iemand anders die er was"), "rows": more},
    }


def _quick(options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is changed most often, for one tap: as it stands, the next free hour, that we call, not to send."""
    hours = [each for each in options if each.get("is_hour")][:2]
    return [*hours, *(each for each in options if each["value"] in (CALL, DROP))]


def step_of(
    step: Step, ideas: list[Idea], typed: Typed, *, organisation_id: UUID | None, has_proposal: bool
) -> dict[str, Any]:
    """One next step that was not told yet, for the component `proposals`; `organisation_id` is the reader's."""
    key = f"step:{step.row.pk}"
    chosen = typed.choices.get(key, "")
    words = step.words_for(organisation_id)
    options = step_options(step, ideas) if step.row.organisation_id == organisation_id else []
    return {
        "key": key,
        "id": f"step-{step.row.pk}",
        "kind": "step",
        "of": step.candidate.pk,
        "first": {
            "name": step.candidate.name,
            "kind": "candidate",
            "key": step.candidate.pk,
            "sub": who_takes_up(step, organisation_id),
        },
        "why": words + " " + _("Gaat het gesprek hierboven door, dan vervalt deze stap.")
        if has_proposal and not (step.row.is_chosen or step.row.words)
        else words,
        "when": _("bellen, binnen een week") if step.is_called else _("schrijven, binnen een week"),
        "when_icon": "sprout",
        "is_agreed": typed.is_agreed(key, True),
        "is_open": bool(chosen),
        "question": _("Wat is de volgende stap van %(name)s?") % {"name": step.candidate.first_name},
        "options": [{**each, "is_chosen": each["value"] == chosen} for each in options]
        if len(options) > 1
        else [],
    }


def step_options(step: Step, ideas: list[Idea]) -> list[dict[str, str]]:
    """What could be chosen for a next step: as it stands (the empty value), each other idea, and to talk it over."""
    now = (step.row.introducer_id, step.row.firm_id)
    owner = step.owner.name if step.owner else step.candidate.name
    host = {"kind": "host", "name": owner}
    options = [{"value": "", "label": step.words, "detail": _("zo staat het nu"), **host}]
    options += [
        {
            "value": f"{IDEA}{idea.key}",
            "label": _("%(who)s kent %(firm)s") % {"who": idea.introducer.name, "firm": idea.firm_name},
            "detail": _("past bij: %(terms)s") % {"terms": ", ".join(str(t.label) for t in idea.terms[:4])},
            "kind": "entrepreneur",
            "name": idea.introducer.name,
        }
        for idea in ideas
        if (idea.introducer.pk, idea.firm_id) != now
    ]
    if now != (None, None) or step.row.words:
        label = _("Bellen en napraten") if step.is_called else _("Schrijven en napraten")
        options.append({"value": TALK_OVER, "label": label, "detail": "", **host})
    return options


def idea_in(value: str) -> tuple[UUID | None, UUID | None]:
    """The introducer and the firm that a form's value names; (None, None) to talk it over. ValueError for what is
    none of these."""
    if value == TALK_OVER:
        return None, None
    introducer, _slash, firm = value.removeprefix(IDEA).partition("/")
    return UUID(introducer), UUID(firm)


def _options(talk: Talk, wished: list[Other], look: Look, *, chosen: str) -> list[dict[str, Any]]:
    row, partner, candidate = talk.row, talk.entrepreneur, talk.candidate
    here = {"name": partner.name, "kind": "entrepreneur", "is_hour": True}
    person = {"name": candidate.name, "kind": "candidate"}
    now = [("", row.starts_at)] if row.starts_at else []
    # a moment that did not suit is no proposal, also while it can be taken back
    refused, busy = look.refused.get(row.pk, {}), busy_beside(look.spans, row)
    free = [b for b in talk.blocks if b.starts_at > look.at and b.starts_at not in refused]
    # nor is an hour at which one of the two has something else; what was chosen stays in sight when it is refused
    where = row.place or str(partner.employer_id)
    free = [b for b in free if str(b.pk) == chosen or lies_beside(b.starts_at, b.ends_at, busy, where=where)]
    hours = [*now, *((str(b.pk), b.starts_at) for b in free)]
    return [
        *(
            {
                "value": value,
                "label": moment(start),
                "short": short_moment(start) if value else moment(start),
                **here,
            }
            for value, start in hours
        ),
        {
            "value": CALL,
            "label": _("Zonder tijdstip"),
            "short": capfirst(talk.calls),
            "detail": talk.calls,
            **person,
        },
        *(
            {
                "value": other.key,
                "label": name_and_firm(other.entrepreneur),
                "detail": other_in_words(other, candidate),
                "name": other.entrepreneur.name,
                "kind": "entrepreneur",
            }
            for other in wished
        ),
        {
            "value": DROP,
            "label": _("Niet versturen"),
            "short": _("Niet versturen"),
            "detail": _("dit gesprek komt niet terug in de voorstellen"),
            **person,
        },
    ]
