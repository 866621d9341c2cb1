"""Bundles: one file for modules that load together, each in its own scope, and a word on what they do not know."""

import pytest

from atlas.bundling import ModuleError, bundled

TWO = {
    "map/entry.js": 'import { a, b } from "./part.js";\nexport const sum = a() + b;\nimport("./later.js");\n',
    "map/part.js": "const hidden = 1;\nexport function a() {\n  return hidden;\n}\nexport const b = 2;\n",
    "map/later.js": "export const c = 3;\n",
    "theme.js": "(() => {})();\n",
}


def test_a_bundle_holds_what_is_imported_at_once_and_leaves_the_rest_apart():
    scripts = bundled(TWO)
    assert scripts.keys() == {"map/entry.js", "map/later.js", "theme.js"}
    assert scripts["theme.js"] == TWO["theme.js"]
    entry = scripts["map/entry.js"]
    assert entry.index("const hidden") < entry.index("export const sum")
    assert "return { a, b };" in entry
    assert "const { a, b } = module0;" in entry
    assert 'import("./later.js")' in entry
    assert "from" not in entry


def test_a_module_that_two_others_need_stands_before_both():
    scripts = bundled(
        {
            "a.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\n',
            "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
            "c.js": "export const c = 1;\n",
        }
    )
    assert scripts["a.js"].count("const c = 1") == 1
    assert scripts["a.js"].index("const c = 1") < scripts["a.js"].index("const b = c")


def test_a_module_that_keeps_nothing_may_be_in_two_bundles() -> None:
    modules = {name: 'import { c } from "./c.js";\nc();\n' for name in ("a.js", "b.js")} | {
        "c.js": "export const c = 1;\n"
    }
    assert set(bundled(modules, shared=("c.js",))) == {"a.js", "b.js"}


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"a.js": 'import { b } from "./b.js";\n'}, "does not exist"),
        ({"a.js": 'import b from "./b.js";\n', "b.js": ""}, "do not know"),
        ({"a.js": "export default 1;\n"}, "do not know"),
        ({"a.js": 'import { c } from "./c.js";\n', "b.js": 'import { c } from "./c.js";\n', "c.js": ""}, "two bundles"),
        (
            {
                "e.js": 'import { a } from "./a.js";\n',
                "a.js": 'import { b } from "./b.js";\n',
                "b.js": 'import { a } from "./a.js";\n',
            },
            "import one another",
        ),
        ({"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}, "none can begin"),
    ],
)
def test_what_a_bundle_does_not_know_is_refused_in_words(modules, said):
    with pytest.raises(ModuleError, match=said):
        bundled(modules)


def test_comments_stay_with_those_who_write_scripts() -> None:
    written = """// What it is for.

/**
 * Return one.
 * @see https://example.org
 */
export function one() {
  // Why.
  const address = "https://example.org"; // stays: it shares its line
  return address.replace(/\\/\\*x/, "/* no comment */");
}
"""
    (script,) = bundled({"one.js": written}).values()
    assert "What it is for" not in script and "Return one" not in script and "Why" not in script
    assert 'const address = "https://example.org"; // stays' in script
    assert '"/* no comment */"' in script
