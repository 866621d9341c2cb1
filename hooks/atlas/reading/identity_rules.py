"""What a publisher must say and does not say yet: left to verify every day, refused by a release."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.model import Identity
from atlas.model.identity import unresolved
from atlas.model.shapes import field_at
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, quoted


def identity_is_known(content: Content) -> Iterator[Problem]:
    """Notice each unresolved value of the identity, and an address reserved for examples."""
    entry = content.identity
    if entry is None or entry.record is None:
        return
    if not entry.record.has_address:
        wrong = f"{quoted(entry.record.site_url)} est une adresse d’exemple, qui n’appartient à personne"
        yield entry.notice(("site_url",), wrong, "Écrivez l’adresse du site dès qu’elle est choisie")
    for field in unresolved(entry.record):
        _, about = field_at(Identity, field)
        what = (about.description or "").rstrip(".") if about else ""
        example = f", comme {about.examples[0]}" if about and about.examples else ""
        wrong = f"pas encore connu : {what[:1].lower()}{what[1:]}"
        yield entry.notice(field, wrong, f"Remplacez « null » dès qu’on le sait{example}")
