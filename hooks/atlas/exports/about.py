"""What every download says of itself: whose it is, of when, and what one may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from atlas import urls
from atlas.exports.texts import Both, both
from atlas.model import LANGS, Catalogue

LICENCE: Final = "Licence Ouverte 2.0"
LICENCE_URL: Final = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
LICENCE_ID: Final = "etalab-2.0"
"""The licence in the SPDX list, by which machines know it."""

TITLES: Final[dict[str, Both]] = {
    "places": {"fr": "Les lieux", "en": "The places"},
    "routes": {"fr": "Les itinéraires", "en": "The routes"},
    "members": {"fr": "Les membres", "en": "The members"},
    "networks": {"fr": "Les réseaux de personnes", "en": "The networks of people"},
    "people": {"fr": "Les personnes du réseau", "en": "The people in the network"},
    "indicators": {"fr": "L’observatoire", "en": "The observatory"},
    "academy": {"fr": "L’Académie", "en": "The Academy"},
    "resources": {"fr": "Les ressources de l’Académie", "en": "The Academy’s resources"},
    "actions": {"fr": "Le plan d’actions", "en": "The action plan"},
    "events": {"fr": "L’agenda", "en": "The calendar"},
    "sources": {"fr": "Les sources", "en": "The sources"},
}
"""What each set of data holds."""


@dataclass(frozen=True)
class About:
    """What downloads say of themselves.

    Attributes:
        agency: Who publishes them.
        territory: Where the places are.
        site_url: The address of the site, with a final slash.
        day: The date of the data.
    """

    agency: str
    territory: Both
    site_url: str
    day: date

    @property
    def date(self) -> str:
        """The date of the data in ISO 8601."""
        return self.day.isoformat()

    @property
    def attribution(self) -> str:
        """The words by which to name the source, as the licence asks: who, and the date."""
        return f"{self.agency}, {self.date}"

    def title(self, kind: str) -> Both:
        """Return what a set of data is called, with the agency's name."""
        title = TITLES[kind]
        return {"fr": f"{title['fr']}, {self.agency}", "en": f"{title['en']}, {self.agency}"}

    def pages(self, kind: str, id: str | None = None) -> Both:
        """Return the address of a page in each edition."""
        fr, en = (self.site_url + urls.page_path(kind, lang, id) for lang in LANGS)
        return {"fr": fr, "en": en}

    def head(self, kind: str) -> dict[str, Any]:
        """Return the first keys of a file of JSON."""
        return {
            "title": self.title(kind),
            "publisher": self.agency,
            "territory": self.territory,
            "documentation": self.pages("data"),
            "licence": {"name": LICENCE, "id": LICENCE_ID, "url": LICENCE_URL, "attribution": self.attribution},
            "date": self.date,
        }


def about(catalogue: Catalogue, day: date) -> About:
    """Return what the downloads of a catalogue say of themselves."""
    identity = catalogue.identity
    return About(identity.name, both(identity.territory), identity.site_url, day)
