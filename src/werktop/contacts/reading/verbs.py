"""Verbs by what they mean to a relationship manager, each in all its forms."""

from itertools import chain

from werktop.contacts.reading.conjugation import infinitives, orders, told, verbs

# Contact. The particles are those with which the verb still means that contact.
CALLING = verbs("bellen/bel telefoneren/telefoneer")
CALLING_PARTICLES = "terug na op door af rond uit in mee video beeld".split()
TALKING = verbs(
    "spreken/spreek/sprak/spraken/gesproken praten/praat overleggen/overleg/overlegde/overlegden/overlegd kletsen/klets"
    " ontmoeten/ontmoet babbelen/babbel evalueren/evalueer vergaderen/vergader sparren/spar"
    " bespreken/bespreek/besprak/bespraken/besproken treffen/tref/trof/troffen/getroffen"
)
TALKING_PARTICLES = "af door uit na bij aan voor".split()
MAILING = verbs("mailen/mail emailen/email appen/app smsen/sms whatsappen/whatsapp")
SENDING = verbs("sturen/stuur versturen/verstuur verzenden/verzend/verzond/verzonden/verzonden")
WRITING = verbs("schrijven/schrijf/schreef/schreven/geschreven")
SENDING_PARTICLES = "terug door op toe na rond mee".split()
WRITING_PARTICLES = "terug aan".split()
VISITING = verbs("bezoeken/bezoek/bezocht/bezochten/bezocht")
GOING = verbs(
    "gaan/ga/ging/gingen/gegaan komen/kom/kwam/kwamen/gekomen lopen/loop/liep/liepen/gelopen"
    " rijden/rijd/reed/reden/gereden wippen/wip stappen/stap vallen/val/viel/vielen/gevallen"
    " fietsen/fiets wandelen/wandel waaien/waai springen/spring/sprong/sprongen/gesprongen"
)
MISSPELT = frozenset(
    "gewhatsapped gewhatsappd gewapt geapt geappd gesmsd gemailt gemailed geapped gesmsed".split()
)

CALLED = frozenset(told(CALLING, CALLING_PARTICLES)) | frozenset(
    "ingesproken gebelt terruggebeld gebld getelefoneerd".split()
)
TALKED = frozenset(told(TALKING)) | frozenset(
    "afgesproken doorgesproken uitgesproken nagesproken bijgesproken aangesproken voorbesproken nabesproken bijgepraat"
    " doorgepraat nagepraat bijgekletst kennisgemaakt tegengekomen afgestemd doorgenomen overlegt".split()
)
MESSAGED = (
    frozenset(told(MAILING, SENDING_PARTICLES))
    | frozenset(told(SENDING, SENDING_PARTICLES))
    | frozenset(told(WRITING, WRITING_PARTICLES))
    | MISSPELT
    | {"toegezonden", "gezonden", "opgestuurd"}
)
VISITED = (
    frozenset("bezocht bezochten langsgeweest binnengeweest rondgekeken rondgeleid bekeken".split())
    | frozenset("langs" + verb.participle for verb in GOING)
    | frozenset("binnen" + verb.participle for verb in GOING)
    | frozenset("aangewipt aangelopen aangeklopt aangewaaid".split())
)

# What a relationship manager does at a desk and on the road, as it is put on a list: the verbs, and their particles.
DOING = (
    (CALLING, CALLING_PARTICLES),
    (TALKING, TALKING_PARTICLES),
    (MAILING, SENDING_PARTICLES),
    (SENDING, (*SENDING_PARTICLES, "in", "aan")),
    (WRITING, ("in", "uit", "op", "over", "aan", "terug")),
    (VISITING, ()),
    (verbs("vragen/vraag"), "na op uit aan rond door".split()),
    (verbs("zoeken/zoek"), "uit op na".split()),
    (verbs("regelen/regel checken/check plannen/plan"), ("in",)),
    (verbs("koppelen/koppel"), ("terug",)),
    (verbs("volgen/volg"), ("op",)),
    (verbs("stemmen/stem"), ("af",)),
    (verbs("kijken/kijk lopen/loop gaan/ga"), ("na",)),
    (verbs("kijken/kijk"), ("mee",)),
    (verbs("gaan/ga lopen/loop rijden/rijd fietsen/fiets wippen/wip"), ("langs",)),
    (verbs("stellen/stel"), "voor op bij vast samen".split()),
    (verbs("leggen/leg"), "voor uit vast neer".split()),
    (verbs("geven/geef"), "door mee af terug".split()),
    (verbs("nemen/neem"), "op door mee over".split()),
    (verbs("maken/maak"), "op aan af kennis klaar over".split()),
    (verbs("werken/werk"), "bij uit af".split()),
    (verbs("zetten/zet"), "klaar door om neer uit op in".split()),
    (verbs("melden/meld"), "aan af".split()),
    (verbs("halen/haal brengen/breng"), "op weg langs terug".split()),
    (verbs("vullen/vul"), "in aan".split()),
    (verbs("leveren/lever"), ("aan", "in", "af")),
    (verbs("dienen/dien voeren/voer boeken/boek schakelen/schakel loten/loot"), ("in",)),
    (verbs("passen/pas kaarten/kaart schrijven/schrijf"), ("aan",)),
    (verbs("ronden/rond zeggen/zeg handelen/handel sluiten/sluit tikken/tik"), ("af", "op")),
    (verbs("lichten/licht"), ("toe", "in")),
    (verbs("lopen/loop spreken/spreek praten/praat"), ("door", "bij", "na")),
    (verbs("nodigen/nodig"), ("uit",)),
    (verbs("pakken/pak"), ("op", "aan")),
    (verbs("houden/houd"), ("bij",)),
    (verbs("sluiten/sluit"), ("kort",)),
    (verbs("printen/print betalen/betaal"), ("uit", "terug")),
)
ALONE = verbs(
    "informeren/informeer proberen/probeer herinneren/herinner bedanken/bedank evalueren/evalueer"
    " tekenen/teken ondertekenen/onderteken voorbereiden/voorbereid verlengen/verleng benaderen/benader polsen/pols"
    " peilen/peil matchen/match contacteren/contacteer bevestigen/bevestig verzetten/verzet verplaatsen/verplaats"
    " annuleren/annuleer delen/deel spreken/spreek reserveren/reserveer bestellen/bestel declareren/declareer"
    " controleren/controleer corrigeren/corrigeer registreren/registreer noteren/noteer verwerken/verwerk"
    " uploaden/upload scannen/scan kopen/koop feliciteren/feliciteer activeren/activeer introduceren/introduceer"
    " attenderen/attendeer adviseren/adviseer bemiddelen/bemiddel verifieren/verifieer screenen/screen"
    " antwoorden/antwoord reageren/reageer rapporteren/rapporteer beoordelen/beoordeel berekenen/bereken"
)
TASKS = frozenset(
    chain.from_iterable(
        chain(particle + verb.infinitive for verb in group for particle in particles) for group, particles in DOING
    )
) | frozenset(
    chain(
        infinitives((*CALLING, *TALKING, *MAILING, *SENDING, *WRITING, *VISITING, *ALONE)),
        infinitives(verbs("vragen/vraag regelen/regel checken/check plannen/plan opvolgen/opvolg kennismaken/kennismaak")),
        infinitives(verbs("koppelen/koppel melden/meld printen/print bijpraten/bijpraat terugkomen/terugkom")),
        "inschrijven invullen ophalen navraag aanmelden inspreken langskomen belen mailem opmaken".split(),
        "opnemen doen geven maken zetten delen".split(),
    )
)  # fmt: skip
DOES_WORK = frozenset(
    "rijdt bedient snoeit last kookt schildert plant werkt spreekt maakt pakt ruimt leest bestuurt repareert naait"
    " bakt wast strijkt sorteert monteert timmert metselt tegelt freest draait zaagt lakt spuit stuct snijdt hakt"
    " serveert poetst harkt maait schoffelt oogst plukt stapelt laadt lost scant orderpickt verkoopt luistert"
    " programmeert typt rekent helpt verzorgt begeleidt".split()
)
"""What somebody does or can do, said of them: 'rijdt heftruck'."""
UNDIVIDED = frozenset("terugbel nabel opbel terugmail doorstuur opstuur toestuur langsga langskom".split())
"""What 'ik' does at the end of a clause: 'dat ik donderdag terugbel'."""
ORDERS = frozenset(
    orders((*CALLING, *MAILING, *SENDING, *ALONE))
) | frozenset(
    "vraag check regel plan maak bespreek zoek nodig neem meld vul koppel mailen bellen geef zet haal breng schrijf boek"
    " spreek leg ga kijk denk stem".split()
)  # fmt: skip
