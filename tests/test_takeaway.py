"""What readers of the Academy take away: trees, flows, documents read back by readers of PDF, archives."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest
import yaml

import atlas.exports  # noqa: F401  (the package that others begin with)
from atlas.assets import collect
from atlas.bundling import ModuleError, classic
from atlas.model import Catalogue
from atlas.pages.rendering import Renderer
from atlas.takeaway import ledger, making
from atlas.takeaway.archive import archive
from atlas.takeaway.changes import namespaced, relinked, renumbered
from atlas.takeaway.edition import Edition, both_editions
from atlas.takeaway.flow import Flow, words_of
from atlas.takeaway.passages import passages, passages_script
from atlas.takeaway.texts import site_converter
from atlas.takeaway.tree import parse, text_of
from atlas.words import TAKEAWAY
from support.courses import COURSE, HOSTILE, ID, SECRETS
from support.projects import ROOT, Project, small_project

DAY = date(2026, 10, 1)

PAPERS = {
    "fr": (
        "documents/academie-lumieres.pdf",
        "documents/feuille-d-exercices-lumieres.pdf",
        "documents/corriges-lumieres.pdf",
    ),
    "en": (
        "documents/academy-lumieres.pdf",
        "documents/exercise-sheet-lumieres.pdf",
        "documents/answer-sheet-lumieres.pdf",
    ),
}


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Return the extensions of Markdown that the configuration names, with their options."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    names, options = [], {}
    for item in yaml.safe_load(text)["markdown_extensions"]:
        name, given = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        names.append(name)
        options[name] = given or {}
    return names, options


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with a course of one session."""
    return small_project(tmp_path_factory.mktemp("course") / "project", COURSE)


@pytest.fixture(scope="module")
def catalogue(project: Project) -> Catalogue:
    """Its records."""
    loaded = project.load()
    assert loaded.catalogue, [str(problem) for problem in loaded.errors]
    return replace(loaded.catalogue, sessions=(loaded.catalogue.session[ID],))


@pytest.fixture(scope="module")
def editions(project: Project, catalogue: Catalogue) -> list[Edition]:
    """Both editions of the course."""
    assets = collect(ROOT / "docs" / "theme", ROOT / "vendor")
    renderer = Renderer(catalogue, "fr", assets, project.root)
    renderer.day = DAY
    return both_editions(renderer, site_converter(*extensions()))


@pytest.fixture(scope="module")
def published(
    project: Project, catalogue: Catalogue, editions: list[Edition], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Every file to take away, by path."""
    cache = tmp_path_factory.mktemp("cache")
    return dict(making.takeaways(catalogue, project.root, lambda: editions, DAY, cache))


def words(content: bytes) -> str:
    """Return the text of a document with plain spaces."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def tags(content: bytes) -> list[tuple[str, str]]:
    """Return the tags of a document in reading order, each with the text that stands for it."""

    def walk(node: pikepdf.Dictionary) -> Iterator[tuple[str, str]]:
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S)[1:], str(kid.get("/Alt", ""))
                yield from walk(kid)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        return list(walk(pdf.Root.StructTreeRoot))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of an archive by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


# Trees, flows and changes


def test_a_tree_says_again_what_it_was_read_from() -> None:
    html = '<p class="a">Un &amp; <em>deux</em><br>\u00a0trois</p><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>'
    assert parse(html).html() == html


def test_a_flow_keeps_every_word_and_what_it_is() -> None:
    html = (
        '<h2 id="a">Titre</h2><p>Un <em>mot</em><sup class="n"><a href="#note-2">2</a></sup>, <code>#x</code>.</p>'
        "<ol start=3><li>un<ul><li>deux</li></ul></li></ol><table><caption>C</caption><tr><th>A</th><th>B</th></tr>"
        '<tr><td style="text-align: right;">1</td><td>2</td></tr></table><blockquote><p>dit</p></blockquote>'
        "<dl><dt>t</dt><dd>d</dd></dl><hr><script>non</script>"
    )
    blocks = Flow(shift=1, number=lambda n: n + 10).blocks(parse(html).children)
    assert [block["kind"] for block in blocks] == ["heading", "par", "list", "table", "quote", "terms", "rule"]
    assert blocks[0]["level"] == 3
    assert blocks[1]["body"][2] == {"kind": "notes", "numbers": [12]}
    assert (blocks[2]["ordered"], blocks[2]["start"]) == (True, 3)
    assert blocks[3]["columns"] == 2 and blocks[3]["rows"][0][0]["align"] == "right"
    assert "non" not in json.dumps(blocks)
    assert words_of(blocks[1]["body"]) == "Un mot, #x."


def test_links_lead_to_what_is_there_and_others_become_words() -> None:
    tree = parse(
        '<p><a href="../b/#x">ici</a> <a href="../c/">là</a> <a href="https://example.org/">dehors</a>'
        '<a href="f.csv" download>fichier</a> <a class="out" href="https://example.org/s">Lire</a></p>'
        '<nav><a href="../c/">loin</a></nav>'
    )
    made = relinked(tree, lambda href: "b.html#x" if href.startswith("../b/") else None)
    assert made.html() == (
        '<p><a href="b.html#x">ici</a> <span>là</span> <span>dehors</span> (https://example.org/)'
        ' <span class="address">https://example.org/s</span></p>'
    )
    assert "https" in tree.html(), "the text itself is as it was"


def test_texts_on_one_page_have_anchors_and_notes_of_their_own() -> None:
    tree = parse('<p id="a" aria-labelledby="a b"><a href="#a">x</a><sup class="n"><a href="#note-1">1</a></sup></p>')
    made = namespaced(renumbered(tree, lambda n: n + 4), "l--", but="note-")
    assert made.html() == (
        '<p id="l--a" aria-labelledby="l--a l--b"><a href="#l--a">x</a>'
        '<sup class="n"><a href="#note-5" aria-label="Note 5">5</a></sup></p>'
    )


def test_passages_stand_below_their_heading_without_note_calls() -> None:
    tree = parse(
        '<header><h1>T</h1><p>Avant.</p></header><section><h2 id="x">Un</h2><p>Mot<sup class="n"><a>1</a></sup>.</p>'
        "</section><section class=notes><p>Source</p></section>"
    )
    found = list(passages(tree, "p.html", "T"))
    assert [(one.page, one.heading, one.text) for one in found] == [
        ("p.html", "", "Avant."),
        ("p.html#x", "Un", "Mot."),
    ]
    assert "</script" not in passages_script(passages(parse("<p>&lt;/script&gt;</p>"), "p", "t"))


def test_a_classic_script_holds_all_that_it_imports() -> None:
    script = classic(
        {"a/x.js": 'import { b } from "./y.js";\nexport const c = b;\n', "a/y.js": "export const b = 1;\n"}, "a/x.js"
    )
    assert "export" not in script and "import" not in script and script.startswith("(() => {")
    with pytest.raises(ModuleError, match="later"):
        classic({"a.js": 'import("./b.js");\n'}, "a.js")


def test_an_archive_has_the_same_bytes_whatever_the_order_of_its_files() -> None:
    one, other = {"b": "2", "a": b"1"}, {"a": b"1", "b": "2"}
    assert archive(one, DAY) == archive(other, DAY)
    (first, *_) = zipfile.ZipFile(io.BytesIO(archive(one, DAY))).infolist()
    assert (first.filename, first.date_time[:3]) == ("a", (2026, 10, 1))


# Documents


def test_each_session_has_its_documents_its_archive_and_its_page_to_print(published: dict[str, bytes]) -> None:
    assert set(published) == {
        *PAPERS["fr"],
        *PAPERS["en"],
        "documents/academie-lumieres.zip",
        "documents/academy-lumieres.zip",
        "academie/lumieres/imprimer/index.html",
        "en/academy/lumieres/print/index.html",
    }


def test_documents_say_that_they_are_accessible_with_their_language_and_title(published: dict[str, bytes]) -> None:
    for lang, region in (("fr", "fr-FR"), ("en", "en-GB")):
        for path in PAPERS[lang]:
            pdf = pikepdf.open(io.BytesIO(published[path]))
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1", path
                assert metadata["dc:title"] == str(pdf.docinfo.Title), path
            assert str(pdf.Root.Lang) == region, path
            assert pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle
            reader = pypdf.PdfReader(io.BytesIO(published[path]))
            assert reader.metadata and reader.metadata.title == str(pdf.docinfo.Title)
            assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {(595, 842)}


def test_headings_begin_with_one_title_and_skip_no_level(published: dict[str, bytes]) -> None:
    for path in (*PAPERS["fr"], *PAPERS["en"]):
        levels = [int(kind[1:]) for kind, _ in tags(published[path]) if re.fullmatch(r"H\d", kind)]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_document_to_read_has_bookmarks_lists_tables_quotes_and_figures_with_their_words(
    published: dict[str, bytes],
) -> None:
    content = published[PAPERS["fr"][0]]
    found = tags(content)
    assert {"L", "LI", "Table", "TR", "TH", "TD", "Figure", "Caption", "Link", "TOC"} <= {kind for kind, _ in found}
    figures = [alt for kind, alt in found if kind == "Figure"]
    assert figures and all(figures)
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        titles = [child.title for child in top.children]
    assert titles == [
        "Le phare et ses marches",
        "Le moulin",
        "Réponses et explications",
        "Les mots du cours",
        "Sources",
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_are_after_the_questions_and_on_no_sheet_of_exercises(
    lang: str, published: dict[str, bytes]
) -> None:
    text, sheet, answers = (words(published[path]) for path in PAPERS[lang])
    for secret in SECRETS[lang]:
        assert secret not in sheet
        assert secret in answers
        assert text.index(secret) > text.rindex({"fr": "Dessinez le moulin", "en": "Draw the mill"}[lang])
    assert {"fr": "Combien de tours", "en": "How many towers"}[lang] in sheet


def test_nothing_that_people_write_is_read_as_markup(published: dict[str, bytes]) -> None:
    text = words(published[PAPERS["fr"][0]])
    assert HOSTILE.replace(" ", "") in text.replace(" ", "")


def test_notes_are_the_numbers_of_sources_at_the_end(published: dict[str, bytes]) -> None:
    text = words(published[PAPERS["fr"][0]])
    assert "La gazette du phare" in text[text.rindex("Sources") :]
    assert "The miller" in text[text.rindex("Sources") :]


# Archives


def test_an_archive_opens_on_its_index_and_names_no_address_in_its_links(published: dict[str, bytes]) -> None:
    for name, start, read_me in (
        ("academie-lumieres", "fr", "LISEZ-MOI.txt"),
        ("academy-lumieres", "en", "READ-ME.txt"),
    ):
        files = unpacked(published[f"documents/{name}.zip"])
        assert all(path.startswith(f"{name}/") for path in files)
        assert {f"{name}/index.html", f"{name}/phare.html", f"{name}/moulin.html", f"{name}/{read_me}"} <= set(files)
        assert f'<html lang="{start}">'.encode() in files[f"{name}/index.html"]
        for path, content in files.items():
            if path.endswith((".html", ".css")):
                absolute = re.findall(
                    r'(?:href|src|action)="(?:\w+:)?//[^"]*"|url\(["\']?(?:\w+:)?//', content.decode()
                )
                assert not absolute, (path, absolute)
            assert 'type="module"' not in content.decode("utf-8", "ignore") or not path.endswith(".html"), path


def test_links_of_an_archive_lead_to_its_files(published: dict[str, bytes]) -> None:
    files = unpacked(published["documents/academie-lumieres.zip"])
    lesson = files["academie-lumieres/phare.html"].decode()
    assert 'href="moulin.html"' in lesson
    assert 'href="phare.html#lampe"' in files["academie-lumieres/moulin.html"].decode()
    assert "https://example.org/gazette" in lesson, "an address outside is told as text"


def test_the_page_to_print_holds_every_answer_after_every_question(published: dict[str, bytes]) -> None:
    html = published["academie/lumieres/imprimer/index.html"].decode()
    text = text_of(parse(html))
    assert html.count("<h1") == 1 and 'content="noindex"' in html
    assert text.index("Sept marches") > text.index("Dessinez le moulin")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


# The same bytes, and no work twice


def test_the_same_course_makes_the_same_bytes(
    project: Project, catalogue: Catalogue, editions: list[Edition], published: dict[str, bytes], tmp_path: Path
) -> None:
    fresh = both_editions(editions[0].renderer, site_converter(*extensions()))
    assert dict(making.takeaways(catalogue, project.root, lambda: fresh, DAY, tmp_path)) == published
    assert not [path for path, content in published.items() if str(project.root).encode() in content]


def test_a_build_that_changed_nothing_looks_at_no_lesson(
    project: Project, catalogue: Catalogue, editions: list[Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> list[Edition]:
        raise AssertionError("the course was rendered")

    # The copied code bears the dates of the real one, which somebody may have saved since the tests began.
    monkeypatch.setattr(ledger, "_BEGAN", time.time())
    assert making.takeaways(catalogue, project.root, refuse, DAY, tmp_path, only_cached=True) == []
    first = making.takeaways(catalogue, project.root, lambda: editions, DAY, tmp_path)
    assert making.takeaways(catalogue, project.root, refuse, DAY, tmp_path) == first
    with pytest.raises(AssertionError):
        making.takeaways(catalogue, project.root, refuse, date(2026, 10, 2), tmp_path)


def test_nothing_is_remembered_of_code_saved_after_it_was_loaded(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = max(path.stat().st_mtime for path in (project.root / "hooks" / "atlas").rglob("*.py"))
    for began, found in ((newest, None), (newest + 1, [])):
        monkeypatch.setattr(ledger, "_BEGAN", began)
        ledger.Ledger(project.root, tmp_path).keep([])
        assert ledger.Ledger(project.root, tmp_path).files() == found


def test_every_word_of_what_is_taken_away_is_used() -> None:
    folder = ROOT / "hooks" / "atlas"
    code = "".join(path.read_text(encoding="utf-8") for path in (folder / "takeaway").glob("*.py"))
    code += (folder / "pages" / "offers.py").read_text(encoding="utf-8")
    code += "".join(path.read_text(encoding="utf-8") for path in (folder / "templates").glob("*.html"))
    code += "".join(path.read_text(encoding="utf-8") for path in (folder / "templates").glob("*.txt"))
    # Words of a session and of the course differ by their beginning, which the code puts before the rest.
    keys = yaml.safe_load(TAKEAWAY.read_text(encoding="utf-8"))
    unused = [key for key in keys if not re.search(rf'["}}]{key.removeprefix("session_")}"', code)]
    assert not unused
