"""Rules that a model cannot say, because they look at several fields or several records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from atlas.model.member import Logo, Signature
from atlas.model.place import Embodiment, Standing
from atlas.model.vocabulary import DateBasis, Known, PlaceStatus
from atlas.reading.academy_rules import ACADEMY_RULES
from atlas.reading.action_rules import actions_can_be_trusted
from atlas.reading.colour_rules import colours_can_be_read
from atlas.reading.entries import Content
from atlas.reading.event_rules import events_can_happen
from atlas.reading.identity_rules import identity_is_known
from atlas.reading.indicator_rules import INDICATOR_RULES
from atlas.reading.link_rules import links_lead_somewhere
from atlas.reading.manifesto_rules import film_can_be_shown, manifesto_says_what_it_is
from atlas.reading.network_rules import records_are_tied, sizes_follow_each_other
from atlas.reading.person_rules import PERSON_RULES
from atlas.reading.personal_rules import nobody_is_named_without_consent, pages_hold_no_personal_data
from atlas.reading.picture_rules import pictures_are_fit, pictures_are_permitted, pictures_are_used
from atlas.reading.placeholder_rules import nothing_is_left_to_write
from atlas.reading.position_rules import points_are_known, positions_hold
from atlas.reading.problems import Problem, Severity, quoted
from atlas.reading.publication_rules import held_back_are_told, references_are_published
from atlas.reading.reference_rules import references_exist
from atlas.reading.register_rules import addresses_can_be_read
from atlas.reading.related_rules import related_pages_exist
from atlas.reading.route_rules import routes_follow_their_theme
from atlas.reading.text_rules import addresses_are_whole, english_is_not_french, texts_are_plain
from atlas.reading.translations import translations_follow
from atlas.reading.unique_rules import (
    addresses_are_unique,
    copies_are_changed,
    ids_are_unique,
    names_are_unique,
    orders_are_unique,
    previous_ids_are_free,
)

LOGOS: Final = "docs/theme/logos"
"""Where the logos of members are."""

MOST_NAMED: Final = 10
"""Sources that nothing cites and that a message names."""


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


def dates_are_past(content: Content) -> Iterator[Problem]:
    """Notice a membership that begins, or a source that is published, on a day to come: a slip in the year."""
    today = content.today.isoformat()
    for entries, field in ((content.members, ("membership", "since")), (content.sources, ("date",))):
        for entry in entries:
            written: Any = entry.data
            for step in field:
                written = written.get(step) if isinstance(written, dict) else None
            if entry.record and isinstance(written, str | int) and str(written) > today[: len(str(written))]:
                yield entry.notice(field, f"{quoted(written)} est une date à venir", "Corrigez-la, si c’est une faute")


def logos_exist(content: Content) -> Iterator[Problem]:
    """Check that the picture of a logo is there."""
    for entry in content.members:
        logo = entry.part("logo", Logo)
        if logo and not (content.root / LOGOS / logo.file).is_file():
            yield entry.error(
                ("logo", "file"), f"aucun fichier {quoted(logo.file)} dans {LOGOS}", "Déposez-le, ou ôtez « logo: »"
            )


RULES: Final[Sequence[Callable[[Content], Iterator[Problem]]]] = (
    references_exist,
    copies_are_changed,
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
    addresses_are_whole,
    dates_are_past,
    english_is_not_french,
    translations_follow,
    related_pages_exist,
    links_lead_somewhere,
    pages_hold_no_personal_data,
    nobody_is_named_without_consent,
    addresses_can_be_read,
    held_back_are_told,
    references_are_published,
    nothing_is_left_to_write,
)
"""Every rule, in no order that matters: the problems are sorted by file and line."""
