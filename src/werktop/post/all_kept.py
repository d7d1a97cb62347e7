"""What went out to a person, in words for that person. The links in it are left out: they would open the person's own page."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, moment

from .links import went_where_they_are
from .models import Link, Message, MessageStatus
from .queries import WENT_OUT

ADDRESS = re.compile(r"https?://\S+")


def all_kept_of_recipient(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """Every message, the latest first, with its text where it left; and how many links. Of an entrepreneur, who belongs to the
    region: those of the viewer's organisation."""
    kind = person._meta.model_name
    messages = Message.objects.filter(to_kind=kind, to_id=person.pk)
    links = Link.objects.filter(holder_kind=kind, holder_id=person.pk)
    if kind == "entrepreneur":
        messages = messages.filter(organisation_id=viewer.organisation_id)
        links = links.filter(organisation_id=viewer.organisation_id)
    opens = [each.expires_at for each in links.filter(withdrawn_at=None) if went_where_they_are(each, person)]
    told = [
        (_heading(each), _text(each) if each.status in WENT_OUT else _("een bericht dat niet is verstuurd"))
        for each in messages.order_by("-created_at", "-id")
    ]
    count = links.count()
    return [
        Part(
            _("Berichten aan u"),
            told,
            ("message",),
            _("De links staan hier als “…”: wie ze heeft, opent uw eigen pagina."),
        ),
        Part(
            _("Links in die berichten"),
            [
                (_("Aantal"), str(count) if count else ""),
                (_("De laatste werkt tot"), moment(max(opens, default=None))),
            ],
        ),
    ]


def _heading(message: Message) -> str:
    when = message.sent_at or message.created_at
    status = "" if message.status == MessageStatus.SENT else str(message.get_status_display())
    way = capfirst(str(message.get_channel_display()))
    return ", ".join(
        filter(None, (moment(when), f"{way} ({message.to_address})".replace("\n", ", "), status))
    )


def _text(message: Message) -> str:
    body = re.sub(r"\n\s*\n", "\n", ADDRESS.sub("…", message.body).strip())
    return "\n".join(filter(None, (message.subject, body)))
