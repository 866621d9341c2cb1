"""Rules that a model cannot say, because they look at several fields or several records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from atlas.model import Place, Route
from atlas.model.academy import SessionHead
from atlas.model.member import Logo, Signature
from atlas.model.place import Embodiment, Standing
from atlas.model.publication import PLACEHOLDER_ID
from atlas.model.record import Record
from atlas.model.text import LANGS
from atlas.model.vocabulary import DateBasis, Known, PlaceStatus
from atlas.reading.academy_rules import ACADEMY_RULES
from atlas.reading.action_rules import actions_can_be_trusted
from atlas.reading.certainty import near_miss
from atlas.reading.colour_rules import colours_can_be_read
from atlas.reading.entries import Content, Entry
from atlas.reading.event_rules import events_can_happen
from atlas.reading.fixes import Write, as_yaml
from atlas.reading.identity_rules import identity_is_known
from atlas.reading.indicator_rules import INDICATOR_RULES
from atlas.reading.manifesto_rules import film_can_be_shown, manifesto_says_what_it_is
from atlas.reading.network_rules import records_are_tied, sizes_follow_each_other
from atlas.reading.person_rules import PERSON_RULES
from atlas.reading.personal_rules import nobody_is_named_without_consent, pages_hold_no_personal_data
from atlas.reading.picture_rules import pictures_are_fit, pictures_are_permitted, pictures_are_used
from atlas.reading.placeholder_rules import nothing_is_left_to_write
from atlas.reading.position_rules import points_are_known, positions_hold
from atlas.reading.problems import Problem, Severity, did_you_mean, quoted
from atlas.reading.publication_rules import held_back_are_told, references_are_published
from atlas.reading.register_rules import addresses_can_be_read
from atlas.reading.route_rules import routes_follow_their_theme
from atlas.reading.shapes import Kind
from atlas.reading.text_rules import english_is_not_french, texts_are_plain
from atlas.reading.translations import translations_follow
from atlas.reading.yaml_source import FieldPath

LOGOS: Final = "docs/theme/logos"
"""Where the logos of members are."""

MOST_NAMED: Final = 10
"""Sources that nothing cites and that a message names."""

_NOUNS: Final = {
    "source": "aucune source ne s’appelle",
    "member": "aucun membre ne s’appelle",
    "place": "aucun lieu ne s’appelle",
    "route": "aucun itinéraire ne s’appelle",
    "indicator": "aucun indicateur ne s’appelle",
    "action": "aucune action ne s’appelle",
    "session": "aucune séance ne s’appelle",
    "term": "aucun terme du glossaire ne s’appelle",
}
_ITSELF: Final[Mapping[type[Record], tuple[Kind, str]]] = {
    Place: ("place", "le lieu est lié à lui-même"),
    Route: ("route", "l’itinéraire est lié à lui-même"),
    SessionHead: ("session", "la séance est son propre prérequis"),
}
"""What a record that names itself is told: the kind of that record, and what is wrong."""


def references_exist(content: Content) -> Iterator[Problem]:
    """Check that every identifier names a record, and names it once in its list."""
    cures: dict[tuple[Kind, str], str] = {}  # a renamed source is missed in many places, and a search costs
    for entry in content:
        seen: set[tuple[FieldPath, str]] = set()
        for leaf in entry.leaves:
            target = leaf.shape.target
            if target is None or target not in content.known or leaf.value == PLACEHOLDER_ID:
                continue  # what a draft leaves to be named has a rule of its own
            if leaf.value not in content.known[target]:
                cure = cures.get((target, leaf.value))
                if cure is None:
                    near = did_you_mean(leaf.value, sorted(content.known[target]))
                    cure = cures[target, leaf.value] = f"Vouliez-vous dire « {near} » ?" if near else _create(target)
                meant = near_miss(leaf.value, content.known[target])
                fix = Write((*entry.at, *leaf.field), as_yaml(meant)) if meant else None
                yield entry.error(leaf.field, f"{_NOUNS[target]} {quoted(leaf.value)}", cure, fix)
            elif (leaf.field[:-1], leaf.value) in seen:
                yield entry.error(leaf.field, f"{quoted(leaf.value)} est déjà dans la liste", "Ôtez cette répétition")
            elif leaf.value == entry.id and entry.model in _ITSELF and target == _ITSELF[entry.model][0]:
                yield entry.error(leaf.field, _ITSELF[entry.model][1], "Ôtez cette ligne")
            seen.add((leaf.field[:-1], leaf.value))


def _create(target: str) -> str:
    files = {
        "source": "docs/data/sources.yml",
        "member": "members/",
        "place": "places/",
        "route": "docs/data/routes.yml",
        "indicator": "docs/data/indicators.yml",
        "action": "docs/data/actions.yml",
        "session": "docs/fr/academie/",
        "term": "docs/data/glossary.yml",
    }
    return f"Corrigez-le, ou ajoutez-le d’abord dans {files[target]}"


def ids_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two sources, routes or articles of the manifesto have the same identifier."""
    for entries in (
        content.sources,
        content.routes,
        content.actions,
        content.events,
        content.indicators,
        content.facts,
        content.targets,
        content.networks,
        content.terms,
    ):
        yield from _repeated(entries, ("id",), _as_written, "l’identifiant {} est déjà pris")
    if content.manifesto:
        lines: dict[str, int] = {}
        for index, article in enumerate(_listed(content.manifesto.data.get("articles"))):
            anchor = article.get("id") if isinstance(article, dict) else None
            field: FieldPath = ("articles", index, "id")
            if isinstance(anchor, str) and anchor in lines:
                wrong = f"l’identifiant {quoted(anchor)} est déjà pris, ligne {lines[anchor]}"
                yield content.manifesto.error(field, wrong, "Choisissez-en un autre")
            elif isinstance(anchor, str):
                lines[anchor] = content.manifesto.document.line(field)


def orders_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two places, and no two members, have the same rank."""
    for entries in (content.places, content.members):
        taken = {order for entry in entries if isinstance(order := entry.data.get("order"), int)}
        free = next(rank for rank in range(1, len(entries) + 2) if rank not in taken)
        yield from _repeated(
            entries, ("order",), _as_written, "le rang {} est déjà pris", f"Écrivez {free}, qui est libre"
        )


def names_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two places, no two members and no two routes bear the same name."""
    for entries in (content.places, content.members, content.routes):
        for lang in LANGS:
            yield from _repeated(entries, ("name", lang), _name, "le nom {} est déjà pris")


def _name(name: object) -> str | None:
    return " ".join(name.split()).casefold() if isinstance(name, str) else None


def addresses_are_unique(content: Content) -> Iterator[Problem]:
    """Check that no two sources have the same web address."""
    yield from _repeated(
        content.sources, ("url",), _address, "l’adresse {} est déjà prise", "Gardez une seule des deux sources"
    )


def _address(url: object) -> str | None:
    return url.strip().rstrip("/").removeprefix("https://").removeprefix("http://") if isinstance(url, str) else None


def _repeated(
    entries: Sequence[Entry[Any]],
    field: Sequence[str],
    key: Callable[[object], object],
    what: str,
    cure: str = "Choisissez-en un autre",
) -> Iterator[Problem]:
    """Yield a problem for each entry that repeats a value of one before it."""
    first: dict[object, Entry[Any]] = {}
    for entry in entries:
        written: Any = entry.data
        for step in field:
            written = written.get(step) if isinstance(written, dict) else None
        value = key(written)
        if not isinstance(value, str | int) or value == "":
            continue
        before = first.setdefault(value, entry)
        if before is not entry:
            where = f"{before.document.path}:{before.document.line((*before.at, *field))}"
            yield entry.error(tuple(field), f"{what.format(quoted(written))}, par {where}", cure)


def _as_written(value: object) -> object:
    return value


def previous_ids_are_free(content: Content) -> Iterator[Problem]:
    """Check that an earlier identifier is neither in use nor claimed twice: it is a redirect."""
    for entries in (content.places, content.members):
        live: dict[str, Entry[Any]] = {entry.id: entry for entry in entries}
        claimed: dict[str, Entry[Any]] = {}
        for entry in entries:
            for index, old in enumerate(_listed(entry.data.get("previous_ids"))):
                if not isinstance(old, str):
                    continue
                owner: Entry[Any] | None = live.get(old) or claimed.get(old)
                if owner is not None:
                    wrong = f"{quoted(old)} est déjà pris par {owner.document.path}"
                    yield entry.error(("previous_ids", index), wrong, "Ôtez cette ligne")
                claimed.setdefault(old, entry)


def claims_are_sourced(content: Content) -> Iterator[Problem]:
    """Check that statuses, signatures and designations have the source that readers will ask for."""
    cure = "Ajoutez : {}: [identifiant-de-la-source] (un de docs/data/sources.yml)"
    for entry in content.places:
        standing = entry.part("standing", Standing)
        if standing and standing.value is not PlaceStatus.CANDIDATE and not standing.sources:
            wrong = f"le statut {quoted(standing.value)} n’a pas de source"
            yield entry.error(("standing",), wrong, cure.format("sources") + ", ou écrivez value: candidate")
        embodied = entry.part("embodied_by", Embodiment)
        if embodied and embodied.named_by_agency and not embodied.naming_sources:
            wrong = "« named_by_agency: true » n’a pas de source"
            yield entry.error(
                ("embodied_by", "named_by_agency"), wrong, cure.format("naming_sources") + ", ou écrivez false"
            )
    for member in content.members:
        signature = member.part("signatory", Signature)
        if signature and signature.value is not Known.UNKNOWN and not signature.sources:
            wrong = f"la réponse {quoted(signature.value)} n’a pas de source"
            yield member.error(("signatory",), wrong, cure.format("sources") + ", ou écrivez value: unknown")


def rest_is_sourced(content: Content) -> Iterator[Problem]:
    """Notice what may stand without a source for a while."""
    for entry in content:
        for name in ("access", "website"):
            part = entry.data.get(name)
            if isinstance(part, dict) and not part.get("sources"):
                yield entry.notice((name,), "aucune source", "Ajoutez « sources: » quand une source le dit")


def sources_are_used(content: Content) -> Iterator[Problem]:
    """Notice, all at once, the sources that support nothing."""
    if not content.complete:
        return  # A file that cannot be read may be the one that uses it.
    used = {leaf.value for entry in content for leaf in entry.leaves if leaf.shape.target == "source"}
    used.update(id for page in content.pages for id in page.cited)
    used.update(content.academy.cited if content.academy else ())
    unused = [entry for entry in content.sources if entry.record and entry.id not in used]
    if len(unused) == 1:
        yield unused[0].notice(
            ("id",), f"la source {quoted(unused[0].id)} n’est citée nulle part", "Citez-la, ou ôtez-la"
        )
    elif unused:
        names = ", ".join(entry.id for entry in unused[:MOST_NAMED]) + ("…" if len(unused) > MOST_NAMED else "")
        wrong = f"{len(unused)} sources ne sont citées nulle part ({names})"
        yield Problem(unused[0].document.path, 0, "", wrong, "Citez-les, ou ôtez-les", Severity.NOTICE)


def dates_agree(content: Content) -> Iterator[Problem]:
    """Check that a source has a date exactly when it says how the date is known."""
    for entry in content.sources:
        source = entry.record
        if source and source.date is None and source.date_basis is not DateBasis.NONE:
            yield entry.error(
                ("date_basis",),
                f"{quoted(source.date_basis)}, mais pas de date",
                "Écrivez date_basis: none, ou la date",
            )
        elif source and source.date is not None and source.date_basis is DateBasis.NONE:
            yield entry.error(
                ("date_basis",), "« none », mais une date", "Écrivez stated (affichée) ou inferred (déduite)"
            )


def logos_exist(content: Content) -> Iterator[Problem]:
    """Check that the picture of a logo is there."""
    for entry in content.members:
        logo = entry.part("logo", Logo)
        if logo and not (content.root / LOGOS / logo.file).is_file():
            yield entry.error(
                ("logo", "file"), f"aucun fichier {quoted(logo.file)} dans {LOGOS}", "Déposez-le, ou ôtez « logo: »"
            )


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


RULES: Final[Sequence[Callable[[Content], Iterator[Problem]]]] = (
    references_exist,
    ids_are_unique,
    orders_are_unique,
    names_are_unique,
    addresses_are_unique,
    previous_ids_are_free,
    claims_are_sourced,
    rest_is_sourced,
    sources_are_used,
    dates_agree,
    manifesto_says_what_it_is,
    film_can_be_shown,
    logos_exist,
    pictures_are_fit,
    pictures_are_permitted,
    pictures_are_used,
    positions_hold,
    points_are_known,
    *ACADEMY_RULES,
    routes_follow_their_theme,
    actions_can_be_trusted,
    events_can_happen,
    *INDICATOR_RULES,
    *PERSON_RULES,
    sizes_follow_each_other,
    records_are_tied,
    identity_is_known,
    colours_can_be_read,
    texts_are_plain,
    english_is_not_french,
    translations_follow,
    pages_hold_no_personal_data,
    nobody_is_named_without_consent,
    addresses_can_be_read,
    held_back_are_told,
    references_are_published,
    nothing_is_left_to_write,
)
"""Every rule, in no order that matters: the problems are sorted by file and line."""
