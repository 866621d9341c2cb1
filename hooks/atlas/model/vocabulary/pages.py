"""The closed lists of authored pages and of the manifesto."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


class Layout(Term):
    """The form of an authored page."""

    HOME = "home", "Accueil", "Home page"
    PAGE = "page", "Page de texte", "Text page"
    MANIFESTO = "manifesto", "Manifeste", "Manifesto"
    MAP = "map", "Carte", "Map"
    SEARCH = "search", "Recherche", "Search"


class ManifestoStanding(Term):
    """Whether the manifesto on the site is the signed text."""

    WORKING = "working", "Texte de travail", "Working text"
    SIGNED = "signed", "Texte signé", "Signed text"
