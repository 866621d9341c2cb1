"""Small recordings and documents, made for a test: nothing in them is anybody's."""

from __future__ import annotations

import io
import wave

CAPTIONS = """WEBVTT

1
00:00.000 --> 00:02.000
Voici <b>le phare</b>.

00:02.000 --> 00:05.500 align:start
Il tourne,
et il éclaire.
"""
"""Captions without a fault, five and a half seconds long."""


def tone(seconds: float = 0.1) -> bytes:
    """Return a WAV file of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * int(8000 * seconds))
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """Return a PDF of A5 pages, each with a line of text."""
    import typst

    sheets = "\n#pagebreak()\n".join(pages)
    return typst.compile(f'#set page("a5")\n{sheets}\n'.encode())
