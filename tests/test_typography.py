"""Typography set by the build."""

import pytest

from atlas.typography import NBSP, NNBSP, typeset, typeset_html

CASES = [
    ("fr", "l'art d'hier", "l’art d’hier"),
    ("fr", "Quoi ? Non ; si !", f"Quoi{NNBSP}? Non{NNBSP}; si{NNBSP}!"),
    ("fr", "trois axes : fédérer", f"trois axes{NBSP}: fédérer"),
    ("fr", "un effet « waouh »", f"un effet «{NNBSP}waouh{NNBSP}»"),
    ("fr", "63,0 % de 1 375 147", f"63,0{NNBSP}% de 1{NNBSP}375{NNBSP}147"),
    ("fr", "16,5 MW et 7 100 m² pour 140 M€", f"16,5{NBSP}MW et 7{NNBSP}100{NBSP}m² pour 140{NBSP}M€"),
    ("fr", "à 12:30, voir https://insee.fr", "à 12:30, voir https://insee.fr"),
    ("fr", "et puis...", "et puis…"),
    ("en", 'the port\'s "Phare"', "the port’s “Phare”"),
    ("en", "he said 'yes' in the '90s", "he said ‘yes’ in the ’90s"),
    ("en", "Why? Because: it is", "Why? Because: it is"),
    ("en", "16.5 MW and €140m", f"16.5{NBSP}MW and €140m"),
]


@pytest.mark.parametrize(("lang", "typed", "printed"), CASES)
def test_what_is_typed_is_printed_as_a_typesetter_would(lang, typed, printed):
    assert typeset(typed, lang) == printed


@pytest.mark.parametrize(("lang", "typed", "printed"), CASES)
def test_setting_twice_changes_nothing(lang, typed, printed):
    assert typeset(printed, lang) == printed


def test_code_and_addresses_are_left_alone():
    html = "<p>Tapez <code>a : 'b' ?</code> <a href=\"x?y='z'\">ici !</a></p><pre>«  »</pre>"
    assert typeset_html(html, "fr") == (
        f"<p>Tapez <code>a : 'b' ?</code> <a href=\"x?y='z'\">ici{NNBSP}!</a></p><pre>«  »</pre>"
    )


def test_a_foreign_phrase_follows_the_rules_of_its_own_language():
    html = '<p>Le titre <cite lang="en">What\'s next: "now"?</cite> : oui</p>'
    assert typeset_html(html, "fr") == f'<p>Le titre <cite lang="en">What’s next: “now”?</cite>{NBSP}: oui</p>'


def test_alternative_texts_and_descriptions_are_set_too():
    assert typeset_html('<img alt="L\'art" src="l\'art.png">', "fr") == '<img alt="L’art" src="l\'art.png">'
    assert typeset_html('<meta name="description" content="Oui : non">', "fr") == (
        f'<meta name="description" content="Oui{NBSP}: non">'
    )
    assert typeset_html('<meta name="viewport" content="l\'x">', "fr") == '<meta name="viewport" content="l\'x">'


def test_character_references_are_kept_or_set_and_never_broken():
    assert typeset_html("<p>l&#39;art &amp; vie &lt;b&gt; ?</p>", "fr") == f"<p>l’art &amp; vie &lt;b&gt;{NNBSP}?</p>"


def test_void_and_unclosed_tags_do_not_lose_the_language():
    html = '<p lang="en">a<br>it\'s: "b"</p><p>quoi ?</p>'
    assert typeset_html(html, "fr") == f'<p lang="en">a<br>it’s: “b”</p><p>quoi{NNBSP}?</p>'
