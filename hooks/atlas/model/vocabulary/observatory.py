"""The closed lists of series, values and targets."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


class IndicatorAxis(Term):
    """The side of attractiveness that a series measures."""

    RESIDENT = "resident", "Habitants", "Residents"
    ECONOMY = "economy", "Économie", "Economy"
    MOBILITY = "mobility", "Mobilités", "Mobility"
    TOURISM = "tourism", "Tourisme", "Tourism"
    DIGITAL = "digital", "Numérique", "Digital"
    KNOWLEDGE = "knowledge", "Savoirs", "Knowledge"
    CULTURE = "culture", "Culture", "Culture"


class UnitKind(Term):
    """The kind of unit of a series: it bounds the values and says how they are written."""

    COUNT = "count", "nombre entier", "whole number"
    MILLIONS = "millions", "nombre en millions", "number in millions"
    PERCENT = "percent", "pourcentage", "percentage"
    RANK = "rank", "rang", "rank"
    BAND = "band", "tranche de rang", "rank band"
    AREA = "area", "surface", "area"
    WEIGHT = "weight", "masse", "weight"


class Qualifier(Term):
    """How exact a published value is."""

    EXACT = "exact", "exacte", "exact"
    ROUNDED = "rounded", "arrondie par la source", "rounded by the source"
    ABOUT = "about", "environ", "about"
    AT_LEAST = "at_least", "au moins", "at least"
    RANGE = "range", "tranche", "band"
    REPORTED = "reported", "rapportée par la presse", "reported by the press"


class Perimeter(Term):
    """The kind of perimeter that a series covers: only one kind is compared with itself."""

    CITY = "city", "Ville", "City"
    METROPOLIS = "metropolis", "Métropole", "Metropolis"
    FUNCTIONAL_AREA = "functional_area", "Aire d’attraction", "Functional area"
    DEPARTMENT = "department", "Département", "Department"
    REGION = "region", "Région", "Region"
    SITE = "site", "Site ou établissement", "Site or institution"


class Quality(Term):
    """Who produces the values of a series."""

    PRODUCER = "A", "Producteur de la statistique", "Producer of the statistics"
    ACTOR = "B", "L’acteur lui-même, ou la presse d’après lui", "The organisation itself, or the press quoting it"
    PRESS = "C", "Presse seule, définition incertaine", "Press alone, uncertain definition"


class TargetSubject(Term):
    """What a target of the agency counts."""

    MEMBERS = "members", "Membres", "Members"
    PEOPLE = "people", "Personnes du réseau", "People in the network"
    ATTENDEES = "attendees", "Personnes formées", "People trained"
    PLACES = "places", "Lieux totems", "Totem places"
    SESSIONS = "sessions", "Sessions par an", "Sessions a year"
