"""A small course for tests: one session of two lessons in both languages, with all that a lesson may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from support.projects import SMALL_SITE

HOSTILE: Final = '#import "x" $x^2$ @mucem \\u{41} // fin <b>gras</b>'
"""A text that a typesetter or a browser would act upon, as code in Markdown."""

ID: Final = "lumieres"
"""The identifier of the session."""

SECRETS: Final = {
    "fr": ("Sept marches", "Le gardien compte deux fois"),
    "en": ("Seven steps", "The keeper counts twice"),
}
"""What only the answers say, in each language."""

_SESSION_FR = """---
title: Lumières
summary: Ce que montrent un phare et un moulin.
order: 90
edition: "2026"
scheduled: null
mode: both
level: introduction
audience: Tout le monde.
prerequisites: []
themes: [territory]
objectives: ["Reconnaître un phare."]
speakers: []
places: [le-phare]
members: []
lessons: [phare, moulin]
resources: []
---

Une introduction à l'œuvre des gardiens.[^gazette]
"""

_SESSION_EN = """---
title: Lights
summary: What a lighthouse and a mill show.
audience: Everyone.
objectives: ["Know a lighthouse."]
---

An introduction to the keepers' work.[^gazette]
"""

_PHARE_FR = """---
title: Le phare et ses marches
summary: Une tour, une lampe, un escalier.
minutes: 20
exercise_minutes: 30
objectives: ["Compter des marches."]
key_points: ["La lampe tourne.[^gazette]", "L'escalier monte."]
places: [le-phare]
members: []
terms: [escalier]
reading:
  - lesson: lumieres/moulin
  - source: almanach
  - place: le-moulin
---

## Une hétérogénéité {: #heterogeneite }

Le phare a une lentille et un *escalier*.[^gazette] Voir [le moulin](moulin.md) et `HOSTILE`.

- Une marche.
- Deux marches.

| Étage | Marches |
|---|---|
| Premier | 1 375 147 |

> Une parole de gardien.

<!-- atlas:map:all -->

## La lampe {: #lampe }

Elle éclaire la mer.[^almanach]

## Questions

### Combien de tours ?

- [x] Une
- [ ] Deux

> Sept marches plus haut, une seule.[^gazette]

### Que voit-on ?

- [x] La mer
- [ ] Rien
- [x] Le moulin

> La mer et le moulin.

## Exercice

1. Montez.
2. Comptez.

> Pistes : le gardien compte deux fois.
""".replace("HOSTILE", HOSTILE)

_PHARE_EN = """---
title: The lighthouse and its steps
summary: A tower, a lamp, a staircase.
objectives: ["Count steps."]
key_points: ["The lamp turns.[^gazette]", "The staircase goes up."]
---

## A heterogeneity {: #heterogeneity }

The lighthouse has a lens and a *staircase*.[^gazette] See [the mill](moulin.md) and `HOSTILE`.

- One step.
- Two steps.

| Floor | Steps |
|---|---|
| First | 1,375,147 |

> A keeper's word.

<!-- atlas:map:all -->

## The lamp {: #lamp }

It lights the sea.[^almanach]

## Questions

### How many towers?

- [x] One
- [ ] Two

> Seven steps higher, only one.[^gazette]

### What can be seen?

- [x] The sea
- [ ] Nothing
- [x] The mill

> The sea and the mill.

## Exercise

1. Climb.
2. Count.

> Pointers: the keeper counts twice.
""".replace("HOSTILE", HOSTILE)

_MOULIN_FR = """---
title: Le moulin
summary: Des ailes et du vent.
minutes: 15
objectives: ["Nommer les ailes."]
key_points: ["Il tourne.", "Il moud.", "Il s'arrête."]
places: [le-moulin]
members: []
terms: []
reading: []
---

## Le vent {: #vent }

Le vent pousse les ailes, comme au [phare](phare.md#lampe).[^almanach]

## Questions

### Qui pousse ?

- [x] Le vent
- [ ] La mer

> Le vent, d'après l'almanach.[^almanach]

### Combien d'ailes ?

- [ ] Trois
- [x] Quatre

> Quatre, comme partout.

## Exercice

Dessinez le moulin.

> Quatre ailes suffisent.
"""

_MOULIN_EN = """---
title: The mill
summary: Sails and wind.
objectives: ["Name the sails."]
key_points: ["It turns.", "It grinds.", "It stops."]
---

## The wind {: #wind }

The wind pushes the sails, as at [the lighthouse](phare.md#lamp).[^almanach]

## Questions

### What pushes?

- [x] The wind
- [ ] The sea

> The wind, says the almanac.[^almanach]

### How many sails?

- [ ] Three
- [x] Four

> Four, as everywhere.

## Exercise

Draw the mill.

> Four sails are enough.
"""

_TERM = """
  - id: escalier
    term: {fr: escalier, en: staircase}
    forms: {fr: [escaliers], en: [staircases]}
    definition: {fr: "Des marches qui mènent en haut.", en: "Steps that lead up."}
    sources: [gazette]
"""

COURSE: Final[Mapping[str, str]] = {
    "docs/data/glossary.yml": (SMALL_SITE / "docs/data/glossary.yml").read_text(encoding="utf-8").rstrip() + _TERM,
    "docs/fr/academie/lumieres/index.md": _SESSION_FR,
    "docs/en/academy/lumieres/index.md": _SESSION_EN,
    "docs/fr/academie/lumieres/phare.md": _PHARE_FR,
    "docs/en/academy/lumieres/phare.md": _PHARE_EN,
    "docs/fr/academie/lumieres/moulin.md": _MOULIN_FR,
    "docs/en/academy/lumieres/moulin.md": _MOULIN_EN,
}
"""The files of the course, to lay over a small project."""
