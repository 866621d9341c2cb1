"""The French words that editors write for the keys of records, which are English."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from atlas.folding import fold

_KEYS: Final[Mapping[str, str]] = {
    "accroche": "headline",
    "adresse": "address url",
    "annee": "year",
    "arrondissement": "borough",
    "arret": "until",
    "auteur": "author credit publisher",
    "axe": "axis",
    "categorie": "kind type domain",
    "chapeau": "summary",
    "code_insee": "insee",
    "code_postal": "postcode",
    "commune": "insee",
    "credit": "credit",
    "cp": "postcode",
    "date": "date start when as_of given",
    "date_de_debut": "start",
    "date_de_fin": "end expires",
    "debut": "start",
    "definition": "definition",
    "depuis": "since",
    "domaine": "domain",
    "duree": "minutes",
    "editeur": "publisher",
    "embleme": "emblem",
    "etapes": "steps",
    "faits": "facts",
    "fichier": "file",
    "fin": "end expires",
    "fonction": "function role",
    "genre": "kind type",
    "image": "pictures file",
    "images": "pictures",
    "indicateurs": "indicators measures",
    "itineraires": "routes",
    "langue": "lang",
    "langues": "languages",
    "latitude": "lat",
    "lecons": "lessons",
    "legende": "caption",
    "lien": "url website",
    "lieu": "place location",
    "lieux": "places",
    "longitude": "lon",
    "membre": "member",
    "membres": "members",
    "niveau": "level",
    "nom": "name title",
    "nom_complet": "full_name",
    "nom_court": "short_name",
    "numero": "order",
    "objectifs": "objectives",
    "ordre": "order",
    "personne": "embodied_by person",
    "photo": "pictures file",
    "photos": "pictures",
    "public": "audience",
    "qualite": "quality kind",
    "rang": "order",
    "reponse": "value",
    "ressources": "resources",
    "resume": "summary description",
    "role": "role function",
    "secteurs": "sectors",
    "siege": "seat",
    "site": "website url",
    "site_web": "website url",
    "situation": "standing",
    "source": "sources source",
    "sous_titres": "captions",
    "statut": "standing status",
    "termes": "terms",
    "texte": "text",
    "titre": "title name headline",
    "unite": "unit",
    "valeur": "value",
    "valeurs": "values",
    "ville": "insee",
}
"""Words without accents, with what each may mean, the likeliest first."""


def meant_by(word: str, keys: Collection[str]) -> str | None:
    """Return the key, among those that may still be written, that a French word means; none when it means none."""
    plain = re.sub(r"[^a-z]+", "_", fold(word)).strip("_")
    return next((key for key in _KEYS.get(plain, "").split() if key in keys), None)
