"""Search as a library: passages, vectors, files, twins; no browser."""

import json

import numpy as np
import pytest

from atlas.search import vectors as cache
from atlas.search.files import INDEX, search_files
from atlas.search.finder import Finder
from atlas.search.meaning import fit, framed, packed, scales_of, unframed, unpacked
from atlas.search.passages import LONGEST, PageText, passages
from atlas.search.twins import twin

PAGE = """
<h1 id="phare">Le Phare</h1>
<p>Un phare au bord de l’eau.<sup class="n"><a href="#note-1">1</a></sup></p>
<h2 id="lampe">La lampe</h2>
<p>Elle se voit de loin.</p><svg role="img" aria-label="Une lampe"><path d="M0 0"/></svg>
<ul><li>Elle tourne toutes les cinq secondes, et s’arrête le jour.</li></ul>
<nav><p>Une voie que personne ne cherche ici, assez longue pour être vue.</p></nav>
<h3>Son gardien</h3>
<p>Personne n’y habite depuis que la lampe est automatique.</p>
<section class="notes"><h2 id="notes">Notes</h2><ol><li id="note-1" data-source="gazette">La Gazette</li></ol></section>
"""


def page(html=PAGE, **more):
    return PageText("lieux/phare/", "fr", "Le Phare", "places", html, **more)


def test_passages_are_cut_by_heading_with_their_anchor_titles_and_sources():
    found = passages(page())
    assert [(one.anchor, one.titles, one.sources) for one in found] == [
        ("phare", ("Le Phare",), ("gazette",)),
        ("lampe", ("Le Phare", "La lampe"), ()),
        ("lampe", ("Le Phare", "La lampe", "Son gardien"), ()),
    ]
    assert found[0].text == "Un phare au bord de l’eau."
    assert found[1].text == "Elle se voit de loin. Elle tourne toutes les cinq secondes, et s’arrête le jour."
    assert "personne ne cherche" not in " ".join(one.text for one in found), "ways on are no passages"


def test_words_that_only_the_layout_parts_are_parted_in_the_passage():
    row = "<span>Économie portuaire</span><span>Marseille</span>, quai<br>13002 et l’<em>île</em> du 1<sup>er</sup>"
    (found,) = passages(page(f"<h1>Port</h1><p>{row}</p>"))
    assert found.text == "Économie portuaire Marseille, quai 13002 et l’île du 1er"


def test_a_long_text_is_cut_between_sentences():
    sentence = "Le bateau entre au port avant la nuit tombée. "
    found = passages(page(f"<h1>Port</h1><p>{sentence * 60}</p>"))
    assert len(found) > 3
    assert all(len(one.text.split()) <= LONGEST and one.text.endswith(".") for one in found)
    assert " ".join(one.text for one in found).split() == (sentence * 60).split(), "no word is lost"


def test_questions_lead_to_the_first_passage_and_are_not_shown():
    first, *rest = passages(page(questions=("Qui garde la mer ?",)))
    assert first.hidden == ("Qui garde la mer ?",)
    assert not any(one.hidden for one in rest)
    assert "Qui garde" not in first.said


def test_four_bits_keep_the_directions_of_vectors():
    rows = np.random.default_rng(7).normal(size=(50, 8))
    scales = scales_of(rows)
    again = unpacked(packed(rows, scales), scales)
    cosines = (rows * again).sum(axis=1) / np.linalg.norm(rows, axis=1) / np.linalg.norm(again, axis=1)
    assert cosines.min() > 0.93
    assert unframed(framed({"a": "é"}, b"12", b"3")) == ({"a": "é"}, b"123")


def test_the_projection_keeps_the_directions_in_which_passages_differ():
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(200, 3)) @ rng.normal(size=(3, 20)) + 5
    assert fit(rows, 3).kept == pytest.approx(1)
    assert fit(rows, 1).kept < 0.95
    assert np.linalg.norm(fit(rows, 3)(rows), axis=1) == pytest.approx(np.ones(200))


@pytest.fixture
def corpus():
    """Passages of one page, in both languages."""
    return {"fr": passages(page()), "en": passages(page())}


def test_without_vectors_the_files_go_by_words_and_say_so(corpus, monkeypatch, tmp_path):
    monkeypatch.setattr(cache, "FILE", tmp_path / "none.npz")
    made = search_files(corpus)
    assert any("par mots seulement" in note for note in made.notes)
    assert json.loads(made.files[INDEX])["words"] is None
    write(made, tmp_path)
    answer = Finder(tmp_path, "fr").ask("Qui allume la lampe ?")
    assert answer.found[0].anchor == "lampe"


def test_without_the_model_a_new_passage_gets_a_rough_vector_and_the_build_says_so(corpus, monkeypatch, tmp_path):
    monkeypatch.setattr(cache, "model_is_here", lambda: False)
    made = search_files(corpus)
    assert any("vecteur approché" in note and "make meaning" in note for note in made.notes)
    write(made, tmp_path)
    assert Finder(tmp_path, "fr").ask("une lumière sur la mer").found[0].path == "lieux/phare/"


def test_the_same_passages_give_the_same_bytes(corpus):
    assert search_files(corpus).files == search_files(corpus).files


def write(made, folder):
    for path, content in made.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "a" * 10_000,
        ".*+?^${}()|[]\\",
        "<img src=x onerror=alert(1)>",
        "\u202e\u200b",
        "' OR 1=1 --",
        "1 898 561",
    ],
)
def test_no_query_is_an_error(corpus, tmp_path, query):
    write(search_files(corpus), tmp_path)
    finder = Finder(tmp_path, "fr")
    assert isinstance(finder.search(query), list)
    assert finder.ask(query).found is not None


def test_a_twin_says_the_same_in_markdown():
    text = twin(page(), "https://one.example/lieux/phare/", "2026-01-01")
    head, body = text.split("---\n\n", 1)
    assert "url: https://one.example/lieux/phare/" in head and "licence: CC BY 4.0" in head
    assert "# Le Phare" in body and "## La lampe" in body
    assert "bord de l’eau.[^1]" in body and "[^1]: La Gazette" in body
    assert "[Une lampe]" in body, "a drawing says what it shows"
    assert "<" not in body
