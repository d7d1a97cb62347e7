"""The style guide in a real browser: no accessibility faults, no sideways scroll, and the small scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.accessibility import violations

pytestmark = pytest.mark.browser
FRAMES = ["", "guest", "hall", "clock"]


def is_a_fault(said):
    """What the console says is a fault, apart from the browser's own line about an answer of 4xx or 5xx."""
    return (
        said.type == "error"
        and "Response Status Error Code" not in said.text
        and "Failed to load" not in said.text
    )


@pytest.fixture
def guide(chromium, live_server, cast, log_in):
    """`guide(frame, width, **context)` opens the style guide; an error of a script fails the test."""
    session = log_in(cast.own.account()).cookies["sessionid"].value
    errors = []

    def open_guide(frame="", width=1280, **context):
        visitor = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **context)
        visitor.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = visitor.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if is_a_fault(said) else None)
        page.goto(live_server.url + reverse("ui:styleguide") + (f"?frame={frame}" if frame else ""))
        return page

    yield open_guide
    assert errors == []


def posts_of(page):
    """The posts that leave the page from now on; each is answered with "nothing changes"."""
    sent = []

    def answer(route):
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route.request.post_data)
        return route.fulfill(status=204)

    page.route("**/*", answer)
    return sent


@pytest.mark.parametrize("frame", FRAMES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_at_320_pixels(guide, frame):
    page = guide(frame, 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width


def test_what_you_tap_is_large_enough(guide):
    """44 pixels for what stands by itself; WCAG 2.2 asks 24. Words in a sentence are free."""
    small = guide("", 390).evaluate(
        """() => [...document.querySelectorAll('button, .utrecht-button, .tabs a, .pager a, .pick__box')]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
        .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_first_tab_goes_past_the_menu(guide):
    page = guide("guest")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_after_a_refused_form_you_are_at_what_is_wrong(guide):
    page = guide()
    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    page.locator("[data-error-summary] a").first.click()
    assert page.evaluate("document.activeElement.name") == "wrong-name"


def test_a_sheet_opens_and_closes_with_the_keyboard(guide):
    page = guide()
    opener = page.get_by_role("button", name="Talenten van Fatima")
    opener.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Fatima: wat viel op?")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_the_pick_list_narrows_and_never_hides_what_is_picked(guide):
    page = guide()
    picks = page.locator("#id_talents-list .pick")
    groups = page.locator("#id_talents-list details")
    first = groups.first.locator(".pick")
    assert picks.locator("visible=true").count() == first.count() < picks.count()
    assert "Rust" in " ".join(groups.locator("summary").all_inner_texts())
    page.get_by_label("Zoek in de lijst").fill("metaal")
    assert sorted(picks.locator("visible=true").all_inner_texts()) == ["Hout", "Metaal", "Rust"]
    page.locator("#id_talents-list").get_by_role("checkbox", name="Metaal").check()
    page.get_by_label("Zoek in de lijst").fill("")
    assert page.locator("#id_talents-list .pick[hidden]").count() == 0
    assert picks.locator("visible=true").count() == first.count()
    assert "Metaal" in " ".join(groups.locator("summary").all_inner_texts())


def test_without_script_the_pick_list_is_whole_in_groups_and_has_no_filter(guide):
    page = guide(java_script_enabled=False)
    expect(page.get_by_label("Zoek in de lijst")).to_be_hidden()
    page.locator("#id_talents-list summary").last.click()
    expect(page.locator("#id_talents-list .pick").last).to_be_visible()


def test_what_cannot_be_undone_is_asked_once_more(guide):
    page = guide()
    sent = posts_of(page)
    page.locator("form", has=page.locator("[data-confirm]")).evaluate("(form) => (form.noValidate = true)")
    page.get_by_role("button", name="Verwijder").click()
    dialog = page.get_by_role("dialog", name="Wil je dit gesprek echt verwijderen?")
    dialog.get_by_role("button", name="Nee, terug").click()
    assert sent == []
    page.get_by_role("button", name="Verwijder").click()
    with page.expect_request(lambda request: request.method == "POST"):
        dialog.get_by_role("button", name="Ja, doe het").click()
    page.wait_for_timeout(200)  # a second one would come now
    assert len(sent) == 1


def test_a_second_tap_sends_nothing(guide):
    page = guide("guest")
    sent = posts_of(page)
    yes = page.get_by_role("button", name="Ja, ik kom")
    with page.expect_request(lambda request: request.method == "POST"):
        yes.click()
        yes.click()
    page.wait_for_timeout(300)  # a second one would come now
    assert len(sent) == 1


def test_the_menu_of_who_is_here_closes_with_escape(guide):
    page = guide()
    page.locator(".me__open").click()
    expect(page.get_by_role("button", name="Log uit")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Log uit")).to_be_hidden()
    assert page.evaluate("document.activeElement.classList.contains('me__open')")


def test_on_paper_there_are_no_bars_or_buttons(guide):
    page = guide()
    page.emulate_media(media="print")
    assert page.locator(".top, .tabs, .done-bar, .utrecht-button").locator("visible=true").count() == 0
    expect(page.locator(".seat__name").first).to_be_visible()


LONG_NAMES = """name => {
  const table = document.querySelector('.round--11, .round--12') ?? document.querySelector('.round');
  table.querySelector('.round__label').textContent = 'Transportbedrijf Waterwijk · Schoonmaakbedrijf';
  const rows = [...table.querySelectorAll('.seat')];
  rows.forEach(row => row.querySelector('.seat__name').textContent = name);
  const lines = node => { const all = document.createRange(); all.selectNodeContents(node); return [...all.getClientRects()]; };
  // 5 px: the corners of a round head and the space round letters are empty
  const crossing = (a, b) => a.left + 5 < b.right && b.left + 5 < a.right && a.top + 5 < b.bottom && b.top + 5 < a.bottom;
  const words = rows.map(row => lines(row.querySelector('.seat__name')));
  const heads = rows.map(row => row.querySelector('.avatar').getBoundingClientRect());
  const label = table.querySelector('.round__label'), text = label.firstChild;
  const broken = [...text.data.matchAll(/\\p{L}+/gu)].filter(word => {
    const one = document.createRange(); one.setStart(text, word.index); one.setEnd(text, word.index + word[0].length);
    return one.getClientRects().length > 1;
  });
  return {
    lines: words[0].length,
    cut: rows.filter(row => getComputedStyle(row.querySelector('.seat__name')).overflow !== 'visible').length,
    crossed: words.flatMap((all, n) => heads.filter((head, m) => m !== n && all.some(line => crossing(line, head)))).length,
    broken: broken.map(word => word[0]),
  };
}"""


@pytest.mark.parametrize(("name", "lines"), [("Krzysztof", 1), ("Gert-Jan K.", 2), ("Anne-Marie", 2)])
def test_a_long_name_at_a_table_is_whole_and_lies_over_nobody(guide, name, lines):
    assert guide().evaluate(LONG_NAMES, name) == {"lines": lines, "cut": 0, "crossed": 0, "broken": []}


@pytest.fixture
def asking(guide):
    """`asking(status, body, headers)`: a form asks with htmx, gets that answer; gives page and request."""

    def ask(status, body="", headers=None):
        page = guide("guest")
        sent = []

        def answer(route):
            if route.request.method != "POST":
                return route.continue_()
            sent.append(route.request)
            return route.fulfill(status=status, body=body, headers=headers or {}, content_type="text/html")

        page.route("**/*", answer)
        page.evaluate(
            """() => { const main = document.querySelector("main");
            main.innerHTML = `<form hx-post="/x" hx-target="#part"><input type="hidden" name="request_key" value="1">
              <input name="words" value="getypt"><button>Stuur</button></form><div id="part"></div>
              <div id="went-wrong" hidden>Niet gelukt</div>`;
            window.htmx.process(main); }"""
        )
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.get_by_role("button", name="Stuur").click()
        return page, sent[0]

    return ask


def test_a_page_part_is_asked_with_the_csrf_token(asking):
    page, sent = asking(200, "<p>Klaar</p>")
    assert len(sent.headers["x-csrftoken"]) > 30
    expect(page.locator("#part")).to_have_text("Klaar")


def test_the_next_request_key_replaces_the_used_one(asking):
    page, _ = asking(200, headers={"X-Request-Key": "2"})
    expect(page.locator("[name=request_key]")).to_have_value("2")


@pytest.mark.parametrize("status", [403, 409, 422])
def test_a_refusal_is_shown_in_its_place(asking, status):
    page, _ = asking(status, "<p>Tafel 3 is vol.</p>")
    expect(page.locator("#part")).to_have_text("Tafel 3 is vol.")


def test_a_failure_is_said_and_keeps_what_was_typed(asking):
    page, _ = asking(500, "<p>stuk</p>")
    expect(page.locator("#went-wrong")).to_be_visible()
    expect(page.locator("#part")).to_be_empty()
    expect(page.locator("[name=words]")).to_have_value("getypt")
