"""The library and what readers keep, in a browser: facets, states with addresses, and a device that belongs to them."""

import json
import re
from collections import Counter
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from atlas.library.facets import NAMES, facet_values
from atlas.library.items import library_items
from atlas.reading.loading import load
from support import crawl
from support.projects import ROOT
from support.waiting import until

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


def shows(page, wanted):
    """Wait for these rows, and assert that they are the ones that can be seen."""
    assert until(page, lambda: shown(page), lambda rows: rows == wanted) == wanted


def counts(page, name):
    """Return what a facet says beside each of its values."""
    pairs = page.locator(f".facet[data-facet={name}] .choice").evaluate_all(
        "all => all.map((one) => [one.querySelector('input').value, +one.querySelector('.n').textContent])"
    )
    return {key: n for key, n in pairs if n}


def counting(page, name, wanted):
    """Wait until a facet counts this, and assert that it does."""
    assert until(page, lambda: counts(page, name), lambda found: found == wanted) == wanted


def stored(page):
    """Return all that the browser keeps for the site."""
    return page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]")


def kept(page):
    """Return the record that the browser keeps; an empty one when it keeps none."""
    return json.loads(stored(page)[0].get("academy", '{"lessons": {}}'))


def lesson_kept(page, wanted, key="port/tonnage"):
    """Wait until what is kept of a lesson is as wanted, and return it."""
    return until(page, lambda: kept(page)["lessons"].get(key, {}), wanted)


def wrote(page, note):
    """Write a note, and wait until the page says that it is kept."""
    page.fill("#own-note", note)
    page.get_by_text("Notes gardées.").wait_for()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_value_of_each_facet_shows_as_many_rows_as_it_counts_and_as_the_data_have(page, items, lang):
    page.goto(page.origin + LIBRARY[lang])
    shows(page, [item.id for item in items])
    for name in NAMES:
        expected = Counter(value for item in items for value in facet_values(item, name))
        counting(page, name, expected)
        page.locator(f".facet[data-facet={name}]").evaluate("facet => { facet.open = true }")
        for value, count in expected.items():
            box = page.locator(f"#{name}-{value}")
            box.check()
            shows(page, [item.id for item in items if value in facet_values(item, name)])
            expect(page.locator(".library-count")).to_have_text(re.compile(rf"^{count}\b"))
            box.uncheck()


def test_two_facets_narrow_each_other_and_their_counts_follow(page, items):
    page.goto(page.origin + LIBRARY["fr"])
    page.check("#theme-port")
    of_port = [item for item in items if "port" in facet_values(item, "theme")]
    expected = Counter(value for item in of_port for value in facet_values(item, "type"))
    counting(page, "type", expected)
    # A facet does not narrow itself: another value of it adds to the first.
    counting(page, "theme", Counter(value for item in items for value in facet_values(item, "theme")))
    page.check("#type-lesson")
    shows(page, [item.id for item in of_port if item.lesson])


@pytest.mark.parametrize("state", STATES)
def test_a_link_brings_back_the_same_state(page, state):
    page.goto(f"{page.origin}{LIBRARY['fr']}?{state}")
    live = page.locator(".library.is-live")
    live.wait_for()
    before, address = shown(page), page.url
    assert before
    controls = "[...document.querySelectorAll('.library-filters [name]')].map((one) => one.checked ?? one.value)"
    form = page.evaluate(controls)
    page.reload()
    live.wait_for()
    assert (shown(page), page.url, page.evaluate(controls)) == (before, address, form)
    # The other edition shows the same rows.
    page.locator(".masthead a[hreflang=en]").click()
    page.locator("html[lang=en] .library.is-live").wait_for()
    expect(page).to_have_url(f"{page.origin}{LIBRARY['en']}?{state}")
    if "q=" not in state and "sort=title" not in state:
        shows(page, before)


def test_what_one_chooses_is_in_the_address_and_going_back_undoes_it(page):
    page.goto(page.origin + LIBRARY["fr"])
    page.locator(".library.is-live").wait_for()
    everything = shown(page)
    assert everything
    page.check("#theme-digital")
    page.wait_for_function("() => location.search === '?theme=digital'")
    page.locator("#library-sort").select_option("title")
    page.fill("#library-q", "câbles")
    page.wait_for_function("() => location.search === '?theme=digital&sort=title&q=c%C3%A2bles'")
    page.go_back()
    page.wait_for_function("() => location.search === '?theme=digital'")
    page.go_back()
    page.wait_for_function("() => location.search === ''")
    expect(page.locator(".library-reset")).to_be_hidden()
    shows(page, everything)
    page.go_forward()
    page.wait_for_function("() => location.search === '?theme=digital'")
    page.locator(".library-reset").click()
    expect(page.locator(".library-reset")).to_be_hidden()
    shows(page, everything)
    expect(page.locator("#library-q")).to_be_focused()


def test_search_needs_no_accents_and_no_capitals(page):
    page.goto(page.origin + LIBRARY["fr"])
    found = []
    for words in ("Énergie", "energie", "ENERGIE"):
        page.fill("#library-q", words)
        # The rows follow the address at once: what they were before says nothing of these words.
        page.wait_for_function("search => location.search === search", arg=f"?q={quote_plus(words)}")
        found.append(shown(page))
    assert found[0] and found[0] == found[1] == found[2]


def test_sorting_follows_what_is_asked(page, items):
    page.goto(f"{page.origin}{LIBRARY['fr']}?sort=shortest")
    by_id = {item.id: item for item in items}
    minutes = [by_id[id].minutes for id in shown(page)]
    known = [each for each in minutes if each]
    assert minutes[: len(known)] == sorted(known)
    page.locator("#library-sort").select_option("newest")
    page.wait_for_function("() => location.search === '?sort=newest'")
    dates = [by_id[id].updated or "" for id in shown(page)]
    assert dates == sorted(dates, reverse=True)
    page.locator("#library-sort").select_option("")
    shows(page, [item.id for item in items])


def test_no_answer_is_said_and_can_be_undone(page, items):
    page.goto(f"{page.origin}{LIBRARY['fr']}?q=zzzz")
    expect(page.locator(".library-count")).to_have_attribute("role", "status")
    expect(page.locator(".library-count")).to_contain_text("Aucune ressource")
    page.locator(".library-reset").click()
    shows(page, [item.id for item in items])


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
            answer(page)
    page.goto(f"{page.origin}{LIBRARY['fr']}?theme=port&sort=title")
    page.locator(".library.is-live").wait_for()
    assert stored(page) == [{}, {}, ""]


def begin(page, path=LESSON):
    """Open a page and ask to keep."""
    page.goto(page.origin + path)
    page.locator(".own-start").click()
    expect(page.locator(".own-on")).to_be_visible()


def test_a_lesson_done_and_a_note_come_back_everywhere(page):
    begin(page)
    expect(page.locator("#own-done")).to_be_focused()
    expect(page.locator(".own-said")).to_contain_text("gardée sur cet appareil")
    page.check("#own-done")
    note = "Une année ne suffit pas.\nDeux non plus."
    page.fill("#own-note", note)
    # Another control does not wipe what is being written.
    page.check("#own-quiz")
    until(page, lambda: kept(page), lambda record: record["quiz"])
    expect(page.locator("#own-note")).to_have_value(note)
    # On a slow machine the note was kept before, and what the page said of it is gone: only what is kept counts here.
    assert lesson_kept(page, lambda own: "note" in own)["note"] == note
    page.reload()
    expect(page.locator("#own-done")).to_be_checked()
    expect(page.locator("#own-note")).to_have_value(note)
    page.goto(page.origin + LIBRARY["en"])
    expect(page.locator(".own-tally")).to_contain_text("Lessons done: 1 of 18")
    expect(page.locator("[data-lesson='port/tonnage'] .own-mark")).to_have_text("done")
    expect(page.locator(".own-mark")).to_have_count(1)
    expect(page.locator(".own-notes")).to_contain_text("Deux non plus.")
    page.goto(page.origin + "/academie/")
    expect(page.locator(".own-tally")).to_contain_text("Leçons faites : 1 sur 18")


def test_the_page_says_that_a_note_is_kept(page):
    begin(page)
    wrote(page, "Une année ne suffit pas.")
    assert kept(page)["lessons"]["port/tonnage"]["note"] == "Une année ne suffit pas."


def test_the_programme_of_a_session_marks_the_lessons_that_are_done(page):
    page.goto(page.origin + "/academie/port/")
    expect(page.locator(".programme-list .own-mark")).to_have_count(0)
    begin(page)
    page.check("#own-done")
    page.goto(page.origin + "/academie/port/")
    expect(page.locator(".programme-list .own-mark")).to_have_text(["faite"])
    expect(page.locator("[data-lesson='port/tonnage'] .own-mark")).to_be_visible()
    page.goto(page.origin + "/en/academy/port/")
    expect(page.locator("[data-lesson='port/tonnage'] .own-mark")).to_have_text("done")


def test_a_note_is_kept_when_the_page_is_left_at_once(page):
    begin(page)
    page.fill("#own-note", "Vite.")
    page.goto(page.origin + LIBRARY["fr"])
    assert lesson_kept(page, lambda own: "note" in own)["note"] == "Vite."


def test_one_resumes_where_one_was(page):
    begin(page)
    heading = page.locator(".lesson-text h2").nth(1)
    heading.evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })")
    anchor = heading.get_attribute("id")
    page.goto(page.origin + "/academie/")
    link = page.locator(".own-resume")
    expect(link).to_have_text(re.compile("^Reprendre"))
    link.click()
    expect(page).to_have_url(f"{page.origin}{LESSON}#{anchor}")
    # A lesson that is done gives way to the next one.
    page.check("#own-done")
    assert lesson_kept(page, lambda own: "done" in own)
    page.goto(page.origin + LIBRARY["fr"])
    expect(page.locator(".own-resume")).to_have_attribute("href", "../academie/port/passagers/")


def answer(page):
    """Answer each question of a lesson, rightly or not."""
    for form in page.locator(".quiz-form").all():
        form.locator("input").first.check()
        form.locator("button").click()
        expect(form.locator(".quiz-said")).not_to_be_empty()
    expect(page.locator(".quiz-tally")).not_to_be_empty()


def test_results_are_kept_only_when_asked_and_go_when_that_is_taken_back(page):
    begin(page)
    answer(page)
    assert "quiz" not in kept(page)["lessons"].get("port/tonnage", {})
    page.check("#own-quiz")
    until(page, lambda: kept(page), lambda record: record["quiz"])
    answer(page)
    result = lesson_kept(page, lambda own: "quiz" in own)["quiz"]
    assert result["total"] == page.locator(".quiz-form").count()
    expect(page.locator(".own-result")).to_contain_text(f"{result['right']} sur {result['total']}")
    page.uncheck("#own-quiz")
    assert "quiz" not in lesson_kept(page, lambda own: "quiz" not in own)
    assert "port/tonnage" in kept(page)["lessons"]
    expect(page.locator(".own-result")).to_have_text("")


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
    wrote(page, "À garder : « œuvre », 1 375 147 — <b>tel quel</b>.")
    before = kept(page)
    file = exported(page)
    assert json.loads(file) == before
    page.locator(".own-erase").click()
    page.locator(".own-no").click()
    expect(page.locator(".own-dialog")).to_be_hidden()
    assert kept(page) == before
    page.locator(".own-erase").click()
    expect(page.locator(".own-no")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".own-yes")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".own-said")).to_contain_text("C’est effacé")
    assert stored(page) == [{}, {}, ""]
    expect(page.locator("#own-note")).to_have_value("")
    expect(page.locator(".own-start")).to_be_focused()
    put_back(page, file)
    page.get_by_text("Fichier importé").wait_for()
    assert kept(page) == before
    expect(page.locator("#own-note")).to_have_value(before["lessons"]["port/tonnage"]["note"])


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
    wrote(page, "Ne me perdez pas.")
    before = stored(page)
    put_back(page, text)
    fault = page.locator("#own-fault")
    expect(fault).to_be_visible()
    expect(fault).to_contain_text(words)
    expect(fault).to_contain_text("Rien n’a changé.")
    assert stored(page) == before


def test_an_import_adds_to_what_is_kept(page):
    begin(page)
    wrote(page, "La mienne.")
    other = {
        "port/tonnage": {"note": "L'autre.", "done": "2026-01-02"},
        "ancienne/lecon": {"note": "D'une session qui n'est plus."},
    }
    put_back(page, json.dumps({"format": "academy-progress", "version": 1, "lessons": other}))
    page.get_by_text("Fichier importé").wait_for()
    lessons = kept(page)["lessons"]
    assert lessons["port/tonnage"] == {"note": "La mienne.\n\nL'autre.", "done": "2026-01-02"}
    assert lessons["ancienne/lecon"] == other["ancienne/lecon"]


def test_two_windows_do_not_undo_each_other(context, page):
    begin(page)
    second = context.new_page()
    second.goto(f"{page.origin}/academie/port/passagers/")
    second.check("#own-done")
    # Two windows may be two processes: what one writes, the other reads a moment later.
    assert lesson_kept(page, lambda own: "done" in own, "port/passagers")
    page.check("#own-done")
    assert lesson_kept(page, lambda own: "done" in own)
    assert {"port/tonnage", "port/passagers"} <= kept(page)["lessons"].keys()


def test_a_browser_that_refuses_to_keep_says_so(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(page.origin + LESSON)
    page.locator(".own-start").click()
    expect(page.locator("#own-fault")).to_be_visible()
    expect(page.locator("#own-fault")).to_contain_text("refuse de garder")
    expect(page.locator(".own-start")).to_be_visible()


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
        expect(page.locator(".own-on")).to_be_visible()
        page.mouse.move(0, 0)  # away from what now stands where the button was
        if path == LESSON:
            page.check("#own-done")
            wrote(page, "Une note.")
        assert crawl.axe(page, AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()
