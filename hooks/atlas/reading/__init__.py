"""From YAML to checked records, with every problem named in one run.

`loading` reads the whole content into `entries`: files by `yaml_source`, pages by `authored`, lessons by `academy`.
`messages` says what the models refuse; `rules` lists the rules of the `*_rules` modules, which check what a model
cannot say; `publishing` lets through what is published today. `check` is the command that editors run.
"""

from atlas.reading.loading import Loaded, load, load_or_raise
from atlas.reading.problems import ContentError, Problem, Severity

__all__ = ["ContentError", "Loaded", "Problem", "Severity", "load", "load_or_raise"]
