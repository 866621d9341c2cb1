"""The observatory's records: series of published values, single values, and the agency's own targets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.model.dates import PartialDate, latest_day
from atlas.model.publication import Publishable
from atlas.model.record import Record
from atlas.model.source import Id, Sourced, SourceIds
from atlas.model.text import Questions, Text
from atlas.model.vocabulary import IndicatorAxis, Perimeter, Qualifier, Quality, TargetSubject, UnitKind

Year = Annotated[int, Field(ge=1800, le=2100)]
"""A year of the calendar."""

Number = Annotated[float, Field(allow_inf_nan=False)]
"""A published number: neither infinite nor none at all."""

Counted = Annotated[float, Field(ge=0, allow_inf_nan=False)]
"""A number of things."""

BAND = r"\d+-\d+"
"""A band of ranks: its better rank, a hyphen, its worse rank."""


class Observation(Record):
    """One published value of a series.

    Attributes:
        year: The year that the value is about.
        value: The value as published, in the unit of the series; none when the source gives a band.
        band: The band of ranks as published, `151-200`; none when the source gives a number.
        qualifier: How exact the source says it is.
        source: The source that publishes it.
        note: A reservation about this value alone.
        note_sources: The sources of that reservation, beside that of the value.
    """

    year: Year = Field(description="L’année dont parle la valeur.", examples=[2024])
    value: Number | None = Field(
        default=None, description="La valeur telle que publiée, dans l’unité de la série.", examples=[71.7]
    )
    band: Annotated[str, StringConstraints(pattern=f"^{BAND}$")] | None = Field(
        default=None, description="La tranche de rang telle que publiée.", examples=["151-200"]
    )
    qualifier: Qualifier = Field(description="Le degré d’exactitude de la valeur.", examples=["exact"])
    source: Id = Field(description="La source qui publie la valeur.", examples=["insee-emploi-2022"])
    note: Text | None = Field(default=None, description="Une réserve sur cette seule valeur.")
    note_sources: tuple[Id, ...] = Field(
        default=(), description="Les sources de ce que dit la note.", examples=[["upe13-dr"]]
    )

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The two ranks of a band, the better one first."""
        if self.band is None:
            return None
        best, worst = self.band.split("-")
        return int(best), int(worst)


class Break(Record):
    """A year before which a series is not comparable with what follows.

    Attributes:
        year: The first year of what follows.
        note: What changed.
    """

    year: Year = Field(description="La première année de la nouvelle définition.", examples=[2022])
    note: Text = Field(description="Ce qui a changé.")


class Indicator(Publishable):
    """A series of published values: one item of `docs/data/indicators.yml`, one page in each language.

    Attributes:
        id: The identifier, which is also the page's address.
        axis: The side of attractiveness that it measures.
        title: What it is.
        finding: What is seen in its values, in one sentence: the title of its chart.
        unit: The unit of its values, in words.
        unit_kind: The kind of unit: it gives the range of the values and how they are written.
        lower_is_better: Whether a smaller value is a better one, as for a rank.
        scope: What exactly is counted, and where.
        perimeter: The kind of perimeter: only series of one kind may be compared.
        quality: Who produces the values.
        rhythm_years: Years between two publications by the producer; none when it keeps no rhythm.
        breaks: The years at which the definition changes.
        values: The values, by rising year, one a year at most.
        peers: Where it stands among comparable territories or organisations, when a source says so.
        note: The method, and the reservations to know.
        note_sources: The sources of what the note says beside the values.
        questions: Questions that its page answers, by which search finds it.
        licence: The terms under which the producer publishes, where known.
    """

    id: Id = Field(description="L’identifiant, qui est aussi l’adresse de la page.", examples=["taux-emploi"])
    axis: IndicatorAxis = Field(description="Le côté de l’attractivité qu’elle mesure.", examples=["economy"])
    title: Text = Field(description="Ce que mesure la série.")
    finding: Text = Field(description="Ce que montrent les valeurs, en une phrase : le titre du graphique.")
    unit: Text = Field(description="L’unité des valeurs, en toutes lettres.")
    unit_kind: UnitKind = Field(description="Le genre d’unité, qui borne les valeurs.", examples=["percent"])
    lower_is_better: bool = Field(default=False, description="Une valeur plus petite est-elle meilleure ?")
    scope: Text = Field(description="Ce qui est compté, et où.")
    perimeter: Perimeter = Field(description="Le genre de périmètre.", examples=["metropolis"])
    quality: Quality = Field(description="Qui produit les valeurs.", examples=["A"])
    rhythm_years: Annotated[int, Field(ge=1, le=10)] | None = Field(
        default=None, description="Le nombre d’années entre deux publications.", examples=[1]
    )
    breaks: tuple[Break, ...] = Field(default=(), description="Les années où la définition change.")
    values: Annotated[tuple[Observation, ...], Field(min_length=1)] = Field(
        description="Les valeurs, de la plus ancienne à la plus récente."
    )
    peers: Sourced | None = Field(default=None, description="Sa place parmi des comparables, si une source la dit.")
    note: Text | None = Field(default=None, description="La méthode et les réserves à connaître.")
    note_sources: tuple[Id, ...] = Field(
        default=(), description="Les sources de ce que dit la note.", examples=[["upe13-dr"]]
    )
    questions: Questions = ()
    licence: Text | None = Field(default=None, description="La licence du producteur, si elle est connue.")

    @property
    def first(self) -> Observation:
        """The oldest value."""
        return self.values[0]

    @property
    def last(self) -> Observation:
        """The most recent value."""
        return self.values[-1]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its values, each once, in the order of the values."""
        return tuple(dict.fromkeys(observation.source for observation in self.values))

    def age(self, day: date) -> int:
        """Return the years between the year of its most recent value and `day`."""
        return max(0, day.year - self.last.year)

    def is_old(self, published: str | None, day: date) -> bool:
        """Return whether, on `day`, its producer should have published a more recent value.

        Args:
            published: The date of the source of the most recent value, as precise as known.
            day: The day on which one looks: that of the build, or of the most recent source.
        """
        if self.rhythm_years is None:
            return False
        year, month, number = latest_day(published or str(self.last.year + 1))
        return (year + self.rhythm_years, month, number) < (day.year, day.month, day.day)


class SingleValue(Record):
    """A published value that belongs to no series: it is told, never drawn.

    Attributes:
        id: The identifier.
        title: What it is.
        value: The value in words, as short as can be: it is shown large.
        detail: What completes it.
        year: The year that it is about, or null when the source does not say.
        until: The last year, when it is about several.
        source: The source that publishes it.
        note: A reservation to know.
        note_sources: The sources of that reservation, beside that of the value.
    """

    id: Id = Field(description="L’identifiant du repère.", examples=["communes"])
    title: Text = Field(description="Ce que dit le repère.")
    value: Text = Field(description="La valeur, avec son unité, aussi courte que possible.")
    detail: Text | None = Field(default=None, description="Ce qui complète la valeur.")
    year: Year | None = Field(description="L’année, ou null si la source ne la dit pas.", examples=[2023])
    until: Year | None = Field(default=None, description="La dernière année, s’il y en a plusieurs.", examples=[2024])
    source: Id = Field(description="La source qui publie la valeur.", examples=["nouvpub-lancement"])
    note: Text | None = Field(default=None, description="Une réserve à connaître.")
    note_sources: tuple[Id, ...] = Field(
        default=(), description="Les sources de ce que dit la note.", examples=[["upe13-dr"]]
    )


class Established(Record):
    """What can be established about a target.

    Attributes:
        value: The number reached, or null: not known.
        qualifier: How exact that number is.
        text: What a source shows, or what could not be found, in one sentence.
        on: The date of what is said, as precise as known.
        sources: The sources that say it; none when nothing was found.
    """

    value: Counted | None = Field(description="Le nombre atteint, ou null s’il n’est pas connu.", examples=[13])
    qualifier: Qualifier = Field(
        default=Qualifier.EXACT, description="Le degré d’exactitude du nombre.", examples=["about"]
    )
    text: Text = Field(description="Ce qu’une source montre, ou ce qui n’a pas été trouvé.")
    on: PartialDate | None = Field(default=None, description="La date de ce constat.", examples=["2023-10-17"])
    sources: tuple[Id, ...] = Field(default=(), description="Les sources du constat.", examples=[["op-communique"]])


class Target(Record):
    """A target that the agency set for itself: one item of `docs/data/targets.yml`.

    Attributes:
        id: The identifier.
        subject: What it counts; records of the site may count it too.
        title: What it is.
        low: The number aimed at, or the lower one of a range.
        high: The upper number of a range; none for a single number.
        unit: What is counted, in words.
        announced: What was said, in our words.
        said_on: When it was said.
        due: When it was to be reached; none when it was not said.
        sources: The sources that say it.
        established: What can be established today.
    """

    id: Id = Field(description="L’identifiant de l’objectif.", examples=["membres"])
    subject: TargetSubject = Field(description="Ce que l’objectif compte.", examples=["members"])
    title: Text = Field(description="L’objectif, en quelques mots.")
    low: Counted = Field(description="Le nombre visé, ou le plus petit des deux.", examples=[20])
    high: Counted | None = Field(default=None, description="Le plus grand nombre d’une fourchette.", examples=[25])
    unit: Text = Field(description="Ce qui est compté, en toutes lettres.")
    announced: Text = Field(description="Ce qui a été annoncé, avec nos mots.")
    said_on: PartialDate = Field(description="La date de l’annonce.", examples=["2023-11"])
    due: PartialDate | None = Field(default=None, description="L’échéance annoncée.", examples=["2024"])
    sources: SourceIds = Field(description="Les sources de l’annonce.", examples=[["gomet-flasseur"]])
    established: Established = Field(description="Ce qui est établi aujourd’hui.")
