"""The closed lists of the Academy and its library."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


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
