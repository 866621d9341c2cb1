"""Rules of the actions of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atlas import urls
from atlas.model import Action
from atlas.model.action import axes
from atlas.model.event import first_day, last_day
from atlas.model.vocabulary import ActionStanding, AxisBasis, StepNature
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, did_you_mean, listed, quoted

_AT_WORK = frozenset({ActionStanding.UNDER_WAY, ActionStanding.DONE})
"""The standings that only what took place can support."""


def actions_can_be_trusted(content: Content) -> Iterator[Problem]:
    """Check that each action says who ties it to its axis, and has the evidence of where it stands."""
    manifesto = content.manifesto.record if content.manifesto else None
    known = axes(manifesto) if manifesto else None
    for entry in content.actions:
        if entry.record is None:
            continue
        if entry.record.public:
            yield from _axis(entry, entry.record, list(known) if known is not None else None)
            yield from _standing(entry, entry.record)
        else:
            yield from _not_public(entry, entry.record)
        yield from _steps(entry, entry.record)
        yield from _pages(entry, entry.record)


def _axis(entry: Entry[Action], action: Action, known: list[str] | None) -> Iterator[Problem]:
    axis = action.axis
    if axis is None:
        return
    if known is not None and axis.id not in known:
        near = did_you_mean(axis.id, known)
        cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {listed(known)}" if known else "Ôtez « axis: »"
        yield entry.error(("axis", "id"), f"aucun axe du manifeste ne s’appelle {quoted(axis.id)}", cure)
    if axis.basis is AxisBasis.STATED and not axis.sources:
        cure = (
            "Ajoutez dans « axis: » sources: [identifiant-de-la-source], ou écrivez basis: ours si c’est notre lecture"
        )
        yield entry.error(("axis",), "le rattachement à l’axe n’a pas de source", cure)


def _standing(entry: Entry[Action], action: Action) -> Iterator[Problem]:
    standing = action.standing
    if standing.value is ActionStanding.NOT_KNOWN:
        return
    said = quoted(standing.value)
    if not standing.sources:
        cure = "Ajoutez : sources: [identifiant-de-la-source] (de docs/data/sources.yml), ou écrivez value: not_known"
        yield entry.error(("standing",), f"la situation {said} n’a pas de source", cure)
    if standing.as_of is None:
        cure = "Ajoutez « as_of: », la date de la source la plus récente"
        yield entry.error(("standing",), f"la situation {said} n’a pas de date", cure)
    if standing.value in _AT_WORK and not any(step.nature is StepNature.ESTABLISHED for step in action.steps):
        cure = "Ajoutez une étape de nature established, ou écrivez value: announced"
        yield entry.error(("standing", "value"), f"la situation {said} n’a aucune étape établie", cure)


def _not_public(entry: Entry[Action], action: Action) -> Iterator[Problem]:
    told = [name for name in ("axis", "steps") if getattr(action, name)]
    if action.standing.value is not ActionStanding.NOT_KNOWN:
        told.append("standing")
    for name in told:
        cure = "Ôtez « public: false », ou ce champ" if name != "standing" else "Écrivez value: not_known"
        yield entry.error((name,), "l’action n’est pas publique, mais la fiche en dit plus", cure)


def _steps(entry: Entry[Action], action: Action) -> Iterator[Problem]:
    for rank, (before, after) in enumerate(pairwise(action.steps), 1):
        if last_day(after.when) < first_day(before.when):
            wrong = f"l’étape ({after.when}) vient après une étape plus récente ({before.when})"
            yield entry.error(("steps", rank, "when"), wrong, "Rangez les étapes de la plus ancienne à la plus récente")


def _pages(entry: Entry[Action], action: Action) -> Iterator[Problem]:
    for rank, key in enumerate(action.pages):
        if key not in urls.SLUGS:
            near = did_you_mean(key, urls.SLUGS)
            cure = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {listed(sorted(urls.SLUGS))}"
            yield entry.error(("pages", rank), f"aucune page ne s’appelle {quoted(key)}", cure)
