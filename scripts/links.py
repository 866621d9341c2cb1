"""Tells which external links of the site no longer answer: `make links`. It is never part of a build.

Each address is asked once, by HEAD and then by GET where HEAD is refused; a host is asked one thing at a time, with a
pause in between, and asked again a little later when it is busy. Nothing fails unless `--strict` is given: a site may
be down for an evening, or refuse machines.
"""

from __future__ import annotations

import argparse
import http.client
import io
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

FILES: Final = ("places/*.yml", "members/**/*.yml", "docs/data/*.yml", "docs/fr/**/*.md", "docs/en/**/*.md")
"""Where the links are looked for, from the root of the project."""

AGENT: Final = "Mozilla/5.0 (compatible; one-provence-links/1.0; weekly check of our own links)"
"""Who asks, told plainly; some hosts refuse whatever does not begin like a browser."""

OWN: Final = frozenset({"127.0.0.1", "localhost"})
"""The hosts of previews, which no reader can reach."""

REFUSALS: Final = frozenset({401, 403, 405, 406, 429, 451, 501, 503, 999})
"""Answers of a host that does not want machines, or not now: the page may well be there."""

_URL: Final = re.compile(r"https?://[^\s<>\"'`{}|\\^»”)\]]+")
_SITE_URL: Final = re.compile(r"""^site_url:\s*["']?(\S+?)["']?\s*$""", re.MULTILINE)
_TRAILING: Final = ".,;:!?…*_"


@dataclass(frozen=True)
class Link:
    """An external link where it is written.

    Attributes:
        file: The file, relative to the project.
        line: The line, from 1.
        url: The address, without its anchor.
    """

    file: str
    line: int
    url: str


@dataclass(frozen=True)
class Answer:
    """What a host says of an address.

    Attributes:
        status: The status of HTTP; 0 when there was no answer.
        reason: What was the matter, in French; empty when nothing was.
        moved: The address that the host leads on to for good; empty when there is none.
    """

    status: int
    reason: str = ""
    moved: str = ""

    @property
    def is_dead(self) -> bool:
        """Whether readers would find nothing there."""
        return self.status not in REFUSALS and not 200 <= self.status < 400

    @property
    def is_unsure(self) -> bool:
        """Whether only a person can tell."""
        return self.status in REFUSALS


def links(root: Path) -> Iterator[Link]:
    """Yield the external links of a project in the order of files and lines, those to its own site left out."""
    identity = root / "docs" / "data" / "identity.yml"
    site = _SITE_URL.search(identity.read_text(encoding="utf-8")) if identity.is_file() else None
    own = {*OWN, urlsplit(site[1]).hostname if site else ""}
    for path in sorted({path for pattern in FILES for path in root.glob(pattern)}):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.split("\n"), 1):
            for found in _URL.findall(line):
                parts = urlsplit(found.rstrip(_TRAILING))
                if parts.hostname and parts.hostname not in own and not parts.hostname.endswith(".example"):
                    yield Link(path.relative_to(root).as_posix(), number, urlunsplit(parts._replace(fragment="")))


class _Manners(urllib.request.HTTPRedirectHandler):
    """Follows redirections, and remembers where a permanent one leads."""

    moved = ""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl
    ) -> urllib.request.Request | None:
        if code in {301, 308}:
            self.moved = newurl
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def ask(url: str, timeout: float = 15, tries: int = 3, pause: float = 2) -> Answer:
    """Return what the host says of an address.

    Args:
        url: The address.
        timeout: How long to wait for an answer, in seconds.
        tries: How often to ask when there is no answer, or a busy one.
        pause: How long to wait before asking again, in seconds; twice as long each time.
    """
    answer = Answer(0, "aucune réponse")
    for turn in range(tries):
        if turn:
            time.sleep(pause * 2 ** (turn - 1))
        answer = _once(url, "HEAD", timeout)
        if answer.is_dead or answer.is_unsure:
            # Many hosts answer HEAD badly: what counts is what a reader gets.
            answer = _once(url, "GET", timeout)
        if answer.status not in {0, 429, 500, 502, 503, 504}:
            break
    return answer


def _once(url: str, method: str, timeout: float) -> Answer:
    manners = _Manners()
    headers = {"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.8", "Accept-Language": "fr,en;q=0.8"}
    try:
        request = urllib.request.Request(url, method=method, headers=headers)
        with urllib.request.build_opener(manners).open(request, timeout=timeout) as response:
            return Answer(response.status, moved=manners.moved)
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(error.code, f"réponse {error.code}")
    except TimeoutError:
        return Answer(0, "aucune réponse à temps")
    except urllib.error.URLError as error:
        late = isinstance(error.reason, TimeoutError)
        return Answer(0, "aucune réponse à temps" if late else "hôte introuvable ou connexion refusée")
    except (http.client.HTTPException, OSError, ValueError):
        return Answer(0, "réponse illisible")


def ask_all(
    urls: Iterable[str], asked: Callable[[str], Answer] = ask, between: float = 1, hosts: int = 8
) -> Mapping[str, Answer]:
    """Return the answer to each address: several hosts at a time, one address at a time of each.

    Args:
        urls: The addresses.
        asked: What asks for one.
        between: The pause between two addresses of a host, in seconds.
        hosts: How many hosts are asked at a time.
    """
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(urlsplit(url).netloc, []).append(url)

    def turn(of_host: Sequence[str]) -> list[tuple[str, Answer]]:
        told = []
        for rank, url in enumerate(of_host):
            if rank:
                time.sleep(between)
            told.append((url, asked(url)))
        return told

    with ThreadPoolExecutor(hosts) as pool:
        return dict(pair for told in pool.map(turn, by_host.values()) for pair in told)


def report(found: Sequence[Link], answers: Mapping[str, Answer]) -> str:
    """Return what editors read: the dead links file by file, then what a person should look at, then a summary."""
    dead = [link for link in found if answers[link.url].is_dead]
    unsure = [link for link in found if answers[link.url].is_unsure]
    moved = [link for link in found if answers[link.url].moved and not answers[link.url].is_dead]
    parts = [
        *_part("Liens morts. Cherchez la nouvelle adresse, ou citez une autre source", dead, answers),
        *_part("À ouvrir soi-même, car l’hôte refuse les machines ou était occupé", unsure, answers),
        *_part("Déménagés pour de bon. Écrivez la nouvelle adresse", moved, answers),
    ]
    urls = len({link.url for link in found})
    count = f"{urls} adresse{'s' if urls > 1 else ''}, {len({link.url for link in dead})} sans page"
    parts.append(f"{count}, {len({link.url for link in unsure})} à ouvrir soi-même.")
    return "\n".join(parts) + "\n"


def _part(title: str, told: Sequence[Link], answers: Mapping[str, Answer]) -> Iterator[str]:
    if told:
        yield f"{title} :"
    for file in sorted({link.file for link in told}):
        yield f"  {file}"
        for link in (link for link in told if link.file == file):
            answer = answers[link.url]
            yield f"    {link.line}: {link.url} ({answer.reason or 'mène à ' + answer.moved})"
    if told:
        yield ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; return 1 with `--strict` when a link is dead, 0 otherwise."""
    parser = argparse.ArgumentParser(prog="scripts/links.py", description="Vérifie les liens vers d’autres sites.")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    parser.add_argument("--strict", action="store_true", help="échouer quand un lien est mort")
    parser.add_argument("--timeout", type=float, default=15, help="secondes d’attente par adresse")
    parser.add_argument("--between", type=float, default=1, help="secondes entre deux adresses d’un même hôte")
    parser.add_argument("--tries", type=int, default=3, help="essais par adresse")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    found = list(links(options.root))
    answers = ask_all(
        (link.url for link in found),
        lambda url: ask(url, options.timeout, options.tries, pause=2 * options.between),
        options.between,
    )
    sys.stdout.write(report(found, answers))
    return 1 if options.strict and any(answer.is_dead for answer in answers.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
