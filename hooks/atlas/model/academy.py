"""The Academy: sessions and their lessons, as editors write their heads and as pages show them.

A session or a lesson is a Markdown file in each language. What both languages share is written once, in the head of
the French file; the head of the English file holds the texts alone. The two make one record.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, StringConstraints

from atlas.model.dates import PartialDate
from atlas.model.publication import Publishable
from atlas.model.quiz import Question
from atlas.model.record import Record
from atlas.model.resource import Resource
from atlas.model.schedule import Schedule
from atlas.model.source import Id
from atlas.model.text import AskedIn, Lang, Text, Words
from atlas.model.vocabulary import Level, SessionMode, Theme

Texts = Annotated[tuple[Words, ...], Field(min_length=1)]
"""One or more texts in one language."""

LessonId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=121)]
"""A lesson named from elsewhere: `port/cables`."""


class SpeakerConsent(Record):
    """The agreement of a person to be named.

    Attributes:
        date: When it was given.
        expires: When it ends.
        scope: What it covers.
    """

    date: PartialDate = Field(description="Le jour où l’accord a été donné.", examples=["2026-11-03"])
    expires: PartialDate = Field(description="Le jour où il prend fin.", examples=["2028-11-03"])
    scope: Words = Field(description="Ce qu’il couvre.", examples=["Nom et fonction, sur la page de la séance"])

    def holds(self, day: datetime.date) -> bool:
        """Return whether the person may be named on `day`: not from the first day that the end may mean."""
        return self.date <= day.isoformat() < self.expires


class Speaker(Record):
    """A person who speaks at a session, and agreed to be named.

    Attributes:
        name: The person's name.
        function: The person's function.
        consent: The recorded agreement.
    """

    name: Words = Field(description="Le nom de la personne.", examples=["Camille Exemple"])
    function: Text = Field(description="Sa fonction.")
    consent: SpeakerConsent = Field(description="L’accord recueilli : sans lui, personne n’est nommé.")


class ReadingItem(Record):
    """Something to read next: exactly one of a source, a lesson, a place or an indicator.

    Attributes:
        source: A source.
        lesson: A lesson, as `session/lesson`.
        place: A place.
        indicator: An indicator.
        why: Why to read it.
    """

    source: Id | None = Field(default=None, description="Une source.", examples=["insee-pop-2019"])
    lesson: LessonId | None = Field(default=None, description="Une leçon.", examples=["port/cables"])
    place: Id | None = Field(default=None, description="Un lieu.", examples=["mucem"])
    indicator: Id | None = Field(default=None, description="Un indicateur.", examples=["airport-passengers"])
    why: Text | None = Field(default=None, description="Pourquoi le lire.")


class SessionHead(Publishable):
    """The head of the French file of a session: its French texts, and all that both languages share.

    Attributes: as `Session`, where they are told.
    """

    title: Words = Field(description="Le titre de la séance.", examples=["Le territoire et ses chiffres"])
    summary: Words = Field(description="La séance en une phrase ou deux.")
    order: int = Field(ge=1, le=999, description="Le rang dans le parcours.", examples=[1])
    edition: Annotated[Words, StringConstraints(max_length=20)] = Field(
        description="L’édition du support, entre guillemets droits.", examples=["2026"]
    )
    scheduled: Schedule | None = Field(default=None, description="Quand et où ; null si elle n’a pas de date.")
    mode: SessionMode = Field(description="Sur place, à distance, ou les deux.", examples=["both"])
    level: Level = Field(description="Le niveau.", examples=["introduction"])
    audience: Words = Field(description="À qui elle s’adresse.")
    prerequisites: tuple[Id, ...] = Field(
        default=(), description="Les séances à suivre avant celle-ci.", examples=["territoire"]
    )
    prerequisites_text: Words | None = Field(default=None, description="Ce qu’il faut savoir avant, en une phrase.")
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)] = Field(description="Les thèmes.", examples=["territory"])
    objectives: Texts = Field(description="Les objectifs, chacun commence par un verbe.")
    speakers: tuple[Speaker, ...] = Field(default=(), description="Les intervenants qui ont donné leur accord.")
    places: tuple[Id, ...] = Field(default=(), description="Les lieux dont elle parle.", examples=["mucem"])
    members: tuple[Id, ...] = Field(default=(), description="Les membres dont elle parle.", examples=["club-top-20"])
    actions: tuple[Id, ...] = Field(default=(), description="Les actions du plan qu’elle sert.", examples=["academie"])
    lessons: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Les leçons, dans l’ordre.", examples=["communes"]
    )
    resources: tuple[Resource, ...] = Field(default=(), description="Les ressources.")
    questions: AskedIn = ()


class SessionWords(Record):
    """The head of the English file of a session: its texts alone."""

    title: Words = Field(description="Le titre anglais.", examples=["The territory in figures"])
    summary: Words = Field(description="La séance en une phrase ou deux, en anglais.")
    audience: Words = Field(description="À qui elle s’adresse, en anglais.")
    prerequisites_text: Words | None = Field(default=None, description="Ce qu’il faut savoir avant, en anglais.")
    objectives: Texts = Field(description="Les objectifs en anglais, autant qu’en français.")
    questions: AskedIn = ()


class LessonHead(Publishable):
    """The head of the French file of a lesson: its French texts, and all that both languages share.

    Attributes: as `Lesson`, where they are told.
    """

    title: Words = Field(description="Le titre de la leçon.", examples=["Quatre-vingt-douze communes"])
    summary: Words = Field(description="La leçon en une phrase ou deux.")
    minutes: int = Field(ge=5, le=120, description="Les minutes qu’il faut, texte et questions.", examples=[30])
    exercise_minutes: int | None = Field(
        default=None, ge=5, le=480, description="Les minutes de l’exercice.", examples=[45]
    )
    updated: PartialDate | None = Field(
        default=None,
        description="La date de la dernière mise à jour : elle range la leçon parmi les nouveautés.",
        examples=["2026-11-22"],
    )
    objectives: Texts = Field(description="Deux ou trois objectifs, chacun commence par un verbe.")
    key_points: Texts = Field(description="Trois à cinq phrases à retenir.")
    places: tuple[Id, ...] = Field(default=(), description="Les lieux dont elle parle.", examples=["mucem"])
    members: tuple[Id, ...] = Field(default=(), description="Les membres dont elle parle.", examples=["club-top-20"])
    terms: tuple[Id, ...] = Field(
        default=(), description="Les termes du glossaire que le texte emploie.", examples=["cable-sous-marin"]
    )
    reading: tuple[ReadingItem, ...] = Field(default=(), description="Que lire ensuite.")
    questions: AskedIn = ()


class LessonWords(Record):
    """The head of the English file of a lesson: its texts alone."""

    title: Words = Field(description="Le titre anglais.", examples=["Ninety-two communes"])
    summary: Words = Field(description="La leçon en une phrase ou deux, en anglais.")
    objectives: Texts = Field(description="Les objectifs en anglais, autant qu’en français.")
    key_points: Texts = Field(description="Les phrases à retenir en anglais, autant qu’en français.")
    questions: AskedIn = ()


@dataclass(frozen=True)
class LessonBody:
    """The Markdown of a lesson in one language, in its parts.

    Attributes:
        prose: The text, without the sections of questions and of the exercise.
        questions: The questions, in order.
        exercise: What is to be done in the field, as Markdown.
        answer: The answer of the exercise, as Markdown, which the sheet without answers leaves out.
    """

    prose: str
    questions: Sequence[Question]
    exercise: str
    answer: str

    @property
    def whole(self) -> str:
        """All the Markdown of the lesson, one part after the other: what it cites stands somewhere in it."""
        told = (part for each in self.questions for part in (each.text, *_choices(each), each.explanation))
        return "\n\n".join([self.prose, *told, self.exercise, self.answer])


def _choices(question: Question) -> list[str]:
    return [choice.text for choice in question.choices]


@dataclass(frozen=True)
class Lesson:
    """A lesson: half an hour of a working person, read alone or with others.

    Attributes:
        id: Its identifier in the session: the name of its file without `.md`.
        session: The identifier of its session.
        title: Its title.
        summary: What it is, in a sentence or two.
        minutes: How long the text and the questions take, in minutes.
        exercise_minutes: How long the exercise takes, in minutes; none when its author does not say.
        updated: When it was last changed; none when its author does not say.
        objectives: What one can do after it.
        key_points: What to keep of it.
        places: The places that it speaks of.
        members: The members that it speaks of.
        terms: The terms of the glossary that it uses.
        reading: What to read next.
        asked: Questions that its page answers, by which search finds it, by language.
        body: Its text by language.
        files: Its file by language, relative to the project.
    """

    id: str
    session: str
    title: Text
    summary: Text
    minutes: int
    exercise_minutes: int | None
    updated: str | None
    objectives: Sequence[Text]
    key_points: Sequence[Text]
    places: Sequence[str]
    members: Sequence[str]
    terms: Sequence[str]
    reading: Sequence[ReadingItem]
    body: Mapping[Lang, LessonBody]
    files: Mapping[Lang, str]
    asked: Mapping[Lang, Sequence[str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name by which others call it: `port/cables`."""
        return f"{self.session}/{self.id}"


@dataclass(frozen=True)
class Session:
    """A session: lessons that go together, with a date once it has one.

    Attributes:
        id: Its identifier: the name of its folder, which is also the address of its page.
        title: Its title.
        summary: What it is, in a sentence or two.
        order: Its rank in the course, from 1.
        edition: The edition of its material.
        scheduled: When and where it is held; none as long as it has no date.
        mode: On site, remote or both.
        level: What it asks of those who attend.
        audience: Whom it is for.
        prerequisites: The sessions to follow before it.
        prerequisites_text: What to know before it, when its author says so.
        themes: What it is about.
        objectives: What one can do after it.
        speakers: Who speaks, of those who agreed to be named.
        places: The places that it speaks of.
        members: The members that it speaks of.
        actions: The actions of the plan that it serves.
        lessons: Its lessons, in order.
        resources: What goes with it.
        asked: Questions that its page answers, by which search finds it, by language.
        body: Its introduction as Markdown, by language.
        files: Its file by language, relative to the project.
    """

    id: str
    title: Text
    summary: Text
    order: int
    edition: str
    scheduled: Schedule | None
    mode: SessionMode
    level: Level
    audience: Text
    prerequisites: Sequence[str]
    prerequisites_text: Text | None
    themes: Sequence[Theme]
    objectives: Sequence[Text]
    speakers: Sequence[Speaker]
    places: Sequence[str]
    members: Sequence[str]
    actions: Sequence[str]
    lessons: Sequence[Lesson]
    resources: Sequence[Resource]
    body: Mapping[Lang, str]
    files: Mapping[Lang, str] = field(default_factory=dict)
    asked: Mapping[Lang, Sequence[str]] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """How long its lessons take together, in minutes, exercises apart."""
        return sum(lesson.minutes for lesson in self.lessons)

    @property
    def exercise_minutes(self) -> int:
        """How long its exercises take together, in minutes, those whose author says so."""
        return sum(lesson.exercise_minutes or 0 for lesson in self.lessons)
