"""The closed lists of sources and pictures."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


class SourceKind(Term):
    """Who speaks in a source."""

    OFFICIAL = "official", "Acteur lui-même", "The organisation itself"
    STATISTICS = "statistics", "Statistique publique", "Public statistics"
    PRESS = "press", "Presse", "Press"
    SPECIALIST = "specialist", "Presse ou site spécialisé", "Specialist press or site"
    ENCYCLOPEDIA = "encyclopedia", "Encyclopédie", "Encyclopaedia"
    COMMUNITY = "community", "Contribution collective", "Community contribution"


class DateBasis(Term):
    """How the date of a source is known."""

    STATED = "stated", "date affichée", "date shown"
    INFERRED = "inferred", "date déduite", "date inferred"
    NONE = "none", "sans date", "undated"


class Reading(Term):
    """How much of a source was read."""

    FULL = "full", "lu en entier", "read in full"
    OPENING = "opening", "lu en partie", "read in part"


class Licence(Term):
    """What allows the site to show a picture."""

    CC_BY = "cc-by-4.0", "CC BY 4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0, domaine public", "CC0, public domain"
    LICENCE_OUVERTE = "licence-ouverte-2.0", "Licence Ouverte 2.0", "Licence Ouverte 2.0"
    PERMISSION = "permission", "tous droits réservés, avec autorisation", "all rights reserved, by permission"
