"""Letters that wait for a printer: one PDF, and one tap when they are on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal
from werktop.post import queries
from werktop.post.about import words_about
from werktop.post.commands import mark_letters_printed


def page(request: Any) -> HttpResponse:
    """GET shows the letters; POST marks those of the form as printed, and no letter that came after it."""
    if request.method == "POST":
        try:
            ids = [UUID(each) for each in request.POST.getlist("letter")]
        except ValueError:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
        done = mark_letters_printed(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            message_ids=ids,
        )
        words = ngettext("%(done)s brief is verstuurd.", "%(done)s brieven zijn verstuurd.", done)
        messages.success(request, words % {"done": done})
        return redirect("post:letters")
    letters = list(queries.letters_to_print(request.actor, at=request.at))
    for kind in {m.to_kind for m in letters}:
        request.shown_people.append((kind, [m.to_id for m in letters if m.to_kind == kind]))
    about = words_about(request.actor, letters)
    rows = [{"letter": m, "sub": ", ".join(filter(None, (m.subject, about[m.pk])))} for m in letters]
    return render(request, "post/letters.html", {"rows": rows})
