"""From which address a visitor comes, for whatever counts attempts per place: the lock on logging in and "forgotten"."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import Any

from django.conf import settings


def address_of(request: Any) -> str | None:
    """The visitor's IP address in its usual form, or None where there is none (a Unix socket).

    Behind `settings.TRUSTED_PROXIES` proxies, each of which adds whom it saw on the right of X-Forwarded-For, it is
    that many from the right: what stands left of it the visitor may have made up. Without proxies the header is
    not read. Where it is too short or holds no address there, the address of who connects counts.
    """
    count = settings.TRUSTED_PROXIES
    if count:
        chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        forwarded = _read(chain[-count]) if len(chain) >= count else None
        if forwarded:
            return forwarded
    return _read(request.META.get("REMOTE_ADDR", ""))


def _read(words: str) -> str | None:
    words = words.strip()
    if words.startswith("["):  # [2001:db8::1]:443, as some proxies write it
        words = words[1:].partition("]")[0]
    elif words.count(":") == 1:  # 203.0.113.7:51234
        words = words.partition(":")[0]
    try:
        found = ip_address(words.partition("%")[0])
    except ValueError:
        return None
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(found)
