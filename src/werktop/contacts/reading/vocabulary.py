"""The words of the grammar, folded: what they are, not what to do with them."""

from werktop.contacts.reading.verbs import CALLED, MESSAGED, ORDERS, TALKED, TASKS, VISITED

ARTICLES = frozenset("de het een 't n den dit deze die dat".split())
PREPOSITIONS = frozenset(
    "aan bij door in met na naar om onder op over per sinds tegen tot uit van vanaf vanuit via voor zonder ivm".split()
)
PRONOUNS = frozenset(
    "ik je jij u hij zij ze we wij jullie hen hun haar hem zijn mijn me er men iemand niemand z n die dat dit daar hier"
    " zelf ons onze mn zn".split()
)
JOINING = frozenset("en of maar want dus ook & plus".split())
OTHERS = frozenset({"ze", "hij", "zij", "er", "men", "zn"})  # whose deed is not the writer's own
OWN = frozenset({"ik", "we", "wij"})
FILLERS = frozenset(
    "nog even ook graag weer wel dan eens maar zeker misschien dringend snel en nu al weer gelijk straks zelf echt erg"
    " momenteel daarnaast daarbij soms tevens bovendien eigenlijk waarschijnlijk mogelijk eventueel evt erbij binnenkort"
    " gewoon zelfs daar hier toch steeds alleen mss inmiddels"
    " vooral tijdelijk alvast hopelijk zojuist net zonet daarnet".split()
)
NEGATIONS = frozenset("niet geen nooit niks niets niemand nee zonder amper nauwelijks".split())

# Verbs that make a clause a statement about somebody else: no plan of the writer.
MODALS = frozenset(
    "kan kunnen kon wil wilt willen wilde mag mogen moet moeten zou zouden zal zullen hoeft hoeven gaat gaan durft".split()
)
FINITE = MODALS | frozenset(
    "is zijn was waren heeft hebben had hadden wordt worden werd komt komen kwam blijft doet deed staat zit zat krijgt"
    " krijgen start begint werkt werken vindt lijkt voelt denkt vraagt vroeg zegt zei vertelt vertelde meldt meldde geeft"
    " gaf laat liet weet hoopt loopt ging gingen stopt gestopt neemt volgt ontvangt solliciteert regelt twijfelt lukt"
    " lukte lukken kost kosten valt vond vonden"
    " verloopt eindigt vervalt verandert stond stonden zaten ligt lag bleef hoort krijg hoor verhuist woont zoekt zoeken heb"
    " ben aangenomen begonnen".split()
)
AUXILIARY = frozenset("heb heeft hebben had hadden ben is zijn was waren".split())

# Work that firms have.
SEEKING = frozenset("zoekt zoeken zoek zocht gezocht nodig benodigd need needs".split())
TAKING = frozenset(
    "kwijt plaatsen gebruiken aannemen inzetten opnemen opleiden hebben ontvangen begeleiden inwerken werven aanstellen"
    " inhuren verwelkomen herbergen aantrekken".split()
)
PLACES = frozenset(
    "plek plekken plekje plekjes plaats plaatsen ruimte werkplek werkplekken stageplek stageplekken leerwerkplek"
    " leerwerkplekken leerplek leerplekken stageplaats stageplaatsen arbeidsplaats arbeidsplaatsen"
    " leerbaan leerbanen leerwerkbaan leerwerkbanen bblplek bblplekken proefplek".split()
)
VACANCY = frozenset("vacature vacatures vacaturen vac vacs".split())
FREE = frozenset("vrij beschikbaar erbij open klaar vrijgekomen vrijgevallen opengevallen".split())
TAKEN = frozenset("vervalt vergeven bezet weg vol vervuld ingevuld gesloten vervallen".split())
PEOPLE_WORDS = frozenset(
    "iemand mensen mens personen persoon man kandidaten kandidaat krachten handen".split()
)
PERSONAL_WISHES = frozenset(
    "werk baan baantje bijbaan opvang kinderopvang oppas huis woning hulp opleiding cursus iets contact oplossing"
    " begeleiding niemand rust vrijwilligerswerk taalles ander".split()
)
UNITS = frozenset(
    "uur uren dag dagen week weken maand maanden jaar jaren keer x euro minuten min km kilometer procent cv cvs kinderen"
    " kind kandidaten vragen punten dagdelen dienst diensten stuks fulltime parttime u pw".split()
)
ENDS_WHAT = frozenset(
    "die dat omdat want zodat als wegens vanwege ivm zodra maar mits wie waar voorkeur liefst hij ze zij ik we"
    " zijn is heeft kan kunnen wil willen mag".split()
)

# Contact that took place: verbs that say so, and nouns that say so unless they lie ahead.
SAID = frozenset("vertelde vertelt zei zegt meldde meldt".split())
VISIT_NOUNS = frozenset(
    "bezoek bedrijfsbezoek werkbezoek huisbezoek rondleiding bezoekje werkplekbezoek bedrijfsbezoekje".split()
)
CALL_NOUNS = frozenset(
    "telefoon belcontact telefonisch telefoontje telefoongesprek belletje lijn voicemail tel belgesprek call calls"
    " videocall videocalls beeldbelgesprek".split()
)
TALK_NOUNS = frozenset(
    "gesprek gesprekje workshop koffie overleg intake kennismaking intakegesprek teams videogesprek zoom meeting meet"
    " kennismakingsgesprek koffietje"
    " voortgangsgesprek evaluatiegesprek sollicitatiegesprek bakkie driegesprek gesprekken".split()
)
MESSAGE_NOUNS = frozenset(
    "mail mailtje appcontact mailcontact"
    "  email app appje whatsapp whatsappje sms smsje bericht berichtje brief briefje mails appjes apps kaartje".split()
)
EVENTS = frozenset({"evaluatie", "eindevaluatie", "tussenevaluatie", "spreekuur", "functioneringsgesprek"})
AT_OURS = frozenset("kantoor spreekuur inloop inloopspreekuur balie gemeentehuis ons".split())
JUDGED = frozenset(
    "goed fijn prettig mooi leuk lekker kort lang open stevig pittig lastig eerlijk constructief".split()
)
HAPPENED = CALLED | TALKED | MESSAGED | VISITED
CONTACT_NOUNS = CALL_NOUNS | TALK_NOUNS | MESSAGE_NOUNS | VISIT_NOUNS
OF_CONTACT = HAPPENED | CONTACT_NOUNS
CANCELLED = frozenset(
    "afgezegd geannuleerd afgelast uitgesteld gecanceld gecancelled gecancelt gecanceled verzet afgeblazen geschrapt"
    " doorgeschoven niet-doorgegaan cancelled".split()
)

# What is still to be done.
NEEDS_OBJECT = frozenset("maken opnemen doen geven zetten delen spreken vragen plannen hebben".split())
LEADS = frozenset("actie todo actiepunt herinnering herinneren reminder onthouden taak acties".split())
EXPLAINING = frozenset(
    "over voor ivm vanwege om betreft inzake mbt nav tav omtrent rondom aangaande".split()
)  # a noun after these is the subject of a talk

# Words of firms that say which kind, not which one.
KINDS_OF_FIRM = frozenset(
    "bakkerij slagerij garage hotel restaurant cafe supermarkt kwekerij bouwbedrijf aannemersbedrijf zorgcentrum"
    " zorggroep verzorgingshuis schoonmaakbedrijf transport transportbedrijf drukkerij kapsalon winkel school"
    " kinderopvang kinderdagverblijf stichting groep bedrijf firma installatiebedrijf schildersbedrijf hoveniersbedrijf"
    " metaal techniek bouw logistiek zorg groothandel boerderij fabriek manege camping bv nv vof gemeente lunchroom"
    " hoveniers schilders autobedrijf timmerfabriek tuincentrum bloemist bloemisterij apotheek ziekenhuis brouwerij"
    " wasserij magazijn horeca catering service services holland nederland international noord zuid oost west".split()
)
NAME_FILLERS = frozenset(
    "van de der den het 't ten ter te el al en von da dos la le bv nv vof b v s t d o".split()
)

# Words that are also names: taken for a name only where the sentence says so.
COMMON = (
    ARTICLES | PREPOSITIONS | PRONOUNS | JOINING | FILLERS | NEGATIONS | FINITE | SEEKING | TAKING | PLACES | VACANCY
    | FREE | TAKEN | PEOPLE_WORDS | PERSONAL_WISHES | UNITS | ENDS_WHAT | HAPPENED | SAID
    | CONTACT_NOUNS | CANCELLED | TASKS | ORDERS | LEADS | EXPLAINING
)  # fmt: skip
ALSO_NAMES = frozenset(
    "roos bloem mark mei fris wit groen bakker visser groot klein jong smid boer zwart bruin rood blauw geel goud"
    " koning prins graaf ridder meester blad linde beuk iris heide zonne zon maan ster storm wind water berg dal"
    " bos veld hof huis dijk brug poort toren kerk markt stad dorp land zee vis vogel haan leeuw wolf vos hert"
    " kok koster timmer schilder snijder kramer molenaar mulder brouwer slager kapper schipper jager herder ruiter"
    " best goed beter sterk trouw vrolijk fijn lief zoet zuur fit snel vlot hulp thuis dag morgen avond lente zomer"
    " herfst winter april juni juli augustus jan jun aug sep dec mrt feb ma di wo do vr za zo joy hope grace rose"
    " kans werk lot wens vrede hoop faith sterre sep noor stijn an ben jet bo ties sam los pas bas den pit loes"
    " will wil victor tom mees rein eva zoe sol kat bij des mare fleur jade parel ruby olijf laurier hazel".split()
)
