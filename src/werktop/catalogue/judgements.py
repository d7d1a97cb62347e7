"""What people write of somebody in passing that is a guess, a verdict or a rumour: undeclared work, a label, drink, prison.

Patterns for `suspicions`. Each reads the words in which it is said of a person; what is said in the same words of work, of things
and of the road (`PASSES`) is left out before anything is looked up."""

from __future__ import annotations

_LINK = r"(?:\s+[\w'’-]+){0,5}?\s+"
"""Up to five words of the same clause."""
_ENDS = (
    r"(?=\s*(?:$|[^\w\s'’-]|(?:aan|als|bij|denk|dus|en|geloof|hoor|in|maar|naast|om|op|sinds|toch|via|volgens|"
    r"voor|want|zegt)\b))"
)
_DARK = rf"(?<!het )(?<!met )(?<!en )(?<!bij )(?-i:zwart){_ENDS}"
"""The word for what is not declared, and not the colour of what follows ("zwart leer"), nor a name."""
_EARNS = (
    r"(?:(?:bij)?(?:ge)?werk(?:t|te|ten|en)?|(?:bij)?(?:ge)?klus(?:t|te|ten|sen)?|(?:bij)?(?:ge)?beun(?:t|de|en|d)?"
    r"|(?:bij)?verdien(?:t|de|den|en|d)?|(?:uit)?beta(?:al|alt|ald|alde|len))\b"
)
_GETS = r"(?:krijg(?:t|en)?|kreeg|kregen|word(?:t|en)|werd(?:en)?)"

UNDECLARED = (
    r"zwartwerk\w*",
    rf"(?:(?-i:zwart)|^zwart)\s+(?:(?:aan\s+het|te|gaan|in|geld|loon|bij)\s+)*(?:{_EARNS}|geld|loon|dienst|bij)\b",
    rf"{_EARNS}{_LINK}{_DARK}",
    rf"{_EARNS}{_LINK}onder\s+(?:de\s+)?tafel",
    rf"onder\s+(?:de\s+)?tafel\s+(?:(?:te|iets|wat|geld)\s+)*{_EARNS}",
    rf"{_GETS}{_LINK}(?:cash|contant|(?-i:zwart))(?:\s+in\s+de\s+hand|\s+(?:uit)?betaald|(?=\s*(?:$|[^\w\s'’-])))",
    r"cash\s+in\s+(?:de\s+|het\s+)?hand(?:je)?",
    r"(?:cash|contant)\s+(?:te\s+)?(?:(?:bij)?(?:verdien|klus)|geklust|bijgeklust)\w*",
    rf"(?:klus|verdien|beun)\w*{_LINK}(?:cash|contant)\b",
    r"(?:bij)?beun(?:t|en|haas\w*|de)",
    (
        r"(?:doe(?:t|n)|deed|poetst?|schildert?|maakt)\s+(?:het\s+|dat\s+|dit\s+)?(?-i:zwart)"
        r"\s+(?:een\s+paar|wat|ook|nog|huizen|klus\w*|schoon)\b"
    ),
    rf"(?:klust?|beunt?|(?:bij)?verdient)\b{_LINK}(?:geeft|gaf)\s+(?:dat|dit|het)\s+niet\s+(?:op|door|aan)\b",
    r"(?:geeft|gaf)\s+(?:[\w-]+\s+){0,2}(?:inkomsten|inkomen|uren|verdiensten|loon)\s+niet\s+(?:op|door|aan)\b",
    r"zwart\s+(?:bij)?verdiensten",
    r"zwarte?\s+(?:baan\w*|bijbaan\w*|inkomsten|klus\w*|uren|verdiensten)",
    r"(?:verzwijgt|verzweeg|verzwegen)\s+(?:[\w-]+\s+){0,3}(?:werk|inkomsten|inkomen|uren|loon|geld|baan)\w*",
    r"(?:werk|inkomsten|inkomen|uren|loon|geld|baan)\s+(?:heeft\s+)?(?:verzwijgt|verzweeg|verzwegen)",
    r"[\w]*(?:steun|bijstands|uitkerings)fraude\w*",
    r"fraude(?:ert|erde|ren)",
    r"sjoemel(?:t|de|en)",
)
"""Undeclared work and what is like it: a suspicion, which no court has looked at."""

_IS = (
    r"(?:is|was|haar|hem|vind(?:en|t)?|vond(?:en)?|lijkt|leek|blijft|bleef|wordt|werd|doet|deed|kwam|"
    r"komt|overkwam|noemt|noemen|als|nogal|wat|beetje|erg|heel|te|zo|gewoon"
    r"|best|echt|ook|en|of|vaak|altijd|soms|weer|zeer)"
)
"""What stands before a label that is given to somebody, where it does not stand at the beginning of a clause."""
LABEL = (
    r"luie(?!\s+stoel)",
    r"luiaard\w*",
    r"luiheid",
    r"ongemotiveerd\w*",
    r"(?:totaal\s+|helemaal\s+)?(?:niet|weinig|nauwelijks)\s+gemotiveerd",
    r"(?:geen|weinig|nul)\s+motivatie",
    r"werkschuw\w*",
    r"agressie(?:f\b|ve\b|probl\w*|vel?ing\w*)",
    r"onbetrouwba\w+",
    r"onbeschoft\w*",
    r"asocia(?:al|le)\b",
    r"brutaal\b",
    r"profiteur\w*",
    r"profiteert\s+van\s+(?:de\s+|zijn\s+|haar\s+)?uitkering",
    r"manipule(?:ert|erde|ren)\b",
    r"manipulatief\b",
    r"leugenaar\w*",
    r"(?:liegt|loog|gelogen|liegen)\b",
    r"onhandelba\w+",
    r"labiel\b",
    r"onwillig\w*",
    r"achterlijk\w*",
    r"aansteller\w*",
    r"stelt\s+zich\s+aan\b",
    r"hopelo(?:os|ze)\s+geval",
    r"(?:moeilijk|lastig)\s+geval",
    r"onverzorgd\w*",
    r"st(?:inkt|onk)\b",
    r"ruikt\s+(?:vies|naar\s+zweet|onfris)",
    (
        rf"(?:{_IS}\s+)(?:lui|dom|gestoord|onverschillig|traag\s+van\s+begrip)(?=\s*(?:$|[^\w\s'’-]|en\b|"
        rf"of\b|hoor\b|maar\b))"
    ),
    r"(?:^|(?<=,\s)|(?<=\.\s)|(?<=:\s)|(?<=;\s))lui(?=\s*(?:$|[^\w\s'’-]|en\b))",
    r"lui\s+en\s+(?:ongemotiveerd|dom|traag)",
)
"""A verdict on somebody, of which nobody knows afterwards what was seen."""

_DRINK = r"(?:alcohol|drank|drankjes|bier|wijn|wiet|hasj|jenever|sterke\s+drank)"
DRINK = (
    rf"{_DRINK}\s+(?:ge)?r(?:oken|ook|uik\w*|oking)",
    rf"{_DRINK}lucht",
    rf"(?:ruikt|rook|roken|ruiken|stinkt|stonk)(?:\s+\w+){{0,2}}?\s+naar\s+{_DRINK}",
    (
        r"drinkt(?:\s+(?:weer|nog|vaak|al|wel|steeds|stevig|flink|elke|iedere|dag|avond|ook|veel|"
        r"behoorlijk))*(?=\s*(?:$|[^\w\s]|en\b))"
    ),
    r"aan\s+de\s+drank",
    r"aan\s+de\s+(?:drugs|coke|wiet)",
    r"onder\s+invloed(?!\s+van\s+(?!alcohol|drank|drugs|wiet))",
    r"(?:is|was|leek|lijkt|kwam|verscheen|half|stom|weer|vaak)\s+dronken\b",
    r"drankgebruik",
    r"alcoholgebruik",
    r"alcohol(?:is\w*|probl\w*|versl\w*)",
    r"gokt\b(?!\s+(?:erop|op|dat)\b)",
    r"gokversl\w*",
    r"gebruikt\s+(?:weer|coke|wiet|cocaïne)",
)
DRINKS = (
    r"(?:die\s+|dat\s+)?(?:te\s+veel\s+|veel\s+)?(?:drinkt|gokt|blowt|sla(?:at|n)\s+(?:haar|hem|hen|ze|"
    r"de\s+kinderen)|mishandelt)(?!\s+(?:graag\s+|een\s+|geen\s+|veel\s+)?(?:koffie|thee|water|melk))"
)
"""What is told of a relative, beside being ill."""

_FOR = (
    r"(?:toen|ook|nog|weer|eerder|vroeger|ooit|lang|jaar|jaren|maand(?:en)?|weken|tijd(?:je)?|een|twee|"
    r"drie|vier|paar|\d+|anderhalf|half)"
)
PRISON = (
    (
        rf"(?:zat|zit|zitten|zaten)\s+(?:{_FOR}\s+)*vast(?=\s*(?:$|[^\w\s'’-]|(?:en|tot|voor|wegens|omdat|"
        rf"door|geweest|sinds|gezeten|maar|toen|dus|want|na|nu)\b))"
    ),
    r"vast(?:\s+)?gezeten(?!\s+in\b)",
    r"(?:zat|zit|zaten|zitten)\s+in\s+de\s+(?:bak|nor|lik)\b",
    r"in\s+hechtenis",
    r"(?:heeft|had)\s+gestolen",
    r"steelt\b(?!\s+de\s+show)",
    r"dealt\b",
    r"kinder(?:mishandel|misbruik|porno)\w*",
    r"mishandel(?:t|d|de|ing)\b",
)
"""Offences and prison, beside those that `suspicions` has."""

PASSES = (
    # somebody does not want to be taken for it, or denies it
    (
        r"(?:niet|nooit|geenszins|allesbehalve|bepaald niet)\s+(?:(?:zo|te|erg|als|meer|"
        r"dat\s+\w+)\s+)?(?:lui|agressief|brutaal|onbetrouwbaar|ongemotiveerd|dom|raar|gek|luie|"
        r"onbeschoft|asociaal)"
    ),
    r"(?:bang|wil niet|om niet|niet)\s+(?:\w+\s+){0,4}?(?:over\s*komen|te\s+lijken|gevonden\s+worden)",
    # others than the person: guests and customers, animals, things
    (
        r"(?:met|van|aan|tegen|voor|bij|naar)\s+(?:\w+\s+)?(?:agressieve|onbeschofte|dronken|lastige|"
        r"brutale|asociale)\s+\w+"
    ),
    (
        r"(?:agressieve|onbeschofte|dronken|brutale|luie|asociale)\s+(?:klant|gast|bewoner|bezoeker|"
        r"reiziger|patiënt|leerling|puber|kinder|mensen|middel|stof|reinig|schoonmaak|chemi|hond|"
        r"marketing|markt|verkoop|concurren|beheer|zuur|zuren)\w*"
    ),
    (
        r"(?:klant|gast|bewoner|bezoeker|reiziger|patiënt|leerling|hond|middel)(?:en|s|t)?\s+(?:die\s+|"
        r"zijn\s+|is\s+|was\s+|waren\s+|wordt\s+|worden\s+|soms\s+|erg\s+)+(?:agressief|dronken|brutaal|"
        r"onbeschoft|asociaal)"
    ),
    r"(?:omgaan\s+met\s+|training\s+|cursus\s+)agressie\w*",
    r"agressietraining\w*",
    r"onder\s+invloed\s+van\s+(?!alcohol|drank|drugs|wiet)\w+",
    # the road, and things that are fast
    (
        r"(?:zat|zit|zaten|zitten|staat|stond|hebben|heeft|had)\s+(?:\w+\s+){0,3}?vast(?:\s*gezeten)?\s+(?:in|op|aan|tussen|onder)\s+(?:de|het|"
        r"een)\s+(?:file|verkeer|lift|trein|bus|auto|modder|sneeuw|tunnel|"
        r"vergadering|overleg|gesprek|spits|contract|rooster|a\d+|n\d+|planning|agenda|machine)\w*"
    ),
    r"(?:file|trein|bus|verkeer|lift)\w*\s+(?:en\s+)?(?:zat|zit|stond)\s+vast",
    (
        r"(?:machine|schroef|deur|auto|trein|bus|slot|band|fiets|bout|rem|onderdeel|kraan|afspraak|datum|"
        r"dag|rooster|plan|het|dat|alles|dit)\s+(?:zat|zit|zaten|zitten)\s+(?:\w+\s+)?vast"
    ),
    # the colour and the money of a till
    r"zwart[\s-]*(?:wit|gekleed|haar|leer|pak|schoen|broek|shirt)\w*",
    r"in\s+het\s+zwart",
    r"zwarte?\s+(?:kleding|schoenen|broek|lijst|markt|koffie|gat|piste)",
    r"(?:klant|gast|bezoeker)\w*(?:\s+\w+){0,4}?\s+(?:cash|contant)\s+(?:af)?(?:re|be)\w+",
    r"contant\s+(?:kunnen\s+)?(?:afrekenen|afgerekend|betalen|geld\s+(?:tellen|aannemen))",
    r"het\s+(?:stinkt|stonk)",
    r"zwartwerkbestrijding",
    r"\w*fraude(?:onderzoek|bestrijding|preventie|recherche|afdeling|specialist|team|training)\w*",
)
"""What says none of it, though the words are the same."""
