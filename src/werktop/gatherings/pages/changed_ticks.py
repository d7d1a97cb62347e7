"""What somebody ticked and unticked by hand while choosing guests: it goes along with each filter and each page.

Only what differs from the suggestion stands in the address, in few letters, so that no server finds it too long.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from ..refusals import TooManyTicksToKeep

MOST = 120
"""So many fit in an address with room to spare: 23 letters each, where servers take 4,000."""
TICKED, UNTICKED, SUGGESTED = "with", "without", "suggested"
"""Names in the address; the last one in the form alone: whom this page ticked of itself."""


@dataclass(frozen=True)
class ChangedTicks:
    """Keys of people: `ticked` by hand, and `unticked` though they were suggested."""

    ticked: frozenset[UUID] = frozenset()
    unticked: frozenset[UUID] = frozenset()

    def as_parameters(self) -> dict[str, str]:
        """For an address. Raises TooManyTicksToKeep."""
        if len(self.ticked) + len(self.unticked) > MOST:
            raise TooManyTicksToKeep()
        both = {TICKED: packed(self.ticked), UNTICKED: packed(self.unticked)}
        return {name: keys for name, keys in both.items() if keys}


def changed_before(address: QueryDict) -> ChangedTicks:
    """What the address says was changed. What cannot be read was not."""
    unticked = _unpacked(address.get(UNTICKED, ""))
    return ChangedTicks(_unpacked(address.get(TICKED, "")) - unticked, unticked)


def changed_on_page(sent: QueryDict, ticked: Collection[UUID]) -> ChangedTicks:
    """What is changed now that the form came back with these `ticked`: whoever was ticked by hand is on each page."""
    suggested, now = _unpacked(sent.get(SUGGESTED, "")), frozenset(ticked)
    return ChangedTicks(now - suggested, (_unpacked(sent.get(UNTICKED, "")) | suggested) - now)


def packed(keys: Collection[UUID]) -> str:
    """Keys as one word for an address or a form, in a fixed order."""
    return ".".join(urlsafe_b64encode(key.bytes).decode().rstrip("=") for key in sorted(keys))


def _unpacked(word: str) -> frozenset[UUID]:
    try:
        return frozenset(UUID(bytes=urlsafe_b64decode(f"{part}==")) for part in word.split(".") if part)
    except ValueError:
        return frozenset()
