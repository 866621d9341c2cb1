"""The register of published addresses: what others have bookmarked, printed or linked to leads somewhere for ever.

`docs/data/addresses.txt` holds one address a line, as paths from the root of the whole site.
`python -m atlas.reading.noting` adds those of a built site to it; a build that lacks one of them is refused. A page
that has moved is written `old -> new`, and the build then leaves at the old address a page that leads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas import urls
from atlas.reading.problems import Problem, did_you_mean, quoted, shortened

REGISTER: Final = "docs/data/addresses.txt"
"""Where the register is, in the project."""

HEADER: Final = """\
# Les adresses déjà publiées : une construction à qui il en manque une est refusée.
# « make addresses » ajoute les nouvelles. Une page qui a déménagé : ancienne/adresse/ -> nouvelle/adresse/
# Une page à ôter pour de bon, par exemple celle d’une personne : ôtez aussi ses lignes d’ici.
"""

_PUBLISHED: Final = re.compile(
    r"(?:.*/)?index\.html|(?:api|embed)/.+|(?:en/)?(?!sitemap\.)[^/]+\.(?:ics|xml)|llms[^/]*\.txt"
)
"""What others build on, link to or follow; pictures, documents and the twins of pages go with their page."""

_LINE: Final = re.compile(r"(?P<old>\S+)(?:\s*(?P<arrow>->|→)\s*(?P<new>\S*))?")
_HOME: Final = "./"
"""How the register writes the home page, whose path is empty."""


@dataclass(frozen=True)
class Address:
    """A line of the register.

    Attributes:
        path: The path, from the root of the whole site; empty for the home page.
        line: Its line in the file.
        moved: The path that it now leads to; none for what is still there.
    """

    path: str
    line: int
    moved: str | None = None


def read(root: Path) -> tuple[Sequence[Address], Sequence[Problem]]:
    """Return the register of a project, empty when it has none, with what is wrong in it."""
    try:
        text = (root / REGISTER).read_text(encoding="utf-8")
    except OSError:
        return (), ()
    except UnicodeDecodeError:
        return (), [Problem(REGISTER, 0, "", "le fichier n’est pas en UTF-8", "Enregistrez-le en UTF-8")]
    addresses: list[Address] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or (match["arrow"] and not match["new"]) or line.lstrip().startswith(("/", "http")):
            cure = "Écrivez une adresse sans barre au début, comme lieux/mucem/, ou « ancienne/ -> nouvelle/ »"
            problems.append(Problem(REGISTER, number, "", f"{quoted(line.strip())} n’est pas une adresse", cure))
            continue
        addresses.append(Address(_path(match["old"]), number, _path(match["new"]) if match["arrow"] else None))
    return addresses, problems


def lost(addresses: Iterable[Address], there: Iterable[str], left_out: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield the addresses of the register that this build does not publish.

    Args:
        addresses: The register.
        there: The paths that this build publishes.
        left_out: The identifiers of the records that are absent by right, such as what has expired: `port/tonnage`.
    """
    found = frozenset(there)
    ids = "|".join(map(re.escape, sorted(left_out)))
    excused = re.compile(rf"(?:.*[/-])?(?:{ids})(?:[/.].*)?" if ids else r"(?!)")
    for address in addresses:
        if address.moved is not None and address.moved not in found:
            near = did_you_mean(address.moved, sorted(found))
            cure = f"Vouliez-vous dire « {near} » ?" if near else "Écrivez l’adresse d’une page du site"
            wrong = f"« {shown(address.path)} » mène à « {shown(address.moved)} », qui n’existe pas"
            yield Problem(REGISTER, address.line, "", wrong, cure)
        elif address.moved is None and address.path not in found and not excused.fullmatch(address.path):
            wrong = f"« {shortened(shown(address.path))} » était publiée et ne l’est plus"
            yield Problem(REGISTER, address.line, "", wrong, _cure(address.path))


def _cure(path: str) -> str:
    if not path.endswith("/"):
        return "Remettez le fichier sous ce nom ; s’il doit disparaître pour de bon, ôtez cette ligne"
    renamed = re.fullmatch(r"(?:lieux|membres|en/places|en/members)/([a-z0-9-]+)/", path)
    cure = f"Ajoutez previous_ids: [{renamed[1]}] à la fiche renommée, ou " if renamed else "Écrivez ici "
    cure += f"une redirection{' ici' if renamed else ''} : {path} -> nouvelle/adresse/"
    return f"{cure} ; si elle doit disparaître pour de bon, ôtez cette ligne"


def published(site: Path) -> Sequence[str]:
    """Return the addresses of a built site, sorted, as paths from its root."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return sorted(file.removesuffix("index.html") for file in files if _PUBLISHED.fullmatch(file))


def added(addresses: Sequence[Address], there: Iterable[str]) -> str:
    """Return the register with new addresses, in order, and nothing lost."""
    found = set(there)
    lines = {address.path: address for address in addresses}
    lines |= {path: Address(path, 0) for path in found - set(lines)}
    told = (
        shown(one.path) + (f" -> {shown(one.moved)}" if one.moved is not None else "")
        for one in sorted(lines.values(), key=lambda one: one.path)
    )
    return HEADER + "".join(f"{line}\n" for line in told)


def moved(addresses: Iterable[Address]) -> Iterator[tuple[str, str]]:
    """Yield the pages that have moved: the old path, and the link from there to the new one."""
    for address in addresses:
        if address.moved is not None and (address.path.endswith("/") or not address.path):
            yield address.path, urls.relative(address.moved, start=address.path)


def _path(written: str) -> str:
    return "" if written == _HOME else written


def shown(path: str) -> str:
    """Return a path as the register writes it."""
    return path or _HOME
