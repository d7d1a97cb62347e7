"""What each room says in its `ready` about its rows: what becomes of them where two are brought together, and what where that is
undone. A test asks for every field that points; one without a rule fails it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal

if TYPE_CHECKING:
    from .doing import Book
    from .undoing import Apart


class CannotMerge(Refusal):
    text = _("Deze twee kunnen we niet samenvoegen: iets staat bij allebei. Kijk wat er bij beiden loopt.")


class MergedAlready(Refusal):
    text = _("Deze twee zijn al samengevoegd.")


class CannotTakeApart(Refusal):
    text = _(
        "Deze samenvoeging kan niet meer terug: er is op voortgebouwd. Maak zo nodig een nieuw dossier, en zet over "
        "wat daarbij hoort."
    )


class TimeToTakeApartIsOver(CannotTakeApart):
    text = _("Een samenvoeging kan dertig dagen terug. Deze is ouder.")


class LaterMergeFirst(CannotTakeApart):
    text = _("Er is daarna nog iemand samengevoegd met dit dossier. Maak eerst die samenvoeging ongedaan.")


class ChangedSince(CannotTakeApart):
    """What came over was changed since, and nobody can tell whose that is."""

    def __init__(self, name: str, words: Any) -> None:
        said = _(
            "Sinds het samenvoegen is veranderd wat van %(name)s kwam: %(what)s. Van wie dat nu is, weet alleen jij. Haal het "
            "daar eerst weg en maak het dan ongedaan; of maak een nieuw dossier, en zet over wat daarbij hoort."
        )
        super().__init__(said % {"name": name, "what": words})


class SaysOtherwise(CannotTakeApart):
    """What is written down was changed since, and what stands there now may hold words of either."""

    def __init__(self, name: str, words: Any) -> None:
        said = _(
            "Sinds het samenvoegen is veranderd: %(what)s. Wat daarvan van %(name)s is, weet alleen jij. Schrijf op wat er nu "
            "staat, haal het hier weg of zet terug wat er eerst stond, en maak het dan ongedaan: wat van ieder was, komt terug. "
            "Zet daarna bij de juiste wat er nieuw was."
        )
        super().__init__(said % {"name": name, "what": words})


WHOLE, BEFORE, ASKED, REFUSED = "whole", "before", "asked", "refused"
"""What an undo does with a row that went over and was changed since. `WHOLE`: it names somebody and is about something else,
and goes back as it is. `BEFORE`: it goes back as it was. `ASKED`: refused where it says something else by now; one that was taken
away comes back as it was. `REFUSED`: nobody can tell whose it is now."""


@dataclass(frozen=True)
class Way:
    """What becomes of rows of `model` that point by `field`: they go over, and where the kept row has one with the same
    `beside`, that of the lost row says nothing new and goes, or (`is_left`) stays as it is. `kind_field` is for plain keys.
    `why`: all of them stay. `since`: see `WHOLE`; `words`: what it is, for people; `says`: the columns that it says something
    by (all of them where nothing is named)."""

    model: str
    field: str
    beside: tuple[str, ...] = ()
    is_left: bool = False
    kind_field: str = ""
    why: str = ""
    since: str = WHOLE
    words: Any = ""
    says: tuple[str, ...] = ()


Settle = Callable[[Any, Any, "Book"], None]
SettleApart = Callable[[Any, Any, "Apart"], None]
_WAYS: dict[str, dict[tuple[str, str], Way]] = {}
_SETTLES: dict[str, list[Settle]] = {}
_APART: dict[str, list[SettleApart]] = {}
_SINCE: dict[str, str] = {}
KINDS: dict[str, str] = {}
"""The kind of each person or firm as the trail and the plain keys know it ("candidate"), by its model's label."""


def merges(label: str, kind: str, *, since: str = REFUSED) -> None:
    """Say that rows of the model `label` can be brought together. Said once, in the `ready` of the room that holds them. `since`
    is what an undo does with what was changed since, where `goes_over` does not say."""
    KINDS[label] = kind
    _SINCE[label] = since
    trail = "the trail and the log are never written anew; the old key leads to the kept row"
    for model, name in (
        ("audit.Entry", "about_id"), ("audit.Entry", "actor_id"), ("audit.PersonalView", "about_ids"),
        ("audit.PersonalView", "actor_id"), ("audit.Receipt", "actor_id"),
    ):  # fmt: skip
        stays(label, model, name, trail)
    for name in ("first_id", "second_id"):
        stays(label, "audit.Likeness", name, "it goes with the lost row: the pair is settled")
    stays(label, "audit.Merge", "lost_id", "it says which row was lost")
    named_by(label, "audit.Merge", "kept_id", "kind")


def goes_over(
    label: str,
    model: str,
    field: str,
    *,
    beside: Sequence[str] = (),
    since: str = "",
    words: Any = "",
    says: Sequence[str] = (),
) -> None:
    """Rows of `model` that point at the lost row of the model `label` by `field` point at the kept one from then on. `since` is
    what an undo does with those that were changed since (`WHOLE`, `BEFORE`, `ASKED`, `REFUSED`), `words` what one of
    them is, `says` the columns by which it says something."""
    _WAYS.setdefault(label, {})[model, field] = Way(
        model, field, tuple(beside), since=since, words=words, says=tuple(says)
    )


def named_by(label: str, model: str, field: str, kind_field: str, *, unless: Sequence[str] = ()) -> None:
    """Rows of `model` that hold the plain key of the lost row in `field` (and its kind in `kind_field`) hold the kept one's,
    unless the kept one has a row with the same in these fields."""
    _WAYS.setdefault(label, {})[model, field] = Way(
        model, field, tuple(unless), is_left=True, kind_field=kind_field
    )


def stays(label: str, model: str, field: str, why: str) -> None:
    """Rows of `model` that point at the lost row by `field` are left as they are."""
    _WAYS.setdefault(label, {})[model, field] = Way(model, field, why=why)


def settled_by(label: str, settle: Settle) -> None:
    """Have `settle(kept, lost, book)` called before anything goes over: it takes away with `book.drop` what both have of a thing
    that there is once, or raises a `CannotMerge` with a sentence for the screen."""
    known = _SETTLES.setdefault(label, [])
    if settle not in known:
        known.append(settle)


def settled_apart_by(label: str, settle: SettleApart) -> None:
    """Have `settle(kept, back, apart)` called where it is undone and all rows are where they belong: what concerns rights is then
    as strict on both as it is on either."""
    known = _APART.setdefault(label, [])
    if settle not in known:
        known.append(settle)


def ways_of(label: str) -> dict[tuple[str, str], Way]:
    """Each field for which a room has answered, by model and field."""
    return dict(_WAYS.get(label, {}))


def since_of(label: str, way: Way) -> str:
    """What an undo does with rows of this way that were changed since."""
    return way.since or _SINCE[label]


def settles_of(label: str) -> tuple[Settle, ...]:
    """What the rooms settle before rows of this model are brought together."""
    return tuple(_SETTLES.get(label, ()))


def settles_apart(label: str) -> tuple[SettleApart, ...]:
    """What the rooms settle when that is undone."""
    return tuple(_APART.get(label, ()))
