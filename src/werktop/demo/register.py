"""The trade register of the demo: answers with an invented firm of the name that is asked, and asks nobody."""

from __future__ import annotations

from zlib import crc32

from werktop.employers.trade_register import Listed, Profile


class Register:
    """See `werktop.employers.trade_register.TradeRegister`."""

    def firms_found(self, *, name: str = "", place: str = "", number: str = "") -> list[Listed]:
        """One firm with this name, or number; always the same one. Nothing for a name with "niets" in it, so that one sees that
        too."""
        if not number and "niets" in name.casefold() or not (number or name.strip()):
            return []
        known = number or f"9{crc32(name.strip().casefold().encode()) % 10_000_000:07}"
        called = name.strip() or "Handelsonderneming De Proef"
        return [Listed(known, f"0000{known}", called, "Voorbeeldweg 1", "", place.strip(), True, True)]

    def profile_of(self, number: str) -> Profile | None:
        """A bakery with 24 people."""
        return Profile(
            number,
            "",
            "",
            "",
            "",
            "10710",
            "",
            24,
            no_unasked_post=False,
            has_ended=False,
            sbi_version="2025",
        )
