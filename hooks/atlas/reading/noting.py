"""The command that notes which addresses are published, once a site is built: `python -m atlas.reading.noting`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from atlas.reading.addresses import REGISTER, added, published, read, shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Add the addresses of a built site to the register; return 1 when there is no such site, 0 otherwise."""
    command = "python -m atlas.reading.noting"
    parser = argparse.ArgumentParser(prog=command, description="Note les adresses publiées.")
    parser.add_argument("--root", type=Path, default=Path(), help="le dossier du projet (celui où l’on est)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="le site construit")
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not (options.site / "index.html").is_file():
        print(f"{options.site} : aucun site construit ici. Lancez d’abord « make site ».")
        return 1
    noted, problems = read(options.root)
    for problem in problems:
        print(problem)
    if problems:
        return 1
    there = published(options.site)
    new = sorted(set(there) - {address.path for address in noted})
    (options.root / REGISTER).write_text(added(noted, there), encoding="utf-8", newline="\n")
    for path in new:
        print(f"+ {shown(path)}")
    many = "s" if len(new) > 1 else ""
    print(f"{REGISTER} : {len(new)} adresse{many} ajoutée{many}, {len(noted) + len(new)} en tout.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
