"""Search as people meet it: while typing, by keyboard, by link, over any page, without network, scripts or vectors."""

import re
from urllib.parse import quote

import pytest

from atlas.search.finder import Finder
from support.asking import asked
from support.projects import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {"fr": "/recherche/", "en": "/en/search/"}


@pytest.fixture
def opened(browser, server):
    """Open the search page, or another one: `opened("fr", "?q=mucem")`; faults are kept on the page."""
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
        return page

    yield open_
    for made in contexts:
        made.close()


def settled(page):
    """Wait until the answer is told, and return it."""
    page.wait_for_function(
        "() => /[0-9]|Aucune|No page|Searching|pas pu/.test(document.querySelector('.seek-status').textContent)"
    )
    return page.inner_text(".seek-status")


def hrefs(page):
    """Return the paths of the pages that are listed."""
    found = page.eval_on_selector_all(".seek-pages a", "links => links.map(link => new URL(link.href).pathname)")
    return [path.removeprefix("/") for path in found]


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
def test_no_query_breaks_the_page_or_becomes_markup(opened, text):
    page = opened("fr")
    page.fill("#seek-q", text[:400])
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.faults == []
    assert page.locator(".seek-box img, .seek-box script").count() == 0


def test_pages_are_found_while_typing_whatever_the_accents_and_a_link_brings_them_back(opened):
    page = opened("fr")
    page.locator("#seek-q").press_sequentially("academ")
    page.wait_for_selector(".seek-pages li")
    assert settled(page)
    assert any(path.startswith("academie/") for path in hrefs(page)[:3])
    before = hrefs(page)
    page.reload()
    settled(page)
    assert page.input_value("#seek-q") == "academ"
    assert hrefs(page) == before
    other = page.locator(".masthead a[hreflang=en]").get_attribute("href")
    assert "en/search/" in other
    page.click(".masthead a[hreflang=en]")
    assert page.url.endswith("/en/search/?q=academ")
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
    assert anchor is None or page.locator(f"[id='{anchor[1]}']").count() == 1


def test_sections_part_what_is_found_and_their_counts_add_up(opened):
    page = opened("fr", "?q=port")
    settled(page)
    all_, *parts = page.eval_on_selector_all(
        ".seek-kinds button", "all => all.map((one) => Number(one.textContent.match(/[0-9]+$/)[0]))"
    )
    assert all_ == sum(parts) == page.locator(".seek-pages li").count()
    page.click(".seek-kinds li:nth-child(2) button")
    page.wait_for_function(f"() => document.querySelectorAll('.seek-pages li').length === {parts[0]}")
    assert "in=" in page.url
    page.go_back()
    page.wait_for_function(f"() => document.querySelectorAll('.seek-pages li').length === {all_}")


def test_the_box_opens_over_any_page_works_by_keyboard_and_gives_the_focus_back(opened):
    page = opened(path="/lieux/mucem/")
    loaded = [url for url in page.asked if "/search/" in url]
    assert loaded == [], "nothing of search is loaded before it is asked for"
    page.focus(".seek")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #seek-q")
    page.keyboard.type("iter")
    page.wait_for_selector("dialog .seek-pages a")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.seek-found') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "seek-q"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")
    assert page.evaluate("document.activeElement.classList.contains('seek')")
    assert page.faults == []


def test_it_works_with_the_network_cut_once_loaded_and_stores_nothing(opened):
    page = opened("fr", "?q=port")
    settled(page)
    page.context.set_offline(True)
    page.fill("#seek-q", "mucem")
    page.wait_for_function("() => document.querySelector('.seek-pages a')?.textContent.includes('Mucem')")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert all(url.startswith(page.url.split("/recherche")[0]) for url in page.asked)


def test_without_vectors_words_must_do_and_the_page_says_so(opened, server):
    page = opened("fr")
    page.context.route("**/assets/search/*.bin", lambda route: route.abort())
    page.fill("#seek-q", "musée de la Méditerranée")
    settled(page)
    page.wait_for_selector(".seek-words:not([hidden])")
    assert hrefs(page)


def test_when_nothing_can_be_loaded_the_page_says_where_to_go(opened):
    page = opened("en")
    page.context.route("**/assets/search/**", lambda route: route.abort())
    page.fill("#seek-q", "museum")
    page.wait_for_function("() => document.querySelector('.seek-status').textContent.includes('could not load')")


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
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "axe.run().then((result) => result.violations.map((one) => one.id + ' ' + one.nodes[0].html))"
    )
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_off_topic_questions_are_answered_with_a_caveat(opened):
    page = opened("fr", "?q=" + quote("Comment soigner une grippe ?"))
    settled(page)
    page.wait_for_selector(".seek-unsure:not([hidden])")
    assert page.locator(".seek-answer").count() >= 3, "none is refused"
