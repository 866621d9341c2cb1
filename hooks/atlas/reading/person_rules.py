"""Rules of the people: what a consent must say, and who is left out of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from atlas.model.person import LONGEST_CONSENT, Consent, Standing
from atlas.reading.entries import Content
from atlas.reading.problems import Problem, quoted

_LEFT_OUT: Final[Mapping[Standing, tuple[str, str, str]]] = {
    Standing.NOT_GIVEN: (
        "given",
        "l’accord n’est pas encore donné",
        "Attendez l’accord écrit, puis notez son jour sous « given: »",
    ),
    Standing.EXPIRED: (
        "expires",
        "l’accord a pris fin le {expires}",
        "Demandez un nouvel accord écrit, ou supprimez cette fiche",
    ),
    Standing.WITHDRAWN: (
        "withdrawn",
        "l’accord a été retiré le {withdrawn}",
        "Supprimez cette fiche dès que le retrait est consigné",
    ),
}
"""Why a person is left out: the field that says so, the reason, and what to do."""


def consents_hold(content: Content) -> Iterator[Problem]:
    """Check that a consent ends after it begins, and soon enough to be asked again.

    Nothing here refuses a withdrawal, however it is dated: a build that fails would leave the person on the site.
    """
    for entry in content.people:
        consent = entry.part("consent", Consent)
        if consent is None or consent.given is None:
            continue
        field = ("consent", "expires")
        given = date.fromisoformat(consent.given)
        last = f"{given.year + LONGEST_CONSENT:04}{consent.given[4:]}"
        if _ends_too_soon(consent):
            wrong = f"{quoted(consent.expires)} ne vient pas après le jour de l’accord, {consent.given}"
            yield entry.error(field, wrong, "Corrigez l’un des deux jours")
        elif consent.expires > last:
            wrong = f"l’accord durerait plus de {LONGEST_CONSENT} ans"
            yield entry.error(field, wrong, f"Écrivez au plus tard {last}, puis demandez-en un nouveau")


def _ends_too_soon(consent: Consent) -> bool:
    """Return whether a consent ends before it begins: one of its days is a slip."""
    return consent.given is not None and consent.expires <= consent.given


def people_have_one_organisation(content: Content) -> Iterator[Problem]:
    """Check that a person's organisation is told once: as a member, or in words."""
    for entry in content.people:
        if entry.data.get("member") and entry.data.get("organisation"):
            wrong = "l’organisation est dite deux fois, ici et sous « member: »"
            yield entry.error(
                ("organisation",), wrong, "Gardez « member: » si elle est membre, sinon « organisation: »"
            )


def people_left_out_are_told(content: Content) -> Iterator[Problem]:
    """Notice who is not published, and why."""
    for entry in content.people:
        consent = entry.part("consent", Consent)
        standing = consent.standing(content.today) if consent else Standing.HOLDS
        if standing is Standing.EXPIRED and consent and _ends_too_soon(consent):
            continue  # Refused above: which of the two days is wrong is not known, and so neither is the end.
        if consent and standing in _LEFT_OUT:
            key, reason, cure = _LEFT_OUT[standing]
            why = reason.format(expires=consent.expires, withdrawn=consent.withdrawn)
            yield entry.notice(("consent", key), f"{why} : cette personne n’est publiée nulle part", cure)


PERSON_RULES: Final = (consents_hold, people_have_one_organisation, people_left_out_are_told)
"""Every rule of the people."""
