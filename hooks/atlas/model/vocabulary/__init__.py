"""The closed vocabularies: every status and category, spelled once, with its label in both languages.

Each stands in the module of what it speaks of. A new one is also named below, so that all are imported from here.
"""

from atlas.model.vocabulary.academy import (
    Level,
    LibraryType,
    ReadingTime,
    ResourceLang,
    ResourceLicence,
    ResourceType,
    ScheduleStatus,
    SessionMode,
    Theme,
)
from atlas.model.vocabulary.observatory import IndicatorAxis, Perimeter, Qualifier, Quality, TargetSubject, UnitKind
from atlas.model.vocabulary.pages import Layout, ManifestoStanding
from atlas.model.vocabulary.people import ConsentScope, Counting, MemberKind, MemberStanding, NetworkRelation, Sector
from atlas.model.vocabulary.places import Confidence, Domain, Opening, PlaceStatus, RouteTheme, Wow
from atlas.model.vocabulary.plan import ActionStanding, AxisBasis, EventKind, EventStanding, PartOfYear, StepNature
from atlas.model.vocabulary.sources import DateBasis, Licence, Reading, SourceKind
from atlas.model.vocabulary.term import Known, Term

__all__ = [
    "ActionStanding",
    "AxisBasis",
    "Confidence",
    "ConsentScope",
    "Counting",
    "DateBasis",
    "Domain",
    "EventKind",
    "EventStanding",
    "IndicatorAxis",
    "Known",
    "Layout",
    "Level",
    "LibraryType",
    "Licence",
    "ManifestoStanding",
    "MemberKind",
    "MemberStanding",
    "NetworkRelation",
    "Opening",
    "PartOfYear",
    "Perimeter",
    "PlaceStatus",
    "Qualifier",
    "Quality",
    "Reading",
    "ReadingTime",
    "ResourceLang",
    "ResourceLicence",
    "ResourceType",
    "RouteTheme",
    "ScheduleStatus",
    "Sector",
    "SessionMode",
    "SourceKind",
    "StepNature",
    "TargetSubject",
    "Term",
    "Theme",
    "UnitKind",
    "Wow",
]
