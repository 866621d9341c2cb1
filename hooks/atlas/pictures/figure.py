"""A photograph on a page: the lightest file that fits, its place kept, its author named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from atlas.model import Lang
from atlas.model.vocabulary import Licence
from atlas.pictures.photographs import Photograph
from atlas.pictures.renditions import FORMS
from atlas.typography import typeset
from atlas.wording import date_words, prose
from atlas.words import Words

LICENCES: Final[dict[Licence, dict[Lang, str]]] = {
    Licence.CC_BY: {
        "fr": "https://creativecommons.org/licenses/by/4.0/deed.fr",
        "en": "https://creativecommons.org/licenses/by/4.0/deed.en",
    },
    Licence.CC_BY_SA: {
        "fr": "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
        "en": "https://creativecommons.org/licenses/by-sa/4.0/deed.en",
    },
    Licence.CC0: {
        "fr": "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
        "en": "https://creativecommons.org/publicdomain/zero/1.0/deed.en",
    },
    Licence.LICENCE_OUVERTE: {
        "fr": "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
        "en": "https://www.etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf",
    },
}
"""Where each licence can be read; a permission has no public text."""

MIMES: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}

SIZES: Final = {
    # As `pictures.css` sets them: the measure of the page, then its margins.
    "wide": "(min-width: 90rem) 82.5rem, 92vw",
    "tall": "(min-width: 90rem) 41rem, (min-width: 56.25rem) 45vw, 92vw",
}
"""How wide a photograph is shown, by its shape."""


def picture_html(photo: Photograph, lang: Lang, asset: Callable[[str], str], *, call: Markup | None = None) -> Markup:
    """Return the figure of a photograph.

    Args:
        photo: The photograph.
        lang: The language of the page.
        asset: The link from the page to a published file.
        call: The note calls of the caption, or of the photograph when it has none.
    """
    shape = "tall" if photo.height > photo.width else "wide"
    *lighter, plain = FORMS
    sources = Markup("\n").join(
        Markup('<source type="{}" srcset="{}" sizes="{}">').format(
            MIMES[form], _srcset(photo, form, asset), SIZES[shape]
        )
        for form in lighter
    )
    largest = photo.widths[-1]
    # The height and the width keep the place of the picture while it comes: nothing moves on the page.
    image = Markup(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="lazy" decoding="async">'
    ).format(
        asset(photo.path(photo.widths[min(1, len(photo.widths) - 1)], plain)),
        _srcset(photo, plain, asset),
        SIZES[shape],
        largest,
        photo.height_at(largest),
        typeset(" ".join(photo.picture.alt.in_(lang).replace("*", "").split()), lang),
    )
    return Markup('<figure class="photo {}">\n<picture>\n{}\n{}\n</picture>\n{}\n</figure>\n').format(
        shape, sources, image, _caption(photo, lang, call)
    )


def _srcset(photo: Photograph, form: str, asset: Callable[[str], str]) -> str:
    return ", ".join(f"{asset(photo.path(width, form))} {width}w" for width in photo.widths)


def _caption(photo: Photograph, lang: Lang, call: Markup | None) -> Markup:
    """Return what one reads under the photograph: its caption, its author and its licence."""
    picture, words = photo.picture, Words(lang)
    said = Markup("{}{} ").format(prose(picture.caption.in_(lang)), call or "") if picture.caption else ""
    taken = Markup(", {}").format(date_words(picture.taken, lang)) if picture.taken else ""
    label = picture.licence.label(lang)
    licence: str | Markup = label
    if picture.licence in LICENCES:
        licence = Markup('<a rel="license external" href="{}">{}</a>').format(LICENCES[picture.licence][lang], label)
    return Markup('<figcaption class="cap">{}<span class="credit">{}{}, {}{}</span></figcaption>').format(
        said, words("photograph_by", credit=picture.credit), taken, licence, "" if said else call or ""
    )
