"""The market plan of the demo: a business park of which three firms are missing, and one that said not now."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.market_plan import commands


def plan_the_market(*, at: datetime, marieke: Actor, other: Actor) -> None:
    """Two organisations of the region, each with firms that they approach."""
    today, noted = timezone.localdate(at), at - timedelta(days=20)
    park = {"place": "De Griend", "why": "groeit, en ligt naast het station"}
    keys = commands.plan_firms(
        actor=marieke, at=noted, names=["Kaasmakerij Zwaluw", "Drukkerij Punt", "Rijwielen Ravenhorst"], sector="C",
        organisation_id=marieke.organisation_id, by_date=today + timedelta(days=14), **park,
    )  # fmt: skip
    commands.take_on(actor=marieke, at=noted, target_id=keys[0])
    commands.say_standing(actor=marieke, at=at - timedelta(days=6), target_id=keys[0], standing="in_talk")
    (later,) = commands.plan_firms(
        actor=other, at=noted, names=["Transport Meerdijk"], sector="H", organisation_id=other.organisation_id,
        in_contact="Economische Zaken van Waalsteen", by_date=today - timedelta(days=3), place="Havenkade",
    )  # fmt: skip
    (kitchen,) = commands.plan_firms(
        actor=other, at=noted, names=["Keukens van Loon"], sector="G", organisation_id=other.organisation_id,
        place="Havenkade",
    )  # fmt: skip
    commands.say_standing(
        actor=other,
        at=at - timedelta(days=2),
        target_id=kitchen,
        standing="not_now",
        words="verbouwt tot mei",
    )
    commands.take_on(actor=other, at=noted, target_id=later)
    commands.plan_firms(actor=marieke, at=noted, names=["Zorghof Lindenlaan"], sector="Q", place="Waalsteen")
