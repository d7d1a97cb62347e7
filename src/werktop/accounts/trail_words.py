"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Collega's en accounts")
SENTENCES: dict[str, Any] = {
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
    "accounts.tie_strong_login": _("koppelde een eigen inlog aan de eigen pagina"),
    "accounts.end_pairing": _("stopte de koppeling van een eigen inlog"),
    "accounts.open_with_strong_login": _("opende de eigen pagina met een eigen inlog"),
    "accounts.set_stand_in": _("regelde wie er waarneemt voor een collega"),
    "accounts.end_stand_in": _("stopte een waarneming"),
    "accounts.put_back_stand_in": _("zette een waarneming terug die gestopt was"),
}
KINDS: dict[str, Any] = {
    "account": _("collega"),
    "own_page": _("eigen pagina"),
    "own_code": _("code voor een eigen pagina"),
}
