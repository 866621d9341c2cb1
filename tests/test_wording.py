"""Words for readers."""

import pytest

from atlas.wording import angle_words, date_words, distance_words, number_words, paragraphs, prose


@pytest.mark.parametrize(
    ("partial", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-08", "août 2024", "August 2024"),
        ("2023-10-17", "17 octobre 2023", "17 October 2023"),
        ("2026-01-01", "1er janvier 2026", "1 January 2026"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(partial, french, english):
    assert date_words(partial, "fr") == french
    assert date_words(partial, "en") == english


def test_numbers_take_the_separators_of_the_language():
    assert number_words(1898561, "en") == "1,898,561"
    assert number_words(63.5, "fr") == "63,5"


def test_prose_escapes_everything_but_emphasis():
    assert prose("*Titane* <script>alert(1)</script> & co") == (
        "<em>Titane</em> &lt;script&gt;alert(1)&lt;/script&gt; &amp; co"
    )


def test_a_blank_line_parts_paragraphs():
    assert paragraphs("un\n\n*deux*\n") == ["un", "<em>deux</em>"]


@pytest.mark.parametrize(
    ("km", "french", "english"), [(0.71, "0,7 km", "0.7 km"), (9.96, "10 km", "10 km"), (47.4, "47 km", "47 km")]
)
def test_a_distance_is_told_as_precisely_as_its_points_deserve(km, french, english):
    assert distance_words(km, "fr") == french
    assert distance_words(km, "en") == english


def test_a_position_is_told_as_on_a_chart():
    assert angle_words(43.3386, "lat", "fr") == "43° 20,3′ N"
    assert angle_words(-5.3467, "lon", "fr") == "5° 20,8′ O"
    assert angle_words(-5.9999, "lon", "en") == "6° 0.0′ W"
