"""Who a row is about, as a key that cannot be read back."""

import hashlib
import hmac
import json
from datetime import date

from werktop.exchange.cells import folded


def row_identity(
    *, key: bytes, about: str, name: str, email: str, phone: str, postcode: str, registered_date: date | None
) -> str:
    """HMAC-SHA256 in hex over name, contact, postcode and date of registration.

    Spelling does not matter (case, accents, spaces), so that a repeated import finds the same row. `about`
    keeps kinds of rows apart ("candidate", "entrepreneur"). The key belongs to the installation: without it
    nobody can test whether a person is in the list.
    """
    if not key:
        raise ValueError("an identity without a key can be guessed")
    parts = [
        about,
        folded(name),
        email.casefold(),
        folded(phone),
        folded(postcode),
        registered_date.isoformat() if registered_date else "",
    ]
    return hmac.new(key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()
