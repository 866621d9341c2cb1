"""The files of a folder of records: their names are identifiers and addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.reading.fixes import RenameFile
from atlas.reading.problems import Problem, quoted
from atlas.reading.slips import identifier
from atlas.reading.yaml_source import name_of

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST: Final = 60
_FOLDERS: Final = {"members": frozenset({"people"})}
"""Folders that a folder of records may hold."""


@dataclass(frozen=True)
class RecordFile:
    """A file that holds a record.

    Attributes:
        path: The file.
        id: The identifier that its name gives; the one it suggests when it gives none.
        named_well: Whether its name is an identifier.
    """

    path: Path
    id: str
    named_well: bool


def record_files(root: Path, folder: str) -> tuple[list[RecordFile], list[Problem]]:
    """Return the records of a folder in the order of their names, and what is wrong with the names."""
    try:
        names = sorted(os.listdir(root / folder), key=os.fsencode)
    except OSError:
        return [], [Problem(f"{folder}/", 0, "", "le dossier manque", "Remettez-le : le site en a besoin")]
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for name in names:
        path = root / folder / name
        if name.startswith(".") or (path.is_dir() and name in _FOLDERS.get(folder, ())):
            continue  # `.gitkeep` and what systems leave behind
        stem, extension = os.path.splitext(name)
        if extension.lower() == ".txt" and stem.lower().endswith((".yml", ".yaml")):
            stem, extension = stem.rpartition(".")[0], name[stem.rindex(".") :]  # as some editors save `mucem.yml`
        if path.is_dir() or extension.lower().removesuffix(".txt") not in {".yml", ".yaml"}:
            problems += _stray(path, root, folder)
            continue
        file, problem = _named(path, root, stem, extension)
        files.append(file)
        problems += problem
    return files, problems


def _named(path: Path, root: Path, stem: str, extension: str) -> tuple[RecordFile, list[Problem]]:
    if _NAME.fullmatch(stem) and len(stem) <= _LONGEST and extension == ".yml":
        return RecordFile(path, stem, True), []
    # A name that is not Unicode must not reach a message as it is.
    meant = identifier(stem.encode("utf-8", "replace").decode("utf-8"))
    if not _NAME.fullmatch(stem):
        wrong = "le nom du fichier n’est pas un identifiant (minuscules sans accent, chiffres, traits d’union)"
    elif len(stem) > _LONGEST:
        wrong = f"le nom du fichier dépasse {_LONGEST} caractères"
    else:
        wrong = f"{quoted(extension)} n’est pas l’extension attendue"
    cure = f"Renommez-le en « {meant}.yml »" if meant else "Renommez-le, par exemple « mucem.yml »"
    free = _NAME.fullmatch(stem) and len(stem) <= _LONGEST and not path.with_name(f"{stem}.yml").exists()
    fix = RenameFile(f"{stem}.yml") if free else None
    return RecordFile(path, meant or "sans-nom", False), [Problem(name_of(path, root), 0, "", wrong, cure, fix=fix)]


def _stray(path: Path, root: Path, folder: str) -> Iterator[Problem]:
    what = "un dossier" if path.is_dir() else "un fichier"
    cure = (
        "Déplacez-le ou supprimez-le" if path.is_dir() else "Renommez-le en .yml si c’est une fiche, sinon déplacez-le"
    )
    yield Problem(name_of(path, root), 0, "", f"{what} qui n’est pas une fiche, dans {folder}/", cure)
