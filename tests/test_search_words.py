"""Words, slips and ranks: Python and JavaScript agree, and French and English are compared as people write them."""

import json
import subprocess

import pytest

from atlas.folding import fold
from atlas.search.lexicon import lexicon
from atlas.search.slips import slips
from atlas.search.words import STOP, stem, stems, tokens
from support.projects import ROOT

SCRIPTS = ROOT / "docs" / "theme" / "js" / "search"


def in_node(code, given):
    """Return what a module prints as JSON, with `given` as its `input`."""
    module = f"const input = {json.dumps(given)};\n{code}"
    command = ["sh", "scripts/node.sh", "node", "--input-type=module"]
    done = subprocess.run(command, input=module, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_python_and_javascript_stem_every_word_of_the_lexicon_alike():
    known = list(lexicon().stems)
    words = known + [f"{word}s" for word in known] + [f"{word}aux" for word in known]
    code = f'import {{ stem }} from "{SCRIPTS.as_uri()}/words.js"; console.log(JSON.stringify(input.map(stem)));'
    assert in_node(code, words) == [stem(word) for word in words]


TEXTS = [
    "L’Académie s’est tenue à l’étang de Berre : 1 898 561 habitants, 1,375,147 visitors, qu’est-ce que c’est ?",
    "Œuvre, ÉVÈNEMENT, événements, cœur, Straße, O'Connor's museum, aujourd'hui, d'Aix-en-Provence",
    "\u202eabc\u200b <script>alert(1)</script> .*+?^${}()|[]\\ \u00a0 12,5 % 44e",
    "",
]


def test_folding_forgets_accents_capitals_and_ligatures():
    assert fold("L’Œuvre d’été À CÔTÉ") == "l'oeuvre d'ete a cote"


def test_python_and_javascript_cut_texts_into_the_same_words():
    code = f"""import {{ tokens, stems }} from "{SCRIPTS.as_uri()}/words.js";
    const stop = new Set(input.stop);
    console.log(JSON.stringify(input.texts.map((text) => [tokens(text), stems(text, stop)])));"""
    found = in_node(code, {"stop": sorted(STOP), "texts": TEXTS})
    assert found == [[tokens(text), stems(text)] for text in TEXTS]


@pytest.mark.parametrize(
    "one, other",
    [
        ("académie", "ACADEMIE"),
        ("évènement", "événements"),
        ("l’étang", "etangs"),
        ("œuvre", "oeuvres"),
        ("visiter", "visites"),
        ("économie", "economies"),
        ("journal", "journaux"),
        ("cities", "city"),
        ("1 898 561", "1,898,561"),
        ("sous-marin", "sous marins"),
    ],
)
def test_two_spellings_of_a_word_are_one(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize("one, other", [("port", "sport"), ("mer", "maire"), ("tour", "tourisme"), ("aix", "axe")])
def test_two_words_stay_two(one, other):
    assert stems(one) != stems(other)


def test_slips_are_counted_alike_in_python_and_javascript():
    pairs = [["aeroport", "aeroprt"], ["mucem", "mucme"], ["", "abc"], ["abc", ""], ["iter", "iter"], ["ca", "abc"]]
    code = f"""import {{ slips }} from "{SCRIPTS.as_uri()}/slips.js";
    console.log(JSON.stringify(input.map(([one, other]) => slips(one, other))));"""
    assert in_node(code, pairs) == [slips(one, other) for one, other in pairs] == [1, 1, 3, 3, 0, 3]
