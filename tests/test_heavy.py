"""Heavy files: rendered once, kept, and never changed by being kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.heavy import Rendering, render


def rendering(path: str, made: list[str], *inputs: str | bytes) -> Rendering:
    """Return a rendering that notes each time it is made."""

    def make() -> bytes:
        made.append(path)
        return path.encode()

    return Rendering(path, inputs, make)


def test_a_file_is_made_once_for_the_same_inputs(tmp_path: Path) -> None:
    made: list[str] = []
    wanted = [rendering("a.png", made, "svg", "1.0"), rendering("b.png", made, "other", "1.0")]
    first = list(render(wanted, tmp_path / "cache"))
    assert first == [("a.png", b"a.png"), ("b.png", b"b.png")]
    assert list(render(wanted, tmp_path / "cache")) == first
    assert sorted(made) == ["a.png", "b.png"]


@pytest.mark.parametrize("inputs", [("svg", "1.1"), ("svg1", ".0"), (b"svg", "1.0", "")])
def test_other_inputs_make_another_file(inputs: tuple[str | bytes, ...]) -> None:
    assert rendering("a", [], *inputs).key != rendering("a", [], "svg", "1.0").key


def test_a_preview_shows_only_what_is_there(tmp_path: Path) -> None:
    made: list[str] = []
    kept, new = rendering("a", made, "1"), rendering("b", made, "2")
    list(render([kept], tmp_path))
    assert list(render([new, kept], tmp_path, only_cached=True)) == [("a", b"a")]
    assert made == ["a"]


def test_a_rendering_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise RuntimeError("no font")

    with pytest.raises(RuntimeError, match="no font"):
        list(render([Rendering("a", ("1",), fail)], tmp_path))
    assert list(tmp_path.iterdir()) == []
