"""Dutch words without their endings, so that 'plant', 'gepland' and 'planning' are one."""

ENDINGS = (
    "heden", "heid", "ingen", "ing", "ische", "isch", "ieken", "iek", "ieke", "ende", "end", "ers", "er", "en", "de",
    "te", "t", "d", "e", "s",
)  # fmt: skip
SOUNDS = str.maketrans("vz", "fs")
LEAST = 3  # letters that a stem keeps
PARTICLES = tuple(
    "leiding samen schoon terug door vast voort over voor mee aan uit toe om af op in bij na".split()
)
IRREGULAR = {
    "nam": "nem", "namen": "nem", "genomen": "nem", "gaf": "gef", "gaven": "gef", "sprak": "sprek", "gesproken": "sprek",
    "kwam": "kom", "gekomen": "kom", "hield": "houd", "gehouden": "houd", "dacht": "denk", "gedacht": "denk",
    "bracht": "breng", "gebracht": "breng", "schreef": "schrijf", "geschreven": "schrijf", "hielp": "help",
    "geholpen": "help", "loste": "los", "nauwkeurg": "nauwkeurig", "leid": "leid", "leidt": "leid", "leiding": "leid",
    "reed": "rijd", "gereden": "rijd", "sneed": "snijd", "sneden": "snijd", "gesneden": "snijd", "gestreken": "strijk",
    "verkocht": "verkop", "schonk": "schenk", "geschonken": "schenk", "spoot": "spuit", "gespoten": "spuit", "las": "les",
    "groef": "graf", "begreep": "begrijp", "begrepen": "begrijp", "ontving": "ontvang", "ontvingen": "ontvang",
    "spraken": "sprek", "liep": "lop", "gelopen": "lop", "bleef": "blijf", "zag": "zien",
    "groente": "groente", "groenten": "groente",
    "les": "lessen", "regel": "regels", "regels": "regels",  # not what was read, nor what was arranged
}  # fmt: skip


def stem(word: str) -> str:
    """The stem of one folded word: no ending, no 'ge-' of a participle, one letter where Dutch doubles."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.startswith("ge") and len(word) > 6 and word.endswith(("t", "d", "en")):
        word = word[2:]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)]
            break
    return single(word)


def single(word: str) -> str:
    """Doubled letters once, v as f and z as s: 'leven' and 'leeft' are one."""
    word = word.translate(SOUNDS)
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def parted(word: str) -> tuple[str, str] | None:
    """(particle, stem of the verb) of a verb that comes apart: 'samenwerken' is 'werkt … samen'."""
    for particle in PARTICLES:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) >= 4:
            return particle, stem(rest)
    return None
