"""What an employer never reads from us of somebody: beside what `suspicions` names (a benefit, an illness, a target group, an
origin) the support that comes with somebody, how much somebody can bear, debts, age and family.

Employers hear of support from who it concerns or from the contact person, when it is about a contract; not when somebody is put
forward ("Law and decency": employers never learn target-group status, benefit, health or obstacles from us)."""

from __future__ import annotations

import re

from .suspicions import group_in, target_group_in

SUPPORT = (
    r"loonwaarde\w*", r"no-?\s?risk\w*", r"job-?\s?coach\w*", r"loonkosten\w*", "lkv", r"loondispensatie\w*",
    r"praktijkroute\w*", r"arbeidsvermogen\w*", r"verdienvermogen\w*", r"belastba(?:ar|re)\w*", r"urenbeperk\w*",
    r"re-?integratie\w*", r"afstand tot de arbeidsmarkt", r"premiekorting\w*", r"zelfredzaam\w*", r"wage value",
)  # fmt: skip
LIFE = (
    r"schuld(?:en|hulp\w*|sanering\w*)", r"bewindvoer\w*", "onder bewind", r"wsnp", r"deurwaarder\w*", r"dakloo?s\w*",
    r"mantelzorg\w*", r"gescheiden", r"scheiding", r"alleenstaand\w*", r"weduw(?:e|naar)\w*",
    r"(?:moeder|vader|mama|papa) van", r"heeft (?:een|twee|drie|vier|vijf|zes|\d+) (?:\w+ )?kind(?:eren)?",
)  # fmt: skip
AGE = (
    r"(?:is|al|pas|bijna|ruim) (?:nu )?[1-9]\d jaar(?= en | oud| jong|\s*(?:[.,;:!?)]|$))",
    r"[1-9]\d jaar (?:oud|jong)", r"[1-9]\d-?jarige?\b(?! (?:ervaring|loopbaan|dienst))", r"geboren in (?:19|20)\d\d",
)  # fmt: skip
_UNSAID = re.compile(rf"\b(?:{'|'.join((*SUPPORT, *LIFE, *AGE))})", re.IGNORECASE)


def unsaid_in(words: str) -> str:
    """The first words in a text that no employer reads from us, as they stand there; "" for none."""
    if word := target_group_in(words) or group_in(words):
        return word
    found = _UNSAID.search(words)
    return found.group() if found else ""
