"""The closed lists of places and routes."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


class PlaceStatus(Term):
    """How far a place is from being a totem place of the network."""

    ANNOUNCED = "announced", "Annoncé", "Announced"
    CANDIDATE = "candidate", "Proposé", "Proposed"
    LABELLED = "labelled", "Labellisé", "Labelled"


class Domain(Term):
    """The domain of excellence that a place stands for."""

    DIGITAL = "digital", "Numérique et câbles", "Digital and cables"
    MOBILITY = "mobility", "Mobilités", "Mobility"
    PORT = "port", "Économie maritime et portuaire", "Port and maritime economy"
    ENERGY = "energy", "Énergie et recherche", "Energy and research"
    HERITAGE = "heritage", "Cultures de la Méditerranée", "Mediterranean cultures"
    STAGE = "stage", "Scène et musique", "Stage and music"
    SPORT = "sport", "Sport et voile", "Sport and sailing"
    SHIPBUILDING = "shipbuilding", "Industrie navale", "Shipbuilding"
    SCREEN = "screen", "Cinéma et image", "Film and image"
    BUSINESS = "business", "Architecture et affaires", "Architecture and business"


class Wow(Term):
    """What astonishes in a place: the eye, the mind or both (the agency's own two words)."""

    VISUAL = "visual", "Pour l’œil", "For the eye"
    INTELLECTUAL = "intellectual", "Pour l’esprit", "For the mind"
    BOTH = "both", "Pour l’œil et pour l’esprit", "For the eye and the mind"


class Confidence(Term):
    """How well a position is known."""

    HIGH = "high", "à moins de 100 m", "within 100 m"
    MEDIUM = "medium", "à quelques centaines de mètres", "within a few hundred metres"
    LOW = "low", "position approchée, à vérifier", "approximate, to be checked"


class Opening(Term):
    """Whether the public can go in."""

    OPEN = "open", "Ouvert au public", "Open to the public"
    SOMETIMES = "sometimes", "Ouvert à certaines occasions", "Open on occasion"
    ON_REQUEST = "on_request", "Sur demande", "On request"
    CLOSED = "closed", "Ne se visite pas", "Not open to visitors"
    UNKNOWN = "unknown", "Visites : pas encore connues", "Visits: not known yet"


class RouteTheme(Term):
    """What the places of a route share."""

    SEA = "sea", "Mer et port", "Sea and port"
    SCIENCE = "science", "Sciences, énergie et numérique", "Science, energy and digital"
    ARTS = "arts", "Arts et images", "Arts and images"
    EXCHANGES = "exchanges", "Échanges", "Exchanges"
