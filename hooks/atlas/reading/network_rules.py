"""Rules of the networks, and of what ties records to each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atlas.model import Member, Place
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, quoted


def sizes_follow_each_other(content: Content) -> Iterator[Problem]:
    """Check that the sizes of a network go from the earliest to the latest, each date once."""
    for entry in content.networks:
        sizes = entry.record.sizes if entry.record else ()
        for rank, (before, after) in enumerate(pairwise(sizes), 1):
            if after.as_of <= before.as_of:
                wrong = f"{quoted(after.as_of)} ne vient pas après {before.as_of}"
                yield entry.error(
                    ("sizes", rank, "as_of"), wrong, "Rangez les tailles de la plus ancienne à la plus récente"
                )


def records_are_tied(content: Content) -> Iterator[Problem]:
    """Notice the places and members that nothing ties to anything else."""
    if not content.complete:
        return  # A file that cannot be read may be the one that ties them.
    tied: set[tuple[str, str]] = set()
    for entry in content:
        for leaf in entry.leaves:
            target = leaf.shape.target
            if target is not None and target != "source":
                tied.add((target, leaf.value))
                tied |= {
                    (kind, entry.id) for kind, model in (("place", Place), ("member", Member)) if entry.model is model
                }
    for kind, entries in (("place", content.places), ("member", content.members)):
        for lone in (each for each in entries if (kind, each.id) not in tied):
            wrong = "rien ne lie cette fiche à un lieu, un membre, une séance ou une action"
            yield lone.notice((), wrong, "Nommez-la dans une fiche qui la concerne, si une source le permet")
