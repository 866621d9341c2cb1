"""The kinds of record that a scaffold writes, and what each asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.geography.communes import communes
from atlas.mending.parts import Part, meaning
from atlas.reading.problems import did_you_mean, quoted
from atlas.reading.slips import as_date, identifier
from atlas.scaffolds import courses, items, records
from atlas.scaffolds.order import Order, RefusedError


@dataclass(frozen=True)
class Question:
    """Something more to ask for one kind.

    Attributes:
        key: The key of the answer.
        text: The question, in French.
        example: An answer.
        read: Returns the answer as the scaffold wants it; raises `RefusedError` for one that does not do.
        required: Whether there is no going on without it.
    """

    key: str
    text: str
    example: str
    read: Callable[[str, Path], str]
    required: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    Attributes:
        noun: How it is called, with its article.
        example: A name.
        write: Writes the files.
        folder: Where the records are, one a file or a folder each; none for a list.
        file: The file of the list and its key; none for files of their own.
        bilingual: Whether its name is asked for in English too.
        questions: What else is asked.
    """

    noun: str
    example: str
    write: Callable[[Order], Mapping[str, str]]
    folder: str = ""
    file: tuple[str, str] = ("", "")
    bilingual: bool = True
    questions: Sequence[Question] = ()

    def taken(self, root: Path, answers: Mapping[str, str]) -> set[str]:
        """Return the identifiers in use."""
        if self.folder:
            folder = root / self.folder.format(**answers)
            return {path.name.partition(".")[0] for path in folder.iterdir()} if folder.is_dir() else set()
        name, key = self.file
        path = root / name
        said = meaning(path.read_text(encoding="utf-8")) if path.is_file() else None
        if said is None:
            raise RefusedError(f"{name} ne se lit pas : « make check » dit pourquoi")
        return {str(item.get("id")) for item in said.get(key) or () if isinstance(item, dict)}

    def rank(self, root: Path) -> int:
        """Return the first rank after those that are taken."""
        ranks = [0]
        for path in sorted((root / self.folder).glob("*.yml" if "academie" not in self.folder else "*/index.md")):
            part = Part.of(path.name, path.read_text(encoding="utf-8"))
            order = (meaning(part.yaml) or {}).get("order") if part else None
            ranks += [order] if isinstance(order, int) else []
        return max(ranks) + 1


def _commune(answer: str, root: Path) -> str:
    names = {identifier(commune.name): insee for insee, commune in communes().items()}
    meant = identifier(answer)
    if answer in communes() or meant in names:
        return answer if answer in communes() else names[meant]
    near = did_you_mean(meant, names)
    hint = f". Vouliez-vous dire « {communes()[names[near]].name} » ?" if near else ""
    raise RefusedError(f"{quoted(answer)} n’est pas une des 92 communes de la métropole{hint}")


def _session(answer: str, root: Path) -> str:
    folder = root / "docs" / "fr" / "academie"
    there = sorted(path.parent.name for path in folder.glob("*/index.md"))
    if answer in there:
        return answer
    raise RefusedError(f"aucune séance ne s’appelle {quoted(answer)}. Il y a : {', '.join(there) or 'aucune'}")


def _start(answer: str, root: Path) -> str:
    day = as_date(answer)
    if day is None:
        raise RefusedError(f"{quoted(answer)} n’est pas une date. Écrivez 2027, 2027-03 ou 2027-03-12")
    return day


def _url(answer: str, root: Path) -> str:
    if answer.startswith(("https://", "http://")) and " " not in answer:
        return answer
    raise RefusedError(f"{quoted(answer)} n’est pas une adresse web. Écrivez une adresse qui commence par https://")


_COMMUNE = Question("commune", "Dans quelle commune ?", "La Ciotat", _commune)
_START = Question("start", "Quand commence-t-il ?", "2027-03-12, 2027-03 ou 2027", _start)
_URL = Question("url", "À quelle adresse ?", "https://www.insee.fr/fr/statistiques/6455183", _url)
_SESSION = Question("session", "Dans quelle séance ?", "territoire", _session, required=True)

KINDS: Final[Mapping[str, Kind]] = {
    "lieu": Kind("un lieu", "Villa Blanche", records.place, "places", questions=[_COMMUNE]),
    "membre": Kind("un membre", "Club du phare", records.member, "members"),
    "personne": Kind("une personne", "Camille Exemple", records.person, "members/people", bilingual=False),
    "seance": Kind("une séance", "Le territoire et ses chiffres", courses.session, "docs/fr/academie"),
    "lecon": Kind("une leçon", "Les câbles", courses.lesson, "docs/fr/academie/{session}", questions=[_SESSION]),
    "evenement": Kind(
        "un événement", "Fête de la lampe", items.event, file=("docs/data/events.yml", "events"), questions=[_START]
    ),
    "serie": Kind("une série", "Visiteurs du Mucem", items.series, file=("docs/data/indicators.yml", "indicators")),
    "source": Kind(
        "une source",
        "Un manifeste fondateur",
        items.source,
        file=("docs/data/sources.yml", "sources"),
        bilingual=False,
        questions=[_URL],
    ),
}
"""The kinds, by the word that names them, without accents."""


def kind(word: str) -> Kind:
    """Return the kind that a word names, with or without accents; raise `RefusedError` when there is none."""
    name = identifier(word)
    if name in KINDS:
        return KINDS[name]
    near = did_you_mean(name, KINDS)
    hint = f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez {', '.join(KINDS)}"
    raise RefusedError(f"{quoted(word)} n’est pas un genre de fiche. {hint}")
