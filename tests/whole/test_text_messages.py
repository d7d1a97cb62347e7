"""Every text message fits two segments without dear characters, in both languages, also where names are long.

Two segments are 306 characters of GSM 03.38 (3GPP TS 23.038); one character outside of it makes a segment 67.
"""

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from tests import making

import werktop
from werktop.ambassadors.messages import MOST_IN_A_TEXT
from werktop.gatherings.queries.needs import BEFOREHAND, IN_THE_FILE, not_sure_yet, what_is_there
from werktop.post import links
from werktop.post.recipients import Recipient
from werktop.post.writing import body_for, in_the_words_of

TWO_SEGMENTS = 306
ALL_NEEDED = dict.fromkeys(IN_THE_FILE, True)
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
ROOMS = Path(werktop.__file__).parent
TEXTS = sorted(
    str(path).partition("/templates/")[2].removesuffix(".sms.txt") for path in ROOMS.rglob("*.sms.txt")
)
LONG_FIRM = "Timmerfabriek en Houthandel Rivierenland"
OTHER_FIRM = "Opslag- en Overslagbedrijf Rivierenhaven"
LONG_STREET = "Burgemeester van Lith de Jeudelaan 112, Waalsteen"
# a Wednesday in September: the longest day and month in both languages
LONG_DAY = date(2026, 9, 23)


CHANGED = [
    *[{"starts_at"} | elsewhere for elsewhere in (set(), {"hall"}, {"address"})],
    *[{"ends_at"} | elsewhere for elsewhere in (set(), {"hall"}, {"address"})],
    {"hall"}, {"address"}, set(),
]  # fmt: skip


def was_of(gathering, changed, *, is_other_day):
    """What a gathering was before these changed; nothing: an earlier change was not heard of."""
    earlier = timedelta(minutes=30)
    return {
        "starts_at": gathering.starts_at - earlier * ("starts_at" in changed),
        "ends_at": gathering.ends_at - earlier * ("ends_at" in changed),
        "place_name": OTHER_FIRM if "hall" in changed else gathering.place_name,
        "is_elsewhere": bool(changed & {"hall", "address"}),
        "is_unheard": not changed,
        "is_other_day": is_other_day and (not changed or "starts_at" in changed),
    }


def contexts(address: str):
    """What the templates of all rooms are filled with, at its longest: every way a sentence can turn."""
    starts_at = making.MOMENT.replace(month=9, day=23)
    gathering = SimpleNamespace(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place_name=LONG_FIRM,
        address=LONG_STREET,
        time_zone="Europe/Amsterdam",
    )
    practice = SimpleNamespace(**vars(gathering), format="preparation")
    practice.prepares_for = SimpleNamespace(starts_at=starts_at + timedelta(days=7))
    contacts = (SimpleNamespace(name="Wilhelmina van Oosterhout", phone="+31612345678"), None)
    for ground, is_timed, is_candidate, is_moved, contact, there, changed in product(
        ("mutual", "agreed", "host", "call"),
        *[(True, False)] * 3,
        contacts,
        (ALL_NEEDED, BEFOREHAND[:1], ()),
        CHANGED,
    ):
        if there and changed & {"starts_at", "ends_at"}:
            continue  # nothing is arranged for another hour yet
        needs = ALL_NEEDED if is_candidate else {}
        yield {
            "gathering": practice if is_candidate and is_moved else gathering,
            "main_goes_on": is_candidate and is_moved,
            "place": f"{LONG_FIRM}, {LONG_STREET}",
            "organisation": SimpleNamespace(
                name="Werkgeversservicepunt Waalsteen", phone="+31344123456" if is_timed else ""
            ),
            "contact": contact,
            # what a colleague adds: a short word goes along, a long one would make a third message
            "word": "De hal is kleiner dan we dachten. " * (2 if is_moved else 9),
            "address": address,
            "talk": SimpleNamespace(ground=ground, starts_at=starts_at if is_timed else None),
            "other_name": "Annemarie Boogaard-Vermeulen",
            "is_candidate": is_candidate,
            "reply": {"mutual": "yes", "agreed": "waiting", "host": "invited"}.get(ground, "no"),
            "was": was_of(gathering, changed, is_other_day=is_timed),
            "is_moved": is_moved and is_timed,
            "call_by": LONG_DAY,
            "caller": "Wilhelmina van Oosterhout",
            "is_called": is_candidate,
            # by how many of the two are arranged: both, one, none
            "there": lambda needs=needs, there=there: what_is_there(needs, there),
            "not_yet": lambda needs=needs, there=there: not_sure_yet(needs, there),
            "is_our_host": not is_candidate and is_timed,
            "colleague": contacts[0],
            "number": "+31612345678",
            "due_at": starts_at,
            # thanks in a colleague's own words, as long as they may be; a proposal for work
            "words": "Dankzij u doen er drie bedrijven mee. ".ljust(MOST_IN_A_TEXT, "!"),
            "sender": "Wilhelmina van Oosterhout",
            "firm": SimpleNamespace(name=LONG_FIRM),
            "count": 10 if is_timed else 1,
        }


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_message_fits_two_segments_in_both_languages(name, language, settings):
    settings.BASE_URL = "https://werktop.rivierenland.example"
    address = links.address("portal:follow_up", links.token_of(UUID(int=2**128 - 1)))
    for phone, context in product(("+31612345678", ""), contexts(address)):
        to = Recipient(
            "candidate",
            UUID(int=1),
            "Maximiliaan Vermeulen",
            "Maximiliaan",
            "sms",
            "+31612345678",
            language,
            phone,
        )
        with in_the_words_of(to, time_zone=str(ZoneInfo("Europe/Amsterdam"))):
            text = body_for(to, name, context).strip()
        assert len(text) <= TWO_SEGMENTS, (len(text), text)
        assert set(text) <= GSM, set(text) - GSM
        assert "{" not in text
        if "https" in text:
            assert address in text, "no link is cut"
        if name.startswith("matches/messages/follow_up_") and context["talk"].starts_at:
            assert context["place"] in text, "no address is cut"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [name for name in TEXTS if name.startswith("matches/")])
def test_a_text_message_about_a_talk_names_who_calls_and_who_writes(name, language):
    to = Recipient(
        "candidate", UUID(int=1), "Maxim", "Maxim", "sms", "+31612345678", language, "+31612345678"
    )
    for is_called, context in product((True, False), contexts("https://werktop.example/a")):
        with in_the_words_of(to, time_zone="Europe/Amsterdam"):
            text = body_for(to, name, context | {"is_called": is_called})
        assert context["organisation"].name in text, text
        for nobody in ("Wij bellen", "Wij zoeken", "wij u", "We will", "we would"):
            assert nobody not in text, text


def test_texts_are_found_in_the_rooms_that_write_them():
    assert {name.partition("/")[0] for name in TEXTS} == {
        "ambassadors",
        "employers",
        "gatherings",
        "matches",
        "portal",
        "proposals",
    }
