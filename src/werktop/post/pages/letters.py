"""Letters that wait for a printer: one PDF, and one tap when they are on paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.keys import every_key_in
from werktop.audit.refusals import Refusal
from werktop.post.about import words_about
from werktop.post.commands import mark_letters_printed, note_people_told
from werktop.post.paper import letters_of


def page(request: Any) -> HttpResponse:
    """GET shows the letters; POST marks those of the form as printed, or their people as told in another way, and no
    letter that came after it."""
    if request.method == "POST":
        if (ids := every_key_in(request.POST.getlist("letter"))) is None:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
        is_told = request.POST.get("how") == "told"
        write = note_people_told if is_told else mark_letters_printed
        done = write(actor=request.actor, at=request.at, key=request.request_key, message_ids=ids)
        if is_told:
            words = ngettext("%(done)s mens weet het.", "%(done)s mensen weten het.", done)
        else:
            words = ngettext("%(done)s brief is verstuurd.", "%(done)s brieven zijn verstuurd.", done)
        messages.success(request, words % {"done": done})
        return redirect("post:letters")
    found = letters_of(request.actor, at=request.at)
    letters = [*found.to_print, *found.too_late]
    for kind in {m.to_kind for m in letters}:
        request.shown_people.append((kind, [m.to_id for m in letters if m.to_kind == kind]))
    about = words_about(request.actor, letters)
    phones = found.phones
    rows, late = (
        [
            {
                "letter": m,
                "sub": ", ".join(filter(None, (m.subject, about[m.pk]))),
                "phone": phones.get(m.to_id, ""),
            }
            for m in those
        ]
        for those in (found.to_print, found.too_late)
    )
    return render(request, "post/letters.html", {"rows": rows, "late": late})
