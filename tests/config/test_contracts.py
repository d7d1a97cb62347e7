"""The contracts in pyproject.toml speak about every room there is, and about no other."""

import tomllib

import pytest

from werktop.config.commandline.places import ROOT, SOURCE

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROOMS = {path.parent.name for path in SOURCE.glob("*/apps.py")}


def test_every_room_has_its_floors_inside():
    inside = next(each for each in CONTRACTS if each["name"].startswith("Inside a room"))
    assert set(inside["containers"]) == {f"werktop.{room}" for room in ROOMS}


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_rooms_rows_are_its_own(room):
    has_rows = any((SOURCE / room / name).exists() for name in ("models.py", "models"))
    own = [each for each in CONTRACTS if each.get("protected_modules") == [f"werktop.{room}.models"]]
    assert len(own) == has_rows
    assert all(each["allowed_importers"] == [f"werktop.{room}"] for each in own)
