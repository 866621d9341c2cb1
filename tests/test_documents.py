"""The documents: read back with two independent readers of PDF, as a reader's own tools would."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pikepdf
import pypdf
import pytest

from atlas import urls
from atlas.assets import MissingVendorFileError, collect
from atlas.documents import documents
from atlas.documents.manifesto_text import manifesto_text
from atlas.documents.plate_sheet import plate_sheet
from atlas.documents.printed import held, paragraphs, runs
from atlas.documents.typesetting import Document, DocumentError, Press
from atlas.heavy import Rendering
from atlas.model import LANGS, Catalogue, Lang, Text
from atlas.pages.rendering import Download, Renderer
from atlas.palette import palette
from atlas.plates import plate
from atlas.reading.loading import load
from atlas.typography import typeset
from atlas.wording import weight_words
from support.projects import ROOT

A3, A4 = (842, 1191), (595, 842)
"""Width and height of a sheet, in points."""

NAMES: tuple[tuple[Lang, str], ...] = (("fr", "planche"), ("en", "plate"))
"""What the sheet of a plate is called in each language."""

HOSTILE = '#import "x": y $x^2$ @mucem <script>alert(1)</script> = titre \\u{41} // fin #sys.inputs `raw` [a](b) _b_'
"""A text that a typesetter, a browser or a Markdown reader would act upon."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The real records."""
    found = load(ROOT).catalogue
    assert found
    return found


@pytest.fixture(scope="module")
def press() -> Press:
    """The fonts and colours of the site."""
    inks = {name: day for name, (day, _) in palette(ROOT / "docs" / "theme").items()}
    return Press(ROOT / "vendor" / "type", inks)


@pytest.fixture(scope="module")
def published(catalogue: Catalogue) -> dict[str, bytes]:
    """Every document, by path."""
    return {rendering.path: rendering.make() for rendering in documents(catalogue, ROOT)}


def opened(content: bytes) -> pikepdf.Pdf:
    """Return a document as its structure."""
    return pikepdf.open(io.BytesIO(content))


def words(content: bytes) -> str:
    """Return the text of a document, with plain spaces: lines break anywhere."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return plain(" ".join(page.extract_text() for page in pages))


def plain(text: str) -> str:
    """Return a text without typographic spaces, emphasis or line breaks, which may come after a hyphen."""
    return re.sub(r"-\s+", "-", re.sub(r"\s+", " ", text.replace("*", "").replace("\u2060", ""))).strip()


class Tag(NamedTuple):
    """A tag of a document: what it is, the text that stands for it, and what it holds."""

    kind: str
    alt: str
    holds: tuple[str, ...]


def tags(content: bytes) -> list[Tag]:
    """Return the tags of a document in reading order."""

    def inside(node: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
        kids = node.get("/K", pikepdf.Array())
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    def walk(node: pikepdf.Dictionary) -> Iterator[Tag]:
        yield Tag(str(node.S)[1:], str(node.get("/Alt", "")), tuple(str(kid.S)[1:] for kid in inside(node)))
        for kid in inside(node):
            yield from walk(kid)

    with opened(content) as pdf:
        return [tag for top in inside(pdf.Root.StructTreeRoot) for tag in walk(top)]


def languages(page: pikepdf.Page) -> list[pikepdf.Dictionary]:
    """Return the marks by which pieces of a page say that they are in another language."""
    operands = [step.operands for step in pikepdf.parse_content_stream(page) if str(step.operator) == "BDC"]
    return [mark for _, mark in operands if isinstance(mark, pikepdf.Dictionary) and "/Lang" in mark]


def bookmarks(content: bytes) -> list[str]:
    """Return the titles of the bookmarks below the first."""
    with opened(content) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        return [plain(child.title) for child in top.children]


def rewritten(catalogue: Catalogue, **changes: object) -> Catalogue:
    """Return the records with changes to the manifesto."""
    return replace(catalogue, manifesto=catalogue.manifesto.model_copy(update=changes))


def named(catalogue: Catalogue, name: str, **changes: object) -> Catalogue:
    """Return the records with another first place."""
    first = catalogue.places[0].model_copy(update={"name": Text(fr=name, en=name), **changes})
    return replace(catalogue, places=(first, *catalogue.places[1:]))


def first_sheet(catalogue: Catalogue, lang: Lang = "fr") -> Document:
    """Return the sheet of the first place."""
    place = catalogue.places[0]
    drawn = plate(place.id)
    assert drawn
    return plate_sheet(catalogue, place, drawn, lang)


def test_the_manifesto_and_each_plate_are_published_in_both_languages(published: dict[str, bytes]) -> None:
    assert set(published) == {
        "documents/manifeste.pdf",
        "documents/manifesto.pdf",
        "documents/affiche-du-manifeste.pdf",
        "documents/manifesto-poster.pdf",
        *(f"documents/planche-{path.stem}.pdf" for path in (ROOT / "places").glob("*.yml")),
        *(f"documents/plate-{path.stem}.pdf" for path in (ROOT / "places").glob("*.yml")),
    }


def test_every_document_says_that_it_is_accessible_and_has_a_language_and_a_title(
    published: dict[str, bytes],
) -> None:
    for path, content in published.items():
        pdf = opened(content)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1", path
            assert metadata["dc:title"] == str(pdf.docinfo.Title), path
        french = not path.startswith(("documents/manifesto", "documents/plate-"))
        assert str(pdf.Root.Lang) == ("fr-FR" if french else "en-GB"), path
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert all(page.Tabs == "/S" for page in pdf.pages if "/Annots" in page)


def test_headings_begin_with_one_title_and_skip_no_level(published: dict[str, bytes]) -> None:
    for path, content in published.items():
        levels = [int(tag.kind[1:]) for tag in tags(content) if re.fullmatch(r"H\d", tag.kind)]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_a_heading_holds_no_paragraph(published: dict[str, bytes]) -> None:
    for content in published.values():
        held_by_headings = {kind for tag in tags(content) if tag.kind.startswith("H") for kind in tag.holds}
        assert held_by_headings <= {"Span", "Link", "Em"}


def test_every_picture_has_its_alternative_text(published: dict[str, bytes], catalogue: Catalogue) -> None:
    for lang, kind in NAMES:
        for place in catalogue.places:
            (figure,) = [tag for tag in tags(published[f"documents/{kind}-{place.id}.pdf"]) if tag.kind == "Figure"]
            drawn = plate(place.id)
            assert drawn
            assert figure.alt == typeset(drawn.alt.in_(lang), lang)


def test_posters_and_plates_are_one_a3_sheet_and_texts_are_a4_pages(published: dict[str, bytes]) -> None:
    for path, content in published.items():
        pdf = opened(content)
        pages = pdf.pages
        sizes = {tuple(round(float(side)) for side in page.MediaBox)[2:] for page in pages}
        assert sizes == ({A4} if path in ("documents/manifeste.pdf", "documents/manifesto.pdf") else {A3}), path
        assert sizes == {A4} or len(pages) == 1, path


def test_fonts_are_ours_embedded_and_legible_to_machines(published: dict[str, bytes]) -> None:
    for path, content in published.items():
        pdf = opened(content)
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts, path
        for font in fonts:
            assert "+Atlas" in str(font.BaseFont), path
            assert "/ToUnicode" in font, path
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys()), path


def test_no_document_weighs_much(published: dict[str, bytes]) -> None:
    assert {path: len(content) for path, content in published.items() if len(content) > 150_000} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_the_text_gives_the_whole_manifesto_in_order(
    lang: Lang, published: dict[str, bytes], catalogue: Catalogue
) -> None:
    text = words(published[{"fr": "documents/manifeste.pdf", "en": "documents/manifesto.pdf"}[lang]])
    manifesto = catalogue.manifesto
    assert manifesto.notice and manifesto.axes
    wanted = [
        manifesto.notice,
        *(part for article in manifesto.articles for part in (article.title, article.text)),
        *manifesto.axes.names,
        manifesto.signature,
    ]
    places = [text.find(plain(typeset(part.in_(lang), lang))) for part in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGS)
def test_the_poster_gives_the_sentence_the_titles_and_says_what_the_text_is(
    lang: Lang, published: dict[str, bytes], catalogue: Catalogue
) -> None:
    text = words(published[{"fr": "documents/affiche-du-manifeste.pdf", "en": "documents/manifesto-poster.pdf"}[lang]])
    manifesto = catalogue.manifesto
    assert manifesto.notice
    parts = [*(article.title for article in manifesto.articles), manifesto.notice]
    places = [text.find(plain(typeset(part.in_(lang), lang))) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert manifesto.standing.label(lang) in text
    for run in runs(manifesto.sentence.text.in_(lang), lang):
        assert plain(run["text"]) in text


@pytest.mark.parametrize("name", ["manifeste", "affiche-du-manifeste"])
def test_bookmarks_number_the_articles(name: str, published: dict[str, bytes], catalogue: Catalogue) -> None:
    titles = [f"{n}. {article.title.fr}" for n, article in enumerate(catalogue.manifesto.articles, 1)]
    found = bookmarks(published[f"documents/{name}.pdf"])
    assert found[: len(titles)] == titles
    assert found[-1] == "Sources"


def test_a_plate_says_who_named_the_place_what_it_counts_and_where_to_read_on(
    published: dict[str, bytes], catalogue: Catalogue
) -> None:
    for place in catalogue.places:
        text = words(published[f"documents/planche-{place.id}.pdf"])
        drawn = plate(place.id)
        assert drawn
        for part in (place.name.fr, place.headline.fr, drawn.caption.fr):
            assert plain(typeset(part, "fr")) in text
        assert place.standing.value.fr in text
        for id in drawn.sources:
            assert plain(typeset(catalogue.source[id].publisher, "fr")) in text
        assert f"one-provence.example/lieux/{place.id}" in text.replace(" ", "")


def test_a_source_in_the_other_language_says_so(published: dict[str, bytes]) -> None:
    with opened(published["documents/plate-iter.pdf"]) as pdf:
        marks = [str(mark.Lang) for mark in languages(pdf.pages[0])]
    assert set(marks) == {"fr-FR"}


def test_nothing_that_people_write_is_read_as_markup(catalogue: Catalogue, press: Press) -> None:
    hostile = Text(fr=HOSTILE, en=HOSTILE)
    article = catalogue.manifesto.articles[0].model_copy(update={"title": hostile, "text": hostile})
    sentence = catalogue.manifesto.sentence.model_copy(update={"text": hostile})
    document = manifesto_text(rewritten(catalogue, articles=(article,), sentence=sentence, notice=hostile), "fr")
    # Straight quotation marks are left to editors in French; the apostrophe and the spaces are set.
    text = words(press.set(document)).replace(" ", "")
    assert text.count(plain(typeset(HOSTILE, "fr")).replace(" ", "")) == 4
    sheet = first_sheet(named(catalogue, HOSTILE, headline=hostile))
    text = words(press.set(sheet)).replace(" ", "")
    assert text.count(plain(typeset(HOSTILE, "fr")).replace(" ", "")) == 2


def test_emphasis_and_blank_lines_are_the_only_marks() -> None:
    assert runs("lire *La Provence* !", "fr") == [
        {"text": "lire ", "em": False},
        {"text": "La Provence", "em": True},
        {"text": "\u202f!", "em": False},
    ]
    assert len(paragraphs("un\n\n deux\ntrois", "fr")) == 2
    assert held(runs("le bord de la mer", "fr"))[0]["text"] == "le\u00a0bord de\u00a0la\u00a0mer"


def test_the_same_records_give_the_same_bytes(
    published: dict[str, bytes], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    again = {rendering.path: rendering.make() for rendering in documents(catalogue, ROOT)}
    assert again == published
    assert [path for path, content in published.items() if b"CreationDate" in content] == []
    assert [path for path, content in published.items() if str(ROOT).encode() in content] == []


def test_a_document_is_set_again_only_when_what_it_prints_changes(catalogue: Catalogue) -> None:
    def keys(records: Catalogue) -> dict[str, str]:
        return {rendering.path: rendering.key for rendering in documents(records, ROOT)}

    before = keys(catalogue)
    assert keys(catalogue) == before
    after = keys(named(catalogue, "Autre nom"))
    assert [path for path in before if before[path] != after[path]] == [
        "documents/planche-digital-realty.pdf",
        "documents/plate-digital-realty.pdf",
    ]


def test_a_place_that_has_not_been_drawn_has_no_sheet(catalogue: Catalogue) -> None:
    unknown = catalogue.places[0].model_copy(update={"id": "le-fort"})
    paths = [rendering.path for rendering in documents(replace(catalogue, places=(unknown,)), ROOT)]
    assert len(paths) == 4


@pytest.mark.parametrize(
    "name",
    [
        "A",
        "Établissement public d’aménagement et de développement Euroméditerranée",
        "Aixmarseilleprovencemétropoleterritoireméditerranéen",
    ],
)
def test_a_name_takes_the_size_that_its_sheet_can_hold(name: str, catalogue: Catalogue, press: Press) -> None:
    content = press.set(first_sheet(named(catalogue, name)))
    assert len(opened(content).pages) == 1
    assert name.replace(" ", "") in words(content).replace(" ", "")


def test_a_long_manifesto_takes_more_pages_and_keeps_its_order(catalogue: Catalogue, press: Press) -> None:
    long = Text(fr="Une phrase qui revient. " * 150, en="A sentence that comes back. " * 140)
    articles = [article.model_copy(update={"text": long}) for article in catalogue.manifesto.articles]
    content = press.set(manifesto_text(rewritten(catalogue, articles=tuple(articles)), "fr"))
    assert len(opened(content).pages) > 6
    assert words(content).count("Une phrase qui revient.") == 150 * len(articles)


def test_a_signed_text_without_notice_nor_axes_is_set(catalogue: Catalogue, press: Press) -> None:
    signed = rewritten(catalogue, notice=None, axes=None, signed_on="2023-10-17")
    assert "Signé le 17 octobre 2023." in words(press.set(manifesto_text(signed, "fr")))


def test_letters_that_our_fonts_lack_are_lent_by_others(catalogue: Catalogue, press: Press) -> None:
    content = press.set(first_sheet(named(catalogue, "Łódź, Ελλάδα, Марсель")))
    assert "Łódź, Ελλάδα, Марсель" in words(content)


def test_a_sign_that_no_font_has_stops_the_build_with_the_name_of_the_document(
    catalogue: Catalogue, press: Press
) -> None:
    with pytest.raises(DocumentError, match=r"documents/planche-digital-realty\.pdf.*日"):
        press.set(first_sheet(named(catalogue, "日")))


def test_a_set_up_that_has_not_run_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(MissingVendorFileError, match="vendor/type"):
        Press(ROOT / "places", {})


@pytest.mark.parametrize("lang", LANGS)
def test_pages_offer_the_documents_that_are_published_with_their_weight(
    lang: Lang, catalogue: Catalogue, published: dict[str, bytes]
) -> None:
    renderer = Renderer(catalogue, lang, collect(ROOT / "docs" / "theme", ROOT / "vendor"), ROOT)

    def offered(kind: str, id: str | None = None) -> Download | None:
        page = renderer.page(urls.page_path("place", lang, "iter"))
        return page.download(kind, id)

    assert offered("plate_sheet", "iter") is None
    assert 'class="download"' not in manifesto_page(renderer, catalogue)
    renderer.weights.update((path, len(content)) for path, content in published.items())
    sheet = offered("plate_sheet", "iter")
    assert sheet
    assert sheet.href == ("../../" if lang == "fr" else "../../../") + urls.document_path("plate_sheet", lang, "iter")
    assert re.fullmatch(r"\d+\u00a0" + {"fr": "ko", "en": "kB"}[lang], sheet.weight)
    assert manifesto_page(renderer, catalogue).count('class="download"') == 2


def manifesto_page(renderer: Renderer, catalogue: Catalogue) -> str:
    """Return the body of the manifesto's page."""
    page = renderer.page(urls.page_path("manifesto", renderer.lang))
    return page.render("manifesto.html", manifesto=catalogue.manifesto, members=catalogue.members)


@pytest.mark.parametrize(("weight", "fr"), [(1, "1 ko"), (61_900, "62 ko"), (1_440_000, "1,4 Mo")])
def test_weights_are_told_as_readers_expect(weight: int, fr: str) -> None:
    assert weight_words(weight, "fr") == fr.replace(" ", "\u00a0")


def test_every_document_is_a_heavy_file_of_its_own(catalogue: Catalogue) -> None:
    found: list[Rendering] = list(documents(catalogue, ROOT))
    assert len({rendering.key for rendering in found}) == len(found)
