"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

TITLE = _("Kandidaten")
SENTENCES: dict[str, Any] = {
    "candidates.add_candidates": _("nam kandidaten over uit een lijst"),
    "candidates.add_candidate": _("voegde een kandidaat toe"),
    "candidates.change_candidate": _("wijzigde een kandidaat"),
    "candidates.note_talents_seen": _("noteerde talenten van een kandidaat"),
    "candidates.take_back_talents_seen": _("nam terug welk talent een collega zag"),
    "candidates.assign_candidates": _("gaf kandidaten aan een collega"),
    "candidates.take_back_assignment": _("nam kandidaten terug die aan een collega gegeven waren"),
    "candidates.note_in_touch": _("noteerde contact met kandidaten"),
    "candidates.take_back_in_touch": _("nam contact met kandidaten terug"),
    "candidates.note_part": _("noteerde iets in het beeld van een kandidaat"),
    "candidates.note_wish": _("noteerde wat voor werk een kandidaat wil"),
    "candidates.note_terms": _("noteerde talenten of interesses van een kandidaat"),
    "candidates.finish_part": _("noteerde dat iets in het beeld van een kandidaat gedaan is, of toch niet"),
    "candidates.put_off_part": _("zette een stap, of wat iemand nodig heeft, op een andere dag"),
    "candidates.remove_part": _("haalde iets uit het beeld van een kandidaat"),
    "candidates.put_back_part": _("zette iets terug in het beeld van een kandidaat"),
    "candidates.note_domains": _("besprak leefgebieden van een kandidaat"),
    "candidates.use_life_domains": _("koos welke leefgebieden collega's bespreken"),
    "candidates.forget_switched_off": _("wiste wat in uitgezette leefgebieden stond"),
    "candidates.forget_settled": _("wiste wat langer dan een half jaar geregeld is"),
    "candidates.lapse_certificates": _("noteerde welke bewijzen verlopen zijn"),
    "candidates.write_presentation": _("schreef de tekst ‘Over mij’ van een kandidaat"),
    "candidates.approve_presentation": _("keurde de eigen tekst ‘Over mij’ goed"),
    "candidates.take_back_approval": _("liet werkgevers de eigen tekst ‘Over mij’ niet meer lezen"),
    "candidates.write_own_perspective": _("schreef waar het eigen plan naartoe leidt"),
    "candidates.remove_own_perspective": _("haalde weg waar het eigen plan naartoe leidt"),
    "candidates.write_own_step": _("schreef een stap in het eigen plan"),
    "candidates.tick_own_step": _("noteerde dat een stap van het eigen plan gedaan is, of toch niet"),
    "candidates.write_own_goal": _("schreef een leerdoel in het eigen plan"),
    "candidates.tick_own_goal": _("noteerde dat een leerdoel van het eigen plan gehaald is, of toch niet"),
    "candidates.remove_own_goal": _("haalde een eigen leerdoel uit het plan"),
    "candidates.write_own_outcome": _("schreef wat een cursus of hulp deed"),
    "candidates.remark_on_step": _("schreef een opmerking bij een stap van het eigen plan"),
    "candidates.remove_own_step": _("haalde een eigen stap uit het plan"),
    "candidates.choose_how_to_be_reached": _("koos hoe wij contact opnemen"),
    "candidates.make_objection": _("maakte bezwaar, of noteerde dat van een kandidaat"),
    "candidates.end_objection": _("trok een bezwaar in, of noteerde dat een kandidaat dat deed"),
    "candidates.name_firm": _("noemde een bedrijf uit het eigen netwerk"),
    "candidates.unname_firm": _("haalde een bedrijf uit het eigen netwerk"),
    "candidates.put_firm_back": _("zette een bedrijf terug in het eigen netwerk"),
    "candidates.open_needs": _("opende wat een kandidaat van een collega nodig heeft, met een reden"),
    "candidates.take_candidate": _("werd vaste collega van een kandidaat"),
    "candidates.note_looks_read": _("las wie bij de eigen kandidaten keek"),
    "candidates.forget_looks": _("wiste na twee jaar wie bij kandidaten van een ander keek"),
    "candidates.know_again": _("noteerde wie van een lijst er al stonden"),
    "candidates.note_as_before": _(
        "liet iets in het beeld van een kandidaat weer zeggen wat er eerder stond"
    ),
    "candidates.note_told": _("noteerde dat kandidaten weten wat we bewaren"),
    "candidates.take_back_told": _("nam terug dat kandidaten weten wat we bewaren"),
    "candidates.hand_over_candidates": _("droeg kandidaten over aan een collega"),
    "candidates.take_back_hand_over": _("nam een overdracht van kandidaten terug"),
    "candidates.divide_caseload": _("verdeelde de kandidaten van een collega over anderen"),
    "candidates.take_back_transfer": _("maakte een overdracht van kandidaten ongedaan"),
    "candidates.note_received": _("las welke kandidaten collega's overdroegen"),
    "candidates.forget_transfers": _("wiste na 30 dagen wie kandidaten overdroeg"),
    "candidates.note_left": _("noteerde dat een kandidaat stopte"),
    "candidates.note_returned": _("noteerde dat een kandidaat terug is"),
    "candidates.keep_candidate": _("bewaarde een kandidaat nog een jaar"),
    "candidates.announce_erasures": _("kondigde aan welke kandidaten gewist worden"),
    "candidates.take_back_erasures": _("trok aankondigingen in van wie weer contact had"),
    "candidates.erase_out_of_touch": _("wiste kandidaten zonder contact in twee jaar"),
    "candidates.merge_candidates": _("voegde twee dossiers van één kandidaat samen"),
    "candidates.take_apart_candidates": _("maakte een samenvoeging van kandidaten ongedaan"),
    "candidates.tell_candidates_apart": _("noteerde of twee kandidaten die op elkaar lijken er twee zijn"),
    "candidates.look_for_doubles": _("keek welke kandidaten er misschien dubbel in staan"),
    "candidates.erase_candidate": _("wiste alles over een kandidaat"),
}
SEVERAL: dict[str, Any] = {
    "candidates.add_candidate": ngettext_lazy(
        "voegde %(count)d kandidaat toe", "voegde %(count)d kandidaten toe", "count"
    ),
    "candidates.change_candidate": ngettext_lazy(
        "wijzigde %(count)d kandidaat", "wijzigde %(count)d kandidaten", "count"
    ),
    "candidates.erase_candidate": ngettext_lazy(
        "wiste alles over %(count)d kandidaat", "wiste alles over %(count)d kandidaten", "count"
    ),
}
TO_THE_PERSON: dict[str, Any] = {
    "candidates.add_candidates": _("schreef uit een lijst over wat over u ging"),
    "candidates.add_candidate": _("schreef u bij ons in"),
    "candidates.change_candidate": _("wijzigde uw gegevens"),
    "candidates.note_talents_seen": _("schreef talenten van u op"),
    "candidates.take_back_talents_seen": _("nam terug welk talent een collega bij u zag"),
    "candidates.assign_candidates": _("gaf u een vaste collega"),
    "candidates.take_back_assignment": _("nam terug wie uw vaste collega is"),
    "candidates.note_in_touch": _("schreef op dat wij contact met u hadden"),
    "candidates.take_back_in_touch": _("nam terug dat wij contact met u hadden"),
    "candidates.note_part": _("schreef iets op over u"),
    "candidates.note_wish": _("schreef op wat voor werk u wilt"),
    "candidates.note_terms": _("schreef uw talenten of interesses op"),
    "candidates.finish_part": _("schreef op dat iets gedaan is, of toch niet"),
    "candidates.put_off_part": _("zette een stap, of wat u nodig hebt, op een andere dag"),
    "candidates.remove_part": _("haalde iets weg dat over u ging"),
    "candidates.put_back_part": _("zette iets terug dat over u ging"),
    "candidates.note_domains": _("schreef op hoe het met u gaat"),
    "candidates.write_presentation": _("schreef uw tekst ‘Over mij’"),
    "candidates.approve_presentation": _("keurde uw tekst ‘Over mij’ goed"),
    "candidates.take_back_approval": _("liet werkgevers uw tekst ‘Over mij’ niet meer lezen"),
    "candidates.make_objection": _("maakte bezwaar, of schreef uw bezwaar op"),
    "candidates.end_objection": _("trok een bezwaar in, of schreef op dat u dat deed"),
    "candidates.name_firm": _("noemde een bedrijf dat u kent"),
    "candidates.unname_firm": _("haalde een bedrijf weg dat u kent"),
    "candidates.put_firm_back": _("zette een bedrijf terug dat u kent"),
    "candidates.open_needs": _("las wat u nodig hebt, en schreef op waarom"),
    "candidates.take_candidate": _("werd uw vaste collega"),
    "candidates.know_again": _("zag dat u al op onze lijst stond"),
    "candidates.note_told": _("schreef op dat u weet wat wij bewaren"),
    "candidates.take_back_told": _("nam terug dat u weet wat wij bewaren"),
    "candidates.hand_over_candidates": _("gaf u een andere vaste collega"),
    "candidates.take_back_hand_over": _("nam terug dat u een andere vaste collega kreeg"),
    "candidates.note_left": _("schreef op dat u stopte"),
    "candidates.note_returned": _("schreef op dat u terug bent"),
    "candidates.keep_candidate": _("bewaarde uw gegevens nog een jaar"),
    "candidates.merge_candidates": _("voegde twee dossiers over u samen"),
    "candidates.take_apart_candidates": _("haalde twee samengevoegde dossiers weer uit elkaar"),
    "candidates.tell_candidates_apart": _("schreef op of iemand die op u lijkt, u ook is"),
}
KINDS: dict[str, Any] = {
    "candidate": _("kandidaat"),
}
