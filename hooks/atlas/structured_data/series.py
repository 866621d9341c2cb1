"""A series of the observatory as a data set of schema.org."""

from __future__ import annotations

from atlas import urls
from atlas.exports.about import LICENCE_URL
from atlas.model import Catalogue, Indicator, Lang
from atlas.structured_data.node import Node


def data_set(catalogue: Catalogue, indicator: Indicator, address: str, lang: Lang) -> Node:
    """Return a series, with the years that it covers, what it measures and its table.

    Args:
        catalogue: The records.
        indicator: The series.
        address: The address of its page, with the host.
        lang: The language of the page.
    """
    site = catalogue.identity.site_url
    years = f"{indicator.first.year}/{indicator.last.year}"
    return {
        "@type": "Dataset",
        "@id": f"{address}#series",
        "name": indicator.title.in_(lang),
        "description": " ".join(f"{indicator.finding.in_(lang)} {indicator.scope.in_(lang)}".split()),
        "url": address,
        "inLanguage": lang,
        "publisher": {
            "@type": "Organization",
            "@id": f"{site}#organization",
            "name": catalogue.identity.name,
        },
        "license": LICENCE_URL,
        "temporalCoverage": years,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": indicator.title.in_(lang),
            "unitText": indicator.unit.in_(lang),
        },
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": site + urls.data_path(f"indicators/{indicator.id}.csv"),
        },
    }
