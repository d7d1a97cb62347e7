"""Everyday words that also stand in names of people and firms: written small and alone they are no name."""

EVERYDAY = frozenset(
    # places and things of which surnames are made
    "meer meren berg bergen dijk dijken beek beken broek broeken heuvel heuvels hoek hoeken kamp kampen laan lanen steen stenen"
    " veen ven wal wallen horst brink haar hagen haag molen molens plas plein rand ring sloot straat straten tuin tuinen"
    " vaart veld velden weg wegen weide wijk wijken woud zand zijl eind eiland grond gracht haven havens kust polder rivier"
    " oever eiken eik es hout boom bomen tak wortel gras riet roos doorn klaver akker akkers hoeve hoef erf stal schuur"
    " deur raam dak vloer muur kelder kamer kamers trap zaal hal keuken tafel stoel stoelen bank bed kast lamp licht vuur"
    " warm koud nat droog hoog laag lang kort breed smal dik dun zwaar licht hard zacht nieuw nieuwe oud oude"
    " eerste tweede laatste boven onder achter voor links rechts midden buiten binnen kant zijde top punt lijn"
    # what firms do and sell
    " machine machines gereedschap gereedschappen auto auto's autos fiets fietsen bus bussen trein treinen boot schip schepen"
    " vrachtwagen vrachtwagens heftruck heftrucks kraan kranen band banden motor motoren onderdeel onderdelen"
    " staal ijzer glas verf lak papier karton plastic stof stoffen textiel leer rubber beton tegel tegels plaat platen"
    " brood kaas vlees vis groente groenten fruit bloemen planten plant zaad melk eieren koffie thee wijn bier water"
    " eten drank maaltijd maaltijden keukens meubel meubels kleding schoenen tassen speelgoed boeken boek muziek sport"
    " elektra electro elektrotechniek installatie installaties verwarming riool energie zon wind warmte koeling licht"
    " productie montage onderhoud reparatie inkoop verkoop administratie receptie kantoor kantoren kassa balie post"
    " pakket pakketten bezorging vervoer transport opslag voorraad verpakking verpakkingen inpak levering vracht expeditie"
    " schoonmaak beveiliging advies support training trainingen opleidingen academie studio atelier werkplaats loods"
    " werk werken bedrijf bedrijven zaak zaken handel markt industrie ambacht vak team teams ploeg groep groepen samen"
    " zorg thuiszorg kinderen kind ouderen jongeren jeugd mensen bewoners gasten klanten klant patient gezin familie ouders"
    " school scholen les lessen leren cursus stage praktijk taal rekenen lezen schrijven computer computers techniek"
    " kinderopvang opvang bso peuters kleuters dieren paarden honden katten kippen koeien varkens schapen dier hond paard"
    " geld loon uren rooster diensten ochtend middag nacht weekend zaterdag zondag vakantie zomer pauze begin start"
    " goede goed groot grote klein kleine mooi mooie snel snelle rustig rustige druk drukke vrij vast vaste los open vol"
    " centrum centrale plus direct totaal express extra super mega mini eco bio vers lokaal regio regionaal stad dorp"
    " lid leden kracht krachten hand handen hoofd rug knie arm voet voeten oog ogen hart ziel lichaam"
    " kans kansen toekomst idee ideeen plan plannen project projecten vraag vragen antwoord probleem oplossing afspraak"
    " timmerlieden timmerman schilders lassers koks chauffeurs inpakkers verkopers medewerker medewerkers personeel"
    " baan banen functie functies taken vacature proefplaatsing proefdag werkplek contract ervaring diploma rijbewijs".split()
)
