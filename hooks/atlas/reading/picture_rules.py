"""Photographs: there, real, of a fitting size, and shown by right."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from atlas.model.picture import PictureFile
from atlas.model.record import FieldPath
from atlas.model.vocabulary import Licence
from atlas.pictures.folders import picture_folder
from atlas.pictures.looking import FOLDER, MAX_BYTES, MAX_PIXELS, MIN_WIDTH, Look, NotAPictureError, look
from atlas.reading.entries import Content, Entry
from atlas.reading.problems import Problem, Severity, did_you_mean, quoted

_NAME: Final[TypeAdapter[str]] = TypeAdapter(PictureFile)


def pictures_are_fit(content: Content) -> Iterator[Problem]:
    """Check that the file of each picture is there, and that it is a photograph of a fitting size."""
    for entry in _pictured(content):
        own = picture_folder(entry.model, entry.id)
        beside = _files(content.root / own)
        seen: set[str] = set()
        for field, picture in _pictures(entry):
            name = picture.get("file")
            if not isinstance(name, str) or not _is_name(name):
                continue  # The model has said so.
            if name in seen:
                yield entry.error(field, f"{quoted(name)} est déjà sur cette page", "Ôtez cette répétition")
            elif name in beside:
                yield from _file(entry, field, content.root / own / name)
            else:
                # By the names of the folder: some systems would find « Vue.jpg » for « vue.jpg », and others not.
                twin = next((one for one in beside if one.lower() == name), None)
                near = did_you_mean(name, [one for one in beside if _is_name(one)])
                cure = f"Vouliez-vous dire « {near} » ?" if near else "Déposez-le, ou ôtez cette photographie"
                cure = f"Renommez « {twin} » en « {name} »" if twin else cure
                if not twin and not near and (elsewhere := _elsewhere(content, name)):
                    cure = f"Déplacez-y {elsewhere}"
                yield entry.error(field, f"aucun fichier {quoted(name)} dans {own}/", cure)
            seen.add(name)


def _elsewhere(content: Content, name: str) -> str | None:
    """Return where the only file of a name is that no record shows, for want of the right folder."""
    found = sorted((content.root / FOLDER).rglob(name))
    return found[0].relative_to(content.root).as_posix() if len(found) == 1 else None


def pictures_are_permitted(content: Content) -> Iterator[Problem]:
    """Check that a picture without a public licence has its permission in so many words."""
    for entry in _pictured(content):
        for field, picture in _pictures(entry):
            if picture.get("licence") == Licence.PERMISSION and not picture.get("permission"):
                wrong = "la photographie n’a pas de licence publique, et l’autorisation n’est pas dite"
                cure = "Ajoutez « permission: » : de qui, comment et quand, comme Autorisation écrite du 3 mars 2027"
                yield entry.error((*field[:-1], "licence"), wrong, cure)


def pictures_are_used(content: Content) -> Iterator[Problem]:
    """Notice the files that no record shows."""
    shown = {
        f"{picture_folder(entry.model, entry.id)}/{picture.get('file')}".lower()
        for entry in _pictured(content)
        for _, picture in _pictures(entry)
    }
    if not content.complete:
        return  # A file that cannot be read may be the one that shows it.
    for path in sorted((content.root / FOLDER).rglob("*")):
        name = path.relative_to(content.root).as_posix()
        if not path.is_dir() and not path.name.startswith(".") and name.lower() not in shown:
            cure = "Ajoutez-la sous « pictures: » dans la fiche du lieu, ou supprimez-la"
            yield Problem(name, 0, "", "aucune fiche ne montre cette photographie", cure, Severity.NOTICE)


def _pictured(content: Content) -> Iterator[Entry[Any]]:
    """Yield every record that may have pictures."""
    yield from content.places
    yield from content.people


def _pictures(entry: Entry[Any]) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    """Yield each picture as written, with the field of its file."""
    written = entry.data.get("pictures")
    for index, picture in enumerate(written if isinstance(written, list) else ()):
        if isinstance(picture, dict):
            yield ("pictures", index, "file"), picture


def _is_name(name: str) -> bool:
    try:
        _NAME.validate_python(name)
    except ValidationError:
        return False
    return True


def _files(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _file(entry: Entry[Any], field: FieldPath, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a file that is there."""
    file = quoted(path.name)
    command = f"make picture FILE={picture_folder(entry.model, entry.id)}/{path.name}"
    try:
        seen = look(path)
    except NotAPictureError as other:
        if not other.what:
            yield entry.error(field, f"{file} est abîmé ou incomplet", "Déposez-le à nouveau depuis l’original")
        elif other.readable:
            yield entry.error(field, f"{file} n’est pas un JPEG mais {other.what}", f"Lancez : {command}")
        else:
            wrong = f"{file} n’est pas une photographie mais {other.what}"
            yield entry.error(field, wrong, "Exportez-la en JPEG, puis déposez-la sous ce nom")
        return
    except OSError:
        yield entry.error(field, f"{file} ne peut pas être lu", "Vérifiez que vous avez le droit de le lire")
        return
    yield from _size(entry, field, file, seen, command)
    if seen.located:
        wrong = f"{file} dit où la photographie a été prise ; le site ne le publie pas, le dépôt si"
        yield entry.notice(field, wrong, f"Pour l’ôter, lancez : {command}")


def _size(entry: Entry[Any], field: FieldPath, file: str, seen: Look, command: str) -> Iterator[Problem]:
    if seen.width < MIN_WIDTH:
        wrong = f"{file} n’a que {_thousands(seen.width)} points de large, pour {_thousands(MIN_WIDTH)} au moins"
        yield entry.error(field, wrong, "Déposez l’original : agrandir n’ajoute rien")
    elif seen.bytes > MAX_BYTES:
        weight = f"{max(seen.bytes, MAX_BYTES + 100_000) / 1_000_000:.1f}".replace(".", ",")
        yield entry.error(field, f"{file} pèse {weight} Mo, pour 6 au plus", f"Lancez : {command}")
    elif seen.width * seen.height > MAX_PIXELS:
        wrong = f"{file} compte {seen.width * seen.height // 1_000_000} millions de points, pour 50 au plus"
        yield entry.error(field, wrong, f"Lancez : {command}")


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", " ")
