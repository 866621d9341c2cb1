"""The HTML validator, run over all pages at once."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from support.projects import ROOT


def invalid_html(site: Path, pages: Sequence[Path]) -> list[str]:
    """Return what html-validate finds wrong in `pages`, each with its line."""
    with tempfile.TemporaryDirectory() as folder:
        # A file, not a pipe: Node.js ends before a pipe has taken a long report.
        report = Path(folder) / "report.json"
        command = ["sh", "scripts/node.sh", "node_modules/.bin/html-validate", "--formatter", f"json={report}"]
        done = subprocess.run(
            [*command, "--config", ".htmlvalidate.mjs", *map(str, pages)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=1200,  # against hanging, not against a slow machine
        )
        if done.returncode not in (0, 1) or not report.exists():
            raise RuntimeError(f"html-validate did not run; « make test » installs it.\n{done.stderr}")
        found = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"/{Path(page['filePath']).relative_to(site).as_posix()}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in found
        for fault in page["messages"]
    ]
