"""Rules of the sessions and lessons of the Academy, one file against the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from atlas import urls
from atlas.model.academy import LessonHead, ReadingItem, SessionHead
from atlas.model.authored import calls
from atlas.model.quiz import FEWEST_CHOICES
from atlas.model.text import LANGS, Lang
from atlas.reading.academy import HEAD
from atlas.reading.authored import body_problems
from atlas.reading.certainty import near_miss
from atlas.reading.entries import Academy, Content, Entry, Pair
from atlas.reading.fixes import Write
from atlas.reading.glossary_rules import forms_are_unique, terms_are_listed, terms_are_used
from atlas.reading.media_rules import media_can_be_followed
from atlas.reading.problems import Problem, did_you_mean, listed, quoted
from atlas.reading.resource_rules import resources_lead_somewhere
from atlas.reading.slips import identifier

_LANGUAGES: Final = {"fr": "française", "en": "anglaise"}


def both_languages_are_there(content: Content) -> Iterator[Problem]:
    """Check that each session and each lesson has its file in both languages."""
    for academy in _academy(content):
        for pair in academy.pairs:
            file = _file(pair.id, academy)
            if not pair.there:
                lang = next(iter(sorted(_languages(pair.id, academy), reverse=True)), LANGS[0])
                folder = f"docs/{lang}/{urls.SLUGS['academy'][lang]}/{pair.id}"
                yield Problem(f"{folder}/", 0, "", "la séance n’a pas de fichier index.md", "Écrivez-le")
                continue
            for lang in LANGS:
                if lang not in pair.there:
                    other: Lang = "en" if lang == "fr" else "fr"
                    missing = f"docs/{lang}/{urls.SLUGS['academy'][lang]}/{file}"
                    where = f"docs/{other}/{urls.SLUGS['academy'][other]}/{file}"
                    yield Problem(where, 0, "", f"la page {_LANGUAGES[lang]} manque", f"Écrivez {missing}")


def _file(id: str, academy: Academy) -> str:
    return f"{id}.md" if id in academy.lessons else f"{id}/{HEAD}"


def _languages(session: str, academy: Academy) -> set[Lang]:
    return {lang for id in academy.lessons_of(session) for lang in academy.lessons[f"{session}/{id}"].there}


def lessons_are_listed(content: Content) -> Iterator[Problem]:
    """Check that a session lists its lessons, all of them, once each."""
    for academy in _academy(content):
        for pair in academy.sessions.values():
            if pair.fr is None:
                continue
            there = academy.lessons_of(pair.id)
            written = pair.fr.data.get("lessons")
            names = written if isinstance(written, list) else []
            named = {identifier(str(name).removesuffix(".md")) for name in names}
            for rank, name in enumerate(names):
                if name in names[:rank]:
                    yield pair.fr.error(("lessons", rank), f"{quoted(name)} est déjà dans la liste", "Ôtez-le")
                elif isinstance(name, str) and name not in there and identifier(name) == name:
                    near = did_you_mean(name, there)
                    cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {name}.md à côté, ou ôtez-le"
                    meant = near_miss(name, there)
                    fix = Write(("lessons", rank), meant) if meant else None
                    yield pair.fr.error(("lessons", rank), f"aucune leçon ne s’appelle {quoted(name)}", cure, fix)
            for id in there:
                lesson = academy.lessons[f"{pair.id}/{id}"]
                if id not in named and lesson.written:
                    where = next(iter(lesson.files.values()))
                    cure = f"Ajoutez {id} à « lessons: » de {pair.fr.document.path}"
                    yield Problem(where, 0, "", "aucune séance ne liste cette leçon", cure)


def prerequisites_lead_somewhere(content: Content) -> Iterator[Problem]:
    """Check that no session is, at the end of a chain, its own prerequisite."""
    for academy in _academy(content):
        wanted = {
            pair.id: [id for id in pair.fr.record.prerequisites if id in academy.sessions]
            for pair in academy.sessions.values()
            if pair.fr and pair.fr.record
        }
        for id in wanted:
            loop = _loop(id, wanted)
            # Told once, at the first session of the loop.
            if loop and id == min(loop):
                pair = academy.sessions[id]
                assert pair.fr
                told = " → ".join([*loop, loop[0]])
                wrong = f"les prérequis tournent en rond : {told}"
                yield pair.fr.error(("prerequisites",), wrong, "Ôtez l’un de ces prérequis")


def _loop(start: str, wanted: dict[str, list[str]]) -> Sequence[str]:
    """Return a way from a session back to itself through others, or nothing."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop()
        for following in wanted.get(way[-1], ()):
            if following == start and len(way) > 1:
                return way
            if following not in seen and following != start:
                seen.add(following)
                ways.append([*way, following])
    return ()


def languages_agree(content: Content) -> Iterator[Problem]:
    """Check that the two languages say as many things, and mark the same answers as right."""
    for academy in _academy(content):
        for pair in academy.pairs:
            yield from _as_many(pair)
        for pair in academy.lessons.values():
            yield from _same_questions(pair, academy)


def _as_many(pair: Pair[Any, Any]) -> Iterator[Problem]:
    french, english = (entry.record if entry else None for entry in (pair.fr, pair.en))
    if french is None or english is None or pair.en is None:
        return
    for name in ("objectives", "key_points"):
        if hasattr(french, name) and len(getattr(french, name)) != len(getattr(english, name)):
            counts = f"{len(getattr(english, name))} en anglais, {len(getattr(french, name))} en français"
            yield pair.en.error(
                (name,),
                f"les deux langues n’en disent pas autant ({counts})",
                "Écrivez-en autant, un tiret par élément",
            )
    if hasattr(french, "prerequisites_text") and bool(french.prerequisites_text) != bool(english.prerequisites_text):
        lacking, where = ("anglais", pair.en) if french.prerequisites_text else ("français", pair.fr)
        assert where
        yield where.error(("prerequisites_text",), f"le texte {lacking} manque", "Ajoutez « prerequisites_text: »")


def _same_questions(pair: Pair[Any, Any], academy: Academy) -> Iterator[Problem]:
    bodies = academy.bodies[pair.id]
    if set(bodies) != set(LANGS) or _is_misread(pair, academy):
        return
    french, english = bodies["fr"].questions, bodies["en"].questions
    name = pair.files["en"]
    if len(french) != len(english):
        many = "s" if len(english) > 1 else ""
        wrong = f"{len(english)} question{many} en anglais, {len(french)} en français"
        yield Problem(name, english[0].line if english else 0, "", wrong, "Posez les mêmes dans les deux langues")
        return
    for rank, (one, other) in enumerate(zip(french, english, strict=True), 1):
        if min(len(question.choices) for question in (one, other)) < FEWEST_CHOICES or not (one.right and other.right):
            continue  # told where it is read
        if len(one.choices) != len(other.choices):
            wrong = f"la question {rank} propose {len(other.choices)} réponses, {len(one.choices)} en français"
            yield Problem(name, other.line, "", wrong, "Proposez les mêmes, dans le même ordre")
        elif one.right != other.right:
            there, here = (listed([str(place + 1) for place in question.right]) for question in (one, other))
            wrong = f"la bonne réponse de la question {rank} est la {here}, en français la {there}"
            yield Problem(name, other.line, "", wrong, "Mettez les réponses dans le même ordre")


def _is_misread(pair: Pair[Any, Any], academy: Academy) -> bool:
    """Return whether something is wrong in the French questions: counting them would blame the English ones."""
    first = pair.written["fr"].first
    return any(problem.path == pair.files["fr"] and problem.line > first for problem in academy.problems)


def texts_name_what_exists(content: Content) -> Iterator[Problem]:
    """Check the notes, the directives and the markup in the text of each session and lesson."""
    for academy in _academy(content):
        for pair in academy.pairs:
            for written in pair.written.values():
                yield from body_problems(written.body, written.file, written.first, content.known)
            for entry in pair.entries:
                for rank, point in enumerate(_list(entry, "key_points")):
                    for _, id in calls(str(point)):
                        if id not in content.known.get("source", {id}):
                            near = did_you_mean(id, sorted(content.known["source"]))
                            cure = f"Vouliez-vous dire « {near} » ?" if near else "Ajoutez-la à docs/data/sources.yml"
                            wrong = f"aucune source ne s’appelle {quoted(id)}"
                            yield entry.error(("key_points", rank), wrong, cure)


def reading_is_one_thing(content: Content) -> Iterator[Problem]:
    """Check that each thing to read next is one, and that a lesson that is named exists."""
    for academy in _academy(content):
        for pair in academy.lessons.values():
            head = pair.fr.record if pair.fr else None
            for rank, item in enumerate(head.reading if isinstance(head, LessonHead) else ()):
                assert pair.fr
                yield from _reading(pair.fr, rank, item, academy)


def _reading(entry: Entry[Any], rank: int, item: ReadingItem, academy: Academy) -> Iterator[Problem]:
    named = [name for name in ("source", "lesson", "place", "indicator") if getattr(item, name)]
    if len(named) != 1:
        wrong = "il faut une chose à lire, et une seule" if named else "rien n’est à lire ici"
        yield entry.error(("reading", rank), wrong, "Gardez source, lesson, place ou indicator")
    elif item.lesson and item.lesson not in academy.lessons:
        near = did_you_mean(item.lesson, sorted(academy.lessons))
        cure = f"Vouliez-vous dire « {near} » ?" if near else "Écrivez séance/leçon, comme port/cables"
        yield entry.error(("reading", rank, "lesson"), f"aucune leçon ne s’appelle {quoted(item.lesson)}", cure)
    elif item.lesson == entry.id:
        yield entry.error(("reading", rank, "lesson"), "la leçon renvoie à elle-même", entry.removal(("reading", rank)))


def schedules_can_be_held(content: Content) -> Iterator[Problem]:
    """Check that a session ends on the day when it begins, and that its changes follow one another."""
    for entry, head in _heads(content):
        if head.scheduled is None:
            continue
        if head.scheduled.ends.date() != head.scheduled.starts.date():
            wrong = (
                f"la séance finit le lendemain ({head.scheduled.minutes} minutes à partir de {head.scheduled.start})"
            )
            yield entry.error(("scheduled", "minutes"), wrong, "Corrigez le début ou la durée")
        days = [change.date for change in head.scheduled.changes]
        if days != sorted(days):
            yield entry.error(("scheduled", "changes"), "les changements ne se suivent pas", "Du plus ancien au récent")


def consents_last(content: Content) -> Iterator[Problem]:
    """Check that the agreement of a speaker ends after it begins, and notice the one that does not hold today."""
    for entry, head in _heads(content):
        for rank, speaker in enumerate(head.speakers):
            if speaker.consent.expires <= speaker.consent.date:
                at = ("speakers", rank, "consent", "expires")
                yield entry.error(at, "l’accord finit avant de commencer", "Corrigez l’une des deux dates")
            elif not speaker.consent.holds(content.today):
                wrong = "l’accord ne vaut pas aujourd’hui : cette personne n’est publiée nulle part"
                yield entry.notice(("speakers", rank, "consent"), wrong, "Demandez-en un nouveau, ou ôtez la personne")


def _heads(content: Content) -> Iterator[tuple[Entry[SessionHead], SessionHead]]:
    for academy in _academy(content):
        for pair in academy.sessions.values():
            if pair.fr and pair.fr.record:
                yield pair.fr, pair.fr.record


def _list(entry: Entry[Any], name: str) -> Sequence[Any]:
    value = entry.data.get(name)
    return value if isinstance(value, list) else ()


def _academy(content: Content) -> Iterator[Academy]:
    """Yield the Academy, if it was read."""
    if content.academy is not None:
        yield content.academy


ACADEMY_RULES: Final[Sequence[Callable[[Content], Iterator[Problem]]]] = (
    both_languages_are_there,
    lessons_are_listed,
    prerequisites_lead_somewhere,
    languages_agree,
    texts_name_what_exists,
    reading_is_one_thing,
    schedules_can_be_held,
    consents_last,
    resources_lead_somewhere,
    media_can_be_followed,
    terms_are_used,
    terms_are_listed,
    forms_are_unique,
)
"""Every rule of the Academy and of its glossary."""
