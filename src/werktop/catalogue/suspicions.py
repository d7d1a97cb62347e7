"""Words that name a diagnosis, a suspicion, an offence or a punishment, that say that somebody cannot read well or that a relative
is ill, that pass a verdict on somebody, or that name a group that somebody belongs to.

What somebody asks, what we do otherwise and the words of a catalogue are written without them."""

from __future__ import annotations

import re

from .judgements import DRINK, DRINKS, LABEL, PASSES, PRISON, UNDECLARED

STEMS = (
    "autis", "asperger", "adhd", "verstandelijk beperk", "licht verstandelijk",
    "zwakbegaafd", "zwakzinnig", "laag iq", "depress", "burn-out", "burnout", "overspannen", "posttraumatisch", "trauma",
    "psychos", "psychisch", "psychiatr", "schizo", "borderline", "bipolair", "angststoornis", "paniekaanval", "eetstoornis",
    "anorexi", "boulimi", "persoonlijkheidsproblem", "suicida", "zelfmoord", "verslaafd", "verslaving", "alcoholi",
    "gokprobleem", "drankprobleem", "drinkt te veel", "blowt", "dement", "alzheimer", "reuma", "fibromyalgi",
    "rugklacht", "kanker", "chemotherap", "diabet", "suikerziekte", "epilep", "hepatitis", "hartinfarct", "herseninfarct",
    "beroerte", "niet-aangeboren hersenletsel", "long covid", "handicap", "arbeidsongeschikt", "wajonger",
    "diagnose", "stoornis", "vermoeden van", "verdacht", "addict", "disorder", "suspect",
)  # fmt: skip
"""Beginnings of words."""
WHOLE = ("dcd", "hiv", "lvb", "ptss", "zwanger")
"""Words by themselves alone."""
IN_CAPITALS = ("ADD", "ASS", "NAH", "ODD")
"""Words by themselves that are other words in small letters ("please add", "odd jobs", "ass. kok"); those count after "heeft"."""
UNLESS = (r"drugs(?!tore)", r"gehandicap(?!tenzorg)", r"parkinson(?!(?-i:\s+[A-Z]))")
"""Beginnings that are something else with what follows: a shop, a line of work, a name."""
OFFENCE_STEMS = (
    "taakstraf", "werkstraf", "celstraf", "straffeit", "strafbaar feit", "strafblad", "strafrechtelijk", "strafzaak", "gedetineerd",
    "ex-gedetineerd", "enkelband", "voorarrest", "veroordeeld", "misdrijf", "delict", "justitiële documentatie",
    "voorwaardelijke straf", "heeft vastgezeten", "fraude", "crimineel", "huiselijk geweld", "drugshandel", "aangehouden door",
    "opgepakt door", "in aanraking met justitie", "in aanraking met de politie", "contact met justitie", "problemen met justitie",
)  # fmt: skip
"""Beginnings of words for offences and punishments (GDPR art. 10)."""
OFFENCE_UNLESS = (r"detentie(?!toezicht)", r"reclassering(?!s(?:werk|medewerk|ambtena))", r"gevangenis(?!bewa|toezicht|docent)",
                  r"inbraak(?!alarm|preventie|beveilig)")  # fmt: skip
"""The same, but for work that has to do with it."""
OFFENCE_WHOLE = ("tbs", "in de cel", *PRISON)
READING = (
    r"(?:niet goed|slecht|nauwelijks|amper|moeilijk|moeizaam)\s+(?:kunnen\s+)?(?:lezen|schrijven)",
    r"k(?:an|on|unnen)\s+(?:(?:nog|echt|bijna|helemaal)\s+)*niet\s+(?:lezen|schrijven)", r"niet\s+kunnen\s+(?:lezen|schrijven)",
    r"(?:leest|schrijft)\s+(?:(?:heel|erg|zeer)\s+)?(?:niet goed|slecht|nauwelijks|amper|moeizaam)(?!(?-i:\s+[A-Z]))",
    r"moeite\s+met\s+(?:het\s+)?(?:lezen|schrijven)", r"can(?:not|'t)\s+read",
)  # fmt: skip
"""Somebody would not read or write well; how well somebody knows Dutch is a language, and "bellen, niet schrijven" what we do."""
READING_STEMS = ("laaggeletterd", "analfabe", "dyslec", "dyslex", "illiterate")
RELATIVES = (
    r"(?:schoon)?(?:moeder|vader|ouders)", "mama", "papa", "opa", "oma",
    r"(?:klein)?(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je|eren)?)",
    r"broer(?:tje)?", r"zus(?:je|ter)?", "baby", "partner", r"echtgeno(?:ot|te)",
    r"(?:haar|zijn|hun|mijn)\s+(?:man|vrouw|vriend|vriendin|tante|oom)",
)  # fmt: skip
ILL = (
    "ziek", "chronisch ziek", "terminaal", "stervende", "bedlegerig", "hulpbehoevend", "geopereerd", "opgenomen",
    "in het ziekenhuis", "in een hospice", "overspannen",
)  # fmt: skip
LINKS = (
    "is", "zijn", "was", "waren", "werd", "wordt", "ligt", "lag", "heel", "erg", "zeer", "nu", "weer", "al", "ook", "nog",
    "zo", "net", "ernstig", "plotseling", "opeens", "lang", "langdurig", "steeds", "vaak", "vandaag", "gisteren",
)  # fmt: skip
"""What may stand between a relative and an illness: another verb, and it may be somebody else who is ill."""
GROUP_STEMS = (
    "wajong", "banenafspraak", "doelgroep", "bijstand", "participatiewet", "uitkeringsgerechtig", "niet-uitkeringsgerechtig",
    "nugger", "loonkostensubsid", "garantieban", "garantiebaan", "beschut", "arbeidsbeperk", "beperking", "statushouder",
    "vluchteling", "asielzoeker", "nieuwkomer", "allochtoon", "buitenlander", "migrant", "migratie", "afkomst", "laagopgeleid",
    "rolstoel", "rollator", "hoofddoek", "slechthorend", "slechtziend", "chronisch ziek", "refugee", "disab", "wheelchair",
    "moslim", "muslim",
)  # fmt: skip
"""Beginnings of words for a benefit, a target group, an illness, an origin or a religion."""
GROUP_WHOLE = (
    "wia", "ww", "wga", "iva", "ioaw", "ioaz", "anw", "wsw", "nug", "lks", "ziektewet", "uitkering", "doof", "doven", "blind",
    "blinden", "ziek", "deaf",
)  # fmt: skip
AGE = r"[1-9]\d\s*(?:\+|-?\s*plus(?:sers?)?)"
PEOPLE = (
    r"vrouw(?:en)?", r"man(?:nen)?", r"mannelijk", r"vrouwelijk", "dames", "heren", r"meisjes?", r"jongens?", r"jong(?:e|eren?)?",
    r"oud(?:e|er|ere|eren)?", r"senior(?:en)?", r"moeders?", r"vaders?", r"wom[ae]n", r"m[ae]n", "young", "old", "elderly",
    r"chinees|chinezen", r"hindoestaans?e?", "homo", "lesbisch", r"transgenders?", "gelovig",
    "christen", "christelijk", "joods", "hindoe", "islamitisch", r"syri(?:sch|[eë]rs?)", r"marokk(?:o|aan(?:s|se)?)",
    r"turk(?:s|se|en)?",
    r"p(?:ools|oolse|ool|olen)", r"eritre(?:es|eer|ers)", r"oekra[iï](?:ens|ense|ner|ners)", r"somali(?:sch|ër|ërs)?",
    r"afghaan(?:s|se)?", r"iraaks|iraans", r"surinaams?e?", r"antilliaan(?:s|se)?", r"bulgaars?e?", r"roemeens?e?",
    r"afrikaan(?:s|se)?", r"arab(?:ier(?:en)?|isch)", "nederlander", "nederlanders",
)  # fmt: skip
"""Words for sex, age, origin or religion; in a longer label they may be about the work ("oude machines maken", "Turks koken")."""


def _searched(
    whole: tuple[str, ...], stems: tuple[str, ...] = (), unless: tuple[str, ...] = ()
) -> re.Pattern[str]:
    """Some words by themselves, and all that begin in some way."""
    begun = "|".join((*map(re.escape, stems), *unless))
    longer = rf"|(?:{begun})[\w'-]*" if begun else ""
    return re.compile(rf"\b(?:(?:{'|'.join(whole)})\b{longer})", re.IGNORECASE)


_TARGET = _searched(
    ("lks",),
    ("wajong", "doelgroepverklaring", "banenafspraak", "loonkostensubsidie", "praktijkroute"),
    (r"doelgroep(?:en)?register", r"garantieba(?:an|nen)"),
)
_UNDECLARED = _searched(UNDECLARED)
_LABEL = _searched(LABEL)
_OFFENCE = _searched(OFFENCE_WHOLE, OFFENCE_STEMS, OFFENCE_UNLESS)
_READING = _searched(READING, READING_STEMS)
_RELATIVE = re.compile(
    rf"\b(?:{'|'.join(RELATIVES)})(?:\s+(?:{'|'.join(LINKS)}))*\s+(?:{'|'.join(ILL)})\b"
    rf"|\bzieke\s+(?:{'|'.join(RELATIVES)})\b"
    rf"|\b(?:{'|'.join(RELATIVES)})\s+{DRINKS}\b",
    re.IGNORECASE,
)
_CAPITALS = "|".join(IN_CAPITALS)
_ALONE = (*WHOLE, rf"(?-i:{_CAPITALS})", rf"(?<=heeft )(?:{_CAPITALS})(?!\.\s*[a-z])")
_STEM = _searched((*_ALONE, *DRINK), STEMS, UNLESS)
_PASSING = re.compile(rf"\b(?:{'|'.join(PASSES)})", re.IGNORECASE)
_KINDS = {
    "group": _TARGET,
    "undeclared": _UNDECLARED,
    "label": _LABEL,
    "offence": _OFFENCE,
    "reading": _READING,
    "relative": _RELATIVE,
}
_ALL = (_UNDECLARED, _LABEL, _OFFENCE, _READING, _RELATIVE, _STEM)
_GROUP = _searched(GROUP_WHOLE, GROUP_STEMS, UNLESS)
_SHELTERED = re.compile(
    r"\bbeschut(?:te)?(?:[\s-]*(?:werk|plek|arbeid)|\s*$)|\bsheltered\s+work", re.IGNORECASE
)
_AGE = re.compile(rf"\b{AGE}", re.IGNORECASE)
# each word is read in one way alone: else a label of twenty times "man" would be tried in a million
_PEOPLE = re.compile(rf"(?>(?:{'|'.join(PEOPLE)})\b[\s,/-]*)+", re.IGNORECASE)


def is_sheltered_work(words: str) -> bool:
    """Whether words about what somebody wants name sheltered work, for which one needs an indication."""
    return _SHELTERED.search(words) is not None


def suspicion_in(words: str) -> str:
    """The first words in a text that name a diagnosis, a suspicion, an offence, the illness of a relative or a verdict, as they
    stand there; "" for none."""
    told = _without_what_passes(words)
    found = min(filter(None, (each.search(told) for each in _ALL)), key=_place, default=None)
    return found.group() if found else ""


def kind_of(word: str) -> str:
    """Of what a word that was found is: "group", "undeclared", "label", "offence", "reading", "relative", or "health" for all
    else."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(word)), "health")


def target_group_in(words: str) -> str:
    """The first word in a text that says what somebody is registered for or what subsidy comes with somebody; "" for none."""
    found = _TARGET.search(words)
    return found.group() if found else ""


def _without_what_passes(words: str) -> str:
    """A text of the same length, without what says something else in the same words."""
    return _PASSING.sub(lambda found: "·" * len(found.group()), words)


def _place(found: re.Match[str]) -> int:
    return found.start()


def group_in(words: str) -> str:
    """The first word in a text that says to which group somebody belongs, or what somebody has; "" for none."""
    found = _GROUP.search(words) or _AGE.search(words) or _PEOPLE.fullmatch(words.strip())
    return found.group().strip() if found else suspicion_in(words)


def groups_in(words: str) -> list[str]:
    """Every such word of a text (`group_in`), each once, in the order of the text."""
    told = _without_what_passes(words)
    found = sorted((hit for each in (_GROUP, _AGE, *_ALL) for hit in each.finditer(told)), key=_place)
    once: dict[str, str] = {}
    for hit in found:
        once.setdefault(hit.group().strip().casefold(), hit.group().strip())
    return list(once.values())
