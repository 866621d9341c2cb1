"""Recordings and PDF files: captions read closely, text and first pages taken out, and how a session shows them."""

import io

import pytest
import webvtt
from PIL import Image

from atlas.heavy import render
from atlas.media.captions import read_captions
from atlas.media.pdf import UnreadablePdfError, extracted_text, look_at, thumbnail
from support.media import CAPTIONS, pdf, tone
from support.pages import read_page
from support.projects import small_project

SESSION = "docs/fr/academie/phare/"
HEAD = f"{SESSION}index.md"


def faults(text):
    """Return the line of each fault of a file of captions."""
    return [fault.line for fault in read_captions(text).faults]


def test_good_captions_are_read_as_another_reader_reads_them():
    own = read_captions(CAPTIONS)
    theirs = list(webvtt.from_buffer(io.StringIO(CAPTIONS)))
    assert own.faults == []
    assert own.seconds == 6
    assert [cue.text for cue in own.cues] == [cue.text.replace("\n", " ") for cue in theirs]
    assert [cue.start / 1000 for cue in own.cues] == [cue.start_in_seconds for cue in theirs]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [1]),
        ("WEBVTT\n", [1]),
        ("WEBVTTX\n\n00:00.000 --> 00:01.000\nOui.", [1]),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nOui.", [3]),
        ("WEBVTT\n\n00:01.000 --> 00:01.000\nOui.", [3]),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\nOui.", [3]),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nOui.\n\n00:00.500 --> 00:02.000\nNon.", [6]),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nOui.\n\n00:01.000 --> 00:02.000\nNon.", [6]),
        ("WEBVTT\n\n0:01 --> 0:02\nOui.", [3]),
        ("WEBVTT\n\n00:61.000 --> 01:02.000\nOui.", [3]),
        ("WEBVTT\n\n00:00:01.000-->00:00:02.000\nOui.", [3]),
    ],
)
def test_wrong_captions_are_told_by_their_line(text, lines):
    assert faults(text) == lines


def test_captions_may_begin_when_the_last_one_ends():
    assert faults("WEBVTT\n\n00:00.000 --> 00:01.000\nOui.\n\n00:01.000 --> 00:02.000\nNon.") == []


def test_the_text_of_a_pdf_is_a_paragraph_a_page(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf("Le plan du phare", "", "Sa lampe"))
    assert extracted_text(path).split("\n\n") == ["Le plan du phare", "Sa lampe"]
    assert look_at(path).pages == 3


def test_the_picture_of_a_first_page_is_made_once_and_is_the_same_twice(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf("Le plan du phare"))
    cache = tmp_path / "cache"
    (_, first), (_, again) = (next(render([thumbnail(path, "plan.webp")], cache)) for _ in range(2))
    assert first == again == thumbnail(path, "plan.webp").make()
    picture = Image.open(io.BytesIO(first))
    assert picture.format == "WEBP"
    assert picture.size == (480, look_at(path).height)


def test_what_is_no_pdf_is_refused(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"Ceci est un texte.")
    for read in (extracted_text, look_at):
        with pytest.raises(UnreadablePdfError):
            read(path)


RESOURCES = """    updated: "2026-11"
  - id: plan
    type: document
    title: {fr: Le plan du phare, en: The plan of the lighthouse}
    file: plan.pdf
    lang: both
    licence: CC-BY-4.0
    author: Le Club
    updated: "2026-11"
  - id: visite
    type: audio
    title: {fr: La visite, en: The visit}
    file: visite.wav
    captions: {fr: visite-fr.vtt}
    transcript: {fr: visite-fr.txt}
    lang: fr
    licence: CC-BY-4.0
    author: Le Club
    updated: "2026-11"
  - id: ailleurs
    type: video
    title: {fr: Le film, en: The film}
    url: https://video.example/film.mp4
    host: PeerTube
    captions: {fr: visite-fr.vtt}
    transcript: {fr: visite-fr.txt}
    lang: fr
    licence: CC-BY-4.0
    author: Le Club
    updated: "2026-11"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A small site whose session has a PDF, a recording of its own and one that is elsewhere."""
    project = small_project(
        tmp_path_factory.mktemp("media") / "project",
        {
            f"{SESSION}plan.pdf": pdf("Hauteur de la lanterne octogonale : vingt toises exactement.", "Deux."),
            f"{SESSION}visite.wav": tone(),
            f"{SESSION}visite-fr.vtt": CAPTIONS,
            f"{SESSION}visite-fr.txt": "Voici le phare.\n\nIl tourne, et il éclaire.\n",
        },
    )
    project.edit(HEAD, '    updated: "2026-11"\n', RESOURCES)
    return project.build_well()


def test_a_session_shows_its_recordings_and_documents(built):
    page = built.page("academie/phare")
    assert '<audio class="recording-player" controls preload="none"' in page
    assert '<track kind="captions" srclang="fr" label="Français" src="visite-fr.vtt" default>' in page
    assert "Il tourne, et il éclaire." in page
    assert "PDF, 2 pages" in page
    assert 'src="plan.page-1.webp" width="480"' in page
    for name in ("plan.pdf", "plan.page-1.webp", "visite.wav", "visite-fr.vtt"):
        assert (built.site / "academie" / "phare" / name).is_file()
    assert not (built.site / "academie" / "phare" / "visite-fr.txt").exists()
    # Its length is that of its captions.
    assert "Son, 6 s." in page.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_recording_elsewhere_is_named_and_waits_for_the_reader(built):
    page = built.page("academie/phare")
    before, _, inert = page.partition("<template>")
    assert "Charger ici, depuis PeerTube" in before
    assert "film.mp4" in inert.partition("</template>")[0]
    ways = [
        link for link in read_page(built.site / "academie" / "phare" / "index.html").ways if "video.example" in link
    ]
    assert ways == ["https://video.example/film.mp4"]


def test_the_text_of_a_document_is_found_by_search(built):
    corpus = (built.site / "api" / "v1" / "corpus.jsonl").read_text(encoding="utf-8")
    found = [line for line in corpus.splitlines() if "lanterne octogonale" in line]
    assert any("academie/phare/" in line and "resource-plan" in line for line in found)


def test_the_english_page_says_that_a_recording_is_in_french(built):
    page = built.page("en/academy/phare")
    assert "In French" in page
    assert '<div lang="fr">' in page
