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
    SEARCH = "search", "Recherche", "Search"


class Licence(Term):
    """What allows the site to show a picture."""

    CC_BY = "cc-by-4.0", "CC BY 4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0, domaine public", "CC0, public domain"
    LICENCE_OUVERTE = "licence-ouverte-2.0", "Licence Ouverte 2.0", "Licence Ouverte 2.0"
    PERMISSION = "permission", "tous droits réservés, avec autorisation", "all rights reserved, by permission"


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


class Theme(Term):
    """What a session of the Academy is about."""

    TERRITORY = "territory", "Territoire", "Territory"
    PORT = "port", "Port et économie bleue", "Port and blue economy"
    DIGITAL = "digital", "Numérique", "Digital"
    ENERGY = "energy", "Énergie et recherche", "Energy and research"
    CULTURE = "culture", "Culture et images", "Culture and film"
    WELCOME = "welcome", "Raconter et accueillir", "Telling and welcoming"


class SessionMode(Term):
    """Where a session of the Academy is attended."""

    ON_SITE = "on_site", "Sur place", "On site"
    REMOTE = "remote", "À distance", "Remote"
    BOTH = "both", "Sur place ou à distance", "On site or remote"


class Level(Term):
    """What a session of the Academy asks of those who attend it."""

    INTRODUCTION = "introduction", "Découverte", "Introduction"
    INTERMEDIATE = "intermediate", "Intermédiaire", "Intermediate"
    ADVANCED = "advanced", "Approfondissement", "Advanced"


class ScheduleStatus(Term):
    """How sure the date of a session is."""

    PLANNED = "planned", "Date prévue", "Date planned"
    CONFIRMED = "confirmed", "Date confirmée", "Date confirmed"
    CANCELLED = "cancelled", "Séance annulée", "Session cancelled"


class ResourceType(Term):
    """What a resource of the Academy is."""

    SLIDES = "slides", "Diapositives", "Slides"
    DOCUMENT = "document", "Document", "Document"
    SHEET = "sheet", "Fiche", "Sheet"
    MAP = "map", "Carte", "Map"
    DATA = "data", "Données", "Data"
    PICTURE = "picture", "Image", "Picture"
    AUDIO = "audio", "Son", "Audio"
    VIDEO = "video", "Vidéo", "Video"


class LibraryType(Term):
    """What the library holds beside the resources that editors declare."""

    LESSON = "lesson", "Leçon", "Lesson"
    ARCHIVE = "archive", "Cours hors ligne", "Offline course"


class ReadingTime(Term):
    """How long something takes to read, as one looks for it."""

    HALF_HOUR = "half-hour", "Une demi-heure au plus", "Half an hour at most"
    HOUR = "hour", "De 30 minutes à 1 heure", "30 minutes to 1 hour"
    TWO_HOURS = "two-hours", "De 1 à 2 heures", "1 to 2 hours"
    LONGER = "longer", "Plus de 2 heures", "More than 2 hours"


class ResourceLang(Term):
    """The language of a resource."""

    FR = "fr", "En français", "In French"
    EN = "en", "En anglais", "In English"
    BOTH = "both", "En français et en anglais", "In French and English"


class ResourceLicence(Term):
    """What a resource may be used for, by its SPDX name where it has one."""

    CC_BY = "CC-BY-4.0", "CC BY 4.0", "CC BY 4.0"
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0", "CC BY-SA 4.0"
    CC0 = "CC0-1.0", "CC0, domaine public", "CC0, public domain"
    ETALAB = "etalab-2.0", "Licence Ouverte 2.0", "Licence Ouverte 2.0"
    ODBL = "ODbL-1.0", "ODbL 1.0", "ODbL 1.0"
    PERMISSION = "permission", "tous droits réservés, avec autorisation", "all rights reserved, by permission"


class ActionStanding(Term):
    """Where an action of the plan stands, as far as a source says."""

    ANNOUNCED = "announced", "Annoncée", "Announced"
    UNDER_WAY = "under_way", "En cours", "Under way"
    DONE = "done", "Faite", "Done"
    NOT_KNOWN = "not_known", "Pas encore connu", "Not known yet"


class AxisBasis(Term):
    """Who ties an action to an axis of the plan."""

    STATED = "stated", "rattachée à cet axe par la source", "tied to this line by the source"
    OURS = "ours", "rattachée à cet axe par nous", "tied to this line by us"


class StepNature(Term):
    """Whether a step was only announced, or is established by a source as having taken place."""

    ANNOUNCED = "announced", "Annoncé", "Announced"
    ESTABLISHED = "established", "Établi", "Established"


class EventKind(Term):
    """What kind of event it is."""

    AGENCY = "agency", "Vie de l’agence", "The agency"
    FAIR = "fair", "Salons", "Trade fairs"
    OPENING = "opening", "Inaugurations et visites", "Openings and visits"
    SPORT = "sport", "Sport et Jeux", "Sport and the Games"
    CAMPAIGN = "campaign", "Campagnes", "Campaigns"
    ACADEMY = "academy", "Académie", "Academy"


class EventStanding(Term):
    """Whether an event took place, as far as a source says."""

    HELD = "held", "A eu lieu", "Took place"
    ANNOUNCED = "announced", "Annoncé", "Announced"
    CANCELLED = "cancelled", "Annulé", "Cancelled"


class PartOfYear(Term):
    """A part of a year, when a source says no more than that."""

    EARLY = "early", "début", "early"
    SPRING = "spring", "printemps", "spring"
    SUMMER = "summer", "été", "summer"
    AUTUMN = "autumn", "automne", "autumn"
    LATE = "late", "fin", "late"


class NetworkRelation(Term):
    """How a network of people stands to the agency."""

    OWN = "own", "Réseau de l’agence", "The agency’s own network"
    CITED = "cited", "Cité par l’agence", "Named by the agency"
    NEIGHBOUR = "neighbour", "Voisin, non cité par l’agence", "A neighbour, not named by the agency"
    MEMBER = "member", "Membre de l’agence", "A member of the agency"


class Counting(Term):
    """How exactly a source counts people, in the words that go before the number."""

    EXACT = "exact", "", ""
    ABOUT = "about", "environ", "about"
    NEARLY = "nearly", "près de", "nearly"
    OVER = "over", "plus de", "more than"


class Sector(Term):
    """A sector of the network of people: the six of ten that a source names, and the others."""

    MARITIME = "maritime", "Maritime", "Maritime"
    HEALTH = "health", "Santé", "Health"
    ENERGY = "energy", "Énergie", "Energy"
    CREATIVE = "creative", "Industrie créative", "Creative industries"
    SPORT = "sport", "Sport", "Sport"
    INCLUSION = "inclusion", "Inclusion sociale", "Social inclusion"
    OTHER = "other", "Autre secteur", "Another sector"


class ConsentScope(Term):
    """Where a person agreed to be published."""

    PAGES = "pages", "les pages du site", "the pages of the site"
    FEEDS = "feeds", "les flux", "the feeds"
    DATA = "data", "les données ouvertes", "the open data"
    ARCHIVES = "archives", "les archives à emporter", "the archives to take away"
