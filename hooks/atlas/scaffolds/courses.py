"""Drafts of the Academy: a session with its first lesson, or one more lesson."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from atlas import urls
from atlas.model.text import Lang
from atlas.scaffolds.insertion import listed_too
from atlas.scaffolds.order import EN, FR, Order, RefusedError, quoted
from atlas.scaffolds.records import NOTICE

FIRST: Final = "premiere-lecon"
"""The lesson that a new session begins with."""


def session(order: Order) -> Mapping[str, str]:
    """Return the files of a session and of its first lesson, in both languages."""
    french = f"""---
{NOTICE}
draft: true
title: {quoted(order.name)}
summary: {FR}
order: {order.rank}
edition: "{order.day.year}"
scheduled: null # pas de date
mode: both # ou on_site, remote
level: introduction # ou intermediate, advanced
audience: {FR}
themes: [territory] # ou port, digital, energy, culture, welcome
objectives:
  - {FR}
lessons: [{FIRST}]
---

{FR}
"""
    english = f"""---
title: {quoted(order.name_en)}
summary: {EN}
audience: {EN}
objectives:
  - {EN}
---

{EN}
"""
    names = {"fr": "Première leçon", "en": "First lesson"}
    return {
        _file("fr", order.id, "index"): french,
        _file("en", order.id, "index"): english,
        **_lesson(order.id, FIRST, names["fr"], names["en"]),
    }


def lesson(order: Order) -> Mapping[str, str]:
    """Return the files of a lesson in both languages, and the session that lists it from now on."""
    session = order.answers["session"]
    head = _file("fr", session, "index")
    text = listed_too((order.root / head).read_text(encoding="utf-8"), "lessons", order.id)
    if text is None:
        raise RefusedError(f"la liste « lessons: » de {head} ne peut pas être complétée : ajoutez-y {order.id}")
    return {**_lesson(session, order.id, order.name, order.name_en), head: text}


def _lesson(session: str, id: str, fr: str, en: str) -> Mapping[str, str]:
    return {
        _file("fr", session, id): f"""---
{NOTICE}
draft: true
title: {quoted(fr)}
summary: {FR}
minutes: 30
objectives:
  - {FR}
key_points:
  - {FR}
---

{_body(FR, "Questions", "Exercice", "Pistes :")}""",
        _file("en", session, id): f"""---
title: {quoted(en)}
summary: {EN}
objectives:
  - {EN}
key_points:
  - {EN}
---

{_body(EN, "Questions", "Exercise", "Pointers:")}""",
    }


def _body(words: str, questions: str, exercise: str, pointers: str) -> str:
    question = f"""### {{}} {words}

- [x] {words} A
- [ ] {words} B

> {words}
"""
    return f"""## {words} {{: #section }}

{words}

## {questions}

{question.format(1)}
{question.format(2)}
## {exercise}

1. {words}

> {pointers} {words}
"""


def _file(lang: Lang, session: str, name: str) -> str:
    return f"docs/{lang}/{urls.SLUGS['academy'][lang]}/{session}/{name}.md"
