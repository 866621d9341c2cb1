"""The browser that tests and pictures use: the machine's Chromium or Chrome, else one installed on the spot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from support.waiting import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of another host fails at once, on every machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
HELP = """Aucun navigateur pour les tests. Au choix :
  - installez Chromium ou Chrome (Debian, Ubuntu : « sudo apt install chromium ») ;
  - indiquez le vôtre : « CHROMIUM=/chemin/vers/chrome make test »."""


class NoBrowserError(Exception):
    """No browser is there, and none could be installed."""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def find() -> str | None:
    """Return the path of a browser of this machine: the one that `CHROMIUM` names, else the first known one.

    Raises:
        NoBrowserError: When `CHROMIUM` names no program.
    """
    if chosen := os.environ.get("CHROMIUM"):
        if found := shutil.which(chosen):
            return found
        raise NoBrowserError(f"CHROMIUM={chosen} : ce programme n’existe pas.\n{HELP}")
    return next(filter(None, map(shutil.which, (*NAMES, *PLACES))), None)


def install() -> str:
    """Install a browser and return its path.

    Raises:
        NoBrowserError: When neither apt nor Playwright can.
    """
    if _is_root() and shutil.which("apt-get"):
        print("→ Installation de Chromium par apt (une minute environ)…", file=sys.stderr, flush=True)
        subprocess.run(["apt-get", "update", "-q"], stdout=subprocess.DEVNULL, check=False)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"]
        subprocess.run(
            install, stdout=subprocess.DEVNULL, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
        if found := find():
            return found
    print("→ Téléchargement de Chromium par Playwright (une minute environ)…", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode == 0:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    raise NoBrowserError(HELP)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser, and end it afterwards.

    Raises:
        NoBrowserError: When there is no browser to start.
    """
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    executable = find() or install()
    sandbox = ["--no-sandbox"] if _is_root() else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*OPTIONS, *sandbox])
        try:
            yield browser
        finally:
            browser.close()
