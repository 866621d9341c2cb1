"""Search as people meet it: while typing, by keyboard, by link, over any page, without network, scripts or vectors."""

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from atlas.search.finder import Finder
from support.asking import asked
from support.projects import ROOT
from support.waiting import still, until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {"fr": "/recherche/", "en": "/en/search/"}
LIVE = "main .seek-box.is-live"


@pytest.fixture
def opened(browser, server):
    """Open the search page, or another one: `opened("fr", "?q=mucem")`; faults are kept on the page.

    The script of the search page comes after the page: the page is returned once it is there.
    """
    contexts = []

    def open_(lang="fr", state="", *, path=None, **options):
        made = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(made)
        page = made.new_page()
        page.faults = []
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(server.origin + (path or PAGES[lang]) + state, wait_until="load")
        if not path and options.get("java_script_enabled", True):
            page.locator(LIVE).wait_for()
        return page

    yield open_
    for made in contexts:
        made.close()


def settled(page):
    """Wait until an answer is told: that to the first question of a page, for nothing tells it from a later one."""
    expect(page.locator(".seek-status")).to_have_text(re.compile("[0-9]|Aucune|No page|could not|pas pu"))


def hrefs(page):
    """Return the paths of the pages that are listed, those behind the button included."""
    found = page.eval_on_selector_all(".seek-pages a", "links => links.map(link => new URL(link.href).pathname)")
    return [path.removeprefix("/") for path in found]


def listed(page, site, text, lang="fr"):
    """Wait until the pages that answer to a text are listed, and not those for its first letters; return them."""
    wanted = [found.path for found in Finder(site, lang, by_meaning=False).search(text)]
    assert wanted
    assert until(page, lambda: hrefs(page), lambda paths: paths == wanted) == wanted
    return wanted


SCRIPTS = ROOT / "docs" / "theme" / "js" / "search"

RANKS = """async ({ lang, questions, searches }) => {
    const { finder } = await import("/modules/finder.js");
    const get = (name, kind) => fetch("/assets/search/" + name).then((answer) => answer[kind]());
    const index = await get("index.json", "json");
    const data = await get(index.passages[lang], "json");
    const names = [index.words, index.meaning[lang]];
    const [words, vectors] = await Promise.all(names.map((name) => get(name, "arrayBuffer")));
    const one = finder(data, { words, vectors }, new Set(index.stop));
    return {
        asked: questions.map((question) => one.ask(question)).map(({ found, sure }) => [found.slice(0, 20), sure]),
        searched: searches.map((text) => one.search(text)),
    };
}"""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_python_and_javascript_rank_the_whole_set_alike(opened, built_site, lang):
    finder = Finder(built_site, lang)
    sets = [*asked("questions", "measured"), *asked("questions", "development"), *asked("off_topic"), *asked("exact")]
    questions = [one["ask"] for one in sets if one["lang"] == lang]
    searches = [one["type"] for one in asked("searches") if one["lang"] == lang] + questions[:20] + HOSTILE
    page = opened(lang)

    def module(route):
        name = route.request.url.rpartition("/")[2]
        route.fulfill(body=(SCRIPTS / name).read_text(encoding="utf-8"), content_type="text/javascript")

    page.route("**/modules/*.js", module)  # the modules as they are written: published, they are one file
    found = page.evaluate(RANKS, {"lang": lang, "questions": questions, "searches": searches})
    for question, (ranks, sure) in zip(questions, found["asked"], strict=True):
        answer = finder.ask(question)
        assert ranks == [one.rank for one in answer.found[:20]], question
        assert sure == answer.sure, question
    for text, ranks in zip(searches, found["searched"], strict=True):
        assert ranks == [one.rank for one in finder.search(text)], text


HOSTILE = [
    "a" * 10_000,
    ".*+?^${}()|[]\\",
    "<img src=x onerror=alert(1)>",
    "\u202eabc\u200b",
    "'; DROP TABLE",
    "  ",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_query_breaks_the_page_or_becomes_markup(opened, built_site, text):
    page = opened("fr")
    page.fill("#seek-q", text[:400])
    page.keyboard.press("Enter")
    if text.strip():
        settled(page)
    assert page.locator(".seek-box img, .seek-box script").count() == 0
    # The page still answers: what an empty question would have broken shows by then.
    page.fill("#seek-q", "mucem")
    listed(page, built_site, "mucem")
    assert page.faults == []
    assert page.locator(".seek-box img, .seek-box script").count() == 0


def held_back(page, address):
    """Hold back the answers to an address; what is returned lets them come."""
    waiting, free = [], []

    def hold(route):
        if free:
            route.continue_()
        else:
            waiting.append(route)

    def let():
        free.append(True)
        for route in waiting:
            route.continue_()

    page.route(address, hold)
    return let


def test_what_is_typed_before_the_script_has_come_stands_and_is_answered(opened, server, built_site):
    page = opened(path="/lieux/mucem/")
    let = held_back(page, "**/search/search*.js")
    page.goto(server.origin + PAGES["fr"])
    page.fill("#seek-q", "mucem")
    assert page.locator(LIVE).count() == 0
    let()
    page.locator(LIVE).wait_for()
    expect(page.locator("#seek-q")).to_have_value("mucem")
    listed(page, built_site, "mucem")
    expect(page).to_have_url(server.origin + PAGES["fr"] + "?q=mucem")


def test_an_emptied_box_never_says_that_it_loads(opened):
    page = opened("fr")
    let = held_back(page, "**/assets/search/index.json")
    page.fill("#seek-q", "mucem")
    expect(page).to_have_url(re.compile(r"\?q=mucem$"))
    page.fill("#seek-q", "")
    expect(page).to_have_url(re.compile("/recherche/$"))
    # Nothing is to happen: the time after which a box that is still asked says that it loads goes by.
    page.wait_for_timeout(600)
    assert page.text_content(".seek-status") == ""
    let()


def test_two_clicks_on_a_slow_line_open_one_box(opened):
    page = opened(path="/lieux/mucem/")
    let = held_back(page, "**/search/search*.js")
    page.click(".seek")
    page.click(".seek")
    let()
    page.locator("dialog[open] #seek-q").wait_for()
    # Nothing is to happen: a second box would come by the same way as the first, which is loaded by now.
    page.wait_for_timeout(300)
    assert page.locator("dialog.seek-dialog").count() == 1


def test_pages_are_found_while_typing_whatever_the_accents_and_a_link_brings_them_back(opened, server, built_site):
    page = opened("fr")
    page.locator("#seek-q").press_sequentially("academ")
    before = listed(page, built_site, "academ")
    assert any(path.startswith("academie/") for path in before[:3])
    page.reload()
    settled(page)
    expect(page.locator("#seek-q")).to_have_value("academ")
    assert hrefs(page) == before
    other = page.locator(".masthead a[hreflang=en]")
    expect(other).to_have_attribute("href", re.compile("en/search/"))
    other.click()
    expect(page).to_have_url(f"{server.origin}/en/search/?q=academ")
    assert page.faults == []


def test_a_question_gets_quoted_passages_the_first_open_each_linked_to_its_heading(opened, server):
    page = opened("fr", "?q=" + quote("Où arrivent les câbles sous la mer ?"))
    settled(page)
    answers = page.locator(".seek-answer")
    assert 3 <= answers.count() <= 5
    assert page.eval_on_selector_all(".seek-answer", "all => all.map((one) => one.open)") == [True] + [False] * (
        answers.count() - 1
    )
    assert page.locator(".seek-answer mark").count() >= 1
    link = page.locator(".seek-answer a").first
    page.goto(link.evaluate("link => link.href"))
    anchor = re.search(r"#(.+)", page.url)
    assert anchor is None or page.locator(f"[id='{unquote(anchor[1])}']").count() == 1


def test_sections_part_what_is_found_and_their_counts_add_up(opened):
    page = opened("fr", "?q=port")
    settled(page)
    all_, *parts = page.eval_on_selector_all(
        ".seek-kinds button", "all => all.map((one) => Number(one.textContent.match(/[0-9]+$/)[0]))"
    )
    assert all_ == sum(parts) == page.locator(".seek-pages li").count()
    page.click(".seek-kinds li:nth-child(2) button")
    expect(page.locator(".seek-pages li")).to_have_count(parts[0])
    expect(page).to_have_url(re.compile(r"\bin="))
    # The buttons are made anew with the answer: the one that was pressed keeps the focus.
    expect(page.locator(".seek-kinds li:nth-child(2) button")).to_be_focused()
    page.go_back()
    expect(page.locator(".seek-pages li")).to_have_count(all_)


SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.moved += shift.value; })
    .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("text", ["port", "zzzz"])
def test_nothing_moves_when_the_answers_of_a_linked_query_come(opened, text):
    page = opened("fr")
    page.add_init_script(SHIFTS)
    page.goto(page.url + "?q=" + text)
    settled(page)
    still(page)
    assert page.evaluate("moved") < 0.05, "of the window's height, times the part of it that moves"


def test_a_long_list_shows_its_first_pages_then_the_others_on_request(opened):
    page = opened("fr", "?q=port")
    settled(page)
    rows = page.locator(".seek-pages > li")
    every = rows.count()
    expect(page.locator(".seek-pages > li:visible")).to_have_count(10)
    more = page.locator(".seek-more")
    expect(more).to_have_text(f"Afficher les {every - 10} autres")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".seek-pages > li:visible")).to_have_count(every)
    expect(rows.nth(10).locator("a")).to_be_focused()
    expect(more).to_be_hidden()
    page.fill("#seek-q", "étang de Berre")
    page.wait_for_function("every => document.querySelectorAll('.seek-pages > li').length < every", arg=every)
    assert page.faults == []


def test_the_box_opens_over_any_page_works_by_keyboard_and_gives_the_focus_back(opened, built_site):
    page = opened(path="/lieux/mucem/")
    loaded = [url for url in page.asked if "/search/" in url]
    assert loaded == [], "nothing of search is loaded before it is asked for"
    page.focus(".seek")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] #seek-q")).to_be_focused()
    page.keyboard.type("iter")
    listed(page, built_site, "iter")
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog .seek-found :focus")).to_have_count(1)
    # A later answer takes the place of what had the focus, which goes back to the box instead of nowhere.
    page.locator("dialog #seek-q").evaluate("box => { box.value = 'port'; box.form.requestSubmit(); }")
    listed(page, built_site, "port")
    expect(page.locator("dialog #seek-q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog .seek-found :focus")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog #seek-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".seek")).to_be_focused()
    assert page.faults == []


def test_it_works_with_the_network_cut_once_loaded_and_stores_nothing(opened):
    page = opened("fr", "?q=port")
    settled(page)
    page.context.set_offline(True)
    page.fill("#seek-q", "mucem")
    expect(page.locator(".seek-pages a").first).to_contain_text("Mucem")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert all(url.startswith(page.url.split("/recherche")[0]) for url in page.asked)


def test_without_vectors_words_must_do_and_the_page_says_so(opened, server):
    page = opened("fr")
    page.context.route("**/assets/search/*.bin", lambda route: route.abort())
    page.fill("#seek-q", "musée de la Méditerranée")
    settled(page)
    expect(page.locator(".seek-words")).to_be_visible()
    assert hrefs(page)


def test_when_nothing_can_be_loaded_the_page_says_where_to_go(opened):
    page = opened("en")
    page.context.route("**/assets/search/**", lambda route: route.abort())
    page.fill("#seek-q", "museum")
    expect(page.locator(".seek-status")).to_contain_text("could not load")


def test_a_script_that_could_not_be_loaded_is_tried_again_at_the_next_question(opened):
    page = opened("fr")
    page.context.route("**/search/worker.js", lambda route: route.abort())
    page.fill("#seek-q", "port")
    expect(page.locator(".seek-status")).to_contain_text("pas pu se charger")
    page.context.unroute("**/search/worker.js")
    page.fill("#seek-q", "mucem")
    expect(page.locator(".seek-pages a").first).to_contain_text("Mucem")


def test_it_works_under_a_strict_policy(opened):
    own = ("script-src", "style-src", "font-src", "connect-src", "worker-src", "form-action")
    policy = "; ".join(["default-src 'none'", "img-src 'self' data:", *(f"{one} 'self'" for one in own)])
    page = opened("fr")

    def strict(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/recherche/*", strict)
    page.goto(page.url.split("?")[0] + "?q=port")
    settled(page)
    assert hrefs(page)
    assert page.faults == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_without_scripts_a_plain_index_leads_to_places_sessions_and_members(opened, lang):
    page = opened(lang, java_script_enabled=False)
    assert page.locator(".plain-index a").count() >= 29
    assert page.locator(".seek-found:visible").count() == 0


@pytest.mark.parametrize(
    "look", [{"color_scheme": "light"}, {"color_scheme": "dark", "viewport": {"width": 320, "height": 800}}]
)
def test_axe_finds_nothing_with_answers_shown(opened, look):
    page = opened("fr", "?q=" + quote("Quel musée regarde la mer ?"), bypass_csp=True, **look)
    settled(page)
    still(page)
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "axe.run().then((result) => result.violations.map((one) => one.id + ' ' + one.nodes[0].html))"
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_off_topic_questions_are_answered_with_a_caveat(opened):
    page = opened("fr", "?q=" + quote("Comment soigner une grippe ?"))
    settled(page)
    expect(page.locator(".seek-unsure")).to_be_visible()
    assert page.locator(".seek-answer").count() >= 3, "none is refused"
