"""What is published of a plate: a picture in a page, a file of its own, and the strip of all ten."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from atlas.model.text import Lang
from atlas.plates.inks import INKS, Scene
from atlas.plates.primitives import HEIGHT, WIDTH
from atlas.plates.sheet import Plate

_INK = re.compile(r'class="(?:counted )?k-([a-z]+)"')


def plate_svg(plate: Plate, *, prefix: str, lang: Lang | None = None) -> Markup:
    """Return a plate as SVG for a page, whose style sheet (`plates.css`) gives it its inks.

    Args:
        plate: The plate.
        prefix: What makes its identifiers unique in the page, such as `cover-`.
        lang: The language of its alternative text; none where words beside it already say what it is.
    """
    name = f'role="img" aria-label="{escape(plate.alt.in_(lang))}"' if lang else 'aria-hidden="true"'
    return Markup(
        f'<svg class="plate pl-{plate.id} on-{plate.ground}" viewBox="0 0 {WIDTH} {HEIGHT}" {name}>'
        f"{plate.body.replace('~', prefix)}</svg>"
    )


def standalone_svg(plate: Plate, scene: Scene = "day", *, lang: Lang | None = None) -> str:
    """Return a plate as a file of its own: its colours are attributes, which every reader of SVG knows.

    Args:
        plate: The plate.
        scene: The light.
        lang: The language of its title, which is its alternative text; none for a file that is embedded.
    """
    body = _INK.sub(lambda match: INKS[match[1]].attributes(plate.ground, scene), plate.body)
    title = f"<title>{escape(plate.alt.in_(lang))}</title>" if lang else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{title}{body.replace("~", f"{plate.id}-")}</svg>'
    )


def strip(
    plates: Sequence[Plate],
    *,
    prefix: str = "strip-",
    lang: Lang | None = None,
    frame: Callable[[Plate, Markup], Markup] | None = None,
) -> Markup:
    """Return plates hung side by side: their horizons make one line.

    Args:
        plates: The plates, in order.
        prefix: What makes identifiers unique in the page.
        lang: The language of the alternative texts; none where each plate is framed with its name.
        frame: What surrounds each picture, such as a link with the name of the place.
    """
    hung = Markup("")
    for plate in plates:
        picture = plate_svg(plate, prefix=f"{prefix}{plate.id}-", lang=lang)
        hung += Markup('<li class="strip-plate">{}</li>').format(frame(plate, picture) if frame else picture)
    return Markup('<ol class="plates-strip">{}</ol>').format(hung)
