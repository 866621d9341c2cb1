"""Photographs: published at fitting sizes, described, credited, and without what they tell of their makers."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms

import picture as picture_command
from atlas.heavy import render
from atlas.model.picture import Picture
from atlas.model.vocabulary import Licence
from atlas.pictures import Photograph, photographs, picture_html, pictures
from atlas.pictures.figure import LICENCES
from atlas.pictures.looking import NotAPictureError, look
from atlas.pictures.renditions import FORMS, rendition
from support.mistakes import Mistake
from support.photos import RED, photo
from support.projects import Project
from support.web import serve

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

FOLDER = "docs/pictures/le-phare"
RECORD = """pictures:
  - file: large.jpg
    alt: {fr: "La *lampe*, vue du large.", en: "The *lamp*, from the sea."}
    caption: {fr: "L'année de la pose.", en: "The year it was placed."}
    credit: Camille Essai
    licence: cc-by-sa-4.0
    taken: "2026-05"
    sources: [gazette]
  - file: haute.webp
    alt: {fr: "L'escalier.", en: "The stairs."}
    credit: Dominique Essai
    licence: permission
    permission: Autorisation du 3 mars 2027
"""
FILES = {
    f"{FOLDER}/large.jpg": photo(2100, 1400, located=True, turned=True),
    f"{FOLDER}/haute.webp": photo(1250, 1800, "WEBP"),
}


def with_pictures(project: Project) -> Project:
    """Give the lighthouse two photographs."""
    project.write(FILES)
    project.edit("places/le-phare.yml", "members: [club-du-phare]\n", "members: [club-du-phare]\n" + RECORD)
    return project


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The records of the small project, with two photographs."""
    Mistake("none").plant(tmp_path)
    return with_pictures(Project(tmp_path))


@pytest.fixture(scope="module")
def renditions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files by which the two photographs are shown."""
    Mistake("none").plant(root := tmp_path_factory.mktemp("photographs") / "project")
    return published(with_pictures(Project(root)))


def published(project: Project) -> dict[str, bytes]:
    """Return the files by which a project shows its photographs."""
    catalogue = project.load().catalogue
    assert catalogue is not None
    return dict(render(pictures(catalogue, project.root), project.root / ".cache"))


def of_the_lighthouse(project: Project) -> list[Photograph]:
    """Return the photographs of the lighthouse."""
    catalogue = project.load().catalogue
    assert catalogue is not None
    return photographs(catalogue.place["le-phare"], project.root)


def test_a_photograph_is_published_at_each_fitting_size_and_never_enlarged(renditions: dict[str, bytes]) -> None:
    found = {path.rpartition("/")[2] for path in renditions}
    sizes = {re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in found}
    assert sizes == {
        *(f"large-{width}.{form}" for width in (480, 960, 1440, 2000) for form in ("avif", "webp", "jpg")),
        *(f"haute-{width}.{form}" for width in (480, 960, 1250) for form in ("avif", "webp", "jpg")),
    }


def test_a_rendition_has_its_size_its_format_and_no_metadata(renditions: dict[str, bytes]) -> None:
    for path, content in renditions.items():
        with Image.open(BytesIO(content)) as image:
            form = path.rpartition(".")[2]
            assert image.format == FORMS[form][0]
            width = int(re.findall(r"-(\d+)\.", path)[0])
            tall = "haute" in path
            assert image.size == (width, round(width * (1800 / 1250 if tall else 1400 / 2100)))
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
            assert not re.search(rb"Exif\0|Appareil|http://ns\.adobe|ICC_PROFILE", content)
            # Upright: the red corner is at the top left.
            corner = image.convert("RGB").getpixel((width // 20, width // 40))
            assert isinstance(corner, tuple)
            assert all(abs(seen - meant) < 24 for seen, meant in zip(corner, RED, strict=True)), path


def test_renditions_are_the_same_twice_and_lighter_in_modern_formats(
    small: Project, renditions: dict[str, bytes]
) -> None:
    assert published(small) == renditions
    weight = {form: sum(len(content) for path, content in renditions.items() if path.endswith(form)) for form in FORMS}
    assert weight["avif"] < weight["webp"] < weight["jpg"]


def test_another_photograph_of_the_same_name_has_another_address(small: Project) -> None:
    before = of_the_lighthouse(small)[0]
    small.write({f"{FOLDER}/large.jpg": photo(2100, 1401)})
    assert of_the_lighthouse(small)[0].path(480, "jpg") != before.path(480, "jpg")


@pytest.mark.parametrize("mode", ["RGBA", "P", "LA", "L", "CMYK", "I;16", "1"])
def test_every_kind_of_colours_becomes_plain_ones(mode: str, tmp_path: Path) -> None:
    plain = Image.linear_gradient("L").resize((1300, 900))
    image = Image.new("I;16", (1300, 900), 40000) if mode == "I;16" else plain.convert(mode)
    image.save(tmp_path / "a", format="JPEG" if mode == "CMYK" else "PNG")
    with Image.open(BytesIO(rendition(tmp_path / "a", (480, 332), "jpg"))) as shown:
        assert shown.mode == "RGB"
        middle = shown.getpixel((240, 166))
        assert isinstance(middle, tuple)
        assert 60 < middle[0] < 200 or mode == "1"


def test_the_colours_of_a_profile_become_those_of_the_web(tmp_path: Path) -> None:
    # Red and blue exchange their places in this profile.
    given = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = given.replace(b"rXYZ", b"----", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"----", b"bXYZ", 1)
    Image.new("RGB", (1300, 900), (200, 100, 50)).save(tmp_path / "a", format="PNG", icc_profile=profile)
    with Image.open(BytesIO(rendition(tmp_path / "a", (480, 332), "jpg"))) as shown:
        pixel = shown.getpixel((100, 100))
        assert isinstance(pixel, tuple)
        assert all(abs(seen - meant) < 12 for seen, meant in zip(pixel, (50, 100, 200), strict=True)), pixel
        assert "icc_profile" not in shown.info


def test_the_position_is_seen_in_exif_and_in_what_photo_editors_write(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(photo(located=True))
    assert look(file).located
    file.write_bytes(photo())
    assert not look(file).located
    Image.new("RGB", (9, 9)).save(file, xmp=b'<x:xmpmeta exif:GPSLatitude="43,17N"/>')
    assert look(file).located


@pytest.mark.parametrize(
    ("content", "what", "readable"),
    [
        (b"", "autre chose", False),
        (b"bonjour", "autre chose", False),
        (b"%PDF-1.7", "un document PDF", False),
        (b"<?xml version='1.0'?><svg/>", "un dessin SVG", False),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "une photo HEIC", False),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "une vidéo", False),
        (b"GIF89a\1\0\1\0", "une image GIF", True),
        (photo(cut=True), "", False),
        (photo(form="PNG", cut=True), "", False),
        (photo(form="WEBP", cut=True), "", False),
        (b"\xff\xd8\xff\xe0", "", False),
    ],
)
def test_a_file_is_what_it_holds_not_what_it_is_called(
    content: bytes, what: str, readable: bool, tmp_path: Path
) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(content)
    with pytest.raises(NotAPictureError) as refused:
        look(file)
    assert (refused.value.what, refused.value.readable) == (what, readable)


def test_a_link_to_a_file_elsewhere_is_no_photograph(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.jpg").write_bytes(photo())
    (tmp_path / "a.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    with pytest.raises(NotAPictureError, match="un lien"):
        look(tmp_path / "a.jpg")


def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused(tmp_path: Path) -> None:
    head = bytearray(photo(form="PNG"))
    head[16:24] = (30_000).to_bytes(4, "big") * 2
    (tmp_path / "a.png").write_bytes(head)
    with pytest.raises(NotAPictureError):
        look(tmp_path / "a.png")


def test_the_figure_says_what_one_sees_who_made_it_and_by_which_right(small: Project) -> None:
    large, tall = of_the_lighthouse(small)
    french = picture_html(large, "fr", lambda path: f"../../{path}")
    assert 'alt="La lampe, vue du large."' in french
    assert "L&#39;année de la pose. " in french
    assert "Photographie : Camille Essai, mai 2026" in french
    assert 'href="https://creativecommons.org/licenses/by-sa/4.0/deed.fr">CC BY-SA 4.0</a>' in french
    assert 'width="2000" height="1333"' in french
    assert 'loading="lazy" decoding="async"' in french
    english = picture_html(tall, "en", lambda path: f"../../../{path}")
    assert 'alt="The stairs."' in english
    assert "Photograph: Dominique Essai, all rights reserved, by permission" in english
    assert "3 mars 2027" not in english, "the permission is kept in the record, not published"
    assert 'width="1250" height="1800"' in english


def test_a_credit_cannot_carry_markup(small: Project) -> None:
    picture = Picture.model_validate(
        {
            "file": "large.jpg",
            "alt": {"fr": 'un "mot" <b>', "en": "a"},
            "credit": "<script>alert(1)</script>",
            "licence": "cc0",
        }
    )
    photograph = of_the_lighthouse(small)[0]
    html = picture_html(Photograph("le-phare", picture, photograph.file, 2100, 1400, "0" * 8), "fr", lambda path: path)
    assert "<script" not in html and "<b>" not in html


def test_every_licence_but_a_permission_can_be_read() -> None:
    assert set(LICENCES) == set(Licence) - {Licence.PERMISSION}


def test_the_built_pages_show_the_photographs_in_both_languages(
    site: Callable[..., Project], context: BrowserContext
) -> None:
    built = with_pictures(site()).build_well()
    assert '<h2 id="images">' in built.page("lieux/le-phare")
    assert 'class="photos"' not in built.page("lieux/le-moulin")
    wide = {
        "fr": ("/lieux/le-phare/", "La lampe, vue du large."),
        "en": ("/en/places/le-phare/", "The lamp, from the sea."),
    }
    with serve(built.site) as server:
        page = context.new_page()
        for path, alt in wide.values():
            page.goto(server.origin + path)
            for link in re.findall(r'(?:srcset|src)="([^"]+)"', page.content()):
                for one in link.split(", "):
                    target = page.evaluate("url => new URL(url, location).pathname", one.split()[0])
                    assert server.file(target), one
            image = page.get_by_alt_text(alt)
            reserved = image.evaluate("image => [image.complete, image.clientWidth / image.clientHeight]")
            assert reserved[1] == pytest.approx(1.5, abs=0.01), "the place of the picture is kept while it comes"
            image.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
            assert image.evaluate("image => image.currentSrc").endswith(".avif")
    assert not list(built.site.rglob("large.jpg")), "the file itself, with its position, is not published"


def test_the_command_makes_a_photograph_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "IMG_2034.JPG"
    file.write_bytes(photo(4000, 3000, located=True, turned=True, weight=7_000_000))
    assert picture_command.main([str(file)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["img-2034.jpg"]
    seen = look(tmp_path / "img-2034.jpg")
    assert (seen.width, seen.height, seen.located) == (2400, 1800, False)
    assert seen.bytes < 1_000_000
    said = capsys.readouterr().out
    assert "2400 × 1800 points" in said and "« file: img-2034.jpg »" in said
    again = (tmp_path / "img-2034.jpg").stat().st_size
    assert picture_command.main([str(tmp_path / "img-2034.jpg")]) == 0
    assert (tmp_path / "img-2034.jpg").stat().st_size == pytest.approx(again, rel=0.1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "n’existe pas"),
        (b"%PDF-1.7", "pas une image"),
        (photo(800, 600), "1200 au moins"),
        (photo(cut=True), "lue"),
    ],
)
def test_the_command_refuses_in_a_sentence_and_leaves_the_file(
    content: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jpg"
    if content is not None:
        file.write_bytes(content)
    assert picture_command.main([str(file)]) == 1
    assert said in capsys.readouterr().err
    assert content is None or file.read_bytes() == content
    assert not list(tmp_path.glob("*.part"))


def test_the_command_overwrites_no_other_photograph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vue.jpg").write_bytes(photo())
    (tmp_path / "vue.png").write_bytes(photo(form="PNG"))
    assert picture_command.main([str(tmp_path / "vue.png")]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert (tmp_path / "vue.png").exists()
