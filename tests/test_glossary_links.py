"""Links to the glossary: the first use of a term in a page, and never where a link would be in the way."""

from __future__ import annotations

import pytest

from atlas.glossary_links import TermLink, link_between, link_terms

LENS = TermLink(("lentille", "lentilles"), "../glossaire/#lentille")
PORT = TermLink(("port",), "../glossaire/#port")
CENTER = TermLink(("Port Center",), "../glossaire/#port-center")
AI = TermLink(("IA",), "../glossaire/#ia")
SEA = TermLink(("état de l'eau",), "../glossaire/#eau")


def linked(html: str, *links: TermLink) -> list[str]:
    """Return what is linked to the glossary in some HTML, in order."""
    found = link_terms(html, links or (LENS,))
    return [part.split(">", 1)[1].split("</a>", 1)[0] for part in found.split('<a class="term"')[1:]]


def test_the_first_use_of_a_term_is_linked_and_no_other() -> None:
    html = link_terms("<p>Une lentille, deux lentilles.</p><p>Une lentille.</p>", [LENS])
    assert html == (
        '<p>Une <a class="term" href="../glossaire/#lentille">lentille</a>, deux lentilles.</p><p>Une lentille.</p>'
    )


def test_a_capital_at_the_head_of_a_sentence_does_not_hide_a_term() -> None:
    assert linked("<p>Lentilles et lampes</p>") == ["Lentilles"]


def test_initials_are_found_as_they_are_written_only() -> None:
    assert linked("<p>Il y a une IA, à côté de « ia ».</p>", AI) == ["IA"]
    assert linked("<p>ia</p>", AI) == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2>La lentille</h2>",
        '<p><a href="x">la lentille</a></p>',
        "<figure><svg><text>lentille</text></svg><figcaption>La lentille</figcaption></figure>",
        "<table><tr><td>lentille</td></tr></table>",
        "<p><code>lentille</code></p>",
        "<p><sup>lentille</sup></p>",
        '<p title="lentille">Rien</p>',
        "<!-- lentille -->",
        "<p>une antilentille, lentille-bis, lentilleux</p>",
    ],
)
def test_a_term_is_not_linked_in_what_is_no_text(html: str) -> None:
    assert link_terms(html, [LENS]) == html


def test_a_term_within_a_link_does_not_use_up_its_first_use() -> None:
    assert linked('<p><a href="x">lentille</a> et <em>lentille</em></p>') == ["lentille"]


def test_the_longest_of_two_terms_takes_the_words_and_the_other_waits() -> None:
    html = link_terms("<p>Le Port Center est au port.</p>", [CENTER, PORT])
    assert '"../glossaire/#port-center">Port Center</a>' in html
    assert '"../glossaire/#port">port</a>.' in html


def test_apostrophes_and_spaces_of_the_typesetter_are_those_of_the_typist() -> None:
    assert linked("<p>l’état de\u00a0l’eau</p>", SEA) == ["état de\u00a0l’eau"]
    assert linked("<p>l&#39;état de\nl&#39;eau</p>", SEA) == ["état de\nl&#39;eau"]


def test_only_what_stands_between_the_two_comments_is_linked() -> None:
    html = "<p>lentille</p><!-- terms --><p>lentille</p><!-- /terms --><p>lentille</p>"
    assert link_between(html, [LENS]).count('class="term"') == 1
    assert link_between("<p>lentille</p>", [LENS]) == "<p>lentille</p>"
