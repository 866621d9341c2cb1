"""Notes: the calls in the text and the list at its foot."""

import pytest

from atlas.model import Source
from atlas.notes import Notes, source_line

GOMET = Source(
    id="gomet",
    title="Un entretien",
    publisher="Gomet'",
    url="https://gomet.net/x",
    date="2023-11",
    date_basis="inferred",
    kind="press",
    reading="full",
)
WSP = Source(
    id="wsp", title="The airport", lang="en", publisher="WSP", url=None, date=None, date_basis="none", kind="official",
    reading="opening",
)  # fmt: skip
SOURCES = {"gomet": GOMET, "wsp": WSP}


def test_notes_are_numbered_in_the_order_of_their_first_call():
    notes = Notes(SOURCES)
    notes.call(["wsp"])
    assert str(notes.call(["gomet", "wsp"])) == (
        '<sup class="n"><a href="#note-2" aria-label="Note 2">2</a> <a href="#note-1" aria-label="Note 1">1</a></sup>'
    )
    assert notes.entries == [(1, WSP), (2, GOMET)]


def test_no_source_makes_no_call():
    assert Notes(SOURCES).call([]) == ""


def test_an_unknown_source_is_an_error():
    with pytest.raises(KeyError):
        Notes(SOURCES).call(["gomett"])


def test_a_source_is_told_in_one_line_with_how_its_date_is_known():
    assert source_line(GOMET, "fr") == "Gomet&#39;, <cite>Un entretien</cite>, novembre 2023 (date déduite)"
    assert source_line(WSP, "fr") == 'WSP, <cite lang="en">The airport</cite>, sans date'
    assert source_line(WSP, "en") == "WSP, <cite>The airport</cite>, undated"
    assert source_line(GOMET, "en") == 'Gomet&#39;, <cite lang="fr">Un entretien</cite>, November 2023 (date inferred)'


def test_english_readers_are_told_the_publisher_in_english_where_the_record_says_how():
    insee = GOMET.model_copy(update={"publisher": "Insee", "publisher_en": "INSEE"})
    assert source_line(insee, "fr").startswith("Insee, ")
    assert source_line(insee, "en").startswith("INSEE, ")
