"""Where a gathering is: at the firm that is its host, or elsewhere."""

from __future__ import annotations

from typing import Any

from .models import Gathering


def address_of(firm: Any) -> str:
    """The address of a firm as a gathering there has it."""
    return ", ".join(part for part in (firm.address, firm.place) if part) or firm.name


def is_at_host(gathering: Gathering) -> bool:
    """Whether its place is that of the host employer: by the firm's name, or at the firm's address. A colleague may
    have filled in a hall elsewhere. A query where the employer was not read yet."""
    firm = gathering.host_employer
    if _same(gathering.place_name, firm.name):
        return True
    return bool(firm.address) and _same(gathering.address, address_of(firm))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
