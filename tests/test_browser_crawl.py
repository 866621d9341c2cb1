"""Every page of the site, both editions, opened in Chromium and held against its links and the standards."""

import pytest

from support import crawl
from support.html import invalid_html
from support.projects import ROOT
from support.waiting import resize
from support.web import serve

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

PAGE_TYPES = {
    "home": "/",
    "manifesto": "/manifeste/",
    "places": "/lieux/",
    "place": "/lieux/digital-realty/",
    "place of uncertain position": "/lieux/iter/",
    "map": "/carte/",
    "route": "/carte/mer-et-port/",
    "action plan": "/actions/",
    "calendar": "/agenda/",
    "academy": "/academie/",
    "session": "/academie/territoire/",
    "lesson": "/academie/territoire/communes/",
    "glossary": "/academie/glossaire/",
    "library": "/bibliotheque/",
    "data": "/donnees/",
    "observatory": "/observatoire/",
    "series": "/observatoire/port-tonnage/",
    "series of bands": "/observatoire/amu-shanghai/",
    "members": "/membres/",
    "member": "/membres/club-top-20/",
    "changemakers": "/acteurs/",
    "sources": "/sources/",
    "contribute": "/contribuer/",
    "task of the handbook": "/contribuer/ajouter-un-lieu/",
    "translation debt": "/contribuer/traduire/",
    "fields": "/contribuer/champs/",
    "architecture": "/contribuer/architecture/",
    "components": "/contribuer/composants/",
    "particulars": "/mentions-legales/",
    "statement": "/accessibilite/",
    "site map": "/plan-du-site/",
    "list of terms": "/credits/",
    "missing": "/404.html",
    "English home": "/en/",
    "English place": "/en/places/mucem/",
    "English lesson": "/en/academy/port/tonnage/",
    "English library": "/en/library/",
    "English statement": "/en/accessibility/",
    "English task of the handbook": "/en/contribute/session/",
    "English fields": "/en/contribute/fields/",
    "English components": "/en/contribute/components/",
}

SECTIONS = [
    "",
    "manifeste/",
    "lieux/",
    "carte/",
    "actions/",
    "agenda/",
    "academie/",
    "membres/",
    "acteurs/",
    "bibliotheque/",
    "sources/",
    "observatoire/",
    "observatoire/taux-emploi/",
    "contribuer/",
    "contribuer/ajouter-un-lieu/",
    "contribuer/champs/",
    "contribuer/architecture/",
    "contribuer/composants/",
    "mentions-legales/",
    "donnees-personnelles/",
    "accessibilite/",
    "ecoconception/",
    "plan-du-site/",
    "credits/",
    "en/",
    "en/manifesto/",
    "en/places/",
    "en/map/",
    "en/actions/",
    "en/calendar/",
    "en/academy/",
    "en/members/",
    "en/library/",
    "en/sources/",
    "en/contribute/",
    "en/contribute/add-a-place/",
    "en/contribute/fields/",
    "en/contribute/architecture/",
    "en/contribute/components/",
    "en/legal/",
    "en/privacy/",
    "en/accessibility/",
    "en/eco-design/",
    "en/site-map/",
    "en/credits/",
]


def require_none(problems):
    """Fail when there are problems, with one a line and no traceback in the way."""
    if problems:
        pytest.fail(crawl.listing(problems), pytrace=False)


@pytest.fixture(scope="module")
def site_url(built_site):
    """The address at which the site is to be published."""
    return crawl.site_address(built_site)


def test_the_site_map_holds_every_section_and_every_record(built_site):
    paths = set(crawl.sitemap_paths(built_site))
    expected = {f"/{section}" for section in SECTIONS}
    for folder, french, english in (("places", "lieux", "places"), ("members", "membres", "members")):
        for record in (ROOT / folder).glob("*.yml"):
            expected |= {f"/{french}/{record.stem}/", f"/en/{english}/{record.stem}/"}
    assert expected <= paths


def test_every_page_opens_without_error_and_asks_no_other_host(server, context):
    require_none(crawl.visit_all(context, server, crawl.sitemap_paths(server.site)))


def test_every_page_is_whole_and_every_link_leads_somewhere(server, site_url):
    paths = crawl.sitemap_paths(server.site)
    problems = [words for path in paths for words in crawl.page_problems(server, path, site_url)]
    require_none(problems)


def test_the_missing_page_answers_at_any_depth_in_both_languages(server, context):
    page = context.new_page()
    for path, lang in (("/rien/du/tout/", "fr"), ("/en/nothing/at/all/", "en")):
        failed = []
        page.on("requestfailed", lambda request, failed=failed: failed.append(request.url))
        answer = page.goto(server.origin + path, wait_until="networkidle")
        assert answer.status == 404
        assert page.get_attribute("html", "lang") == lang
        assert page.locator("h1").count() == 1
        # Its styles come along: a page served at any depth cannot use relative addresses.
        assert page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 20)")
        assert not failed


@pytest.mark.parametrize("path", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_a_page_of_each_type_is_accessible_by_day_and_by_night_on_small_and_wide_screens(server, context, path):
    pages = {"light": context.new_page(), "dark": context.new_page()}
    problems = []
    for scheme, page in pages.items():  # both are opened before the end of either is waited for
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(server.origin + path, wait_until="commit")
    for scheme, page in pages.items():
        page.wait_for_load_state("networkidle")
        if path == PAGE_TYPES["map"]:  # its script may still be about to ask for the map
            page.wait_for_selector(".map-frame[data-ready]")
        for width in (crawl.NARROW, 1280):
            resize(page, width)
            problems += [f"{path} {scheme} {width} px: {words}" for words in crawl.axe(page, AXE)]
    require_none(problems)


def test_every_page_is_valid_html(built_site):
    problems = invalid_html(built_site, sorted(built_site.rglob("*.html")))
    require_none(problems)


# The checks themselves, each against a page that has the fault it is there for.

GOOD = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Essai</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="https://petit.example/">
<link rel="alternate" hreflang="fr" href="https://petit.example/">
<link rel="alternate" hreflang="en" href="https://petit.example/en/">
<link rel="alternate" hreflang="x-default" href="https://petit.example/"></head>
<body><main><h1 id="haut">Essai</h1>
<p><a href="en/" hreflang="en">English</a> <a href="#haut">Haut</a></p></main></body></html>
"""
ENGLISH = (
    GOOD.replace('lang="fr"><head>', 'lang="en"><head>')
    .replace('canonical" href="https://petit.example/', 'canonical" href="https://petit.example/en/')
    .replace('<a href="en/" hreflang="en">English', '<a href="../" hreflang="fr">Français')
)

IN_BROWSER = {
    "another host": ("</main>", '<img src="http://ailleurs.example/a.png" alt=""></main>', "asks another host"),
    "a missing file": ("</main>", '<img src="absent.png" alt=""></main>', "answers 404"),
    "a script's error": ("</main>", "</main><script>absent()</script>", "script: "),
    "a word on the console": ("</main>", "</main><script>console.error('aïe')</script>", "console: aïe"),
    "a wide thing": ("</main>", '<div style="width:500px">large</div></main>', "scrolls sideways"),
}
IN_FILE = {
    "two titles": ("</main>", "<h1>Encore</h1></main>", "2 h1"),
    "no title": ("<h1 ", "<h2 ", "0 h1"),
    "another language": ('lang="fr"><head>', 'lang="en"><head>', "its language is 'en'"),
    "an anchor twice": ("</main>", '<p id="haut">Bas</p></main>', "the anchor 'haut' stands twice"),
    "a wrong address": (
        'canonical" href="https://petit.example/',
        'canonical" href="https://autre.example/',
        "canonical",
    ),
    "no x-default": ('hreflang="x-default"', 'hreflang="xx"', "it names the editions"),
    "a wrong x-default": (
        'x-default" href="https://petit.example/"',
        'x-default" href="https://petit.example/en/"',
        "x-default is not",
    ),
    "one-sided editions": (
        '<link rel="alternate" hreflang="fr" href="https://petit.example/">',
        '<link rel="alternate" hreflang="fr" href="https://petit.example/x">',
        "it does not name itself",
    ),
    "editions that disagree": (
        '<link rel="alternate" hreflang="fr" href="https://petit.example/">',
        '<link rel="alternate" hreflang="fr" href="https://petit.example/x">',
        "does not name the same editions",
    ),
    "no other edition": (
        'hreflang="en" href="https://petit.example/en/"',
        'hreflang="en" href="https://petit.example/e/"',
        "does not exist",
    ),
    "no way to the other edition": ('<a href="en/"', '<a href="./"', "no link leads to its other edition"),
    "a dead link": ("</main>", '<a href="absent/">Absent</a></main>', "the link absent/ leads nowhere"),
    "a dead anchor": ("</main>", '<a href="en/#absent">Absent</a></main>', "the link en/#absent leads to no anchor"),
}
BY_AXE = {
    "faint text": ("</main>", '<p style="color:#bbb;background:#fff">Pâle</p></main>', "color-contrast"),
    "a picture without words": (
        "</main>",
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>',
        "image-alt",
    ),
}


@pytest.fixture
def small_server(tmp_path):
    """Serve a page and its English edition, with one fault."""
    servers = []

    def start(old="", new=""):
        assert not old or old in GOOD
        (tmp_path / "en").mkdir()
        (tmp_path / "index.html").write_text(GOOD.replace(old, new, 1) if old else GOOD, encoding="utf-8")
        (tmp_path / "en" / "index.html").write_text(ENGLISH, encoding="utf-8")
        servers.append(serve(tmp_path))
        return servers[-1].__enter__()

    yield start
    for running in servers:
        running.__exit__(None, None, None)


def test_a_faultless_page_has_no_problem(small_server, context):
    server, page = small_server(), context.new_page()
    assert crawl.visit(page, server, "/") == []
    assert crawl.axe(page, AXE) == []
    for path in ("/", "/en/"):
        assert crawl.page_problems(server, path, "https://petit.example/") == []
    assert invalid_html(server.site, [server.site / "index.html"]) == []


@pytest.mark.parametrize(("old", "new", "expected"), IN_BROWSER.values(), ids=IN_BROWSER.keys())
def test_the_browser_sees(small_server, context, old, new, expected):
    problems = crawl.visit(context.new_page(), small_server(old, new), "/")
    assert expected in "\n".join(problems)


@pytest.mark.parametrize(("old", "new", "expected"), IN_FILE.values(), ids=IN_FILE.keys())
def test_the_reading_sees(small_server, old, new, expected):
    problems = crawl.page_problems(small_server(old, new), "/", "https://petit.example/")
    assert expected in "\n".join(problems)


@pytest.mark.parametrize(("old", "new", "expected"), BY_AXE.values(), ids=BY_AXE.keys())
def test_axe_sees(small_server, context, old, new, expected):
    server, page = small_server(old, new), context.new_page()
    page.goto(server.origin)
    assert expected in "\n".join(crawl.axe(page, AXE))


def test_the_validator_sees_a_wrong_nesting(small_server):
    server = small_server("</main>", "<p><div>Faux</div></p></main>")
    assert invalid_html(server.site, [server.site / "index.html"])
