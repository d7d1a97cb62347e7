"""Whether words that fit a name stand where a name would: an everyday word, a kind of firm, a day."""

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.calendar_words import DAYS, MONTHS
from werktop.contacts.reading.fits import Fit
from werktop.contacts.reading.naming import EMPLOYER, weight
from werktop.contacts.reading.numbers import WORDS as NUMBERS
from werktop.contacts.reading.verbs import DOES_WORK, TASKS
from werktop.contacts.reading.vocabulary import (
    ALSO_NAMES,
    ARTICLES,
    AT_OURS,
    COMMON,
    CONTACT_NOUNS,
    EVENTS,
    FINITE,
    HAPPENED,
    JUDGED,
    KINDS_OF_FIRM,
    MODALS,
    OTHERS,
    OWN,
    PRONOUNS,
    SAID,
    SEEKING,
)  # fmt: skip

BEFORE_A_NAME = frozenset(
    "met bij van aan naar mevrouw meneer mevr mw dhr hr en over door namens voor".split()
)
BEFORE_A_DAY = frozenset(
    "vanaf in begin eind einde half medio midden per tot sinds op rond voor na volgende vorige komende".split()
)
DAY_WORDS = (
    frozenset(MONTHS) | frozenset(DAYS) | {"morgen", "avond", "dag", "zomer", "winter", "herfst", "lente"}
)
AFTER_A_NAME = FINITE | SEEKING | HAPPENED | SAID | TASKS | {"belt", "mailt", "appt", "werkt"}
BEFORE_A_PERSON = frozenset("mevrouw meneer mevr mw dhr hr mijnheer".split())
OF_A_FIRM = AFTER_A_NAME - TASKS  # 'kinderopvang regelen' is a task
SPEAKS = SEEKING | HAPPENED | SAID | {"belt", "mailt", "appt", "heeft"}
WORK_BEFORE = frozenset("als zoekt zoeken zoekn zkt zkn extra ervaren hulp leerling".split())
BEHIND_A_VERB = frozenset({"er", "graag", "nog", "wel", "ook", "dat", "niet"})
CALLS = frozenset("belt belde mailt mailde appt appte zoekt vraagt".split())
HAS_WORK = CALLS | frozenset(
    "heeft hebben wil willen kan kunnen vraagt vragen neemt krijgt biedt start gebeld gemaild gesproken bezocht".split()
)
CLOSING_CONTACT = frozenset("gehad gedaan gevoerd gedronken geweest afgerond gepland verzet afgezegd".split())
NEVER_ALONE = PRONOUNS | OTHERS | OWN | FINITE | KINDS_OF_FIRM
SEEKS = SEEKING | {"krijgt", "vacature", "biedt"}


def _is_a_role_here(fit: Fit, low: str, tokens: list[Token], i: int, after: str) -> bool:
    """'2 koeriers' of Koeriersdienst, 'een slager' of Slagerij: the beginning of a firm's name behind a number is work."""
    if fit.name.kind != EMPLOYER or fit.end > i + 1:
        return False
    before = tokens[i - 1].low if i and not (i > 1 and tokens[i - 2].low in ("/", "-", ".", ":")) else ""
    if low == fit.name.words[fit.first_word]:  # '3 loodgieters' of Smit Loodgieters
        return fit.first_word > 0 and not tokens[i].has_capital and (before.isdecimal() or before in NUMBERS)
    return (
        before in NUMBERS
        or before.isdecimal()
        or before in WORK_BEFORE
        or after in ("nodig", "gezocht", "gevraagd")
    )


def _is_by_article(tokens: list[Token], i: int, fit: Fit) -> bool:
    """'bij de haven', 'vd haven': the article is of the firm's name, and what stands before it says where."""
    if fit.name.kind != EMPLOYER or not fit.first_word:
        return False
    before = [token.low for token in tokens[max(0, i - 2) : i]]
    article = fit.name.words[fit.first_word - 1]
    return before[-1:] == ["vd"] or (
        before[-1:] == [article] and before[0] in ("bij", "van", "naar", "v", "met")
    )


def _is_whom_it_was(tokens: list[Token], i: int, before: str, after: str, said: list[Token]) -> bool:
    """'intake fleur gehad', 'fleur op spreekuur gehad', 'fleur rijdt heftruck': with whom contact was, or who does it."""
    if before in CONTACT_NOUNS | EVENTS:
        return after in CLOSING_CONTACT or (tokens[i].low not in JUDGED and after in ("", ",", ".", ":", "-"))
    if i:
        return before in ("neemt", "nemen") and after in ("aan", "in")
    follows = {token.low for token in said[i + 1 : i + 5]}
    return after in DOES_WORK or (after in ("op", "bij", "aan") and bool(follows & AT_OURS))


def _begins_what_a_firm_has(tokens: list[Token], i: int, fit: Fit, after: str) -> bool:
    """'de brink heeft 2 koks nodig', 'rondom zoekt': a firm by an everyday word of its name, with its article or before a verb of
    seeking, as the first thing that is said."""
    low, name = tokens[i].low, fit.name
    if name.kind != EMPLOYER or low != name.words[fit.first_word] or low in NEVER_ALONE:
        return False
    has_article = fit.first_word > 0 and i > 0 and tokens[i - 1].low == name.words[fit.first_word - 1]
    begin = i - has_article
    if begin and (tokens[begin - 1].low[0].isalnum() or tokens[begin - 1].low in "'-&/"):
        return False
    return after in SEEKS or (has_article and after in HAS_WORK)


def may_be_a_name(tokens: list[Token], i: int, fit: Fit, everyday: frozenset[str], said: list[Token]) -> bool:
    """Whether a single word that also is, or nearly is, an everyday word stands where a name would. `said`: the tokens as they
    were meant."""
    token = tokens[i]
    if token.is_tagged or fit.telling > 1:
        return True
    low = token.low
    before = tokens[i - 1].low if i else ""
    after = said[fit.end].low if fit.end < len(said) else ""
    starts = not before or not (before[0].isalnum() or before in "'-&/")
    if len(low) < 3 and not token.has_capital:
        return False
    if _is_a_role_here(fit, low, tokens, i, after):
        return False
    if (
        starts
        and not i
        and after == ":"
        and low == fit.name.words[fit.first_word]
        and fit.name.kind == EMPLOYER
    ):
        return True  # 'linde: 2 plukkers'
    if _begins_what_a_firm_has(tokens, i, fit, after):
        return True
    if low in everyday and fit.end == i + 1 and before not in BEFORE_A_PERSON:
        if _is_by_article(tokens, i, fit):
            return True
        if fit.name.kind == EMPLOYER and after in CALLS:
            return True
        return token.has_capital and (not starts or after in SPEAKS)
    if any(
        weight(w) == 4 and w == fit.name.words[fit.first_word] for w in (low, fit.name.words[fit.first_word])
    ):
        first = tokens[i - 2].low if i > 1 else ""
        of_the_firm = before in ("bij", "van", "naar") or (
            before in ("de", "het") and first in ("bij", "van", "naar")
        )
        return (
            of_the_firm
            or (token.has_capital and not starts)
            or (after in (AFTER_A_NAME if token.has_capital else OF_A_FIRM) and before not in ("een", "als"))
        )
    if low not in COMMON and low not in ALSO_NAMES:
        return True
    if low in ("mei", "jan", "april", "juni", "augustus", "maart") and (
        before in BEFORE_A_DAY or before.isdecimal() or after in ("tot", "t")
    ):
        return False
    if token.has_capital and not starts:
        return True
    if starts and token.has_capital and low in ALSO_NAMES - DAY_WORDS and low not in COMMON:
        return True
    if before in ARTICLES:
        return fit.first_word > 0 and fit.name.words[fit.first_word - 1] == before
    if low in MODALS and (after in TASKS or (not token.has_capital and after in BEHIND_A_VERB)):
        return False
    if before in SEEKS and fit.name.kind == EMPLOYER:
        return True
    if before in BEFORE_A_NAME and (low not in COMMON or after not in ARTICLES):
        return True
    if low in ALSO_NAMES - DAY_WORDS and _is_whom_it_was(tokens, i, before, after, said):
        return True
    return (low in ALSO_NAMES or token.has_capital) and (
        after in AFTER_A_NAME
        or (starts and token.has_capital and after in ("", ",", ":", "en", "van", "bij"))
    )
