"""What a text for readers may not hold: markup, addresses, personal data."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from atlas.model.record import FieldPath
from atlas.model.shapes import Leaf
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, quoted

_SUSPECT: Final = re.compile(r"[<&*@\[ÃÂâ]|https?:|www\.|\+\d|0[1-9]", re.I)
"""What every refused text holds: most texts are cleared by this one look."""

# What repeats is bounded, so that no text, however long, makes a search slow.
_TAG: Final = re.compile(r"<[!/?a-z][^>]*>?|<\s{1,9}/?\s{0,9}[a-z][^<>]*>", re.I)
_ENTITY: Final = re.compile(r"&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);?", re.I)
_LINK: Final = re.compile(r"\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_URL: Final = re.compile(r"(?:https?://|\bwww\.)[^\s)»”]*[^\s)»”.,;:]", re.I)
EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
PHONE: Final = re.compile(
    r"(?<![\d,.])(?:(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)[\s.-]?)?[1-9](?:[\s.-]?\d\d){4}|0[1-9](?:[\s.-]?\d\d){4})(?![\d])"
)
_MOJIBAKE: Final = re.compile("[ÃÂ][\u0080-\u00bf]|â€[\u0080-\uffff]")
_ONLY_STARS: Final = "Seul *mot*, pour l’emphase, est permis"


def texts_are_plain(content: Content) -> Iterator[Problem]:
    """Refuse markup, links and personal data in every text for readers."""
    for entry in content:
        for leaf in entry.leaves:
            if leaf.shape.role == "words" and _SUSPECT.search(leaf.value):
                yield from _text(entry, leaf)


def english_is_not_french(content: Content) -> Iterator[Problem]:
    """Notice a whole sentence that is the same in both languages."""
    for entry in content:
        french: dict[FieldPath, str] = {}
        for leaf in entry.leaves:
            *parent, key = leaf.field
            if key == "fr":
                french[tuple(parent)] = leaf.value
            elif key == "en" and leaf.value.count(" ") >= 6 and french.get(tuple(parent)) == leaf.value:
                yield entry.notice(leaf.field, "le texte anglais est le même que le texte français", "Traduisez-le")


def addresses_are_whole(content: Content) -> Iterator[Problem]:
    """Check that no web address holds a space: it would be published, and lead nowhere."""
    for entry in content:
        for field, url in _addresses(entry.data, ()):
            if found := re.search(r"\S+\s+(?P<rest>\S.*)", url.strip()):
                wrong = f"{quoted(url)} : une adresse web n’a pas d’espace"
                yield entry.error(
                    field, wrong, f"Ôtez {quoted(found['rest'])}, ou recopiez l’adresse de votre navigateur"
                )


def _addresses(data: object, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Yield the web addresses in what is written, each with its field."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in parts:
        if step == "url" and isinstance(value, str):
            yield (*at, step), value
        else:
            yield from _addresses(value, (*at, step))


def _text(entry: Entry[Any], leaf: Leaf) -> Iterator[Problem]:
    for wrong, cure in _faults(leaf.value):
        yield entry.error(leaf.field, wrong, cure)


def _faults(text: str) -> Iterator[tuple[str, str]]:
    if found := _TAG.search(text):
        yield f"{quoted(found[0])} est une balise, qui est refusée", f"Ôtez-la. {_ONLY_STARS}"
    if (found := _ENTITY.search(text)) and html.unescape(found[0]) != found[0]:
        sign = html.unescape(found[0])
        cure = (
            f"Écrivez le signe lui-même : {sign}"
            if sign.isprintable() and sign not in "<>"
            else f"Ôtez-le, et tout autre code de cette sorte. {_ONLY_STARS}"
        )
        yield f"{quoted(found[0])} est un code HTML, qui est refusé", cure
    if found := _LINK.search(text):
        yield f"{quoted(found[0])} est un lien, qui est refusé", "Gardez les mots, et citez l’adresse comme source"
    elif found := _URL.search(text):
        yield (
            f"{quoted(found[0])} est une adresse web dans un texte",
            "Ôtez-la ; mettez-la dans « website » ou dans une source",
        )
    if found := EMAIL.search(text):
        yield f"{quoted(found[0])} est une adresse électronique, donnée personnelle", "Ôtez-la"
    if found := PHONE.search(text):
        yield f"{quoted(found[0])} ressemble à un numéro de téléphone, donnée personnelle", "Ôtez-le"
    if found := _MOJIBAKE.search(text):
        yield f"{quoted(found[0])} est un accent abîmé par un mauvais encodage", "Retapez la lettre"
    yield from _emphasis(text)


def _emphasis(text: str) -> Iterator[tuple[str, str]]:
    if "**" in text:
        yield "« ** » n’est pas permis", "Mettez une seule étoile de chaque côté : *mot*"
    elif any(paragraph.count("*") % 2 for paragraph in re.split(r"\n\s*\n", text)):
        yield "une étoile n’a pas sa paire", "Écrivez *mot*, une étoile de chaque côté, ou ôtez-la"
