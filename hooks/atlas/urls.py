"""The addresses of the site: the one module that knows a path.

A *path* here is written from the root of the whole site, without a leading slash and with a
final one for pages: `lieux/iter/`, `en/places/iter/`, and the empty string for the home page.
The French edition stands at the root, the English one under `en/`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Final

from atlas.model.text import Lang

ROOTS: Final[Mapping[Lang, str]] = {"fr": "", "en": "en/"}
"""Where each edition begins."""

SLUGS: Final[Mapping[str, Mapping[Lang, str]]] = {
    "manifesto": {"fr": "manifeste", "en": "manifesto"},
    "places": {"fr": "lieux", "en": "places"},
    "map": {"fr": "carte", "en": "map"},
    "members": {"fr": "membres", "en": "members"},
    "changemakers": {"fr": "acteurs", "en": "changemakers"},
    "academy": {"fr": "academie", "en": "academy"},
    "library": {"fr": "bibliotheque", "en": "library"},
    "actions": {"fr": "actions", "en": "actions"},
    "observatory": {"fr": "observatoire", "en": "observatory"},
    "calendar": {"fr": "agenda", "en": "calendar"},
    "search": {"fr": "recherche", "en": "search"},
    "sources": {"fr": "sources", "en": "sources"},
    "data": {"fr": "donnees", "en": "data"},
    "contribute": {"fr": "contribuer", "en": "contribute"},
    "legal": {"fr": "mentions-legales", "en": "legal"},
    "privacy": {"fr": "donnees-personnelles", "en": "privacy"},
    "accessibility": {"fr": "accessibilite", "en": "accessibility"},
    "eco_design": {"fr": "ecoconception", "en": "eco-design"},
    "site_map": {"fr": "plan-du-site", "en": "site-map"},
    "credits": {"fr": "credits", "en": "credits"},
}
"""The first segment of each section, in each edition: the published contract."""

COLLECTIONS: Final[Mapping[str, str]] = {
    "place": "places",
    "member": "members",
    "route": "map",
    "indicator": "observatory",
    "session": "academy",
    "lesson": "academy",
}
"""The section that holds the pages of each kind of record."""

FURTHER: Final[Mapping[str, tuple[str, Mapping[Lang, str]]]] = {
    "glossary": ("academy", {"fr": "glossaire", "en": "glossary"}),
    "add_place": ("contribute", {"fr": "ajouter-un-lieu", "en": "add-a-place"}),
    "correct": ("contribute", {"fr": "corriger", "en": "correct"}),
    "add_session": ("contribute", {"fr": "seance", "en": "session"}),
    "add_event": ("contribute", {"fr": "agenda-et-series", "en": "calendar-and-series"}),
    "translate": ("contribute", {"fr": "traduire", "en": "translate"}),
    "person": ("contribute", {"fr": "personne", "en": "person"}),
    "photographs": ("contribute", {"fr": "photographies", "en": "photographs"}),
    "publish": ("contribute", {"fr": "publier", "en": "publish"}),
    "undo": ("contribute", {"fr": "annuler", "en": "undo"}),
    "record_fields": ("contribute", {"fr": "champs", "en": "fields"}),
    "architecture": ("contribute", {"fr": "architecture", "en": "architecture"}),
    "components": ("contribute", {"fr": "composants", "en": "components"}),
}
"""The pages below a section whose second segment differs too: their section, and that segment in each edition."""

DOCUMENTS: Final[Mapping[str, Mapping[Lang, str]]] = {
    "manifesto_text": {"fr": "manifeste", "en": "manifesto"},
    "manifesto_poster": {"fr": "affiche-du-manifeste", "en": "manifesto-poster"},
    "plate_sheet": {"fr": "planche", "en": "plate"},
    "plaque": {"fr": "plaque-qr", "en": "qr-plaque"},
    "route_sheet": {"fr": "feuille-de-route", "en": "route-sheet"},
    "academy_text": {"fr": "academie", "en": "academy"},
    "academy_exercises": {"fr": "feuille-d-exercices", "en": "exercise-sheet"},
    "academy_answers": {"fr": "corriges", "en": "answer-sheet"},
}
"""The name of each kind of document, in each language: a reader keeps the file under that name."""

FEEDS: Final[Mapping[str, tuple[Mapping[Lang, str], str]]] = {
    "calendar": ({"fr": "agenda", "en": "calendar"}, "ics"),
    "academy": ({"fr": "academie", "en": "academy"}, "ics"),
    "news": ({"fr": "fil", "en": "feed"}, "xml"),
    "library": ({"fr": "bibliotheque", "en": "library"}, "xml"),
}
"""The name and the format of each feed, at the root of its edition; one entry alone is in a folder of that name."""

API: Final = "api/v1/"
"""Where the data are published. Files and fields may be added to this version, never changed or removed."""


def _exchange(pairs: Iterable[Mapping[Lang, str]]) -> dict[str, str]:
    """Return each segment with its counterpart, whichever edition it is of.

    The same table serves both ways, so that no two addresses of one edition have the same counterpart.
    """
    return {slugs[lang]: slugs["en" if lang == "fr" else "fr"] for slugs in pairs for lang in ROOTS}


_FIRST: Final = _exchange(SLUGS.values())
_SECOND: Final = {
    SLUGS[section][lang]: _exchange(slugs for held, slugs in FURTHER.values() if held == section)
    for section, _ in FURTHER.values()
    for lang in ROOTS
}
"""The second segments that are translated, by first segment."""


def page_path(kind: str, lang: Lang, id: str | None = None) -> str:
    """Return the path of a page.

    Args:
        kind: `home`, a section of `SLUGS`, a page of `FURTHER`, or a kind of record of `COLLECTIONS`.
        lang: The edition.
        id: The record's identifier, for a kind of record.

    Raises:
        KeyError: When no such kind of page exists.
    """
    if kind == "home":
        return ROOTS[lang]
    if kind in COLLECTIONS:
        if id is None:
            raise KeyError(f"a page of kind {kind!r} needs an id")
        return f"{ROOTS[lang]}{SLUGS[COLLECTIONS[kind]][lang]}/{id}/"
    if kind in FURTHER:
        section, slugs = FURTHER[kind]
        return f"{ROOTS[lang]}{SLUGS[section][lang]}/{slugs[lang]}/"
    return f"{ROOTS[lang]}{SLUGS[kind][lang]}/"


def document_path(kind: str, lang: Lang, id: str | None = None) -> str:
    """Return the path of a document to print: `documents/manifeste.pdf`, `documents/plate-iter.pdf`.

    Raises:
        KeyError: When no such kind of document exists.
    """
    name = DOCUMENTS[kind][lang]
    return f"documents/{name}-{id}.pdf" if id else f"documents/{name}.pdf"


def archive_path(lang: Lang, id: str | None = None) -> str:
    """Return the path of the course offline, or of one session of it: `documents/academie-port.zip`."""
    return document_path("academy_text", lang, id).removesuffix("pdf") + "zip"


def print_path(lang: Lang, id: str | None = None) -> str:
    """Return the path of the page that holds a whole session, or the whole course, to be printed from a browser."""
    section = page_path("session", lang, id) if id else page_path("academy", lang)
    return section + {"fr": "imprimer/", "en": "print/"}[lang]


def card_path(path: str) -> str:
    """Return the path of the social card of a page: `assets/cards/lieux/iter.fr.png` for `lieux/iter/`."""
    lang = edition_of(path)
    return f"assets/cards/{path.removeprefix(ROOTS[lang]).rstrip('/') or 'index'}.{lang}.png"


def data_path(name: str) -> str:
    """Return the path of a file of data: `api/v1/places.json`, `api/v1/routes/mer-et-port.gpx`."""
    return API + name


def schema_path(name: str) -> str:
    """Return the path of the JSON Schema of a kind of file: `api/v1/schemas/place.schema.json`."""
    return data_path(f"schemas/{name}.schema.json")


def feed_path(kind: str, lang: Lang, id: str | None = None) -> str:
    """Return the path of a feed, or of one of its entries alone: `agenda.ics`, `en/academy/port.ics`.

    Raises:
        KeyError: When no such kind of feed exists.
    """
    names, format = FEEDS[kind]
    return f"{ROOTS[lang]}{names[lang]}/{id}.{format}" if id else f"{ROOTS[lang]}{names[lang]}.{format}"


def resource_path(session: str, file: str) -> str:
    """Return the path of a file that goes with a session of the Academy, the same for both editions."""
    return f"{page_path('session', 'fr', session)}{file}"


def embed_path(lang: Lang) -> str:
    """Return the path of the map that other sites may show in a frame."""
    return f"embed/map.{lang}.html"


def section_of(path: str) -> str | None:
    """Return the section that holds `path`, as a key of `SLUGS`; none for the home page or a page of no section."""
    lang = edition_of(path)
    first = path.removeprefix(ROOTS[lang]).partition("/")[0]
    return next((kind for kind, slugs in SLUGS.items() if slugs[lang] == first), None)


def edition_of(path: str) -> Lang:
    """Return the edition that holds `path`."""
    return "en" if path.startswith(ROOTS["en"]) else "fr"


def counterpart(path: str) -> str:
    """Return the path of the same page in the other edition.

    The first segment is translated, and the second of a page of `FURTHER`; the rest is the same in both:
    `lieux/iter/` is `en/places/iter/`.
    """
    lang = edition_of(path)
    first, slash, rest = path.removeprefix(ROOTS[lang]).partition("/")
    second, *deeper = rest.split("/")
    second = _SECOND.get(first, {}).get(second, second)
    return f"{ROOTS['en' if lang == 'fr' else 'fr']}{_FIRST.get(first, first)}{slash}{'/'.join([second, *deeper])}"


def relative(to: str, *, start: str) -> str:
    """Return the link from the page at `start` to `to`, which may end in `#anchor`.

    Links are relative so that the site works in any folder of any host, and from a preview.
    """
    target, hash_, anchor = to.partition("#")
    if hash_ and target == start:
        return f"#{anchor}"
    folder = start if start.endswith("/") or not start else posixpath.dirname(start)
    # Both from the root of the site: of paths without one, `relpath` asks the system where it is, thousands of times.
    link = posixpath.relpath(f"/{target}", f"/{folder}")
    if target.endswith("/") or not target:
        link += "/"
    return f"{link}{hash_}{anchor}"


def markdown_source(path: str) -> str:
    """Return the source file, inside its edition, of the page at `path`: `lieux/iter/` → `lieux/iter.md`."""
    local = path.removeprefix(ROOTS[edition_of(path)])
    return f"{local.rstrip('/')}.md" if local else "index.md"


def linked_path(file: str, folder: str, lang: Lang) -> str:
    """Return the path of the page that a link names by its Markdown file, as MkDocs reads it.

    Args:
        file: The file, from the folder of the one that holds the link: `../map.md`.
        folder: That folder, inside the edition.
        lang: The edition.
    """
    return authored_path(posixpath.normpath(posixpath.join(folder, file)), lang)


def authored_path(source: str, lang: Lang) -> str:
    """Return the path of the page made from a source file of an edition: `lieux/index.md` → `lieux/`."""
    local = source.removesuffix(".md").removesuffix("index").rstrip("/")
    return ROOTS[lang] + (f"{local}/" if local else "")
