"""The action plan as JSON: what was announced, the steps with their evidence, where each action stands."""

from __future__ import annotations

from typing import Any

from atlas.exports.about import About
from atlas.exports.records_json import labelled_file, sourced
from atlas.exports.texts import both
from atlas.model import Action, Catalogue
from atlas.model.action import axes
from atlas.model.vocabulary import ActionStanding, AxisBasis, StepNature
from atlas.relations import Relations, relations


def actions_json(catalogue: Catalogue, about: About) -> dict[str, Any]:
    """Return the actions, with the axes of the plan."""
    labels = {"standing": ActionStanding, "nature": StepNature, "basis": AxisBasis}
    ties = relations(catalogue)
    file = labelled_file(about, "actions", labels, [action_record(action, ties, about) for action in catalogue.actions])
    names = axes(catalogue.manifesto)
    file["vocabularies"]["axis"] = {id: both(name) for id, name in names.items()}
    return file


def action_record(action: Action, ties: Relations, about: About) -> dict[str, Any]:
    """Return an action."""
    axis, standing = action.axis, action.standing
    return {
        "id": action.id,
        "url": {lang: f"{page}#{action.id}" for lang, page in about.pages("actions").items()},
        "title": both(action.title),
        "public": action.public,
        "axis": {"id": axis.id, "basis": axis.basis.value, "sources": axis.sources} if axis else None,
        "announced": {"when": action.announced.when, **sourced(action.announced)},
        "steps": [{"when": step.when, "nature": step.nature.value, **sourced(step)} for step in action.steps],
        "standing": {
            "value": standing.value.value,
            "as_of": standing.as_of,
            **both(standing.text),
            "sources": standing.sources,
        },
        "places": action.places,
        "members": action.members,
        "sessions": ties.of("action", action.id, "session"),
        "events": ties.of("action", action.id, "event"),
    }
