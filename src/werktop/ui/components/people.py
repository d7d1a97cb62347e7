"""People on screen: initials in a shape that tells the role, with the name beside it."""

from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

TINTS = {"candidate": 3, "entrepreneur": 2, "host": 1, "account": 1, "professional": 1}
SMALL_WORDS = frozenset(
    "aan bij d' de den der het in la le onder op 's 't te ten ter uit v.d. van vd von voor".split()
)
"""Words before a last name that are not the name itself; an apostrophe may be curved (`is_small_word`)."""


def is_small_word(word: str) -> bool:
    """Whether this word of a name is one that only leads to the last name: "van", "ten", "'t"."""
    return word.lower().replace("’", "'").replace("‘", "'") in SMALL_WORDS


def initials(name: str, *, is_short: bool = False) -> str:
    """Two letters: of first and last name, or with `is_short` the first two of the first name."""
    words = [word for word in name.replace("-", " ").split() if word]
    if not words:
        return "?"
    if is_short or len(words) == 1:
        return words[0][:2].capitalize()
    named = [word for word in words[1:] if not is_small_word(word)] or words[-1:]
    return (words[0][0] + named[0][0]).upper()


def tint(name: str, kind: str) -> int:
    """The tint (from 1) of this name within the tints of its role; the same name always gets the same."""
    if kind not in TINTS:
        raise ValueError(f"unknown kind of person: {kind}")
    return crc32(name.encode()) % TINTS[kind] + 1


def avatar(
    name: str, kind: str = "candidate", size: str = "", key: str = "", is_short: bool = False
) -> dict[str, Any]:
    """Context of an avatar. `size`: "", "s", "l" or "xl"; `key` decides the tint instead of the name."""
    classes = ["avatar", f"avatar--{kind}", f"avatar--tint-{tint(str(key) or name, kind)}"]
    if size:
        classes.append(f"avatar--{size}")
    return {"classes": " ".join(classes), "letters": initials(name, is_short=is_short)}


def person(
    name: str, kind: str = "candidate", url: str = "", sub: str = "", size: str = "", key: str = ""
) -> dict[str, Any]:
    """Context of a person: avatar, name (a link when there is a `url`) and a line `sub` under it."""
    return {"name": name, "url": url, "sub": sub, "avatar": avatar(name, kind, size, key)}


def crowd(people: Iterable[Mapping[str, str]], most: int = 8) -> dict[str, Any]:
    """Context of a row of small avatars; what is past `most` becomes "+ 12". Their names are said."""
    everyone = list(people)
    return {
        "avatars": [
            avatar(each["name"], each.get("kind", "candidate"), "s", each.get("key", ""))
            for each in everyone[:most]
        ],
        "names": ", ".join(each["name"] for each in everyone[:most]),
        "more": max(0, len(everyone) - most),
    }
