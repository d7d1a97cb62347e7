"""A gathering that has been, with wishes of both sides."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from tests import making

from werktop.gatherings.models import Agreement, Click


def evening(cast, *, candidates: int = 4, entrepreneurs: int = 2) -> SimpleNamespace:
    """A gathering of yesterday: `candidates` and `entrepreneurs` came; nobody chose anybody yet."""
    gathering = making.gathering(cast.own, starts_at=making.MOMENT - timedelta(days=1))
    people = [
        making.candidate(cast.own, name)
        for name in ("Fatima", "Yonas", "Marit", "Rik", "Bilal", "Kees")[:candidates]
    ]
    partners = [
        making.entrepreneur(making.employer(cast.own), name)
        for name in ("Joris", "Ineke", "Linda")[:entrepreneurs]
    ]
    came = {"arrived_at": gathering.starts_at}
    return SimpleNamespace(
        gathering=gathering,
        people=people,
        partners=partners,
        guests=[making.guest(gathering, p, **came) for p in people],
        firms=[making.guest(gathering, p, **came) for p in partners],
    )


def click(evening: SimpleNamespace, one, other, *, is_mutual: bool = True) -> None:
    """`one` wants to talk on with `other`, and where `is_mutual` the other way round too."""
    Click.objects.create(
        gathering=evening.gathering, chooser=one, chosen=other, source="host", noted_at=making.MOMENT
    )
    if is_mutual:
        click(evening, other, one, is_mutual=False)


def agree(evening: SimpleNamespace, candidate, entrepreneur, words: str = "") -> None:
    """They agreed aloud to talk on."""
    Agreement.objects.create(
        gathering=evening.gathering,
        candidate_guest=candidate,
        entrepreneur_guest=entrepreneur,
        words=words,
        noted_at=making.MOMENT,
    )
