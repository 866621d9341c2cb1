"""Booklets: what the Academy prints, of a session or of the whole course, as data for the template `lesson.typ`.

The course to read has the answers at its end; the sheet of exercises has none; the sheet of answers has nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from atlas import urls
from atlas.documents.printed import Print
from atlas.documents.typesetting import Document
from atlas.model import Lang
from atlas.model.academy import Lesson
from atlas.takeaway.appended import glossary, pieces, reading
from atlas.takeaway.course import Course
from atlas.takeaway.flow import Block, Flow, Piece
from atlas.takeaway.running_text import RunningText
from atlas.takeaway.texts import LessonText, SessionText
from atlas.takeaway.tree import Element
from atlas.wording import duration_words
from atlas.words import TakeawayWords

TEMPLATE: Final = "lesson.typ"

ROOM: Final = 9
"""How many lines a sheet leaves to write on, for an exercise."""


class Booklet:
    """One document in the making: its notes are numbered in the order in which it calls them."""

    def __init__(self, course: Course, kind: str, out: Print) -> None:
        """Begin a document of a kind of `urls.DOCUMENTS`."""
        self._course = course
        self._kind = kind
        self._out = out
        self._words = TakeawayWords(out.lang)
        self._level = 3 if course.whole else 2
        self._labels = {text.path: _label(text.lesson) for text in course.lessons}
        self._text = RunningText(course, out, self._labels)

    def document(self) -> Document:
        """Return the document."""
        made = {"academy_text": self._read, "academy_exercises": self._sheet, "academy_answers": self._answer_sheet}
        return made[self._kind]()

    def _read(self) -> Document:
        """Return the course to read."""
        blocks: list[Block] = []
        for session in self._course.sessions:
            blocks += self._opening(session)
            for rank, text in enumerate(session.lessons, 1):
                blocks += self._lesson(session, text, rank)
        blocks += self._answers_after(self._words("answers_title"))
        if terms := glossary(self._course.catalogue, [text.lesson for text in self._course.lessons], self._out):
            blocks += [{"kind": "break"}, _heading(self._words("glossary"), 2), terms]
        return self._document(blocks, notice="answers_at_end")

    def _sheet(self) -> Document:
        """Return the sheet of exercises, which holds no answer."""
        blocks: list[Block] = []
        for session in self._course.sessions:
            blocks += self._session_title(session)
            for rank, text in enumerate(session.lessons, 1):
                level = self._level
                blocks.append(self._title(session, text, rank))
                blocks += self._questions(text, level + 1)
                blocks += self._exercise(text, level + 1)
                blocks.append({"kind": "room", "lines": ROOM})
        return self._document(blocks, notice="answers_apart")

    def _answer_sheet(self) -> Document:
        """Return the sheet of answers."""
        blocks: list[Block] = []
        for session in self._course.sessions:
            blocks += self._session_title(session)
            for rank, text in enumerate(session.lessons, 1):
                blocks.append({**self._title(session, text, rank), "break-before": rank == 1})
                blocks += self._answered(text, self._level + 1)
        return self._document(blocks)

    def _document(self, blocks: list[Block], notice: str = "") -> Document:
        out, words, course = self._out, self._words, self._course
        kind = words({"academy_text": "text"}.get(self._kind, self._kind.removeprefix("academy_")))
        name = words("course") if course.whole else out.plain(course.sessions[0].session.title)
        summary: list[Piece]
        if course.whole:
            lessons = len(course.lessons)
            summary = [words("course_summary", sessions=len(course.sessions), lessons=lessons)]
        else:
            summary = pieces(out.runs(course.sessions[0].session.summary))
        notices = [words("standing"), *([words(notice)] if notice else [])]
        data = {
            **out.head(f"{name}, {kind.lower()}", "".join(piece for piece in summary if isinstance(piece, str))),
            "name": name,
            "kicker": self._kicker(kind),
            "summary": summary,
            "disc": str(course.sessions[0].session.order) if not course.whole else str(len(course.sessions)),
            "facts": self._facts(),
            "notice": [[" ".join(notices)]],
            "contents-title": words("contents"),
            "deep": course.whole,
            "blocks": blocks,
            "sources": out.sources(),
            "sources-title": words("sources"),
            "running": f"{name}, {kind.lower()}",
            "page": words("page"),
            "imprint": [words("licence", agency=out.head("", "")["agency"])],
            "address": out.address("academy") if course.whole else out.address("session", course.id),
        }
        return Document(urls.document_path(self._kind, out.lang, course.id), TEMPLATE, data, self._text.pictures)

    def _kicker(self, kind: str) -> str:
        course, words = self._course, self._words
        parts = [words("academy")]
        if not course.whole:
            parts.append(words("session", n=course.sessions[0].session.order))
        return " · ".join([*parts, kind])

    def _facts(self) -> list[tuple[str, str]]:
        words, sessions = self._words, [text.session for text in self._course.sessions]
        editions = ", ".join(sorted({session.edition for session in sessions}))
        facts = [(words("edition"), editions)]
        if not self._course.whole:
            (session,) = sessions
            facts.append((words("level"), session.level.label(self._out.lang)))
            facts.append((words("audience"), self._out.plain(session.audience)))
            if session.prerequisites_text:
                facts.append((words("before"), self._out.plain(session.prerequisites_text)))
        minutes = sum(session.minutes for session in sessions)
        return [
            *facts,
            (
                words("duration"),
                duration(words, minutes, sum(one.exercise_minutes for one in sessions), self._out.lang),
            ),
        ]

    def _session_title(self, session: SessionText) -> Iterator[Block]:
        """Yield the title of a session, in a document that holds several."""
        if self._course.whole:
            yield {
                "kind": "session",
                "level": 2,
                "label": f"session-{session.session.id}",
                "kicker": self._words("session", n=session.session.order),
                "title": pieces(self._out.runs(session.session.title)),
                "summary": [],
                "facts": [],
                "objectives": [],
            }

    def _opening(self, session: SessionText) -> Iterator[Block]:
        out, record = self._out, session.session
        objectives = {
            "objectives": [pieces(out.runs(one)) for one in record.objectives],
            "objectives-title": self._words("objectives"),
        }
        for title in self._session_title(session):
            yield {**title, "summary": pieces(out.runs(record.summary)), **objectives}
        flow = self._text.flow(session.path, session.sources, shift=self._level - 2)
        introduction = flow.blocks(session.introduction.children)
        if self._course.whole:
            yield from introduction
        else:
            yield {"kind": "break"}
            yield {"kind": "points", "title": self._words("objectives"), "items": objectives["objectives"]}
            yield from introduction

    def _title(self, session: SessionText, text: LessonText, rank: int) -> Block:
        words, lesson = self._words, text.lesson
        number = f"{session.session.order}.{rank}"
        return {
            "kind": "lesson",
            "level": self._level,
            "label": _label(lesson),
            "kicker": words("lesson", n=number),
            "title": pieces(self._out.runs(lesson.title)),
            "summary": [],
            "facts": [],
            "objectives": [],
            "break-before": True,
        }

    def _lesson(self, session: SessionText, text: LessonText, rank: int) -> Iterator[Block]:
        out, words, lesson, below = self._out, self._words, text.lesson, self._level + 1
        yield {
            **self._title(session, text, rank),
            "summary": pieces(out.runs(lesson.summary)),
            "facts": [(words("duration"), duration(words, lesson.minutes, lesson.exercise_minutes or 0, out.lang))],
            "objectives": [pieces(out.runs(one)) for one in lesson.objectives],
            "objectives-title": words("objectives"),
        }
        yield from self._blocks(text, text.prose)
        yield _heading(words("key_points"), below)
        points = [self._flow_of(text).pieces(one.children) for one in text.key_points]
        yield {"kind": "points", "title": "", "items": points}
        yield from self._questions(text, below)
        yield from self._exercise(text, below)
        if items := list(reading(self._course.catalogue, lesson, self._labels, out)):
            yield _heading(words("reading"), below)
            yield {"kind": "list", "ordered": False, "start": 1, "items": items}

    def _questions(self, text: LessonText, level: int) -> Iterator[Block]:
        flow = self._flow_of(text)
        yield _heading(self._words("questions"), level)
        items = []
        for question in text.questions:
            asked = flow.pieces(question.text.children)
            if question.several:
                asked += [" ", {"kind": "em", "body": [self._words("several")]}]
            choices = [flow.pieces(choice.children) for choice in question.choices]
            items.append({"text": asked, "choices": choices, "several": question.several})
        yield {"kind": "questions", "items": items}

    def _exercise(self, text: LessonText, level: int) -> Iterator[Block]:
        minutes = text.lesson.exercise_minutes
        yield _heading(self._words("exercise"), level)
        if minutes:
            yield {
                "kind": "aside",
                "text": self._words("minutes_exercise", time=duration_words(minutes, self._out.lang)),
            }
        yield from self._blocks(text, text.exercise)

    def _answers_after(self, title: str) -> Iterator[Block]:
        yield {"kind": "break"}
        yield _heading(title, 2)
        for session in self._course.sessions:
            for rank, text in enumerate(session.lessons, 1):
                name = self._words("lesson", n=f"{session.session.order}.{rank}")
                title_of = pieces(self._out.runs(text.lesson.title))
                yield {"kind": "heading", "level": 3, "body": [f"{name} · ", *title_of], "listed": False}
                yield from self._answered(text, 4)

    def _answered(self, text: LessonText, level: int) -> Iterator[Block]:
        flow = self._flow_of(text)
        items = []
        for question in text.questions:
            right = [
                {"rank": rank + 1, "text": flow.pieces(question.choices[rank].children)} for rank in question.right
            ]
            items.append(
                {
                    "text": flow.pieces(question.text.children),
                    "right": right,
                    "explanation": flow.blocks(question.explanation.children),
                }
            )
        yield {"kind": "answers", "items": items}
        if answer := self._blocks(text, text.answer):
            yield _heading(self._words("exercise_answer"), level)
            yield from answer

    def _blocks(self, text: LessonText, tree: Element) -> list[Block]:
        return self._flow_of(text).blocks(tree.children)

    def _flow_of(self, text: LessonText) -> Flow:
        return self._text.flow(text.path, text.sources, shift=self._level - 1)


def duration(words: TakeawayWords, minutes: int, exercise: int, lang: Lang) -> str:
    """Return how long something takes, in words; `exercise` are the minutes that come on top, if any."""
    text = words("minutes", time=duration_words(minutes, lang))
    if not exercise:
        return text
    return words("and_then", one=text, other=words("minutes_exercise", time=duration_words(exercise, lang)))


def _label(lesson: Lesson) -> str:
    return f"lesson-{lesson.session}-{lesson.id}"


def _heading(title: str, level: int) -> Block:
    return {"kind": "heading", "level": level, "body": [title]}
