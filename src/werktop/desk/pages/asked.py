"""What the address asks of the list of candidates, and the address that asks for it again with more or less."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import QueryDict

from werktop.audit.actors import Actor
from werktop.audit.keys import key_in
from werktop.candidates import queries as candidates
from werktop.candidates.travelling import means_in

from ..queries import ListAsked

SEVERAL = (
    "term",
    "seen",
    "lang",
    "licence",
    "occupation",
    "workform",
    "hours",
    "day",
    "daypart",
    "by",
    "paper",
    "may",
    "in",
    "with",
    "need",
    "asks",
)
"""Kinds of marks of which one may ask for several at a time."""
ONE = ("level", "dutch", "km", "learn", "knows", "plan")
"""Kinds of which each mark says more than the one before: one is enough."""
NO_MARKS = ("term", "level", "seen", "learn", "knows")
"""Kinds that are looked up in the picture itself."""
WORDS = ("q", "place", "work", "certificate", "learning", "firm")
CHOICES: dict[str, tuple[str, ...]] = {
    "unspoken": ("2", "4", "6", "8", "13", "26", "never"),
    "untouched": ("1", "3", "6", "12", "24"),
    "sharing": ("yes", "no"),
    "erasing": ("all", "mine"),
    "telling": ("all", "mine"),
    "left": ("on",),
}
NAMES = (*WORDS, *SEVERAL, *ONE, *CHOICES, "gathering")
"""All that narrows the list, by its name in the address."""
ORDER = "sort"
MOST_LETTERS, MOST_CHOSEN = 80, 12
EARLIER = {"language": "lang"}
"""Names in addresses that people may have kept."""
DAYS_IN_MONTH = 30.44


def weeks_before(at: datetime) -> dict[str, datetime]:
    """Since when nobody spoke with somebody, by the word for it in the address."""
    return {word: at - timedelta(weeks=int(word)) for word in CHOICES["unspoken"] if word.isdigit()}


def months_before(at: datetime) -> dict[str, datetime]:
    """Since when nobody touched a picture, by the word for it in the address."""
    return {word: at - timedelta(days=round(int(word) * DAYS_IN_MONTH)) for word in CHOICES["untouched"]}


@dataclass(frozen=True)
class Asked:
    """What narrows the list, by its name: `said` holds what can be read of it, `sort` the order."""

    said: dict[str, list[str]] = field(default_factory=dict)
    sort: str = ""

    def one(self, name: str) -> str:
        """What was asked of something that is asked once; "" for nothing."""
        return next(iter(self.said.get(name, ())), "")

    def query(self, viewer: Actor, at: datetime) -> ListAsked:
        """The same in the words of the query."""
        unspoken, untouched = self.one("unspoken"), self.one("untouched")
        gathering = self.one("gathering")
        marks = [
            f"{kind}:{each}"
            for kind in (*SEVERAL, *ONE)
            if kind not in NO_MARKS
            for each in self.said.get(kind, ())
        ]
        return ListAsked(
            candidates.Filters(
                words=self.one("q"),
                place=self.one("place"),
                work=self.one("work"),
                paper=self.one("certificate"),
                level=int(self.one("level")) if self.one("level") else None,
                seen=self.said.get("seen", []),
                is_learning=bool(self.one("learn")),
                learning=self.one("learning"),
                is_knowing=bool(self.one("knows")),
                firm=self.one("firm"),
                term_ids=[UUID(key) for key in self.said.get("term", ())],
                marks=[each for mark in marks for each in _whose(viewer, mark)],
                unspoken_since=weeks_before(at).get(unspoken),
                untouched_since=months_before(at).get(untouched),
                is_never_spoken=unspoken == "never",
                is_shared={"yes": True, "no": False}.get(self.one("sharing")),
                is_erased_soon=bool(self.one("erasing")),
                is_mine_or_nobodys="mine" in (self.one("erasing"), self.one("telling")),
                is_untold=bool(self.one("telling")),
                with_left=bool(self.one("left")),
                sort=self.sort,
            ),
            gathering_id=key_in(gathering),
            is_never_asked=gathering == "never",
        )

    def address(self, **more: Any) -> str:
        """As the end of an address, without what asks nothing."""
        told = QueryDict(mutable=True)
        for name in NAMES:
            if self.said.get(name):
                told.setlist(name, self.said[name])
        if self.sort:
            told[ORDER] = self.sort
        for name, value in more.items():
            told[name] = str(value)
        return told.urlencode()

    def without(self, name: str, value: str) -> Asked:
        """The same but for one thing."""
        left = [each for each in self.said.get(name, ()) if each != value]
        return Asked({**self.said, name: left}, self.sort)

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody could have put one person in or out at will: by a name or words that were typed, or by whom they put
        on the guest list of a gathering."""
        return any(self.said.get(name) for name in (*WORDS, "gathering"))

    def measures_a_colleague(self, viewer: Actor) -> bool:
        """Whether it asks with which candidates of another colleague nobody spoke, or whose picture nobody touched, for long: that
        is to find them back, and is counted nowhere (decision 34)."""
        return self.is_for_long and self.is_of_another(viewer)

    def is_of_another(self, viewer: Actor) -> bool:
        """Whether it asks for the candidates of another colleague."""
        return any(not is_own(viewer, value) for value in self.said.get("with", ()))

    @property
    def is_for_long(self) -> bool:
        """Whether it asks with whom nobody spoke, or whose picture nobody touched, for long."""
        return bool(self.one("unspoken") or self.one("untouched"))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked at all."""
        return any(self.said.values())


def is_own(viewer: Actor, value: str) -> bool:
    """Whether candidates "with" this one are the viewer's, a colleague's for whom the viewer stands in, or nobody's."""
    return value in ("me", "nobody") or value in map(str, viewer.ids)


def asked_in(told: QueryDict) -> Asked:
    """What an address or a form asks. What cannot be read asks nothing."""
    said = {name: _read(name, [*told.getlist(name), *_earlier(name, told)]) for name in NAMES}
    return Asked({name: values for name, values in said.items() if values}, str(told.get(ORDER, ""))[:20])


def _earlier(name: str, told: QueryDict) -> list[str]:
    found = [value for old, new in EARLIER.items() if new == name for value in told.getlist(old)]
    if name == "with" and told.get("mine"):
        found.append("me")
    if name == "asks" and told.get("step_free"):
        found.append("step_free")
    return [str(value) for value in found]


def _read(name: str, values: list[Any]) -> list[str]:
    words = [" ".join(str(value).replace("\x00", "").split())[:MOST_LETTERS] for value in values]
    if name in CHOICES:
        words = [word for word in words if word in CHOICES[name]]
    elif name in ("level", "seen", "learn", "knows"):
        words = [word for word in words if word in candidates.LABELS[name]]
    elif name == "by":
        # of views that were saved, and addresses that were kept, before means of travel were chosen
        words = [means for word in words for means in means_in(word)]
    elif name == "gathering":
        words = [word for word in words if word == "never" or key_in(word)]
    elif name in ("term", "with", "occupation"):
        words = [word for word in words if key_in(word) or (name == "with" and word in ("me", "nobody"))]
    kept = list(dict.fromkeys(filter(None, words)))
    return kept[:MOST_CHOSEN] if name in SEVERAL else kept[-1:]


def _whose(viewer: Actor, mark: str) -> list[str]:
    """My candidates are those of a colleague for whom I stand in too."""
    return [f"with:{key}" for key in viewer.ids] if mark == "with:me" else [mark]
