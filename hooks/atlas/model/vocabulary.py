"""The closed vocabularies: every status and category, spelled once, with its label in both languages."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.text import Lang


class Term(StrEnum):
    """A value of a closed vocabulary: its key in YAML, and its label for readers."""

    fr: str
    en: str

    def __new__(cls, key: str, fr: str, en: str) -> Term:
        term = str.__new__(cls, key)
        term._value_ = key
        term.fr = fr
        term.en = en
        return term

    def label(self, lang: Lang) -> str:
        """Return the words that readers see, in `lang`."""
        return self.fr if lang == "fr" else self.en


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


class MemberKind(Term):
    """The seat that an organisation has in the association."""

    FOUNDING = "founding", "Membre fondateur", "Founding member"
    EX_OFFICIO = "ex_officio", "Membre de droit et d’honneur", "Ex officio and honorary member"
    PARTNER = "partner", "Partenaire", "Partner"


class MemberStanding(Term):
    """Where a member stands today, as far as a source says."""

    LISTED = "listed", "Sur la dernière liste publiée", "On the last published list"
    FUNDING_ENDED = "funding_ended", "Financement arrêté", "Funding ended"
    LEFT = "left", "A quitté l’agence", "Has left the agency"
    UNKNOWN = "unknown", "Pas encore connu", "Not known yet"


class Known(Term):
    """An answer that may not be known yet."""

    YES = "yes", "Oui", "Yes"
    NO = "no", "Non", "No"
    UNKNOWN = "unknown", "Pas encore connu", "Not known yet"


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


class RouteTheme(Term):
    """What the places of a route share."""

    SEA = "sea", "Mer et port", "Sea and port"
    SCIENCE = "science", "Sciences, énergie et numérique", "Science, energy and digital"
    ARTS = "arts", "Arts et images", "Arts and images"
    EXCHANGES = "exchanges", "Échanges", "Exchanges"


class ManifestoStanding(Term):
    """Whether the manifesto on the site is the signed text."""

    WORKING = "working", "Texte de travail", "Working text"
    SIGNED = "signed", "Texte signé", "Signed text"


class Layout(Term):
    """The form of an authored page."""

    HOME = "home", "Accueil", "Home page"
    PAGE = "page", "Page de texte", "Text page"
    MANIFESTO = "manifesto", "Manifeste", "Manifesto"
    MAP = "map", "Carte", "Map"


class Licence(Term):
    """What allows the site to show a picture."""

    CC_BY = "cc-by-4.0", "CC BY 4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0, domaine public", "CC0, public domain"
    LICENCE_OUVERTE = "licence-ouverte-2.0", "Licence Ouverte 2.0", "Licence Ouverte 2.0"
    PERMISSION = "permission", "tous droits réservés, avec autorisation", "all rights reserved, by permission"
