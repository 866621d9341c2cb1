"""A web server for a built site, like the one that will publish it: compressed, with its own 404 page."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


@dataclass(frozen=True)
class Server:
    """A site being served.

    Attributes:
        site: The folder.
        origin: The address of its root, without a final slash.
    """

    site: Path
    origin: str

    def file(self, path: str) -> Path | None:
        """Return the file that answers for a URL path, if there is one."""
        return file_of(self.site, path)


def file_of(site: Path, path: str) -> Path | None:
    """Return the file of `site` that a URL path asks for; a folder answers with its index."""
    target = (site / unquote(path).lstrip("/")).resolve()
    if not target.is_relative_to(site.resolve()):
        return None
    if path.endswith("/") or not path:
        target /= "index.html"
    return target if target.is_file() else None


@lru_cache(maxsize=256)
def _compressed(body: bytes) -> bytes:
    """Compress the same content once: every page asks for the same styles, scripts and icons."""
    return gzip.compress(body, mtime=0)


@contextmanager
def serve(site: Path) -> Iterator[Server]:
    """Serve `site` on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            found = file_of(site, path)
            if found is None and (site / unquote(path).lstrip("/") / "index.html").is_file():
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"{path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            missing = site / ("en/404.html" if path.startswith("/en/") else "404.html")
            status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
            body = found.read_bytes() if found else missing.read_bytes() if missing.is_file() else b""
            kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream" if found else "text/html"
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = _compressed(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests speak."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Server(site, f"http://127.0.0.1:{server.server_address[1]}")
    finally:
        server.shutdown()
        server.server_close()
