"""From YAML to checked records, with every problem named in one run.

`yaml_source` reads a file, `messages` says what the models refuse, `rules` check what a model
cannot say, `loading` puts them together and `check` is the command that editors run.
"""

from atlas.reading.loading import Loaded, load, load_or_raise
from atlas.reading.problems import ContentError, Problem, Severity

__all__ = ["ContentError", "Loaded", "Problem", "Severity", "load", "load_or_raise"]
