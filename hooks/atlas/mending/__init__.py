"""Mends what is certainly wrong in content, and nothing else: `python -m atlas.mending`.

`mend` goes through the files. `cures` applies what the checks are certain of; `order`, `signs` and `whitespace` put a
file in shape; `parts` and `spans` say where everything stands in it, and `change` tells what was changed.
"""
