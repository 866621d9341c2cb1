"""Bundles: the modules of a script, which people write apart, in one file that browsers fetch at once.

Each module keeps a scope of its own, so that two of them may use the same name. What a module imports only when it is
needed (`import("./later.js")`) stays apart, and begins a bundle of its own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Final

_IMPORT: Final = re.compile(r'^import \{ ([\w, ]+) \} from "(\./[\w.-]+)";$', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_COMMENT: Final = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)
"""A comment that has its lines to itself: it is for those who write the script, not for those who load it."""

_LEFT: Final = re.compile(r"^(?:import\b(?!\()|export\b).*$", re.MULTILINE)


class ModuleError(Exception):
    """A module is written in a way that bundles do not know."""


def bundled(modules: Mapping[str, str], shared: Collection[str] = ()) -> dict[str, str]:
    """Return the scripts to publish: each module that no other imports at once, with all that it imports.

    Args:
        modules: The modules by path, such as `map/chart.js`.
        shared: The modules that several bundles may hold, because they keep nothing between two calls: of any other,
            a page that loads two bundles would have two, which do not know of one another.

    Raises:
        ModuleError: When a module imports or exports in another form than `import { a } from "./b.js";` and
            `export function`, `export const` or `export class`, or when two bundles would hold the same
            module that is not shared.
    """
    imports = {path: list(_imports(path, modules)) for path in modules}
    held = {target for targets in imports.values() for target in targets}
    entries = [path for path in modules if path not in held]
    owner: dict[str, str] = {}
    scripts = {}
    for entry in entries:
        order = list(dict.fromkeys(_in_order(entry, imports)))
        for path in order:
            if owner.setdefault(path, entry) != entry and path not in shared:
                raise ModuleError(f"{path} would be in two bundles, {owner[path]} and {entry}")
        scripts[entry] = _script(order, modules)
    if circle := sorted(modules.keys() - owner.keys()):
        raise ModuleError(f"{', '.join(circle)} import one another: none can begin")
    return scripts


def classic(modules: Mapping[str, str], entry: str) -> str:
    """Return a module with all that it imports as one classic script, for pages opened from a disk.

    Args:
        modules: The modules by path, such as `map/chart.js`.
        entry: The path of the module.

    Raises:
        ModuleError: As `bundled` does, or when a module imports another only when it is needed: a disk has no server.
    """
    imports = {path: list(_imports(path, modules)) for path in modules}
    script = _EXPORT.sub(r"\1 \2", _script(list(dict.fromkeys(_in_order(entry, imports))), modules))
    if "import(" in script:
        raise ModuleError(f"{entry} imports a module later: a page opened from a disk cannot")
    return f"(() => {{\n{script}\n}})();\n"


def _imports(path: str, modules: Mapping[str, str]) -> Iterator[str]:
    for _, target in _IMPORT.findall(modules[path]):
        found = _resolved(path, target)
        if found not in modules:
            raise ModuleError(f"{path} imports {target}, which does not exist")
        yield found


def _resolved(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _in_order(path: str, imports: Mapping[str, list[str]], above: tuple[str, ...] = ()) -> Iterator[str]:
    """Return modules after all that they import."""
    if path in above:
        raise ModuleError(f"{' → '.join((*above, path))}: these modules import one another")
    for target in imports[path]:
        yield from _in_order(target, imports, (*above, path))
    yield path


def _taken(path: str, names: Mapping[str, str], found: re.Match[str]) -> str:
    """Return how a module takes what it imports from one that stands above it."""
    return f"const {{ {found[1]} }} = {names[_resolved(path, found[2])]};"


def _script(order: list[str], modules: Mapping[str, str]) -> str:
    """Return modules in one; the last, which the page or another script loads, keeps its exports."""
    names = {path: f"module{rank}" for rank, path in enumerate(order)}
    parts = []
    for path in order:
        text = _IMPORT.sub(partial(_taken, path, names), modules[path])
        if path != order[-1]:
            exported = [name for _, name in _EXPORT.findall(text)]
            inner = _EXPORT.sub(r"\1 \2", text).strip()
            text = f"const {names[path]} = (() => {{\n{inner}\nreturn {{ {', '.join(exported)} }};\n}})();\n"
        if left := _LEFT.search(_EXPORT.sub("", text)):
            raise ModuleError(f"{path}: bundles do not know « {left[0]} »")
        parts.append(text)
    return _COMMENT.sub("", "\n".join(parts))
