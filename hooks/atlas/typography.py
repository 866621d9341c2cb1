"""Typography: what a careful typesetter does to text, done by the build.

Editors type straight apostrophes and ordinary spaces; readers get the right signs. French rules
follow the *Lexique des règles typographiques en usage à l’Imprimerie nationale*: a narrow
no-break space before `;` `!` `?` and inside « », a no-break space before `:`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from atlas.model.text import Lang

NNBSP: Final = "\u202f"
"""The narrow no-break space."""

NBSP: Final = "\u00a0"
"""The no-break space."""

_SPACE = "[ \u00a0\u202f]"
_UNITS = (
    "m|m²|km|km²|cm|mm|ha|t|kg|MW|GW|kW|kV|Mt|M€|Md€|k€|bn|EVP|h|min|s"
    "|hectares|tonnes|mètres|metres|habitants|places|seats|millions|million|milliards|billion"
)
_RULES: Final[dict[Lang, list[tuple[re.Pattern[str], str]]]] = {
    "fr": [
        (re.compile(r"\.\.\."), "…"),
        (re.compile(r"'"), "’"),
        (re.compile(rf"{_SPACE}+([;!?»%€])"), NNBSP + r"\1"),
        (re.compile(rf"«{_SPACE}+"), "«" + NNBSP),
        (re.compile(rf"{_SPACE}+:(?=\s|$)"), NBSP + ":"),
    ],
    "en": [
        (re.compile(r"\.\.\."), "…"),
        (re.compile(r"(?<=\w)'|'(?=\d\ds?\b)"), "’"),
        (re.compile(r"(^|[\s(\[—–-])'"), r"\1‘"),
        (re.compile(r"'"), "’"),
        (re.compile(r'(^|[\s(\[—–-])"'), r"\1“"),
        (re.compile(r'"'), "”"),
    ],
}
_NUMBERS: Final = [
    (re.compile(rf"(?<=\d){_SPACE}(?=\d{{3}}(?!\d))"), NNBSP),
    (re.compile(rf"(?<=\d){_SPACE}(?=(?:{_UNITS})(?!\w))"), NBSP),
]
_ALL_RULES: Final = {lang: [*rules, *_NUMBERS] for lang, rules in _RULES.items()}


def typeset(text: str, lang: Lang) -> str:
    """Return plain `text` with the signs and spaces that readers of `lang` expect.

    Setting a text twice changes nothing.
    """
    for pattern, sign in _ALL_RULES[lang]:
        text = pattern.sub(sign, text)
    return text


_TOKEN: Final = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^>]+>", re.S)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_LANG: Final = re.compile(r'\blang="([a-z]{2})')
_ATTRIBUTES: Final = re.compile(r'(?<=\s)(alt|title|aria-label|placeholder)="([^"]*)"')
_META: Final = re.compile(r'^<meta\b(?=[^>]*\b(?:name|property)="(?:[\w:]*description|[\w:]*title)")')
_CONTENT: Final = re.compile(r'(?<=\s)(content)="([^"]*)"')
_VERBATIM: Final = frozenset({"pre", "code", "kbd", "samp", "script", "style", "textarea"})
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def typeset_html(html: str, lang: Lang) -> str:
    """Return an HTML page or fragment whose text, titles and alternative texts are set.

    Code is left as it is. A `lang` attribute changes the rules for what it encloses.
    """
    return "".join(_set(html, lang))


def _set(html: str, page_lang: Lang) -> Iterator[str]:
    open_tags: list[tuple[str, Lang, bool]] = [("", page_lang, False)]
    place = 0
    for match in _TOKEN.finditer(html):
        _, lang, verbatim = open_tags[-1]
        text = html[place : match.start()]
        yield text if verbatim else _entities_kept(text, lang)
        token = match[0]
        place = match.end()
        tag = _TAG.match(token)
        if tag is None:
            yield token
            continue
        closing, name = tag[1], tag[2].lower()
        if closing:
            for depth in range(len(open_tags) - 1, 0, -1):
                if open_tags[depth][0] == name:
                    del open_tags[depth:]
                    break
            yield token
            continue
        declared = _LANG.search(token)
        inner: Lang = lang if declared is None else "fr" if declared[1] == "fr" else "en"
        yield _attributes_set(token, inner)
        if name not in _VOID and not token.endswith("/>"):
            open_tags.append((name, inner, verbatim or name in _VERBATIM))
    yield html[place:] if open_tags[-1][2] else _entities_kept(html[place:], open_tags[-1][1])


def _entities_kept(text: str, lang: Lang) -> str:
    """Set text that holds character references, without taking `&#39;` or `&quot;` for a sign of its own."""
    if not text or text.isspace():
        return text
    if "&" in text:
        text = text.replace("&#39;", "'").replace("&#34;", '"').replace("&quot;", '"')
    return typeset(text, lang)


def _attributes_set(tag: str, lang: Lang) -> str:
    setter: Callable[[re.Match[str]], str] = lambda found: (  # noqa: E731
        f'{found[1]}="{_entities_kept(found[2], lang).replace(chr(34), "&quot;")}"'
    )
    tag = _ATTRIBUTES.sub(setter, tag)
    return _CONTENT.sub(setter, tag) if _META.match(tag) else tag
