"""The closed lists of actions and events."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


class ActionStanding(Term):
    """Where an action of the plan stands, as far as a source says."""

    ANNOUNCED = "announced", "Annoncée", "Announced"
    UNDER_WAY = "under_way", "En cours", "Under way"
    DONE = "done", "Faite", "Done"
    NOT_KNOWN = "not_known", "Pas encore connu", "Not known yet"


class AxisBasis(Term):
    """Who ties an action to an axis of the plan."""

    STATED = "stated", "rattachée à cet axe par la source", "placed under this line by the source"
    OURS = "ours", "rattachée à cet axe par nous", "placed under this line by us"


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
