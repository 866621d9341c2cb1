"""Publishing: the last good site stays until a better one is whole."""

import pytest

from atlas import publishing


def _page(folder, text):
    folder.mkdir()
    (folder / "index.html").write_text(text)


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path):
    site = tmp_path / "site"
    _page(site, "old")
    _page(publishing.aside(site), "new")
    publishing.publish(site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path):
    site = tmp_path / "site"
    _page(publishing.aside(site), "new")
    publishing.publish(site)
    assert (site / "index.html").read_text() == "new"


def test_a_failed_swap_puts_the_last_good_site_back(tmp_path):
    site = tmp_path / "site"
    _page(site, "old")
    with pytest.raises(OSError, match=r"site\.new"):
        publishing.publish(site)
    assert (site / "index.html").read_text() == "old"


def test_discarding_removes_only_what_was_built_aside(tmp_path):
    site = tmp_path / "site"
    _page(site, "old")
    _page(publishing.aside(site), "new")
    publishing.discard(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
