"""A quick note: one sentence, read while it is typed, saved in one press."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.standing_in import named_with_absence
from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, shown_again
from werktop.contacts import commands
from werktop.contacts.understanding import MOST_LETTERS, understand
from werktop.contacts.understood import Understood
from werktop.contacts.unknown_firm import firm_written_in
from werktop.ui.back import address_back, go_back, with_added

from .bar import SAVED
from .chips import Chips
from .counted import counted_in_words, saved_in_words
from .drafts import keep_draft
from .visit_note import at_visit, visited_on
from .who import named, named_of, value_of, visit_of

MOST_OFFERED = 5
BEGUN = re.compile(r"@([^\W\d_][^@,;:.]{1,39})$")
ANSWER = re.compile(r"ask\d+-who")


def page(request: Any) -> HttpResponse:
    """Without script: shows what was understood, and saves it on the next press. With it: saves what was read while it was
    typed. Where more was understood than stood on the screen, that is shown first, and that nothing is saved yet."""
    sentence = _sentence(request)
    understood = _understood(request, sentence)
    if sentence and request.POST.get("act") in ELSEWHERE:
        return ELSEWHERE[request.POST["act"]](request, sentence, understood)
    is_final = request.POST.get("act") == "save" and request.POST.get("read", "") == sentence != ""
    chips = Chips(understood, sentence, request.POST, is_final=is_final)
    refusal = None
    is_wrong, status = False, 200
    if is_final and chips.is_shown:
        is_wrong = not chips.is_valid()
        if not is_wrong:
            try:
                return _saved(request, chips)
            except Refusal as said:
                refusal = shown_again(request, said)
                status = refusal.status
                is_wrong = chips.mark(refusal)
    return render(
        request,
        "contacts/quick_note.html",
        {
            **_shown(request, sentence, chips),
            "refusal": None if is_wrong else refusal,
            "is_wrong": is_wrong,
            "is_unsaved": request.POST.get("act") == "save" and not (refusal or is_wrong),
            "back": address_back(request),
            "value": request.POST.get("over", ""),
            "is_typed": bool(sentence),
        },
        status=status,
    )


def read(request: Any) -> HttpResponse:
    """What was understood so far, as a piece of the page, with what was changed on it. Saves nothing."""
    sentence = _sentence(request)
    chips = Chips(_understood(request, sentence), sentence, request.POST)
    shown = _shown(request, sentence, chips) | {"offered": _offered(request, sentence)}
    return render(request, "contacts/chips.html", shown)


def _offered(request: Any, sentence: str) -> list[dict[str, str]]:
    """Names that the last word, after an @, may become."""
    begun = BEGUN.search(sentence)
    if begun is None:
        return []
    typed = begun[1].casefold()
    names = [words.partition(", ")[::2] for _value, words in named(request.actor, begun[1])]
    found = [{"name": name, "apart": apart} for name, apart in names if typed in name.casefold()]
    return [] if any(each["name"].casefold() == typed for each in found) else found[:MOST_OFFERED]


def take_back(request: Any) -> HttpResponse:
    """The note that was saved last was a mistake."""
    saved = request.session.get(SAVED, {})
    if (key := key_in(request.POST.get("notitie"))) is None:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    is_it = saved.get("note_id") == str(key)
    talents, parts = (saved.get(name, []) if is_it else [] for name in ("talents", "parts"))
    stays = commands.take_back_quick_note(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        quick_note_id=key,
        talents=[[UUID(each) for each in pair] for pair in talents],
        parts=parts,
    )
    request.session.pop(SAVED, None)
    if any(stays.values()):
        words = _("Dit bleef staan, want het is daarna gewijzigd: %(what)s.")
        messages.warning(request, words % {"what": counted_in_words(**stays)})
    if is_it:
        return go_back(request, zin=saved["draft"])
    return go_back(request)


def _sentence(request: Any) -> str:
    typed = request.POST.get("sentence", "").replace("\x00", "").replace("\r\n", "\n")
    return str(typed.strip()[:MOST_LETTERS])


def _understood(request: Any, sentence: str) -> Understood:
    today = timezone.localdate(request.at)
    visit = visit_of(request.actor, request.POST.get("over", ""))
    # names alone are offered: nobody's page is opened (docs/decisions/0032-what-counts-as-looking.md)
    found = understand(
        request.actor,
        sentence,
        today=today,
        about=named_of(request.actor, request.POST.get("over", "")),
        chosen=[value for name, value in request.POST.items() if ANSWER.fullmatch(name) and value],
        visited=visited_on(visit, today) if visit else None,
    )
    if visit:
        found = at_visit(found, visit, today)
    if not found.colleagues:
        return found
    names = {UUID(value.partition(":")[2]): words for value, words in found.colleagues}
    said = named_with_absence(request.actor, names, request.at)
    return replace(found, colleagues=[(value_of("colleague", key), words) for key, words in said.items()])


def _shown(request: Any, sentence: str, chips: Chips) -> dict[str, Any]:
    is_offered = chips.understood.lacks_firm and request.actor.can("edit_employers")
    return {
        "sentence": sentence,
        "chips": chips.chips,
        "is_kept_whole": any(chip.kind == "contact" for chip in chips.chips),
        "asks": chips.asks,
        "no_days": chips.understood.no_days,
        "new_firm": firm_written_in(sentence) if is_offered else None,
    }


def _by_hand(request: Any, sentence: str, understood: Understood) -> HttpResponse:
    """On to the form of a contact moment, with the sentence and with whom it names."""
    asked = QueryDict(mutable=True)
    asked.setlist("who", [value for value, _words in understood.people])
    asked["back"] = address_back(request)
    asked["zin"] = keep_draft(request, sentence)
    return redirect(f"{reverse('contacts:new_moment')}?{asked.urlencode()}")


def _new_employer(request: Any, sentence: str, understood: Understood) -> HttpResponse:
    """On to the form of a new employer, and back to the sentence."""
    kept = keep_draft(request, sentence, request.POST.get("over", ""))
    asked = QueryDict(mutable=True)
    asked["naam"] = firm_written_in(sentence)
    asked["back"] = with_added(address_back(request), zin=kept)
    return redirect(f"{reverse('employers:new_employer')}?{asked.urlencode()}")


ELSEWHERE = {"by_hand": _by_hand, "new_employer": _new_employer}
"""What leads to another page, with the sentence."""


def _saved(request: Any, chips: Chips) -> HttpResponse:
    visit = visit_of(request.actor, request.POST.get("over", ""))
    saved = commands.save_quick_note(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        chips=chips.facts(),
        visit_id=visit.pk if visit else None,
    )
    request.session[SAVED] = {
        "note_id": str(saved["note_id"]),
        "words": saved_in_words(saved),
        "draft": keep_draft(request, _sentence(request), request.POST.get("over", "")),
        "talents": [[str(each) for each in pair] for pair in saved["talents"]],
        "parts": saved["parts"],
    }
    return go_back(request, notitie=str(saved["note_id"]))
