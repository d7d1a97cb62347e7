"""Every address that the software offers exists, and what a list offers answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import get_resolver, resolve, reverse
from tests import making
from tests.help_requests.asking import asked, handed

SOURCE = Path(__file__).parents[2] / "src" / "werktop"
ROOMS = get_resolver().namespace_dict
NAME = re.compile(r"[\"']([a-z_]+):([a-z_]+)[\"']")
LISTS = ("desk:today", "desk:candidates", "employers:employers", "contacts:reminders", "candidates:hand_over")
BOX = ("checkbox", "candidate")


def test_every_name_of_an_address_is_one():
    unknown = [
        f"{path.relative_to(SOURCE)}: {room}:{name}"
        for path in sorted(SOURCE.rglob("*"))
        if path.suffix in (".py", ".html", ".txt")
        for room, name in NAME.findall(path.read_text(encoding="utf-8"))
        if room in ROOMS and name not in ROOMS[room][1].reverse_dict
    ]
    assert unknown == []


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_every_button_of_a_list_answers(cast, walk):
    """Of each kind one is pressed, with the first box ticked; where it leads is opened."""
    for name in ("Ali", "Bo"):
        making.candidate(cast.own, name, last_name="Vos")
    handed(cast.own, asked(cast.own, making.candidate(cast.own, "Cas")))
    making.employer(cast.own)
    walker, pressed = walk(cast.own.account()), set()
    for address in map(reverse, LISTS):
        for form in walker.open(address).forms:
            for button in form.buttons if form.method == "post" else ():
                target = button.action or form.action or address
                does = button.value.partition(":")[0] if button.name == "then" else button.name
                kind = (resolve(target.partition("?")[0]).view_name, does)
                if kind in pressed or kind[0] == "accounts:log_out":
                    continue
                pressed.add(kind)
                boxes = [each.value for each in form.controls if (each.kind, each.name) == BOX]
                sent = form.sends({"candidate": boxes[:1]} if boxes else {}, button)
                answer = walker.client.post(target, sent, follow=True)
                assert answer.status_code in (200, 409), f"{kind}: {answer.status_code}"
    assert {("desk:choose_candidates", does) for does in ("download", "invite", "assign")} <= pressed
