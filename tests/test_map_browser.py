"""The map page as people meet it: with a keyboard, a finger, a link, without scripts, on paper; never another host."""

import json
import re
import struct
import zlib

import pytest
from playwright.sync_api import expect

from support import crawl
from support.crawl import listing
from support.projects import ROOT
from support.waiting import at_rest, step, still, until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {"fr": "/carte/", "en": "/en/map/"}
ROWS = "[data-place]:not([hidden])"
"""The rows that the filters leave."""

LOOKS = {
    "day": {"color_scheme": "light"},
    "night": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}


@pytest.fixture
def opened(browser, server):
    """Open the map and wait until Leaflet is there: `opened("fr", "?status=announced", color_scheme="dark")`."""
    contexts = []

    def open_(lang="fr", state="", *, ready=True, **options):
        made = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(made)
        page = made.new_page()
        page.faults = []
        page.answers = {}
        page.on("request", lambda request: _note_foreign(page, request.url, server.origin))
        page.on("console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("response", lambda answer: page.answers.update({answer.url: answer}))
        page.goto(server.origin + PAGES[lang] + state, wait_until="load")
        if ready:
            bring(page)
        return page

    yield open_
    for made in contexts:
        made.close()


def bring(page):
    """Bring the map into sight, as often as the browser goes back to the anchor of the address, until it is drawn."""
    frame = page.locator(".map-frame")

    def drawn():
        frame.scroll_into_view_if_needed()
        return frame.get_attribute("data-ready") is not None

    assert until(page, drawn, bool)


def _note_foreign(page, url, origin):
    if not url.startswith((f"{origin}/", "data:", "blob:")):
        page.faults.append(f"asks {url}")


def travelled(page, act):
    """Do what writes another state into the address, and wait until that is done: what the page shows comes with it."""
    before = page.evaluate("location.href")
    act()
    page.wait_for_function("before => location.href !== before", arg=before)


def shown(page):
    """Return the places that the list shows, that the map shows, and the number that is announced."""
    rows = page.eval_on_selector_all(ROWS, "rows => rows.map(row => row.id)")
    discs = page.eval_on_selector_all(".map-disc", "discs => discs.map(disc => disc.textContent)")
    numbers = page.eval_on_selector_all(ROWS, "rows => rows.map(row => row.dataset.number)")
    said = page.inner_text(".map-count")
    announced = int(found[0]) if (found := re.match(r"\d+", said)) else 0
    return rows, sorted(numbers, key=int), sorted(discs, key=int), announced


def consistent(state):
    """Say whether the list, the map and the announced number agree."""
    rows, numbers, discs, announced = state
    return rows != [] and numbers == discs and announced == len(rows)


@pytest.mark.parametrize("lang", PAGES)
def test_the_map_asks_nobody_else_and_stays_light(opened, lang):
    page = opened(lang)
    page.wait_for_load_state("networkidle")
    assert page.faults == []
    answers = list(page.answers.values())
    assert len(answers) <= 20, sorted(page.answers)
    assert sum(answer.request.sizes()["responseBodySize"] for answer in answers) <= 300_000


def test_leaflet_is_not_loaded_before_the_map_nears_the_screen(opened):
    page = opened(ready=False, viewport={"width": 390, "height": 700})
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.answers if "leaflet" in url or "basemap" in url]
    with page.expect_response(re.compile("leaflet")):
        bring(page)


@pytest.mark.parametrize("lang", PAGES)
def test_without_scripts_the_list_and_the_drawing_are_there(opened, lang):
    page = opened(lang, ready=False, java_script_enabled=False)
    rows = page.locator("[data-place]")
    links = page.locator(".map-still svg:visible a")
    assert rows.count() == links.count() >= 10
    assert page.locator(".map-filters").is_hidden()
    assert page.locator(".map-show:visible").count() == 0


@pytest.mark.parametrize("lang", PAGES)
def test_each_filter_value_shows_as_many_rows_discs_and_says_so(opened, lang):
    page = opened(lang)
    names = page.eval_on_selector_all(".map-filters select", "boxes => boxes.map(box => box.name)")
    assert {"domain", "status"} <= set(names)
    for name in names:
        values = page.eval_on_selector_all(f"[name={name}] option", "all => all.map(one => one.value)")
        for value in values[1:]:
            page.select_option(f"[name={name}]", value)
            expect(page).to_have_url(re.compile(rf"[?&]{name}={value}\b"))
            rows, numbers, discs, announced = until(page, lambda: shown(page), consistent)
            assert rows, value
            assert numbers == discs, value
            assert announced == len(rows), value
        page.select_option(f"[name={name}]", "")
    page.fill("[name=q]", "ETANG aeroport" if lang == "fr" else "airport")
    page.fill("[name=q]", "aeroport" if lang == "fr" else "airport")
    expect(page.locator(ROWS)).to_have_count(1)
    assert shown(page)[0] == ["aeroport-marseille-provence"]
    page.fill("[name=q]", "zzz")
    expect(page.locator(ROWS)).to_have_count(0)
    assert shown(page)[1:] == ([], [], 0)
    page.click(".map-reset")
    assert until(page, lambda: len(shown(page)[0]), lambda count: count >= 10) >= 10
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_each_disc_is_reached_and_opened_by_keyboard_and_escape_gives_the_focus_back(opened):
    page = opened()
    page.focus(".map-frame")
    names = []
    for rank in range(page.locator(".map-place").count()):
        step(page, "Tab")
        focused = page.evaluate("document.activeElement.querySelector('.vh')?.textContent ?? ''")
        assert re.match(r"\d+\. ", focused), (rank, focused)
        names.append(focused)
        page.keyboard.press("Enter" if rank % 2 else " ")
        dialog = page.wait_for_selector("[role=dialog]")
        assert dialog.get_attribute("aria-label") in focused
        page.wait_for_function("document.activeElement.closest('[role=dialog]')")
        expect(page.locator("[data-place][aria-current=true]")).to_have_count(1)
        page.keyboard.press("Escape")
        page.wait_for_selector("[role=dialog]", state="detached")
        expect(page.locator(".map-place:focus .vh")).to_have_text(focused)
    rows = page.eval_on_selector_all("[data-place]", "rows => rows.map(row => row.dataset.number)")
    assert [name.split(".")[0] for name in names] == rows
    presses = 0
    while page.evaluate("!!document.activeElement.closest('.map-frame')"):
        step(page, "Tab")
        presses += 1
    assert presses <= page.locator(".map-frame .leaflet-control :is(a, button):visible").count() + 2
    assert page.faults == []


def test_controls_speak_the_language_of_the_page(opened):
    for lang, words in (("fr", ("Zoomer", "Dézoomer")), ("en", ("Zoom in", "Zoom out"))):
        page = opened(lang)
        assert page.get_attribute(".leaflet-control-zoom-in", "aria-label") == words[0]
        assert page.get_attribute(".leaflet-control-zoom-out", "aria-label") == words[1]


def state_of(page):
    """Return what a link must bring back: rows, open card, view, communes."""
    return page.evaluate(
        """() => ({
            rows: [...document.querySelectorAll('[data-place]:not([hidden])')].map(row => row.id),
            card: document.querySelector('[role=dialog]')?.getAttribute('aria-label') ?? null,
            communes: document.querySelectorAll('.map-commune').length,
            route: document.querySelectorAll('.map-line').length,
            zoom: [...document.querySelector('.map-frame').classList].filter(name => name.startsWith('at-')),
        })"""
    )


@pytest.mark.parametrize(
    "state",
    [
        "",
        *(f"?status={value}" for value in ("announced", "candidate")),
        *(f"?domain={value}" for value in ("port", "energy", "heritage", "stage", "screen")),
        "?q=marseille",
        "?q=aeroport",
        "?communes=1",
        "?at=12_43.2950_5.3620",
        "?at=9_43.4000_5.2000&status=announced",
        "?communes=1&at=11_43.5300_5.4500",
        *(f"#{id}" for id in ("mucem", "iter", "port-center", "digital-realty")),
        "?status=announced#port-center",
        "?domain=energy#iter",
        "?opening=sometimes",
        "?route=mer-et-port",
        "?route=mer-et-port#mucem",
        "?route=arts-et-images&at=10_43.4000_5.2000",
    ],
)
def test_a_linked_state_comes_back_the_same(opened, state):
    page = opened("fr", state)

    def whole(found):
        return found["communes"] == (92 if "communes" in state else 0)

    before = until(page, lambda: state_of(page), whole)
    expect(page).to_have_url(re.compile(f"{re.escape(state or '/carte/')}$"))
    if "#" in state:
        assert before["card"]
    if "communes" in state:
        assert before["communes"] == 92
    assert before["route"] == ("route" in state)
    page.reload()
    bring(page)
    assert until(page, lambda: state_of(page), lambda after: after == before) == before


def test_going_back_undoes_a_filter_and_closes_a_card(opened):
    page = opened()
    travelled(page, lambda: page.select_option("[name=status]", "announced"))
    few = len(shown(page)[0])
    travelled(page, lambda: page.click(f"{ROWS} .map-show"))
    page.wait_for_selector("[role=dialog]")
    page.go_back()
    page.wait_for_selector("[role=dialog]", state="detached")
    assert len(shown(page)[0]) == few
    page.go_back()
    expect(page.locator(ROWS)).not_to_have_count(few)
    expect(page.locator("[name=status]")).to_have_value("")
    rows, numbers, discs, _ = until(page, lambda: shown(page), consistent)
    assert len(rows) > few
    assert numbers == discs


def test_discs_never_hide_one_another_at_any_zoom(opened):
    page = opened()
    while True:
        still(page)
        boxes = page.eval_on_selector_all(
            ".map-disc",
            "discs => discs.map(d => d.getBoundingClientRect()).map(b => [b.left + b.width / 2, b.top + b.height / 2])",
        )
        for rank, (x, y) in enumerate(boxes):
            for other_x, other_y in boxes[rank + 1 :]:
                assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= 33
        if page.get_attribute(".leaflet-control-zoom-in", "aria-disabled") == "true":
            break
        travelled(page, lambda: page.click(".leaflet-control-zoom-in"))


def test_one_finger_scrolls_the_page_and_the_wheel_does_not_zoom(opened):
    page = opened(**LOOKS["phone"])
    touch = page.eval_on_selector(".map-frame", "frame => getComputedStyle(frame).touchAction")
    assert touch == "pan-x pan-y", "the browser keeps one finger for the page, Leaflet gets two"
    page = opened()
    before = state_of(page)["zoom"], middle(page)
    page.hover(".map-frame")
    page.mouse.wheel(0, 200)
    expect(page.locator(".map-hint")).to_contain_text("Ctrl")  # the wheel has been heard
    page.wait_for_timeout(500)  # nothing is to happen, which only time can show: a zoom takes a quarter of a second
    assert (state_of(page)["zoom"], middle(page)) == before


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", PAGES)
def test_axe_finds_nothing_on_the_map_with_a_card_open(opened, lang, look):
    page = opened(lang, "#mucem", bypass_csp=True, **LOOKS[look])
    page.wait_for_selector("[role=dialog]")
    found = crawl.axe(page, AXE)
    assert not found, listing(found)


def test_on_paper_the_drawing_and_the_whole_list_stand(opened):
    page = opened()
    page.emulate_media(media="print")
    expect(page.locator(".map-still svg:visible")).to_have_count(1)
    expect(page.locator(".leaflet-control:visible")).to_have_count(0)
    expect(page.locator("[data-place]:visible").nth(9)).to_be_visible()


def test_when_leaflet_does_not_come_the_drawing_stays_and_the_page_says_so(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(server.origin + PAGES["fr"])
    page.wait_for_selector(".map-help:visible")
    expect(page.locator(".map-help")).to_contain_text("n’a pas pu")
    assert page.locator(".map-still svg:visible a").count() >= 10
    context.close()


def test_pointing_at_a_commune_tells_its_name_and_its_population_with_the_year(opened):
    page = opened("fr", "?communes=1")
    page.wait_for_selector(".map-commune", state="attached")
    box = page.locator(".map-frame").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.3)
    expect(page.locator(".map-tip")).to_contain_text(re.compile(r"habitants en 2023 \(Insee\)"))
    page.click(".map-bar [aria-pressed]")
    page.wait_for_selector(".map-commune", state="detached")
    expect(page).not_to_have_url(re.compile("communes"))


def test_a_commune_is_named_by_keyboard_too_and_all_are_one_stop_of_the_tab_key(opened):
    page = opened("fr", "?communes=1")
    page.wait_for_selector(".map-commune", state="attached")
    expect(page.locator(".map-commune[tabindex='0']")).to_have_count(1)
    page.focus(".map-commune[tabindex='0']")
    heard = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        step(page, key)
        label = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert re.search(r"^.+, [\d\s]+ habitants en 2023 \(Insee\)$", label)
        expect(page.locator(".map-tip").last).to_contain_text(label.split(",")[0])
        heard.add(label)
    assert len(heard) >= 4
    expect(page.locator(".map-commune[tabindex='0']")).to_have_count(1)
    step(page, "Tab")
    assert not page.evaluate("document.activeElement.matches('.map-commune')")
    assert page.faults == []


def test_a_route_orders_the_list_and_is_drawn(opened):
    page = opened()
    page.select_option("[name=route]", "arts-et-images")
    expect(page).to_have_url(re.compile("route=arts-et-images"))
    expect(page.locator(".map-line")).to_have_count(1)
    rows, numbers, discs, _ = until(page, lambda: shown(page), consistent)
    assert rows == ["provence-studios", "mucem", "grand-theatre-de-provence"]
    assert numbers == discs == ["5", "6", "9"]
    link = page.get_attribute(".map-route:visible a", "href")
    assert link.endswith("arts-et-images/")
    page.go_back()
    page.wait_for_selector(".map-line", state="detached")
    first = ["digital-realty", "aeroport-marseille-provence", "port-center"]
    assert until(page, lambda: shown(page)[0][:3], lambda rows: rows == first) == first
    expect(page.locator(".map-route:visible")).to_have_count(0)


def test_the_other_language_keeps_the_state_of_the_map(opened):
    page = opened("fr", "?status=announced#port-center")
    page.wait_for_selector("[role=dialog]")
    page.click(".masthead a[hreflang=en]")
    expect(page).to_have_url(re.compile(r"/en/map/\?status=announced#port-center$"))
    bring(page)
    page.wait_for_selector("[role=dialog]")
    page.press("[role=dialog] .map-close", "Enter")
    page.select_option("[name=status]", "candidate")
    expect(page.locator(".masthead a[hreflang]").first).to_have_attribute(
        "href", re.compile(r"/carte/\?status=candidate$")
    )


def test_the_link_of_the_state_is_copied_and_said(opened):
    page = opened("fr", "?status=announced", permissions=["clipboard-read", "clipboard-write"])
    page.click(".map-copy")
    expect(page.locator(".map-said[role=status]")).to_contain_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_ways_to_a_place_are_plain_links(opened):
    page = opened("fr", "#mucem")
    page.wait_for_selector("[role=dialog]")
    for where in ("#mucem", "[role=dialog]"):
        links = page.eval_on_selector_all(f"{where} .map-where a", "links => links.map(a => [a.href, a.rel])")
        assert [href.split(":")[0] for href, _ in links] == ["geo", "https"]
        assert links[1][0].startswith("https://www.openstreetmap.org/directions?to=43.")
        assert links[1][1] == "external"
    assert "openstreetmap.org" in page.inner_text("#mucem .map-where"), "the site is named before it is followed"
    assert page.faults == []


def storage(page):
    """Return what the page keeps in the browser."""
    return page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")


def test_near_me_orders_the_list_and_keeps_nothing(opened):
    here = {"latitude": 43.5263, "longitude": 5.4454}
    page = opened(permissions=["geolocation"], geolocation=here)
    before = shown(page)[0]
    assert page.locator(".map-far").count() == 0, "nothing is asked before the button is pressed"
    page.click(".map-near")
    page.wait_for_selector("[data-place] .map-far")
    expect(page.locator(".map-said")).to_contain_text("Grand Théâtre de Provence")
    assert shown(page)[0][0] == "grand-theatre-de-provence"
    distances = page.eval_on_selector_all(".map-far", "all => all.map(one => one.textContent)")
    kilometres = [float(re.search(r"[\d,]+", far)[0].replace(",", ".")) for far in distances]
    assert kilometres == sorted(kilometres)
    assert len(kilometres) == len(before)
    assert "43.5" not in page.url
    assert storage(page) == [0, 0, ""]
    page.click(".map-near")
    assert until(page, lambda: shown(page)[0], lambda rows: rows == before) == before
    expect(page.locator(".map-far")).to_have_count(0)
    assert page.faults == []


def test_a_position_refused_is_said_and_changes_nothing(opened):
    page = opened(permissions=[])
    before = shown(page)[0]
    page.click(".map-near")
    expect(page.locator(".map-said")).to_contain_text("n’a pas donné")
    assert shown(page)[0] == before
    assert page.get_attribute(".map-near", "aria-pressed") == "false"


def picture():
    """Return a grey square as PNG."""
    parts = []
    for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    ):
        parts.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


AWAITED = "img.leaflet-tile:not(.leaflet-tile-loaded)"
HOSTS = {"plan-ign": "data.geopf.fr", "openstreetmap": "tile.openstreetmap.org"}


@pytest.mark.parametrize("ground", HOSTS)
def test_a_detailed_background_asks_only_the_host_that_it_named(opened, ground):
    page = opened(reduced_motion="reduce")
    asked = []
    page.route(
        re.compile("^https:"),
        lambda route: (asked.append(route.request), route.fulfill(body=picture(), content_type="image/png")),
    )
    page.click(".map-ground")
    expect(page.locator(f"[data-ground={ground}]")).to_contain_text(HOSTS[ground])
    assert asked == [], "to read the menu asks nobody"
    page.click(f"[data-ground={ground}]")
    page.wait_for_selector(".has-tiles .leaflet-tile-loaded")
    expect(page.locator(AWAITED)).to_have_count(0)
    assert {request.url.split("/")[2] for request in asked} == {HOSTS[ground]}
    expect(page.locator(".map-told")).to_contain_text(HOSTS[ground])
    credit = "IGN" if ground == "plan-ign" else "OpenStreetMap"
    expect(page.locator(f"[data-credit={ground}]")).to_contain_text(credit)
    expect(page.locator(".map-ground")).to_be_focused()
    while page.get_attribute(".leaflet-control-zoom-in", "aria-disabled") != "true":
        travelled(page, lambda: page.click(".leaflet-control-zoom-in"))
    expect(page).to_have_url(re.compile("at=18_"))
    assert "ground" not in page.url
    assert ground not in page.url
    assert storage(page) == [0, 0, ""]
    expect(page.locator(AWAITED)).to_have_count(0)  # else its requests would come after our own ground is back
    page.click(".map-ground")
    travelled(page, lambda: page.click("[data-ground='']"))
    still(page)
    asked.clear()
    travelled(page, lambda: page.click(".leaflet-control-zoom-out"))
    page.wait_for_timeout(400)  # nothing is to be asked, which only time can show
    assert asked == [], "back on our own ground, nobody is asked any more"
    assert page.locator(".map-tile").count() == 0
    page.reload()
    bring(page)
    assert asked == [], "no link brings another host back"


@pytest.mark.parametrize("lang", PAGES)
def test_a_host_that_fails_gives_way_to_our_own_background_and_the_map_says_so(opened, lang):
    page = opened(lang)
    page.click(".map-ground")
    page.click("[data-ground=plan-ign]")  # every other host is out of reach of these tests
    said = page.locator(".map-told[role=status]")
    expect(said).to_contain_text("notre fond" if lang == "fr" else "our own")
    expect(said).to_contain_text("data.geopf.fr")
    expect(page.locator(".map-frame:not(.has-tiles)")).to_be_visible()
    expect(page.locator("[data-ground='']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".leaflet-sea-pane .g-sea").first).to_be_visible()
    expect(page.locator("[data-credit='']")).to_be_visible()


def test_the_menu_of_backgrounds_works_by_keyboard(opened):
    page = opened()
    opener = page.locator(".map-ground")
    opener.focus()
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    for ground in ("", *HOSTS):
        page.keyboard.press("Tab")
        expect(page.locator(f"[data-ground='{ground}']")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".map-grounds")).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", PAGES)
def test_axe_finds_nothing_with_the_menu_open_and_the_communes_shown(opened, lang, look):
    page = opened(lang, "?communes=1&route=mer-et-port", bypass_csp=True, **LOOKS[look])
    page.wait_for_selector(".map-commune", state="attached")
    page.click(".map-ground")
    expect(page.locator(".map-grounds")).to_be_visible()
    found = crawl.axe(page, AXE)
    assert not found, listing(found)


def swipe(page, fingers, way):
    """Drag fingers over the map, from its middle."""
    box = page.locator(".map-frame").bounding_box()
    start = [(box["x"] + 140 + 90 * rank, box["y"] + box["height"] / 2) for rank in range(fingers)]
    session = page.context.new_cdp_session(page)

    def send(kind, share):
        points = [{"x": x + way[0] * share, "y": y + way[1] * share, "id": rank} for rank, (x, y) in enumerate(start)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if kind != "touchEnd" else []})

    send("touchStart", 0)
    for tenth in range(1, 11):
        send("touchMove", tenth / 10)
        page.wait_for_timeout(20)  # the pace of a hand
    send("touchEnd", 1)


def middle(page):
    """Return where the first point of the map is on the screen, in the frame."""
    return page.evaluate(
        """() => {
            const frame = document.querySelector('.map-frame').getBoundingClientRect();
            const disc = document.querySelector('.map-place').getBoundingClientRect();
            return [Math.round(disc.left - frame.left), Math.round(disc.top - frame.top)];
        }"""
    )


def test_one_finger_moves_the_page_and_two_move_the_map(opened):
    page = opened(**LOOKS["phone"])
    page.evaluate("document.querySelector('.map-frame').scrollIntoView({block: 'center', behavior: 'instant'})")
    scroll, place = at_rest(page), middle(page)
    swipe(page, 1, (0, -160))
    assert until(page, lambda: page.evaluate("scrollY"), lambda down: down > scroll + 80) > scroll + 80
    scroll = at_rest(page)
    assert middle(page) == place
    swipe(page, 2, (60, -90))
    assert until(page, lambda: middle(page), lambda found: found != place) != place
    assert abs(at_rest(page) - scroll) <= 2


def many(page, server, count):
    """Make the page show `count` further places, all around the last one."""
    html = server.file("/carte/").read_text(encoding="utf-8")
    row = re.findall(r'<li id="[\w-]+" data-place.*?</li>', html, re.S)[-1]
    id = re.search(r'id="([\w-]+)"', row)[1]
    rows = [row.replace(f'id="{id}"', f'id="{id}-{rank}"') for rank in range(count)]
    page.route(
        "**/carte/", lambda route: route.fulfill(body=html.replace(row, row + "".join(rows)), content_type="text/html")
    )

    def script(route):
        text = route.fetch().text()
        places = json.loads(re.search(r"of (\[\[.*\]\]) *\) \{\nconst html", text)[1])
        last = places[-1]
        more = [
            [f"{id}-{rank}", *last[1:4], last[4] + rank // 20 * 0.004 - 0.03, last[5] + rank % 20 * 0.004 - 0.03]
            for rank in range(count)
        ]
        found = re.search(r"of (\[\[.*\]\]) *\) \{\nconst html", text)[1]
        route.fulfill(body=text.replace(found, json.dumps([*places, *more])), content_type="text/javascript")

    page.route("**/map.fr.*.js", script)


def test_many_places_gather_in_crowds_that_part_when_pressed(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    many(page, server, 300)
    page.goto(server.origin + PAGES["fr"])
    bring(page)
    total = page.locator("[data-place]").count()
    sizes = page.eval_on_selector_all(".map-crowd .map-disc", "discs => discs.map(disc => parseInt(disc.textContent))")
    alone = page.locator(".map-place:not(.map-crowd)").count()
    assert sum(sizes) + alone == total > 300
    assert page.locator(".map-place").count() < 60
    crowd = page.locator(".map-crowd").first
    assert re.search(r"\d+\s+lieux, s’approcher", crowd.inner_text())
    crowd.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map-frame"), "the focus is not lost").to_be_focused()
    page.wait_for_function("sum => document.querySelectorAll('.map-place').length > sum", arg=len(sizes) + alone)
    page.click("[data-place]:last-of-type .map-show")
    page.wait_for_selector("[role=dialog]")
    page.fill("[name=q]", "mucem")
    page.wait_for_selector("[role=dialog]", state="detached")
    page.click(".map-bar button")
    expect(page.locator(".map-disc")).to_have_text(["5"])
    still(page)
    expect(page.locator(".map-disc")).to_have_text(["5"])
    context.close()
