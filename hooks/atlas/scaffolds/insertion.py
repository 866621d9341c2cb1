"""One more item in a list that people keep by hand, whose comments and layout stay as they are."""

from __future__ import annotations

import re

import yaml

from atlas.mending.parts import Part, meaning
from atlas.mending.spans import spans


def appended(text: str, key: str, item: str) -> str | None:
    """Return a YAML file whose top-level list has one more item at its end; none when that does not work out.

    Args:
        text: The file.
        key: The key of the list.
        item: The item as YAML, its lines indented as in the file, a line feed at its end.
    """
    found, said = spans(text), meaning(text)
    if found is None or said is None or not isinstance(said.get(key), list):
        return None
    ends = [span.end for field, span in found.values.items() if field[:1] == (key,)]
    if not ends:
        made = re.sub(rf"^{key}:[ ]*\[\][ ]*$", lambda _: f"{key}:\n{item.rstrip()}", text, count=1, flags=re.M)
    else:
        last = len(text[: max(ends)].rstrip())
        place = text.find("\n", last) + 1
        made = text[:place] + item + text[place:] if place else f"{text}\n{item}"
    after = meaning(made)
    added = yaml.safe_load(item)
    if after is None or len(after[key]) != len(said[key]) + 1 or after[key][-1].get("id") != added[0]["id"]:
        return None
    return made if {**after, key: after[key][:-1]} == said else None


def listed_too(text: str, key: str, word: str) -> str | None:
    """Return a Markdown file whose head has one more word in a list of words; none when that does not work out."""
    part = Part.of("index.md", text)
    found, said = (spans(part.yaml), meaning(part.yaml)) if part else (None, None)
    if part is None or found is None or said is None or not isinstance(said.get(key), list) or not said[key]:
        return None
    last = found.values[(key, len(said[key]) - 1)]
    line = part.yaml[part.yaml.rfind("\n", 0, last.start) + 1 : last.start]
    more = f"\n{line}{word}" if re.fullmatch(r" *- +", line) else f", {word}"
    made = part.yaml[: last.end] + more + part.yaml[last.end :]
    return part.with_(made).text if meaning(made) == {**said, key: [*said[key], word]} else None
