"""How the candidates of one colleague are shared out over others. Pure: keys and loads go in, who gets whom comes out; chance is a
word that is passed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID


def dealt(keys: Sequence[UUID], loads: Mapping[UUID, int], lot: str) -> dict[UUID, list[UUID]]:
    """Everybody in equal numbers over the takers (`loads`: how many each has). Who goes to whom is a lot, so that nobody picks the
    easy ones; the one more goes to who has fewest, and between equals by lot."""

    def draw(key: UUID) -> bytes:
        return sha256(f"{lot}:{key}".encode()).digest()

    takers = sorted(loads, key=lambda taker: (loads[taker], draw(taker)))
    shares: dict[UUID, list[UUID]] = {taker: [] for taker in takers}
    for number, key in enumerate(sorted(keys, key=draw)):
        shares[takers[number % len(takers)]].append(key)
    return shares
