"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

TITLE = _("Berichten")
SENTENCES: dict[str, Any] = {
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
}
SEVERAL: dict[str, Any] = {
    "post.send_message": ngettext_lazy(
        "zette %(count)d bericht klaar", "zette %(count)d berichten klaar", "count"
    ),
    "post.deliver_message": ngettext_lazy(
        "verstuurde %(count)d bericht", "verstuurde %(count)d berichten", "count"
    ),
}
KINDS: dict[str, Any] = {
    "message": _("bericht"),
}
