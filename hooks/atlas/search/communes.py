"""The communes as passages: whoever looks for Vitrolles finds the map, and how many people live there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from atlas import urls
from atlas.geography.communes import communes
from atlas.model.text import Lang
from atlas.search.passages import Passage
from atlas.wording import number_words

SENTENCE: Final[Mapping[Lang, str]] = {
    "fr": "{name} est l’une des 92 communes de la métropole Aix-Marseille-Provence : {count} habitants en {year} "
    "(Insee).",
    "en": "{name} is one of the 92 communes of the Aix-Marseille-Provence metropolis: {count} inhabitants in {year} "
    "(INSEE).",
}

TITLE: Final[Mapping[Lang, str]] = {"fr": "Communes", "en": "Communes"}


def commune_passages(lang: Lang, map_title: str) -> list[Passage]:
    """Return a passage a commune, which leads to the page of the map, called `map_title`."""
    return [
        Passage(
            path=urls.page_path("map", lang),
            anchor="",
            lang=lang,
            kind="map",
            titles=(map_title, TITLE[lang], commune.name),
            text=SENTENCE[lang].format(
                name=commune.name, count=number_words(commune.population, lang), year=commune.population_year
            ),
            sources=("etalab-decoupage",),
        )
        for commune in sorted(communes().values(), key=lambda commune: commune.name)
    ]
