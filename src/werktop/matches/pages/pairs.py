"""How proposals and next steps stand on the page after a gathering: who, why, when, and what else could be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..ideas import Idea
from ..models import Ground
from ..queries.others import Other
from ..queries.talks import Step, Talk

CALL, DROP, OTHER, IDEA, TALK_OVER = "call", "drop", "other:", "idea:", "talk_over"


@dataclass(frozen=True)
class Typed:
    """What was on the form that came back: the keys on "akkoord" and the choices. None of it on a first look."""

    agreed: frozenset[str] | None = None
    choices: Mapping[str, str] = field(default_factory=dict)

    def is_agreed(self, key: str, usual: bool) -> bool:
        """Whether the box is on."""
        return usual if self.agreed is None else key in self.agreed


def pair_of(talk: Talk, others: list[Other], typed: Typed) -> dict[str, Any]:
    """One proposal, for the component `proposals`."""
    row, firm = talk.row, talk.entrepreneur.employer
    key = f"talk:{row.pk}"
    chosen = typed.choices.get(key, "" if row.starts_at else CALL)
    wished = [other for other in others if other.wish]
    return {
        "key": key,
        "id": f"talk-{row.pk}",
        "first": {"name": talk.candidate.name, "kind": "candidate", "key": talk.candidate.pk},
        "second": {
            "name": talk.entrepreneur.name,
            "kind": "entrepreneur",
            "sub": firm.name,
            "key": talk.entrepreneur.pk,
        },
        "tie": row.get_ground_display(),
        "tie_icon": "phone" if row.ground == Ground.CALL else "klik",
        "why": row.words or _why(talk),
        "when": moment(row.starts_at) if row.starts_at else _("nog geen tijdstip: wij bellen beiden"),
        "when_icon": "calendar" if row.starts_at else "phone",
        # the candidate did not choose this employer: nobody hears of a talk before a colleague has called
        "is_agreed": typed.is_agreed(key, row.ground != Ground.CALL),
        "is_open": key in typed.choices and chosen != ("" if row.starts_at else CALL),
        "question": _("Met wie en wanneer praat %(name)s verder?") % {"name": talk.candidate.first_name},
        "options": [{**each, "is_chosen": each["value"] == chosen} for each in _options(talk, wished)],
        "more": {
            "label": _("Of met iemand anders die er was"),
            "rows": [
                (f"{OTHER}{other.entrepreneur.pk}", _name_in_list(other), other.key == chosen)
                for other in others
                if not other.wish
            ],
        },
    }


def step_of(step: Step, ideas: list[Idea], typed: Typed) -> dict[str, Any]:
    """One next step that was not told yet, for the component `proposals`."""
    key = f"step:{step.row.pk}"
    chosen = typed.choices.get(key, "")
    options = step_options(step, ideas)
    return {
        "key": key,
        "id": f"step-{step.row.pk}",
        "first": {
            "name": step.candidate.name,
            "kind": "candidate",
            "key": step.candidate.pk,
            "sub": _("%(name)s pakt dit op") % {"name": step.owner.first_name} if step.owner else "",
        },
        "why": step.words,
        "when": _("bellen, deze week"),
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
        options.append({"value": TALK_OVER, "label": _("Bellen en napraten"), "detail": "", **host})
    return options


def idea_in(value: str) -> tuple[UUID | None, UUID | None]:
    """The introducer and the firm that a form's value names; (None, None) to talk it over. ValueError for what is
    none of these."""
    if value == TALK_OVER:
        return None, None
    introducer, _slash, firm = value.removeprefix(IDEA).partition("/")
    return UUID(introducer), UUID(firm)


def moment(at: Any) -> str:
    """A moment as a colleague says it: "vrijdag 11 december, 10.00"."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def _options(talk: Talk, wished: list[Other]) -> list[dict[str, Any]]:
    row, partner, candidate = talk.row, talk.entrepreneur, talk.candidate
    here = {"name": partner.name, "kind": "entrepreneur"}
    person = {"name": candidate.name, "kind": "candidate"}
    now = [{"value": "", "label": moment(row.starts_at), **here}] if row.starts_at else []
    return [
        *now,
        *({"value": str(b.pk), "label": moment(b.starts_at), **here} for b in talk.blocks),
        {"value": CALL, "label": _("Zonder tijdstip"), "detail": _("wij bellen beiden"), **person},
        *(
            {
                "value": other.key,
                "label": _name_and_firm(other.entrepreneur),
                "detail": _in_words(other, candidate),
                "name": other.entrepreneur.name,
                "kind": "entrepreneur",
            }
            for other in wished
        ),
        {
            "value": DROP,
            "label": _("Niet versturen"),
            "detail": _("dit gesprek komt niet terug in de voorstellen"),
            **person,
        },
    ]


def _name_and_firm(entrepreneur: Any) -> str:
    return f"{entrepreneur.name}, {entrepreneur.employer.name}"


def _name_in_list(other: Other) -> str:
    name = _name_and_firm(other.entrepreneur)
    return _("%(name)s (heeft genoeg gesprekken)") % {"name": name} if other.is_full else name


def _in_words(other: Other, candidate: Any) -> str:
    names = {"candidate": candidate.first_name, "entrepreneur": other.entrepreneur.first_name}
    words = {
        "both": _("beiden willen verder praten"),
        "candidate": _("%(candidate)s wil ook met %(entrepreneur)s verder") % names,
        "entrepreneur": _("%(entrepreneur)s wil ook met %(candidate)s verder") % names,
    }[other.wish]
    if other.is_full:
        return _("%(words)s, maar %(entrepreneur)s heeft genoeg gesprekken") % {"words": words, **names}
    return f"{words}, {moment(other.starts_at)}" if other.starts_at else words


def _why(talk: Talk) -> str:
    names = {"candidate": talk.candidate.first_name, "entrepreneur": talk.entrepreneur.first_name}
    if talk.row.ground == Ground.AGREED:
        return _("%(candidate)s en %(entrepreneur)s spraken dit aan tafel af.") % names
    if talk.row.ground == Ground.CALL:
        return _("%(entrepreneur)s wil graag verder praten. Bel %(candidate)s: is daar ook zin in?") % names
    if talk.row.ground == Ground.BY_HAND:
        return _("Een collega ziet hier een kans voor %(candidate)s.") % names
    if talk.row.ground == Ground.HOST:
        return (
            _(
                "De tafelhost zag dat het klikte. Zelf zeiden %(candidate)s en %(entrepreneur)s het nog niet allebei."
            )
            % names
        )
    return _("%(candidate)s en %(entrepreneur)s willen allebei verder praten.") % names
