"""The closed lists of members, networks and people."""

from __future__ import annotations

from atlas.model.vocabulary.term import Term


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
