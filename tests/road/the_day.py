"""The road on the day (C5): guests come in, one does not, a round is held, the hosts note what they saw."""

from __future__ import annotations

from datetime import timedelta

from tests.road.before_the_day import DAY, name_of, seats_in_force
from tests.road.mails import address_in
from tests.road.walking import logged_in

from werktop.gatherings.models import Agreement, Guest, TalentSeen


def the_day_begins_and_guests_come_in(road):
    road.clock.set(DAY - timedelta(hours=20))
    coming = list(Guest.objects.filter(reply="yes").order_by("kind", "pk"))
    told = [address_in(m) for m in road.carry_post() if m.subject == "Tot morgen"]
    assert sorted(told) == sorted((g.candidate or g.entrepreneur).email for g in coming)
    road.clock.set(DAY - timedelta(minutes=30))
    manager = road.manager
    manager.open(road.home)
    manager.follow("Tijdens")
    manager.press("Begin de dag")
    # four candidates and one entrepreneur stay away
    road.absent = [g for g in coming if g.kind == "candidate"][:4] + [
        g for g in coming if g.kind == "entrepreneur"
    ][:1]
    absent = {g.pk for g in road.absent}
    by_badge, *by_list = [g for g in coming if g.pk not in absent]
    manager.open(f"/gesprekken/in/{by_badge.badge}/")
    manager.press("Is er")
    manager.open(f"{road.home}dag/")
    door = manager.page
    for guest in by_list:
        manager.page = door
        manager.tap("Is er", of=name_of(guest))
    assert Guest.objects.filter(arrived_at__isnull=False).count() == len(coming) - 5


def who_did_not_come_leaves_no_gap(road):
    manager = road.manager
    before = set(seats_in_force(road).values_list("guest_id", "table_id"))
    manager.open(f"{road.home}dag/")
    manager.press("Deel opnieuw in met wie er is")
    # one entrepreneur too few: said, with what can be done; called, he turns out to be on his way
    assert "1 ondernemer te weinig" in manager.page.words
    offered = [b.words for form in manager.page.forms for b in form.buttons]
    for way in ("Ga door: tafel", "Sluit tafel"):
        assert any(words.startswith(f"Bekijk wie er verhuist: {way}") for words in offered)
    manager.open(f"{road.home}dag/")
    manager.press("Komt later", of=name_of(road.absent[-1]))
    manager.press("Deel opnieuw in met wie er is")
    assert "Wat dit doet" in manager.page.words
    assert set(seats_in_force(road).values_list("guest_id", "table_id")) == before, "shown, not applied"
    manager.press("Zo doen we het")
    seated = set(seats_in_force(road).values_list("guest_id", flat=True))
    late = road.absent[-1].pk
    assert seated == {late, *Guest.objects.filter(arrived_at__isnull=False).values_list("pk", flat=True)}
    manager.open(f"{road.home}dag/")
    manager.press("Is er", of=name_of(road.absent[-1]))


def a_round_is_held_and_hosts_note_what_they_saw(road):
    manager = road.manager
    road.clock.set(DAY + timedelta(minutes=10))
    manager.open(f"{road.home}dag/")
    manager.press("Begin ronde 1")
    manager.follow("Klok voor het grote scherm")
    road.clock.set(DAY + timedelta(minutes=100))
    manager.open(f"{road.home}dag/")
    manager.press("Ronde 1 is klaar")
    for account in road.hosts[:2]:
        host = logged_in(account)
        host.open(f"{road.home}dag/")
        host.follow("Open het tafelscherm")
        form, ready = host.page.form_with("Klaar met ronde 1")
        kliks = [value for value, _words in form.choices("klik")]
        talents = [value for value, _words in form.choices("talent")]
        agreed = [value for value, _words in form.choices("agreed")]
        host.send(form, ready, {"klik": kliks[:2], "talent": talents[:3], "agreed": agreed[:1]})
        assert "Bewaard" in host.page.words
        host.open(host.page.url)
        assert host.page.source.count(" checked") >= 6
    assert TalentSeen.objects.count() == 6
    assert Agreement.objects.count() == 2
    road.clock.set(DAY + timedelta(hours=2, minutes=35))
    manager.open(f"{road.home}dag/")
    manager.press("Sluit het gesprek af")
