"""The library and what readers keep, in a browser: facets, states with addresses, and a device that belongs to them."""

import json
from collections import Counter

import pytest

from atlas.library.facets import NAMES, facet_values
from atlas.library.items import library_items
from atlas.reading.loading import load
from support import crawl
from support.projects import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
LIBRARY = {"fr": "/bibliotheque/", "en": "/en/library/"}
LESSON = "/academie/port/tonnage/"

STATES = [
    "theme=port",
    "theme=port,digital",
    "session=energie&type=lesson",
    "type=sheet,document&sort=shortest",
    "level=introduction&duration=half-hour",
    "place=mucem",
    "lang=en&type=archive",
    "q=tonnage",
    "q=le+texte+a+lire&sort=title",
    "q=port&theme=port&type=lesson&duration=half-hour&place=mucem&sort=newest",
]


@pytest.fixture(scope="module")
def items():
    """What the library holds."""
    return library_items(load(ROOT).catalogue)


@pytest.fixture
def page(server, context):
    """A page that fails the test when the browser complains."""
    made = context.new_page()
    made.origin = server.origin
    faults = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield made
    assert faults == []


def shown(page):
    """Return the identifiers of the rows that can be seen, in order."""
    return page.locator(".library-rows > li:visible").evaluate_all("rows => rows.map((row) => row.id)")


def counts(page, name):
    """Return what a facet says beside each of its values."""
    pairs = page.locator(f".facet[data-facet={name}] .choice").evaluate_all(
        "all => all.map((one) => [one.querySelector('input').value, +one.querySelector('.n').textContent])"
    )
    return {key: n for key, n in pairs if n}


def plain(text):
    """Return a text with ordinary spaces, which can be typed and compared."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def stored(page):
    """Return all that the browser keeps for the site."""
    return page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_value_of_each_facet_shows_as_many_rows_as_it_counts_and_as_the_data_have(page, items, lang):
    page.goto(page.origin + LIBRARY[lang])
    assert shown(page) == [item.id for item in items]
    for name in NAMES:
        expected = Counter(value for item in items for value in facet_values(item, name))
        assert counts(page, name) == expected
        page.locator(f".facet[data-facet={name}]").evaluate("facet => { facet.open = true }")
        for value, count in expected.items():
            box = page.locator(f"#{name}-{value}")
            box.check()
            assert shown(page) == [item.id for item in items if value in facet_values(item, name)]
            said = page.locator(".library-count").inner_text()
            assert said.startswith(str(count)), said
            box.uncheck()


def test_two_facets_narrow_each_other_and_their_counts_follow(page, items):
    page.goto(page.origin + LIBRARY["fr"])
    page.check("#theme-port")
    of_port = [item for item in items if "port" in facet_values(item, "theme")]
    expected = Counter(value for item in of_port for value in facet_values(item, "type"))
    assert counts(page, "type") == expected
    # A facet does not narrow itself: another value of it adds to the first.
    assert counts(page, "theme") == Counter(value for item in items for value in facet_values(item, "theme"))
    page.check("#type-lesson")
    assert shown(page) == [item.id for item in of_port if item.lesson]


@pytest.mark.parametrize("state", STATES)
def test_a_link_brings_back_the_same_state(page, state):
    page.goto(f"{page.origin}{LIBRARY['fr']}?{state}")
    before, address = shown(page), page.url
    assert before
    controls = "[...document.querySelectorAll('.library-filters [name]')].map((one) => one.checked ?? one.value)"
    form = page.evaluate(controls)
    page.reload()
    assert (shown(page), page.url, page.evaluate(controls)) == (before, address, form)
    # The other edition shows the same rows.
    page.locator(".masthead a[hreflang=en]").click()
    page.locator("html[lang=en] .library.is-live").wait_for()
    assert page.url.endswith(f"{LIBRARY['en']}?{state}")
    if "q=" not in state and "sort=title" not in state:
        assert shown(page) == before


def test_what_one_chooses_is_in_the_address_and_going_back_undoes_it(page):
    page.goto(page.origin + LIBRARY["fr"])
    everything = shown(page)
    page.check("#theme-digital")
    page.locator("#library-sort").select_option("title")
    page.fill("#library-q", "câbles")
    page.wait_for_function("() => location.search === '?theme=digital&sort=title&q=c%C3%A2bles'")
    page.go_back()
    page.go_back()
    page.locator(".library-reset").wait_for(state="hidden")
    page.wait_for_function("() => location.search === ''")
    assert shown(page) == everything
    page.go_forward()
    page.locator(".library-reset").click()
    page.locator(".library-reset").wait_for(state="hidden")
    assert shown(page) == everything
    assert page.evaluate("document.activeElement.id") == "library-q"


def test_search_needs_no_accents_and_no_capitals(page):
    page.goto(page.origin + LIBRARY["fr"])
    found = []
    for words in ("Énergie", "energie", "ENERGIE"):
        page.fill("#library-q", words)
        found.append(shown(page))
    assert found[0] and found[0] == found[1] == found[2]


def test_sorting_follows_what_is_asked(page, items):
    page.goto(f"{page.origin}{LIBRARY['fr']}?sort=shortest")
    by_id = {item.id: item for item in items}
    minutes = [by_id[id].minutes for id in shown(page)]
    known = [each for each in minutes if each]
    assert minutes[: len(known)] == sorted(known)
    page.locator("#library-sort").select_option("newest")
    dates = [by_id[id].updated or "" for id in shown(page)]
    assert dates == sorted(dates, reverse=True)
    page.locator("#library-sort").select_option("")
    assert shown(page) == [item.id for item in items]


def test_no_answer_is_said_and_can_be_undone(page, items):
    page.goto(f"{page.origin}{LIBRARY['fr']}?q=zzzz")
    assert page.locator(".library-count").get_attribute("role") == "status"
    assert "Aucune ressource" in page.locator(".library-count").inner_text()
    page.locator(".library-reset").click()
    assert len(shown(page)) == len(items)


def test_without_scripts_everything_is_listed_in_groups_and_nothing_else_shows(server, browser, items):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for lang in ("fr", "en"):
        page.goto(server.origin + LIBRARY[lang])
        assert page.locator(".library-rows > li:visible").count() == len(items)
        assert page.locator(".library-group:visible h3").count() == 9
        assert not page.locator(".library-filters").is_visible()
        assert not page.locator(".library-reset").is_visible()
        assert not page.locator(".own").is_visible()
    for path in (LESSON, "/academie/"):
        page.goto(server.origin + path)
        assert not page.locator(".own").is_visible()
    context.close()


def test_lessons_lead_from_the_first_to_the_end_of_the_course(page):
    catalogue = load(ROOT).catalogue
    for session in catalogue.sessions:
        for lesson in session.lessons:
            page.goto(f"{page.origin}/academie/{lesson.key}/")
            link = page.locator(".turn [rel=next]")
            target = link.evaluate("link => new URL(link.href).pathname")
            rank = list(session.lessons).index(lesson)
            after = session.order < len(catalogue.sessions) and catalogue.sessions[session.order]
            if rank + 1 < len(session.lessons):
                assert target == f"/academie/{session.lessons[rank + 1].key}/"
            else:
                assert target == (f"/academie/{after.id}/" if after else "/academie/")


# What readers keep


def test_nothing_is_kept_before_the_reader_asks(page):
    for path in (*LIBRARY.values(), "/academie/", LESSON):
        page.goto(page.origin + path)
        if path == LESSON:
            for form in page.locator(".quiz-form").all():
                form.locator("input").first.check()
                form.locator("button").click()
    page.goto(f"{page.origin}{LIBRARY['fr']}?theme=port&sort=title")
    assert stored(page) == [{}, {}, ""]


def begin(page, path=LESSON):
    """Open a page and ask to keep."""
    page.goto(page.origin + path)
    page.locator(".own-start").click()


def test_a_lesson_done_and_a_note_come_back_everywhere(page):
    begin(page)
    assert page.evaluate("document.activeElement.id") == "own-done"
    assert "gardée sur cet appareil" in page.locator(".own-said").inner_text()
    page.check("#own-done")
    page.fill("#own-note", "Une année ne suffit pas.\nDeux non plus.")
    # Another control does not wipe what is being written.
    page.check("#own-quiz")
    assert page.input_value("#own-note").startswith("Une année")
    page.get_by_text("Notes gardées.").wait_for()
    page.reload()
    assert page.is_checked("#own-done")
    assert page.input_value("#own-note") == "Une année ne suffit pas.\nDeux non plus."
    page.goto(page.origin + LIBRARY["en"])
    assert "Lessons done: 1 of 18" in page.locator(".own-tally").inner_text()
    row = page.locator("[data-lesson='port/tonnage']")
    assert row.locator(".own-mark").inner_text() == "done"
    assert page.locator(".own-mark").count() == 1
    assert "Deux non plus." in page.locator(".own-notes").inner_text()
    page.goto(page.origin + "/academie/")
    assert "Leçons faites : 1 sur 18" in page.locator(".own-tally").inner_text().replace("\u00a0", " ").replace(
        "\u202f", " "
    )


def test_a_note_is_kept_when_the_page_is_left_at_once(page):
    begin(page)
    page.fill("#own-note", "Vite.")
    page.goto(page.origin + LIBRARY["fr"])
    assert json.loads(stored(page)[0]["academy"])["lessons"]["port/tonnage"]["note"] == "Vite."


def test_one_resumes_where_one_was(page):
    begin(page)
    heading = page.locator(".lesson-text h2").nth(1)
    heading.evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })")
    anchor = heading.get_attribute("id")
    page.goto(page.origin + "/academie/")
    link = page.locator(".own-resume")
    assert link.inner_text().startswith("Reprendre")
    link.click()
    assert page.url == f"{page.origin}{LESSON}#{anchor}"
    # A lesson that is done gives way to the next one.
    page.check("#own-done")
    page.goto(page.origin + LIBRARY["fr"])
    assert page.locator(".own-resume").get_attribute("href") == "../academie/port/passagers/"


def answer(page):
    """Answer each question of a lesson, rightly or not."""
    for form in page.locator(".quiz-form").all():
        form.locator("input").first.check()
        form.locator("button").click()


def test_results_are_kept_only_when_asked_and_go_when_that_is_taken_back(page):
    begin(page)
    answer(page)
    assert "quiz" not in json.loads(stored(page)[0]["academy"])["lessons"].get("port/tonnage", {})
    page.check("#own-quiz")
    answer(page)
    kept = json.loads(stored(page)[0]["academy"])["lessons"]["port/tonnage"]["quiz"]
    assert kept["total"] == page.locator(".quiz-form").count()
    assert f"{kept['right']} sur {kept['total']}" in page.locator(".own-result").inner_text()
    page.uncheck("#own-quiz")
    assert "quiz" not in json.loads(stored(page)[0]["academy"])["lessons"]["port/tonnage"]
    assert page.locator(".own-result").inner_text() == ""


def exported(page):
    """Export to a file, and return what is in it."""
    page.locator(".own-ways").evaluate("details => { details.open = true }")
    with page.expect_download() as download:
        page.locator("button.own-export").click()
    assert download.value.suggested_filename.endswith(".json")
    return download.value.path().read_text(encoding="utf-8")


def put_back(page, text):
    """Import a file."""
    page.locator(".own-ways").evaluate("details => { details.open = true }")
    page.set_input_files("#own-import", {"name": "f.json", "mimeType": "application/json", "buffer": text.encode()})


def test_export_erase_and_import_bring_back_the_same(page):
    begin(page)
    page.check("#own-done")
    page.fill("#own-note", "À garder : « œuvre », 1 375 147 — <b>tel quel</b>.")
    page.get_by_text("Notes gardées.").wait_for()
    before = json.loads(stored(page)[0]["academy"])
    file = exported(page)
    assert json.loads(file) == before
    page.locator(".own-erase").click()
    page.locator(".own-no").click()
    assert json.loads(stored(page)[0]["academy"]) == before
    page.locator(".own-erase").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "C’est effacé" in page.locator(".own-said").inner_text()
    assert stored(page) == [{}, {}, ""]
    assert page.input_value("#own-note") == ""
    assert page.locator(".own-start").evaluate("button => button === document.activeElement")
    put_back(page, file)
    page.get_by_text("Fichier importé").wait_for()
    assert json.loads(stored(page)[0]["academy"]) == before
    assert page.input_value("#own-note") == before["lessons"]["port/tonnage"]["note"]


BAD = {
    "not JSON": ("{", "pas du JSON"),
    "another file": ('{"type": "FeatureCollection"}', "pas été exporté d’ici"),
    "a list": ("[]", "pas été exporté d’ici"),
    "a later version": ('{"format": "academy-progress", "version": 9, "lessons": {}}', "version plus récente"),
    "no lessons": ('{"format": "academy-progress", "version": 1}', "« lessons »"),
    "a wrong day": (
        '{"format": "academy-progress", "version": 1, "lessons": {"port/tonnage": {"done": true}}}',
        "lessons.port/tonnage.done",
    ),
    "a wrong name": (
        '{"format": "academy-progress", "version": 1, "lessons": {"__proto__": {"note": "x"}}}',
        "est abîmé",
    ),
    "a note that is no text": (
        '{"format": "academy-progress", "version": 1, "lessons": {"port/tonnage": {"note": {}}}}',
        "lessons.port/tonnage.note",
    ),
}


@pytest.mark.parametrize(("text", "words"), BAD.values(), ids=BAD.keys())
def test_a_wrong_file_is_refused_in_words_and_nothing_is_lost(page, text, words):
    begin(page)
    page.fill("#own-note", "Ne me perdez pas.")
    page.get_by_text("Notes gardées.").wait_for()
    before = stored(page)
    put_back(page, text)
    fault = page.locator("#own-fault")
    fault.wait_for()
    said = plain(fault.inner_text())
    assert words in said and "Rien n’a changé." in said
    assert stored(page) == before


def test_an_import_adds_to_what_is_kept(page):
    begin(page)
    page.fill("#own-note", "La mienne.")
    page.get_by_text("Notes gardées.").wait_for()
    other = {
        "port/tonnage": {"note": "L'autre.", "done": "2026-01-02"},
        "ancienne/lecon": {"note": "D'une session qui n'est plus."},
    }
    put_back(page, json.dumps({"format": "academy-progress", "version": 1, "lessons": other}))
    page.get_by_text("Fichier importé").wait_for()
    kept = json.loads(stored(page)[0]["academy"])["lessons"]
    assert kept["port/tonnage"] == {"note": "La mienne.\n\nL'autre.", "done": "2026-01-02"}
    assert kept["ancienne/lecon"] == other["ancienne/lecon"]


def test_two_windows_do_not_undo_each_other(context, page):
    begin(page)
    second = context.new_page()
    second.goto(f"{page.origin}/academie/port/passagers/")
    second.check("#own-done")
    page.check("#own-done")
    assert {"port/tonnage", "port/passagers"} <= json.loads(stored(page)[0]["academy"])["lessons"].keys()


def test_a_browser_that_refuses_to_keep_says_so(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(page.origin + LESSON)
    page.locator(".own-start").click()
    page.locator("#own-fault").wait_for()
    assert "refuse de garder" in page.locator("#own-fault").inner_text()
    assert page.locator(".own-start").is_visible()


@pytest.mark.parametrize("path", [*LIBRARY.values(), LESSON, "/en/academy/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_one_asks_to_keep(server, browser, path, scheme):
    for width in (320, 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(server.origin + path)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        assert crawl.axe(page, AXE) == []
        page.locator(".own-start").click()
        page.mouse.move(0, 0)  # away from what now stands where the button was
        if path == LESSON:
            page.check("#own-done")
            page.fill("#own-note", "Une note.")
        assert crawl.axe(page, AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()
