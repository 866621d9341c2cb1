"""`make fix`: what is certain is mended and shown, comments and layout stay, and nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.mending.__main__ import main, summary
from atlas.mending.mend import files, mend, model_of
from atlas.mending.order import in_order
from atlas.mending.parts import Part, meaning
from atlas.mending.signs import with_plain_signs
from atlas.model import Place
from atlas.model.academy import LessonHead, LessonWords, SessionHead
from atlas.reading.certainty import near_miss, slips
from atlas.reading.loading import load
from support.mistakes import Mistake, plain
from support.projects import ROOT, SMALL_SITE
from support.trees import differences, digests

PLACE = "places/le-phare.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The content of the small project, which is in order."""
    Mistake("none").plant(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def mended(root: Path) -> Callable[..., str]:
    """Mend the small project after replacements in one file, twice, and return that file."""

    def make(*changes: tuple[str, str], file: str = PLACE) -> str:
        path = root / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_bytes(text.encode())
        mend(root)
        once = path.read_bytes().decode()
        assert mend(root) == []
        assert path.read_bytes().decode() == once
        return once

    return make


def good(file: str = PLACE) -> str:
    return (SMALL_SITE / file).read_text(encoding="utf-8")


def test_what_is_in_order_is_left_alone(root: Path) -> None:
    before = digests(root)
    assert mend(root) == []
    assert differences(before, digests(root)) == []


def test_the_real_content_is_in_order() -> None:
    names = files(ROOT)
    assert {"places/mucem.yml", "docs/data/sources.yml", "docs/fr/academie/port/index.md"} <= set(names)
    for name in names:
        part, model = Part.of(name, (ROOT / name).read_text(encoding="utf-8")), model_of(name)
        assert part is not None, name
        assert with_plain_signs(name, part)[1] == [], name
        assert model is None or in_order(name, part, model)[1] == [], name


@pytest.mark.parametrize(
    ("changes", "file"),
    [
        pytest.param([("lat: 43.2967\n  lon: 5.3610", "lat: 5.3610\n  lon: 43.2967")], PLACE, id="swapped coordinates"),
        pytest.param([("lat: 43.2967", "lat: 43,2967")], PLACE, id="decimal comma"),
        pytest.param([('as_of: "2024-03"', "as_of: mars 2024")], PLACE, id="a month in words"),
        pytest.param([("related: [le-moulin]", "related: [le-mouiln]")], PLACE, id="a misspelt identifier"),
        pytest.param([("members: [club-du-phare]", "members: [Club du Phare]")], PLACE, id="an identifier as a name"),
        pytest.param([("domain: heritage", "domain: Cultures de la Méditerranée")], PLACE, id="a label for its term"),
        pytest.param([("opening: open\n", "opening: opne\n")], PLACE, id="a misspelt term"),
        pytest.param([("headline:", "headlin:")], PLACE, id="a misspelt key"),
        pytest.param([("domain: heritage\n", "domain: heritage  \n")], PLACE, id="spaces at the end of a line"),
        pytest.param([("  value: announced", "\tvalue: announced"), ("standing:\n", "standing: \n")], PLACE,
                     id="a tab"),
        pytest.param([("au bord de l'eau", "au bord de l’eau")], PLACE, id="a curly apostrophe"),
        pytest.param([("[^gazette]", "[^gazete]")], "docs/fr/academie/phare/index.md", id="a misspelt note"),
        pytest.param([("lessons: [lampe, gardien]", "lessons: [lampe, gardein]")], "docs/fr/academie/phare/index.md",
                     id="a misspelt lesson"),
        pytest.param([("atlas:map:le-phare", "atlas:map:le-phrae")], "docs/fr/academie/phare/lampe.md",
                     id="a misspelt place in a page"),
        pytest.param([("<!-- atlas:map -->", "<!--atlas:map-->")], "docs/fr/carte.md", id="a directive without spaces"),
        pytest.param([("[^gazette]", "[^ gazette]")], "docs/fr/academie/phare/index.md", id="a note with a space"),
    ],
)  # fmt: skip
def test_a_slip_is_put_right_and_nothing_else(
    mended: Callable[..., str], root: Path, changes: list[tuple[str, str]], file: str
) -> None:
    assert mended(*changes, file=file) == good(file)
    assert not load(root).errors


def test_a_french_date_becomes_an_iso_one_when_it_can_be_read_in_one_way(mended: Callable[..., str]) -> None:
    file = "members/club-du-phare.yml"
    text = mended(('since: "2023-10-17"', "since: 17/10/2023"), ('as_of: "2023-10-17"', "as_of: 07/10/2023"), file=file)
    assert 'since: "2023-10-17"' in text
    assert "as_of: 07/10/2023" in text  # the tenth of July, elsewhere


def test_comments_and_layout_stay(mended: Callable[..., str]) -> None:
    text = mended(
        ("  lat: 43.2967\n  lon: 5.3610", "  # relevé sur place\n  lat:   5.3610   # nord\n\n  lon: 43,2967 # est"),
        ("headline: {fr: Une lampe", "headline:   {fr: Une lampe"),
    )
    assert "  # relevé sur place\n  lat:   43.2967   # nord\n\n  lon: 5.3610 # est" in text
    assert "headline:   {fr: Une lampe" in text


def test_several_slips_of_one_file_are_put_right_one_after_another(mended: Callable[..., str]) -> None:
    assert mended(("headline:", "headlin:"), ("lat: 43.2967", "lat: 43,2967"), ("[le-moulin]", "[le-mouiln]")) == good()


def test_line_ends_of_windows_and_a_missing_last_one_are_put_right(root: Path) -> None:
    for file in (PLACE, "docs/fr/academie/phare/lampe.md"):
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_bytes(("\ufeff" + text.rstrip("\n")).replace("\n", "\r\n").encode())
    said = "\n".join(map(str, mend(root)))
    assert "places/le-phare.yml fins de ligne de Windows (CRLF)" in said
    assert (root / PLACE).read_bytes().decode() == good()
    assert (root / "docs/fr/academie/phare/lampe.md").read_bytes().decode() == good("docs/fr/academie/phare/lampe.md")


def test_keys_follow_the_model_and_take_their_comments_along(mended: Callable[..., str]) -> None:
    name, headline = (
        "name: {fr: Le Phare, en: The Lighthouse}\n",
        "headline: {fr: Une lampe sur la mer, en: A lamp on the sea}\n",
    )
    text = mended((name + headline, f"# le titre\n{headline}# le nom\n{name}"))
    assert f"order: 1\n# le nom\n{name}# le titre\n{headline}summary:" in text


def test_keys_of_an_item_follow_the_model(mended: Callable[..., str]) -> None:
    file = "docs/data/events.yml"
    text = mended(
        ("  - id: fete-de-la-lampe\n    name: {fr: Fête de la lampe, en: Feast of the lamp}\n    kind: opening\n",
         "  - kind: opening\n    name: {fr: Fête de la lampe, en: Feast of the lamp}\n    id: fete-de-la-lampe\n"),
        file=file,
    )  # fmt: skip
    assert text == good(file)


def test_a_record_with_a_key_that_is_not_known_keeps_its_order(mended: Callable[..., str]) -> None:
    changed = "prix: 3\norder: 1\n"
    assert changed in mended(("order: 1\n", changed))


def test_an_extension_of_four_letters_becomes_that_of_three(root: Path) -> None:
    (root / PLACE).rename(root / "places/le-phare.yaml")
    assert [plain(str(change)) for change in mend(root)] == [
        "places/le-phare.yaml « .yaml » n’est pas l’extension attendue\n  - le-phare.yaml\n  + le-phare.yml"
    ]
    assert not load(root).errors


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([("related: [le-moulin]", "related: [le-tunnel]")], id="an identifier far from any"),
        pytest.param([("sources: [gazette]\nwebsite", "sources: [gazette-2]\nwebsite")], id="a digit more"),
        pytest.param([('postcode: "13002"', 'postcode: "13003"')], id="another postcode"),
        pytest.param([("confidence: high", "confidence: sûre")], id="a word of no list"),
        pytest.param([("order: 1\n", "order: 1,375\n")], id="a comma that may part thousands"),
        pytest.param(
            [("domain: heritage\n", "domain: heritage\nheadlines: rien\n")], id="a key whose meaning is taken"
        ),
    ],
)
def test_what_is_not_certain_is_left_to_the_editor(mended: Callable[..., str], changes: list[tuple[str, str]]) -> None:
    expected = good()
    for old, new in changes:
        expected = expected.replace(old, new)
    assert mended(*changes) == expected


def test_a_tab_that_may_mean_two_things_is_left_alone(root: Path) -> None:
    text = "a:\n  b:\n    c: 1\n\td: 2\n"
    (root / PLACE).write_text(text, encoding="utf-8")
    assert not [change for change in mend(root) if change.path == PLACE]
    assert (root / PLACE).read_text(encoding="utf-8") == text


def test_a_file_that_is_no_text_is_left_alone(root: Path) -> None:
    (root / PLACE).write_bytes(b"\xff\xfe\x00\x01")
    mend(root)
    assert (root / PLACE).read_bytes() == b"\xff\xfe\x00\x01"


def test_only_the_named_files_are_touched(root: Path) -> None:
    for file in (PLACE, "places/le-moulin.yml"):
        (root / file).write_text((root / file).read_text(encoding="utf-8").replace("order", "ordre"), encoding="utf-8")
    assert {change.path for change in mend(root, [str(root / PLACE)])} == {PLACE}


def test_signs_stay_where_the_page_would_change(root: Path) -> None:
    part = Part.of("a.yml", "name:\n  fr: \"l’eau, 10 km\u00a0: dix\u00a0kilos\"\n  en: ’tis 'l’eau'\nother: 'l’eau'\n")
    assert part is not None
    after, changes = with_plain_signs("a.yml", part)
    assert 'fr: "l\'eau, 10 km : dix\u00a0kilos"' in after.yaml
    assert "en: ’tis" in after.yaml and "other: 'l''eau'" in after.yaml
    assert meaning(after.yaml) == {
        "name": {"fr": "l'eau, 10 km : dix\u00a0kilos", "en": "’tis 'l'eau'"},
        "other": "l'eau",
    }
    assert [change.line for change in changes] == [2, 3, 4]


def test_the_account_says_where_what_was_and_what_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / PLACE
    path.write_text(
        good().replace("lat: 43.2967", "lat: 43,2967").replace("domain: heritage", "domain: heritage "), "utf-8"
    )
    assert main(["--root", str(root)]) == 0
    assert plain(capsys.readouterr().out) == (
        "places/le-phare.yml:15 « 43,2967 » n’est pas un nombre\n  - lat: 43,2967\n  + lat: 43.2967\n"
        "places/le-phare.yml:19 espaces en fin de ligne\n  - domain: heritage·\n  + domain: heritage\n"
        "2 corrections dans 1 fichier. Relisez-les (« git diff »), puis lancez « make check ».\n"
    )
    assert plain(summary([])) == "Rien à corriger d’office. « make check » dit ce qui reste à voir."


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("mucen", ["mucem", "iter"], "mucem"),
        ("Port Center", ["port-center"], "port-center"),
        ("mucem-2024", ["mucem-2025"], None),
        ("gare", ["care", "mare"], None),
        ("itr", ["iter"], None),
        ("aeroport-marsielle-provnce", ["aeroport-marseille-provence"], "aeroport-marseille-provence"),
        ("tour-eiffel", ["tour-la-marseillaise"], None),
    ],
)
def test_a_near_miss_is_one_slip_from_one_word(word: str, known: list[str], meant: str | None) -> None:
    assert near_miss(word, known) == meant


def test_slips_are_letters_missing_added_changed_or_exchanged() -> None:
    words = ("phare", "phre", "phaare", "phase", "phaer", "moulin")
    assert [slips(word, "phare") for word in words] == [0, 1, 1, 1, 1, 3]


def test_a_file_has_the_model_of_where_it_stands() -> None:
    assert model_of(PLACE) is Place
    assert model_of("docs/fr/academie/port/index.md") is SessionHead
    assert model_of("docs/fr/academie/port/cables.md") is LessonHead
    assert model_of("docs/en/academy/port/cables.md") is LessonWords
    assert model_of("docs/data/elsewhere.yml") is None
