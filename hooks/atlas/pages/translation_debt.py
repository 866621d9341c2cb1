"""The debt of translation, counted: which English texts may lag behind their French."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from atlas.pages.rendering import PageRenderer


def translation_debt(page: PageRenderer, meta: Mapping[str, Any]) -> Markup:
    """Show how many English texts may lag, and in which files; that none does; or that nobody keeps count."""
    debt = page.catalogue.translation_debt
    files = sorted(Counter(lag.file for lag in debt.lags).items())
    return page.render("translation-debt.html", debt=debt, files=files)
