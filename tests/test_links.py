"""External links: a real server answers well, badly, late and elsewhere, and the report says which and where."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

import links as checker


@dataclass
class Host:
    """A server on this machine, with what it was asked.

    Attributes:
        origin: Its address, without a final slash.
        asked: Each request, as `HEAD /path`, with the time of its arrival.
        agents: The names by which it was asked.
    """

    origin: str
    asked: list[tuple[str, float]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def count(self, request: str) -> int:
        """Return how often it was asked that."""
        return Counter(what for what, _ in self.asked)[request]


@pytest.fixture
def host() -> Iterator[Host]:
    """A server: `/ok`, `/moved`, `/no-head`, `/forbidden`, `/busy` (twice), `/slow`, `/cut`; the rest is missing."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            running.asked.append((f"{self.command} {self.path}", time.monotonic()))
            running.agents.add(self.headers["User-Agent"])
            path = self.path.partition("?")[0]
            status = {"/ok": 200, "/forbidden": 403, "/moved": 301}.get(path, 404)
            if path == "/no-head":
                status = 405 if self.command == "HEAD" else 200
            elif path == "/busy":
                status = 503 if running.count("GET /busy") + running.count("HEAD /busy") < 3 else 200
            elif path == "/slow":
                done.wait()  # until the test is over: no machine is so slow that it would see an answer
            elif path == "/cut":
                self.connection.close()
                return
            try:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if status == 301:
                    self.send_header("Location", "/ok?moved")
                self.end_headers()
            except OSError:
                pass  # the one who asked did not wait

        def log_message(self, *args: object) -> None:
            pass

        def finish(self) -> None:
            with contextlib.suppress(OSError, ValueError):
                super().finish()

    done = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = Host(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield running
    done.set()
    server.shutdown()
    server.server_close()


def ask(url: str) -> checker.Answer:
    """Ask again after a moment only; a slow machine is given the time that it needs to answer itself."""
    return checker.ask(url, timeout=60, tries=3, pause=0.01)


def test_a_page_that_is_there_is_asked_once_without_its_text(host: Host) -> None:
    assert ask(f"{host.origin}/ok") == checker.Answer(200)
    assert [what for what, _ in host.asked] == ["HEAD /ok"]
    assert host.agents == {checker.AGENT}


def test_a_missing_page_is_dead_and_a_reader_would_have_found_so(host: Host) -> None:
    answer = ask(f"{host.origin}/gone")
    assert answer.is_dead and answer.status == 404
    assert [what for what, _ in host.asked] == ["HEAD /gone", "GET /gone"]


def test_a_host_that_refuses_head_is_asked_as_a_reader_would(host: Host) -> None:
    assert ask(f"{host.origin}/no-head").status == 200


def test_a_refusal_is_left_to_a_person(host: Host) -> None:
    answer = ask(f"{host.origin}/forbidden")
    assert answer.is_unsure and not answer.is_dead


def test_a_busy_host_is_asked_again(host: Host) -> None:
    assert ask(f"{host.origin}/busy").status == 200


def test_a_permanent_move_is_told(host: Host) -> None:
    answer = ask(f"{host.origin}/moved")
    assert not answer.is_dead
    assert answer.moved == f"{host.origin}/ok?moved"


def test_a_host_that_does_not_answer_in_time_is_told(host: Host) -> None:
    answer = checker.ask(f"{host.origin}/slow", timeout=0.1, tries=1)
    assert answer == checker.Answer(0, "aucune réponse à temps")
    assert answer.is_dead


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://[::1/"])
def test_an_address_that_leads_nowhere_is_dead_without_a_traceback(url: str) -> None:
    assert ask(url).is_dead


def test_a_connection_cut_short_is_dead(host: Host) -> None:
    assert ask(f"{host.origin}/cut").is_dead


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_and_nothing_twice(host: Host) -> None:
    urls = [f"{host.origin}/ok?{rank}" for rank in range(3)] * 2
    answers = checker.ask_all(urls, ask, between=0.1)
    assert {answer.status for answer in answers.values()} == {200}
    times = [when for _, when in host.asked]
    assert len(times) == 3
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(times))


def test_links_are_found_where_they_are_written_and_those_to_oneself_are_not(tmp_path: Path) -> None:
    files = {
        "docs/data/identity.yml": "site_url: https://own.test/\nurl: https://own.test/a\n",
        "docs/data/sources.yml": "sources:\n  - url: https://a.test/x#part\n    note: (voir https://b.test/y).\n",
        "docs/fr/index.md": "[un lien](https://c.test/z), `http://127.0.0.1:8000/` et https://d.example/\n",
        "site/index.html": "https://never.test/",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(checker.links(tmp_path)) == [
        checker.Link("docs/data/sources.yml", 2, "https://a.test/x"),
        checker.Link("docs/data/sources.yml", 3, "https://b.test/y"),
        checker.Link("docs/fr/index.md", 1, "https://c.test/z"),
    ]


def test_the_command_reports_by_file_and_fails_only_when_it_is_strict(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checker, "OWN", frozenset())
    (tmp_path / "places").mkdir()
    urls = "".join(f"- {host.origin}/{path}\n" for path in ("ok", "gone", "forbidden", "moved"))
    (tmp_path / "places" / "a.yml").write_text(urls, encoding="utf-8")
    quick = ["--root", str(tmp_path), "--timeout", "60", "--between", "0", "--tries", "1"]
    assert checker.main(quick) == 0
    assert capsys.readouterr().out == (
        "Liens morts. Cherchez la nouvelle adresse, ou citez une autre source :\n"
        "  places/a.yml\n"
        f"    2: {host.origin}/gone (réponse 404)\n"
        "\n"
        "À ouvrir soi-même, car l’hôte refuse les machines ou était occupé :\n"
        "  places/a.yml\n"
        f"    3: {host.origin}/forbidden (réponse 403)\n"
        "\n"
        "Déménagés pour de bon. Écrivez la nouvelle adresse :\n"
        "  places/a.yml\n"
        f"    4: {host.origin}/moved (mène à {host.origin}/ok?moved)\n"
        "\n"
        "4 adresses, 1 sans page, 1 à ouvrir soi-même.\n"
    )
    assert checker.main([*quick, "--strict"]) == 1


def test_the_real_sources_are_all_found() -> None:
    found = list(checker.links(Path(__file__).parents[1]))
    assert len({link.url for link in found if link.file == "docs/data/sources.yml"}) > 100
