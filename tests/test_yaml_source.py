"""Strict YAML: what is text, what is refused, where things stand, and both parsers alike."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atlas.reading import yaml_source
from atlas.reading.plain_text import MAX_BYTES, read_text
from atlas.reading.problems import ContentError
from atlas.reading.yaml_source import Document, parse, read
from support.projects import ROOT


def outcome(text: str, *, libyaml: bool) -> object:
    """Return what reading a text gives, in a form that can be compared."""
    try:
        document = parse(text, "a.yml", libyaml=libyaml)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return document


def refused(data: bytes, tmp_path: Path) -> str:
    """Return the message that a file of these bytes gets, with ordinary spaces."""
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        read(path, tmp_path)
    return str(caught.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "12:30", "01234", "2024-03-17", "1e3", "0x1F", "1_000", "~", ".5", ".nan"]
)
def test_what_editors_mean_as_text_stays_text(word: str) -> None:
    assert parse(f"a: {word}\n", "a.yml").data == {"a": word}


def test_numbers_null_true_and_false_are_what_they_look_like() -> None:
    text = "a: 12\nb: -3\nc: 43.29\nd: null\ne:\nf: true\ng: false\nh: '12'\ni: \"true\"\n"
    data = {"a": 12, "b": -3, "c": 43.29, "d": None, "e": None, "f": True, "g": False, "h": "12", "i": "true"}
    assert parse(text, "a.yml").data == data


def test_a_very_long_number_is_text() -> None:
    digits = "9" * 5000
    assert parse(f"a: {digits}\nb: {digits}.5\n", "a.yml").data == {"a": digits, "b": digits + ".5"}


def test_each_key_and_item_knows_its_line() -> None:
    text = (
        "# head\nname:\n  fr: un\n  en: >-\n    a\n    b\n"
        "facts:\n  - text: x\n    when: 1900\n  - text: y\nids: [a,\n  b]\n"
    )
    document = parse(text, "a.yml")
    lines = {
        ("name",): 2,
        ("name", "en"): 4,
        ("facts", 0): 8,
        ("facts", 0, "when"): 9,
        ("facts", 1): 10,
        ("ids", 1): 12,
    }
    assert {field: document.line(field) for field in lines} == lines


def test_a_field_that_is_not_written_has_the_line_of_what_is_around_it() -> None:
    document = parse("a: 1\nname:\n  fr: un\n", "a.yml")
    assert document.line(("name", "en")) == 2
    assert document.line(("nowhere", 3)) == 1


def test_equal_keys_are_a_problem_and_the_first_one_holds() -> None:
    document = parse("a: 1\nb: 2\na: 3\n", "a.yml")
    assert document.data == {"a": 1, "b": 2}
    assert [(problem.line, problem.field) for problem in document.problems] == [(3, "a")]


def test_a_byte_order_mark_and_windows_line_ends_are_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("\ufeffa: 1\r\nb: été\r\n".encode())
    document = read(path, tmp_path)
    assert document.data == {"a": 1, "b": "été"}
    assert document.line(("b",)) == 2


def test_letters_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes('a: e\u0301te\u0301\nb: "e\\u0301"\n'.encode())
    assert read(path, tmp_path).data == {"a": "été", "b": "é"}


def test_a_link_a_pipe_and_a_folder_are_not_ordinary_files(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: 1\n")
    (tmp_path / "link.yml").symlink_to("real.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "folder.yml").mkdir()
    for name in ("link", "pipe", "folder"):
        with pytest.raises(ContentError, match="fichier ordinaire"):
            read(tmp_path / f"{name}.yml", tmp_path)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="ne peut pas être lu"):
        read(tmp_path / "a.yml", tmp_path)


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    line = b"# a comment\n"
    data = b"a: 1\n" + line * ((MAX_BYTES - 5) // len(line))
    (tmp_path / "a.yml").write_bytes(data + b"#" * (MAX_BYTES - len(data)))
    assert read(tmp_path / "a.yml", tmp_path).data == {"a": 1}
    assert "256 ko" in refused(b"#" * (MAX_BYTES + 1), tmp_path)


def test_the_name_of_a_file_is_printable_whatever_its_bytes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\x1b[31m\n.yml"))
    name = yaml_source.name_of(path, tmp_path)
    assert name.isprintable()
    name.encode()


def test_many_tabs_are_one_message(tmp_path: Path) -> None:
    assert refused(b"a:\n\tb: 1\n\tc: 2\n\td: 3\n", tmp_path) == (
        "a.yml:2: cette ligne contient une tabulation, et 2 autres lignes aussi. "
        "Remplacez chaque tabulation par deux espaces"
    )


def test_an_escape_may_not_hide_what_the_file_may_not_hold() -> None:
    for escape in (r"\0", r"\u202e", r"\t", r"\ud800", r"\x1b", r"\u200b"):
        for libyaml in (True, False):
            assert isinstance(outcome(f'a: "x{escape}y"\n', libyaml=libyaml), list), escape


def test_no_word_of_the_parser_reaches_a_message() -> None:
    for text in (
        'a: "\\UFFFFFFFF"\n',
        "a: [",
        "a: b: c\n",
        "a: @b\n",
        "%FOO\n",
        "a: !foo!bar b\n",
        "- a\nb\n",
        "? \n",
        "{a",
    ):
        said = outcome(text, libyaml=True)
        assert said == outcome(text, libyaml=False)
        if isinstance(said, list):
            assert not any(word in said[0] for word in ("expected", "found", "while", "mapping", "yaml_"))


PIECES = [
    "a",
    "b",
    "name",
    ":",
    ": ",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "- ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " #",
    "&x ",
    "*x",
    "!t ",
    "!!str ",
    "|",
    ">-\n",
    "?",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "<<",
    "é",
    "«",
    "\\",
    "\\u12",
    "1",
    "1.5",
    "null",
    "\r\n",
    "\t",
    "@",
    "`",
    "%",
    "~",
    "=",
    "\u2028",
    "\x85",
    "\ufeff",
    "\x00",
    "http://x",
    "a:b",
    "-b",
]


def test_both_parsers_give_the_same_result_on_the_real_records() -> None:
    files = sorted([*ROOT.glob("places/*.yml"), *ROOT.glob("members/*.yml"), *ROOT.glob("docs/data/*.yml")])
    assert files
    for file in files:
        text = read_text(file, file.name)
        assert isinstance(outcome(text, libyaml=True), Document)
        assert outcome(text, libyaml=True) == outcome(text, libyaml=False)


def test_both_parsers_give_the_same_result_on_spoilt_records(tmp_path: Path) -> None:
    random_ = random.Random(20231017)
    good = (ROOT / "tests/fixtures/small_site/places/le-phare.yml").read_text(encoding="utf-8")
    path = tmp_path / "a.yml"
    for _ in range(300):
        place = random_.randrange(len(good))
        spoilt = good[:place] + random_.choice(PIECES) + good[place + random_.randrange(3) :]
        path.write_text(spoilt, encoding="utf-8", newline="")
        try:
            text = read_text(path, "a.yml")
        except ContentError:
            continue
        assert outcome(text, libyaml=True) == outcome(text, libyaml=False), spoilt


@settings(derandomize=True, deadline=None, max_examples=300, database=None)
@given(
    st.binary(max_size=400)
    | st.lists(st.sampled_from(PIECES), max_size=60).map(lambda pieces: "".join(pieces).encode())
)
@example(b"\xff\xfe")
@example(b"[" * 5000)
@example(b"{" * 5000)
@example(b"- " * 5000)
@example(b"? " * 5000)
@example(b'a: "' + b"\\" * 5001 + b'"')
@example(b"&a " * 3000)
def test_no_bytes_whatever_end_in_anything_but_a_document_or_problems(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yml"
        path.write_bytes(data)
        try:
            text = read_text(path, "a.yml")
        except ContentError as error:
            assert error.problems
            return
    for libyaml in (True, False):
        assert isinstance(outcome(text, libyaml=libyaml), Document | list)
