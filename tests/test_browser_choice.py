"""Which browser the tests use, and what is said when there is none: they are never skipped."""

import pytest

from support import browser


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch):
    """A machine without any browser, and without a way to install one."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    programs = {}
    monkeypatch.setattr(browser.shutil, "which", programs.get)
    monkeypatch.setattr(browser.subprocess, "run", lambda *_, **__: browser.subprocess.CompletedProcess([], 1))
    return programs


def test_the_browser_that_the_environment_names_comes_first(bare_machine, monkeypatch):
    bare_machine.update({"chromium": "/usr/bin/chromium", "/opt/chrome": "/opt/chrome"})
    monkeypatch.setenv("CHROMIUM", "/opt/chrome")
    assert browser.find() == "/opt/chrome"


def test_a_named_browser_that_does_not_exist_is_not_replaced_in_silence(bare_machine, monkeypatch):
    bare_machine["chromium"] = "/usr/bin/chromium"
    monkeypatch.setenv("CHROMIUM", "/opt/absent")
    with pytest.raises(browser.NoBrowserError, match="/opt/absent"):
        browser.find()


def test_chromium_comes_before_chrome(bare_machine):
    bare_machine.update({"google-chrome": "/usr/bin/google-chrome", "chromium": "/usr/bin/chromium"})
    assert browser.find() == "/usr/bin/chromium"


def test_without_any_browser_the_message_says_what_to_do():
    assert browser.find() is None
    with pytest.raises(browser.NoBrowserError, match="apt install chromium"):
        browser.install()
