"""The trail as sentences: what each command did, said of who did it ("Marieke Vonk wijzigde een kandidaat").

A command that is not here fails `tests/whole/test_trail_words.py`: who adds one, adds its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from werktop.audit.erasure import ErasureReason

SENTENCES: dict[str, Any] = {
    # colleagues
    "accounts.open_account": _("maakte een account of gaf rollen"),
    "accounts.invite_colleague": _("nodigde een collega uit"),
    "accounts.set_roles": _("wijzigde de rollen van een collega"),
    "accounts.change_profile": _("wijzigde de eigen gegevens"),
    "accounts.note_list_taken": _("downloadde een lijst van collega's of het logboek"),
    "accounts.set_password": _("koos een nieuw wachtwoord"),
    "accounts.choose_password": _("koos een wachtwoord met een link"),
    "accounts.send_password_link": _("stuurde een collega een link voor een wachtwoord"),
    "accounts.ask_password_link": _("vroeg een link voor een nieuw wachtwoord"),
    "accounts.erase_who_left": _("wiste collega's die een jaar weg zijn"),
    "accounts.make_first_link": _("maakte de eerste link van een beheerder"),
    "accounts.ask_code": _("vroeg een code voor een eigen pagina"),
    "accounts.send_codes": _("stuurde wie erom vroeg een code voor de eigen pagina"),
    "accounts.open_with_code": _("opende de eigen pagina met een code"),
    "accounts.open_with_link": _("opende de eigen pagina met een link"),
    "accounts.log_out": _("sloot de eigen pagina"),
    "accounts.make_pairing_code": _("maakte een koppelcode om zelf te geven"),
    "accounts.tie_strong_login": _("koppelde een sterke inlog aan de eigen pagina"),
    "accounts.end_pairing": _("stopte de koppeling van een sterke inlog"),
    "accounts.open_with_strong_login": _("opende de eigen pagina met een sterke inlog"),
    "portal.send_word_of_pairing": _("schreef een kandidaat dat er een sterke inlog gekoppeld is"),
    "portal.send_own_link": _("stuurde een kandidaat de link naar de eigen pagina"),
    "accounts.set_stand_in": _("regelde wie er waarneemt voor een collega"),
    "accounts.end_stand_in": _("stopte een waarneming"),
    # candidates
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
    "candidates.note_terms": _("noteerde talenten of interesses van een kandidaat"),
    "candidates.finish_part": _("noteerde dat iets in het beeld van een kandidaat gedaan is, of toch niet"),
    "candidates.put_off_part": _("zette een stap, of wat iemand nodig heeft, op een andere dag"),
    "candidates.remove_part": _("haalde iets uit het beeld van een kandidaat"),
    "candidates.put_back_part": _("zette iets terug in het beeld van een kandidaat"),
    "candidates.note_domains": _("besprak leefgebieden van een kandidaat"),
    "candidates.use_life_domains": _("koos welke leefgebieden collega's bespreken"),
    "candidates.forget_switched_off": _("wiste wat in uitgezette leefgebieden stond"),
    "candidates.write_presentation": _("schreef de tekst ‘Over mij’ van een kandidaat"),
    "candidates.approve_presentation": _("keurde de eigen tekst ‘Over mij’ goed"),
    "candidates.take_back_approval": _("liet werkgevers de eigen tekst ‘Over mij’ niet meer lezen"),
    "candidates.write_own_step": _("schreef een stap in het eigen plan"),
    "candidates.tick_own_step": _("noteerde dat een stap van het eigen plan gedaan is, of toch niet"),
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
    "candidates.note_told": _("noteerde dat kandidaten weten wat we bewaren"),
    "candidates.take_back_told": _("nam terug dat kandidaten weten wat we bewaren"),
    "candidates.hand_over_candidates": _("droeg kandidaten over aan een collega"),
    "candidates.take_back_hand_over": _("nam een overdracht van kandidaten terug"),
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
    "desk.save_view": _("bewaarde een overzicht van kandidaten"),
    "desk.remove_view": _("haalde een overzicht van kandidaten weg"),
    "desk.note_list_taken": _("downloadde een lijst van kandidaten"),
    "desk.note_totals_taken": _("downloadde een bestandsanalyse"),
    "catalogue.load_catalogue": _("werkte de catalogus bij"),
    "catalogue.note_list_taken": _("downloadde een lijst uit de catalogus"),
    "catalogue.offer_instrument": _("zette een cursus of hulp op de lijst"),
    "catalogue.retire_instrument": _("haalde een cursus of hulp van de lijst, of zette die terug"),
    "catalogue.add_own_term": _("voegde een eigen woord toe aan de catalogus"),
    "catalogue.change_own_term": _("wijzigde een eigen woord in de catalogus"),
    "catalogue.retire_own_term": _("haalde een eigen woord uit de lijsten"),
    "catalogue.restore_own_term": _("zette een eigen woord terug in de lijsten"),
    # employers
    "employers.merge_employers": _("voegde twee rijen van één bedrijf samen"),
    "employers.merge_entrepreneurs": _("voegde twee rijen van één ondernemer samen"),
    "employers.take_apart_employers": _("maakte een samenvoeging van bedrijven ongedaan"),
    "employers.take_apart_entrepreneurs": _("maakte een samenvoeging van ondernemers ongedaan"),
    "employers.tell_employers_apart": _("noteerde dat twee bedrijven die op elkaar lijken er twee zijn"),
    "employers.tell_entrepreneurs_apart": _(
        "noteerde dat twee ondernemers die op elkaar lijken er twee zijn"
    ),
    "employers.look_for_double_firms": _("keek welke bedrijven er misschien dubbel in staan"),
    "employers.add_employers": _("nam werkgevers over uit een lijst"),
    "employers.add_employer": _("voegde een werkgever toe"),
    "employers.change_employer": _("wijzigde een werkgever"),
    "employers.note_list_taken": _("downloadde een lijst van werkgevers"),
    "employers.add_entrepreneur": _("voegde een ondernemer toe"),
    "employers.change_entrepreneur": _("wijzigde een ondernemer"),
    "employers.erase_entrepreneur": _("wiste alles over een ondernemer"),
    "employers.say_what_work_there_may_be": _("zei wat voor werk er kan zijn"),
    "employers.note_opening": _("noteerde werk dat eraan komt"),
    "employers.close_opening": _("sloot werk af dat eraan kwam"),
    "employers.reopen_opening": _("opende werk dat eraan komt opnieuw"),
    "employers.take_back_openings": _("nam terug dat er werk aankomt"),
    # contact moments and reminders
    "help_requests.add_help_request": _("noteerde een hulpvraag"),
    "help_requests.change_help_request": _("wijzigde een hulpvraag"),
    "help_requests.put_off_help": _("schoof een hulpvraag op"),
    "help_requests.start_help": _("begon met een hulpvraag"),
    "help_requests.finish_help": _("rondde een hulpvraag af"),
    "help_requests.end_help": _("stopte een hulpvraag"),
    "help_requests.reopen_help": _("opende een hulpvraag weer"),
    "help_requests.take_back_help_request": _("haalde een hulpvraag weg"),
    "help_requests.hand_over_help": _("droeg een hulpvraag over, met een ja van de kandidaat"),
    "help_requests.answer_hand_over": _("antwoordde op een overgedragen hulpvraag"),
    "help_requests.withdraw_hand_over": _("trok de overdracht van een hulpvraag in"),
    "help_requests.note_answer_read": _("las het antwoord op een overdracht"),
    "contacts.note_contact": _("noteerde een contactmoment"),
    "contacts.change_contact": _("wijzigde een contactmoment"),
    "contacts.take_back_contact": _("nam een contactmoment terug"),
    "contacts.add_reminder": _("maakte een herinnering"),
    "contacts.do_reminder": _("deed wat in een herinnering stond"),
    "contacts.reopen_reminder": _("zette een herinnering weer open"),
    "contacts.change_reminder": _("wijzigde een herinnering"),
    "contacts.put_off_reminder": _("schoof een herinnering op"),
    "contacts.hand_reminder_to": _("gaf een herinnering aan een collega"),
    "contacts.take_back_reminder": _("nam een herinnering terug"),
    "contacts.forget_reminders": _("wiste herinneringen over niemand van een jaar oud"),
    "contacts.save_quick_note": _("bewaarde een snelle notitie"),
    "contacts.take_back_quick_note": _("nam een snelle notitie terug"),
    "contacts.note_moments_taken": _("downloadde een lijst van contactmomenten"),
    "contacts.note_reminders_taken": _("downloadde een lijst van herinneringen"),
    # lists that are read in
    "exchange.preview_upload": _("las een lijst in om te bekijken"),
    "exchange.apply_upload": _("nam een lijst over"),
    "exchange.start_taking": _("liet een lange lijst overnemen"),
    "exchange.take_block": _("nam een deel van een lijst over"),
    "exchange.stop_taking": _("stopte het overnemen van een lijst halverwege"),
    "exchange.note_outcome_taken": _("downloadde wat er met de rijen van een lijst gebeurde"),
    "exchange.withdraw_upload": _("legde een lijst weg"),
    "exchange.note_report_taken": _("downloadde de opmerkingen bij een lijst"),
    "exchange.forget_uploads": _("ruimde lijsten van meer dan zeven dagen oud op"),
    # gatherings: planning and inviting
    "gatherings.plan_gathering": _("plande een prettig gesprek"),
    "gatherings.change_gathering": _("wijzigde een prettig gesprek"),
    "gatherings.cancel_gathering": _("zegde een prettig gesprek af"),
    "gatherings.set_table_count": _("koos het aantal tafels"),
    "gatherings.set_table": _("wijzigde een tafel"),
    "gatherings.arrange_tables": _("richtte de tafels in"),
    "gatherings.choose_guests": _("koos gasten"),
    "gatherings.note_called": _("noteerde of een gast gebeld is"),
    "gatherings.note_firm_told": _("noteerde of het ontvangende bedrijf het weet"),
    "gatherings.note_arranged": _("noteerde of geregeld is wat een gast vroeg"),
    "gatherings.note_travel_paid": _("noteerde of reiskosten van gasten betaald zijn"),
    "gatherings.remove_guest": _("haalde een gast van de lijst"),
    "gatherings.invite_guests": _("nodigde gasten uit"),
    "gatherings.choose_and_invite": _("koos gasten en nodigde hen uit"),
    "gatherings.remind_guests": _("herinnerde gasten"),
    "gatherings.remind_in_time": _("stuurde herinneringen op tijd"),
    "gatherings.reply_to_invitation": _("gaf antwoord op een uitnodiging"),
    "gatherings.let_waiting_in": _("gaf een plaats aan wie op de wachtlijst stond"),
    "gatherings.tell_who_still_waits": _("vertelde wie op de wachtlijst stond dat er geen stoel is"),
    "gatherings.note_guest_list_taken": _("downloadde een gastenlijst"),
    # gatherings: seats
    "gatherings.pin_guest": _("zette een gast vast op een stoel"),
    "gatherings.unpin_guest": _("maakte een gast weer los van een stoel"),
    "gatherings.add_pair_rule": _("vroeg twee gasten bij elkaar of uit elkaar te zetten"),
    "gatherings.remove_pair_rule": _("haalde een afspraak over twee gasten weg"),
    "gatherings.close_tables": _("sloot tafels"),
    "gatherings.open_table": _("opende een tafel"),
    "gatherings.add_chairs": _("zette stoelen bij"),
    "gatherings.save_seat_plan": _("legde een tafelschikking vast"),
    "gatherings.apply_proposed_plan": _("nam een voorgestelde tafelschikking over"),
    "gatherings.drop_proposed_plan": _("liet een voorgestelde tafelschikking vallen"),
    "gatherings.move_guest": _("gaf een gast een andere stoel"),
    "gatherings.swap_guests": _("wisselde twee gasten om"),
    "gatherings.undo_last_change": _("draaide de laatste wijziging terug"),
    # gatherings: the day
    "gatherings.start_day": _("opende de deur van een prettig gesprek"),
    "gatherings.take_back_start": _("draaide het begin van de dag terug"),
    "gatherings.finish_day": _("sloot een prettig gesprek af"),
    "gatherings.check_in": _("meldde een gast aan"),
    "gatherings.undo_check_in": _("maakte een aanmelding ongedaan"),
    "gatherings.expect_late": _("noteerde dat een gast later komt"),
    "gatherings.confirm_was_here": _("noteerde na afloop of een gast er was"),
    "gatherings.note_left_early": _("noteerde dat een gast eerder wegging"),
    "gatherings.seat_late_guest": _("gaf een late gast een stoel"),
    "gatherings.begin_round": _("begon een ronde"),
    "gatherings.end_round": _("sloot een ronde af"),
    "gatherings.take_back_round": _("draaide het begin van een ronde terug"),
    "gatherings.record_table": _("noteerde wat er aan een tafel gebeurde"),
    "gatherings.ask_talk_on": _("vroeg gasten met wie ze verder willen praten"),
    "gatherings.answer_talk_on": _("zei met wie verder te willen praten"),
    "gatherings.answer_impression": _("gaf antwoord op de vraag voor of na het gesprek"),
    "gatherings.say_most_talks": _("zei hoeveel gesprekken het hoogstens worden"),
    "gatherings.forget_needs": _("wiste wat gasten nodig hadden na drie maanden"),
    "gatherings.forget_presence": _("wiste wie erbij was na een jaar"),
    "gatherings.erase_old_gatherings": _("wiste prettige gesprekken van vijf jaar oud"),
    "gatherings.forget_one_sided_clicks": _("wiste kliks van één kant na dertig dagen"),
    "gatherings.hand_over_table": _("gaf een tafel een andere tafelhost"),
    "gatherings.let_walk_in": _("liet iemand binnen die niet op de lijst stond"),
    "gatherings.withdraw_outdated": _("trok berichten in die te laat zouden komen"),
    # after the gathering
    "matches.propose_follow_ups": _("liet vervolggesprekken voorstellen"),
    "matches.answer_after_talk": _("ging na wie met wie verder praat"),
    "matches.send_follow_ups": _("verstuurde afspraken voor vervolggesprekken"),
    "matches.give_free_blocks": _("gaf vrije uren door"),
    "matches.note_hours": _("noteerde vrije uren van een ondernemer"),
    "matches.add_follow_up": _("voegde een vervolggesprek toe"),
    "matches.forget_free_blocks": _("wiste vrije uren na drie maanden"),
    "matches.erase_old_talks": _("wiste vervolggesprekken en stappen na twee jaar"),
    "matches.forget_unshared_wishes": _("wiste wensen van één kant na dertig dagen"),
    "matches.say_it_does_not_suit": _("liet weten dat een afspraak niet uitkomt"),
    "matches.decline_talk": _("liet weten dat een gesprek toch niet hoeft"),
    "matches.note_talk_called": _("noteerde of iemand gebeld is over een vervolggesprek"),
    "matches.thank_who_came": _("bedankte ondernemers die er waren"),
    "matches.note_thanked": _("noteerde dat een ondernemer gebeld is om te bedanken"),
    "matches.forget_thanks_calls": _("wiste na drie maanden wie te bedanken was"),
    "matches.take_back_calling_off": _("nam een afzegging terug"),
    "matches.agree_on_moment": _("sprak een moment voor een vervolggesprek af"),
    "matches.note_outcome": _("noteerde wat er uit een gesprek kwam"),
    "matches.choose_next_step": _("koos een andere volgende stap"),
    "matches.finish_next_step": _("rondde een volgende stap af"),
    # messages
    "post.send_message": _("zette een bericht klaar"),
    "post.deliver_message": _("verstuurde een bericht"),
    "post.withdraw_messages": _("trok berichten in"),
    "post.withdraw_messages_to": _("trok berichten aan iemand in"),
    "post.retry_message": _("probeerde een bericht opnieuw te versturen"),
    "post.mark_letters_printed": _("noteerde dat brieven geprint zijn"),
    "post.note_people_told": _("noteerde dat mensen het op een andere manier weten"),
    "post.end_late_letters": _("legde brieven weg die te laat waren"),
    "post.forget_old_messages": _("ruimde berichten van een jaar oud op"),
    "post.erase_messages": _("wiste berichten van wie gewist werd"),
    "post.readdress_messages": _("liet wat nog niet weg was naar een ander adres gaan"),
    # organisations
    "regions.load_reference_regions": _("werkte regio's en postcodes bij"),
    "regions.open_fictitious_region": _("opende een verzonnen regio"),
    "regions.register_municipality": _("voegde een gemeente toe"),
    "regions.merge_municipalities": _("voegde gemeenten samen"),
    "regions.register_organisation": _("voegde een organisatie toe"),
    "regions.set_organisation": _("wijzigde de organisatie"),
}

SEVERAL: dict[str, Any] = {
    "candidates.add_candidate": ngettext_lazy(
        "voegde %(count)d kandidaat toe", "voegde %(count)d kandidaten toe", "count"
    ),
    "candidates.change_candidate": ngettext_lazy(
        "wijzigde %(count)d kandidaat", "wijzigde %(count)d kandidaten", "count"
    ),
    "candidates.merge_candidates": _("voegde twee dossiers van één kandidaat samen"),
    "candidates.take_apart_candidates": _("maakte een samenvoeging van kandidaten ongedaan"),
    "candidates.tell_candidates_apart": _("noteerde of twee kandidaten die op elkaar lijken er twee zijn"),
    "candidates.look_for_doubles": _("keek welke kandidaten er misschien dubbel in staan"),
    "candidates.erase_candidate": ngettext_lazy(
        "wiste alles over %(count)d kandidaat", "wiste alles over %(count)d kandidaten", "count"
    ),
    "post.send_message": ngettext_lazy(
        "zette %(count)d bericht klaar", "zette %(count)d berichten klaar", "count"
    ),
    "post.deliver_message": ngettext_lazy(
        "verstuurde %(count)d bericht", "verstuurde %(count)d berichten", "count"
    ),
}
"""The same, done several times one after another; what is not here gets "12 keer" behind it."""

ROOMS: dict[str, Any] = {
    "candidates": _("Kandidaten"),
    "desk": _("Lijsten en overzichten"),
    "employers": _("Werkgevers"),
    "contacts": _("Contactmomenten"),
    "help_requests": _("Hulpvragen"),
    "gatherings": _("Prettige gesprekken"),
    "matches": _("Vervolg na een gesprek"),
    "exchange": _("Lijsten inlezen"),
    "post": _("Berichten"),
    "accounts": _("Collega's en accounts"),
    "portal": _("Eigen pagina’s"),
    "privacy": _("Alles wat we bewaren"),
    "catalogue": _("Catalogus"),
    "regions": _("Organisatie"),
}

KINDS: dict[str, Any] = {
    "account": _("collega"),
    "candidate": _("kandidaat"),
    "employer": _("werkgever"),
    "entrepreneur": _("ondernemer"),
    "gathering": _("prettig gesprek"),
    "guest": _("gast"),
    "table": _("tafel"),
    "follow_up": _("vervolggesprek"),
    "next_step": _("volgende stap"),
    "message": _("bericht"),
    "opening": _("werk dat eraan komt"),
    "contact_moment": _("contactmoment"),
    "reminder": _("herinnering"),
    "help_request": _("hulpvraag"),
    "hand_over": _("overdracht van een hulpvraag"),
    "quick_note": _("snelle notitie"),
    "upload": _("lijst"),
    "instrument": _("cursus of hulp"),
    "own_term": _("eigen woord"),
    "own_page": _("eigen pagina"),
    "own_code": _("code voor een eigen pagina"),
    "saved_view": _("overzicht"),
    "organisation": _("organisatie"),
    "region": _("regio"),
    "municipality": _("gemeente"),
}

NUMBERS: dict[str, Any] = {
    "count": _("aantal"),
    "rows": _("rijen"),
    "new": _("nieuw"),
    "altered": _("gewijzigd"),
    "retired": _("niet meer aangeboden"),
    "added": _("toegevoegd"),
    "already_there": _("stond er al"),
    "people": _("ondernemers"),
    "refused": _("niet overgenomen"),
    "doubtful": _("na te kijken"),
    "sent": _("verstuurd"),
    "told": _("geschreven aan"),
    "links_closed": _("links naar een oud adres gesloten"),
    "came": _("mogen mee"),
    "agreed": _("hardop afgesproken"),
    "mutual": _("van beide kanten"),
    "calls": _("te bellen"),
    "talks": _("gesprekken"),
    "steps": _("volgende stappen"),
    "dropped": _("vervallen"),
}


def sentence_of(verb: str) -> str:
    """What a command did, in words that follow a name."""
    return str(SENTENCES.get(verb) or gettext("deed iets dat deze versie niet meer kent"))


def sentence_of_several(verb: str, count: int) -> str:
    """What a command did `count` times on end, in words that follow a name."""
    if verb in SEVERAL:
        return str(SEVERAL[verb] % {"count": count})
    return gettext("%(what)s (%(count)d keer)") % {"what": sentence_of(verb), "count": count}


def kind_in_words(kind: str) -> str:
    """What a line is about; "" for what is about many things."""
    return str(KINDS.get(kind, ""))


def detail_in_words(detail: Mapping[str, Any]) -> str:
    """The numbers and the reason of a line; what has no words is left out."""
    parts = [f"{NUMBERS[name]}: {number}" for name, number in detail.items() if name in NUMBERS]
    reason = detail.get("reason")
    if reason in ErasureReason.values:
        parts.append(str(ErasureReason(reason).label))
    return ", ".join(parts)


def view_in_words(kind: str, count: int) -> str:
    """Whom somebody looked at, in words that follow a name."""
    if kind == "entrepreneur":
        words = ngettext("bekeek een ondernemer", "bekeek %(count)d ondernemers", count)
    elif kind == "guest":
        words = ngettext("bekeek een gast", "bekeek %(count)d gasten", count)
    else:
        words = ngettext("bekeek een kandidaat", "bekeek %(count)d kandidaten", count)
    return words % {"count": count}


def who_in_words(name: str, kind: str) -> str:
    """Who did it: a colleague by name; guests and the software by what they are."""
    if name:
        return name
    kinds = {
        "candidate": gettext("Een kandidaat, zelf"),
        "entrepreneur": gettext("Een ondernemer, met een link"),
        "account": gettext("Een collega, met een link"),
        "professional": gettext("Iemand die gevraagd is om te helpen, met een link"),
        "nobody": gettext("Iemand zonder account"),
        "system": "werktop",
    }
    return kinds.get(kind, gettext("Onbekend"))
