"""The map page as people meet it: with a keyboard, a finger, a link, without scripts, on paper; never another host."""

import re

import pytest

from support import crawl
from support.crawl import listing
from support.projects import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {"fr": "/carte/", "en": "/en/map/"}
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
            page.locator(".map-frame").scroll_into_view_if_needed()
            page.wait_for_selector(".map-frame[data-ready]")
        return page

    yield open_
    for made in contexts:
        made.close()


def _note_foreign(page, url, origin):
    if not url.startswith((f"{origin}/", "data:", "blob:")):
        page.faults.append(f"asks {url}")


def shown(page):
    """Return the places that the list shows, that the map shows, and the number that is announced."""
    rows = page.eval_on_selector_all("[data-place]:not([hidden])", "rows => rows.map(row => row.id)")
    discs = page.eval_on_selector_all(".map-disc", "discs => discs.map(disc => disc.textContent)")
    numbers = page.eval_on_selector_all("[data-place]:not([hidden])", "rows => rows.map(row => row.dataset.number)")
    said = page.inner_text(".map-count")
    announced = int(found[0]) if (found := re.match(r"\d+", said)) else 0
    return rows, sorted(numbers, key=int), sorted(discs, key=int), announced


@pytest.mark.parametrize("lang", PAGES)
def test_the_map_asks_nobody_else_and_stays_light(opened, lang):
    page = opened(lang)
    page.wait_for_load_state("networkidle")
    assert page.faults == []
    assert len(page.answers) <= 20, sorted(page.answers)
    assert sum(answer.request.sizes()["responseBodySize"] for answer in page.answers.values()) <= 300_000


def test_leaflet_is_not_loaded_before_the_map_nears_the_screen(opened):
    page = opened(ready=False, viewport={"width": 390, "height": 700})
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.answers if "leaflet" in url or "basemap" in url]
    page.locator(".map-frame").scroll_into_view_if_needed()
    page.wait_for_selector(".map-frame[data-ready]")
    assert [url for url in page.answers if "leaflet" in url]


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
            rows, numbers, discs, announced = shown(page)
            assert rows, value
            assert numbers == discs, value
            assert announced == len(rows), value
            assert f"{name}={value}" in page.url
        page.select_option(f"[name={name}]", "")
    page.fill("[name=q]", "ETANG aeroport" if lang == "fr" else "airport")
    page.fill("[name=q]", "aeroport" if lang == "fr" else "airport")
    assert shown(page)[0] == ["aeroport-marseille-provence"]
    page.fill("[name=q]", "zzz")
    assert shown(page)[1:] == ([], [], 0)
    page.click(".map-reset")
    assert len(shown(page)[0]) >= 10
    assert "?" not in page.url


def test_each_disc_is_reached_and_opened_by_keyboard_and_escape_gives_the_focus_back(opened):
    page = opened()
    page.focus(".map-frame")
    names = []
    for rank in range(page.locator(".map-place").count()):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.querySelector('.vh')?.textContent ?? ''")
        assert re.match(r"\d+\. ", focused), (rank, focused)
        names.append(focused)
        page.keyboard.press("Enter" if rank % 2 else " ")
        dialog = page.wait_for_selector("[role=dialog]")
        assert dialog.get_attribute("aria-label") in focused
        page.wait_for_function("document.activeElement.closest('[role=dialog]')")
        assert page.locator("[data-place][aria-current=true]").count() == 1
        page.keyboard.press("Escape")
        page.wait_for_selector("[role=dialog]", state="detached")
        assert page.evaluate("document.activeElement.querySelector('.vh')?.textContent") == focused
    rows = page.eval_on_selector_all("[data-place]", "rows => rows.map(row => row.dataset.number)")
    assert [name.split(".")[0] for name in names] == rows
    presses = 0
    while page.evaluate("!!document.activeElement.closest('.map-frame')"):
        page.keyboard.press("Tab")
        presses += 1
    assert presses <= page.locator(".map-frame .leaflet-control :is(a, button)").count() + 2
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
    ],
)
def test_a_linked_state_comes_back_the_same(opened, state):
    page = opened("fr", state)
    if "communes" in state:
        page.wait_for_selector(".map-commune")
    before = state_of(page)
    assert page.url.endswith(state or "/carte/")
    if "#" in state:
        assert before["card"]
    if "communes" in state:
        assert before["communes"] == 92
    page.reload()
    page.locator(".map-frame").scroll_into_view_if_needed()
    page.wait_for_selector(".map-frame[data-ready]")
    if "communes" in state:
        page.wait_for_selector(".map-commune")
    assert state_of(page) == before


def test_going_back_undoes_a_filter_and_closes_a_card(opened):
    page = opened()
    page.select_option("[name=status]", "announced")
    few = len(shown(page)[0])
    page.click("[data-place]:not([hidden]) .map-show")
    page.wait_for_selector("[role=dialog]")
    page.go_back()
    page.wait_for_selector("[role=dialog]", state="detached")
    assert len(shown(page)[0]) == few
    page.go_back()
    page.wait_for_function("count => document.querySelectorAll('[data-place]:not([hidden])').length > count", arg=few)
    assert page.input_value("[name=status]") == ""
    assert shown(page)[1] == shown(page)[2]


def test_discs_never_hide_one_another_at_any_zoom(opened):
    page = opened()
    while True:
        page.wait_for_timeout(400)
        boxes = page.eval_on_selector_all(
            ".map-disc",
            "discs => discs.map(d => d.getBoundingClientRect()).map(b => [b.left + b.width / 2, b.top + b.height / 2])",
        )
        for rank, (x, y) in enumerate(boxes):
            for other_x, other_y in boxes[rank + 1 :]:
                assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= 33
        if page.get_attribute(".leaflet-control-zoom-in", "aria-disabled") == "true":
            break
        page.click(".leaflet-control-zoom-in")


def test_one_finger_scrolls_the_page_and_the_wheel_does_not_zoom(opened):
    page = opened(**LOOKS["phone"])
    touch = page.eval_on_selector(".map-frame", "frame => getComputedStyle(frame).touchAction")
    assert touch == "pan-x pan-y", "the browser keeps one finger for the page, Leaflet gets two"
    page = opened()
    zoom = state_of(page)["zoom"]
    page.hover(".map-frame")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    assert state_of(page)["zoom"] == zoom


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", PAGES)
def test_axe_finds_nothing_on_the_map_with_a_card_open(opened, lang, look):
    page = opened(lang, "#mucem", bypass_csp=True, **LOOKS[look])
    page.wait_for_selector("[role=dialog]")
    page.wait_for_timeout(400)
    found = crawl.axe(page, AXE)
    assert not found, listing(found)


def test_on_paper_the_drawing_and_the_whole_list_stand(opened):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator(".map-still svg:visible").count() == 1
    assert page.locator(".leaflet-control:visible").count() == 0
    assert page.locator("[data-place]:visible").count() >= 10


def test_when_leaflet_does_not_come_the_drawing_stays_and_the_page_says_so(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(server.origin + PAGES["fr"])
    page.wait_for_selector(".map-help:visible")
    assert "n’a pas pu" in page.inner_text(".map-help")
    assert page.locator(".map-still svg:visible a").count() >= 10
    context.close()


def test_pointing_at_a_commune_tells_its_name_and_its_population_with_the_year(opened):
    page = opened("fr", "?communes=1")
    page.wait_for_selector(".map-commune")
    box = page.locator(".map-frame").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.3)
    said = page.inner_text(".map-tip")
    assert re.search(r"habitants en 2023 \(Insee\)", said)
    page.click(".map-bar [aria-pressed]")
    page.wait_for_selector(".map-commune", state="detached")
    assert "communes" not in page.url
