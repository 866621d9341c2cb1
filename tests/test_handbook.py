"""The handbook for contributors: what it promises happens, what it quotes is what the site says.

Every command of its `sh` blocks is run, in the order of its page, in a copy of the project that is under git with a
remote beside it; then what the page promises is looked at. Three kinds are not run as they stand:

- what runs until it is stopped, or takes minutes (`SLOW`), is asked of make with `--dry-run`: the target and what it
  needs must be there; these commands have tests of their own (`test_build`, `test_links` …), or are the suite itself;
- what needs another host (`make links`) likewise;
- `git push` goes to the remote beside the copy, not to a host.

The English pages give the same commands as the French ones, which a test holds them to: they are run once.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from pathlib import Path

import pytest
import yaml
from PIL import Image

from atlas import urls
from atlas.model import LANGS, Catalogue, Lang, Person
from atlas.model.authored import FORMS
from atlas.model.shapes import text_fields
from atlas.pages.architecture_drawing import MODULES
from atlas.pages.directives import expand
from atlas.pages.field_tables import TABLES, fields
from atlas.pages.handbook import HANDBOOK
from atlas.pages.rendering import PageRenderer, Renderer
from atlas.reading.loading import load
from support.handbook import FOLDERS, Answer, Desk, commands, desk, targets
from support.mistakes import mistakes, plain
from support.photos import photo
from support.projects import ROOT

SLOW = ("make serve", "make site", "make test", "make units", "make lint", "make links")
"""Commands that run until they are stopped, take minutes or need another host: they are asked of make with `-n`."""

LATER = ("members/people/", "docs/pictures/")
"""Folders that come with their first file."""

HEAVIEST = 40_000
"""Bytes that a picture may weigh."""

Step = tuple[str, Callable[[Desk], None] | None, Callable[[Desk, Answer], None] | None]
"""A command, what the page has the reader do before it, and what must be so after it."""


def source(lang: Lang, kind: str) -> Path:
    """Return the file of a page of the handbook."""
    last = urls.page_path(kind, lang).rstrip("/").rpartition("/")[2]
    return FOLDERS[lang] / (f"{last}.md" if kind in HANDBOOK else "index.md")


PAGES = ("contribute", *HANDBOOK)
"""Every page, the list first."""


# What the reader does, and what the pages promise.


def _is_a_draft(name: str) -> Callable[[Desk, Answer], None]:
    def promise(at: Desk, answer: Answer) -> None:
        assert f"Écrit : {name}" in answer.output
        assert "draft: true" in at.read(name)

    return promise


def _nothing_wrong(at: Desk, answer: Answer) -> None:
    assert "aucun problème" in plain(answer.output)


def _place_is_hidden(at: Desk, answer: Answer) -> None:
    _nothing_wrong(at, answer)
    assert "villa-blanche" not in load(at.root).catalogue.place


def _slip(at: Desk) -> None:
    at.edit("places/mucem.yml", "  lat: 43.2953", "  lat: 5.3610000001")
    at.edit("places/mucem.yml", "  lon: 5.361", "  lon: 43.2953")
    at.edit("places/mucem.yml", "lat: 5.3610000001", "lat: 5.361")


def _mended(at: Desk, answer: Answer) -> None:
    assert "places/mucem.yml" in answer.output
    assert re.search(r"^  lat: 43\.2953", at.read("places/mucem.yml"), re.MULTILINE)
    assert not load(at.root).errors


def _source_is_written(at: Desk, answer: Answer) -> None:
    held = yaml.safe_load(at.read("docs/data/sources.yml"))["sources"]
    assert held[-1]["title"] == "Un article sur la Villa Blanche"
    assert not load(at.root).errors


def _misspelt(at: Desk) -> None:
    at.edit("places/mucem.yml", "bdt-mucem", "bdt-muccem")
    assert load(at.root).errors


def _spelt(at: Desk, answer: Answer) -> None:
    assert "bdt-mucem" in answer.output
    assert "bdt-muccem" not in at.read("places/mucem.yml")
    assert not load(at.root).errors


def _lessons_are_written(at: Desk, answer: Answer) -> None:
    for folder in ("docs/fr/academie", "docs/en/academy"):
        assert (at.root / folder / "la-mer-et-le-vent" / "le-mistral.md").is_file()
    assert "le-mistral" in at.read("docs/fr/academie/la-mer-et-le-vent/index.md")


def _event_is_last(at: Desk, answer: Answer) -> None:
    held = yaml.safe_load(at.read("docs/data/events.yml"))["events"]
    assert held[-1]["name"]["fr"] == "La nuit des phares" and held[-1]["draft"] is True


def _adds_a_year(at: Desk) -> None:
    # One that stands there already, to see that the check looks at the lines that the page tells of.
    line = next(line for line in at.read("docs/data/indicators.yml").splitlines(keepends=True) if "- {year:" in line)
    at.edit("docs/data/indicators.yml", line, line * 2)


def _year_is_refused(at: Desk, answer: Answer) -> None:
    assert answer.code and "est déjà donnée" in plain(answer.output)
    subprocess.run(["git", "checkout", "--quiet", "docs/data/indicators.yml"], cwd=at.root, check=True)
    _nothing_wrong(at, at.run("make check FILES=docs/data/indicators.yml"))


def _series_is_a_draft(at: Desk, answer: Answer) -> None:
    held = yaml.safe_load(at.read("docs/data/indicators.yml"))["indicators"]
    assert held[-1]["title"]["fr"] == "Bornes de recharge" and held[-1]["draft"] is True
    assert not load(at.root).errors


def _french_alone_changes(at: Desk) -> None:
    at.run("make translations")
    at.edit("places/mucem.yml", "  fr: Un musée", "  fr: Un grand musée")
    told = at.run("make check FILES=places/mucem.yml")
    assert "le français a changé depuis cette traduction" in plain(told.output)


def _english_is_confirmed(at: Desk, answer: Answer) -> None:
    assert "le français a changé" not in plain(answer.output)
    assert "le français a changé" not in plain(at.run("make check FILES=places/mucem.yml").output)


def _removes_the_person(at: Desk) -> None:
    at.write("members/people/camille-exemple.yml", _person_of("fr"))
    assert "camille-exemple" in {person.id for person in load(at.root).catalogue.people}
    (at.root / "members/people/camille-exemple.yml").unlink()


def _nobody_is_left(at: Desk, answer: Answer) -> None:
    _nothing_wrong(at, answer)
    assert "camille-exemple" not in {person.id for person in load(at.root).catalogue.people}


def _lists_the_person(at: Desk) -> None:
    at.write("members/people/camille-exemple.yml", _person_of("fr"))


def _person_is_published(at: Desk, answer: Answer) -> None:
    _nothing_wrong(at, answer)
    assert "camille-exemple" in {person.id for person in load(at.root).catalogue.people}


def _person_of(lang: Lang) -> str:
    text = source(lang, "person").read_text(encoding="utf-8")
    written = next(block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "consent:" in block)
    # Agreed to for years around today, whenever that is.
    return written.replace("2026-12-01", "2024-12-01").replace("2028-12-01", "2029-11-30")


def _drops_a_photograph(at: Desk) -> None:
    file = at.root / "docs/pictures/mucem/vue-du-large.jpg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(photo(located=True, width=4000, height=2667))


def _photograph_is_fit(at: Desk, answer: Answer) -> None:
    with Image.open(at.root / "docs/pictures/mucem/vue-du-large.jpg") as made:
        assert made.width < 4000
        assert not made.getexif().get_ifd(0x8825), "the place where it was taken is still there"


def _lists_the_photograph(at: Desk) -> None:
    text = source("fr", "photographs").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(    pictures:.*?)    ```", text, re.DOTALL)
    assert block is not None
    at.write("places/mucem.yml", at.read("places/mucem.yml").rstrip("\n") + "\n" + re.sub("(?m)^    ", "", block[1]))


def _photograph_is_shown(at: Desk, answer: Answer) -> None:
    _nothing_wrong(at, answer)
    assert [one.file for one in load(at.root).catalogue.place["mucem"].pictures] == ["vue-du-large.jpg"]


def _adds_villa(at: Desk) -> None:
    at.run('make new KIND=lieu NAME="Villa Blanche"')


def _is_on_the_remote(at: Desk, answer: Answer) -> None:
    listed = subprocess.run(["git", "ls-remote", "origin"], cwd=at.root, check=True, capture_output=True, text=True)
    assert "refs/heads/villa-blanche" in listed.stdout


def _spoils(at: Desk) -> None:
    at.edit("places/mucem.yml", "order: 5", "order: 55")


def _as_it_was(at: Desk, answer: Answer) -> None:
    assert "order: 5\n" in at.read("places/mucem.yml")


def _difference_is_told(at: Desk, answer: Answer) -> None:
    assert "+order: 55" in answer.output


def _spoils_for_good(at: Desk) -> None:
    at.commit("Spoil the order")


def _schemas_are_the_same(at: Desk, answer: Answer) -> None:
    assert at.read("hooks/atlas/schemas/place.schema.json") == (
        ROOT / "hooks/atlas/schemas/place.schema.json"
    ).read_text(encoding="utf-8")


STEPS: Mapping[str, Sequence[Step]] = {
    "contribute": [
        ("make check", None, _nothing_wrong),
        ("make serve", None, None),
        ("make fix", _slip, _mended),
    ],
    "add_place": [
        ('make new KIND=lieu NAME="Villa Blanche"', None, _is_a_draft("places/villa-blanche.yml")),
        ("make check", None, _place_is_hidden),
    ],
    "correct": [
        ("make check FILES=places/mucem.yml", None, _nothing_wrong),
        ('make new KIND=source NAME="Un article sur la Villa Blanche"', None, _source_is_written),
        ("make fix", _misspelt, _spelt),
    ],
    "add_session": [
        (
            'make new KIND=seance NAME="La mer et le vent"',
            None,
            _is_a_draft("docs/fr/academie/la-mer-et-le-vent/index.md"),
        ),
        ('make new KIND=lecon IN=la-mer-et-le-vent NAME="Le mistral"', None, _lessons_are_written),
        ("make check", None, _nothing_wrong),
    ],
    "add_event": [
        ('make new KIND=evenement NAME="La nuit des phares"', None, _event_is_last),
        ("make check FILES=docs/data/events.yml", None, _nothing_wrong),
        ("make check FILES=docs/data/indicators.yml", _adds_a_year, _year_is_refused),
        ('make new KIND=serie NAME="Bornes de recharge"', None, _series_is_a_draft),
    ],
    "translate": [
        ("make translations FILES=places/mucem.yml", _french_alone_changes, _english_is_confirmed),
        ("make check FILES=places/mucem.yml", None, _nothing_wrong),
    ],
    "person": [
        ("make check", _removes_the_person, _nobody_is_left),
        ("make site", None, None),
        ('make new KIND=personne NAME="Camille Exemple"', None, _is_a_draft("members/people/camille-exemple.yml")),
        ("make check", _lists_the_person, _person_is_published),
    ],
    "photographs": [
        ("make picture FILE=docs/pictures/mucem/vue-du-large.jpg", _drops_a_photograph, _photograph_is_fit),
        ("make check FILES=places/mucem.yml", _lists_the_photograph, _photograph_is_shown),
    ],
    "publish": [
        ("make serve", _adds_villa, None),
        ("make check", None, _nothing_wrong),
        ("git switch --create villa-blanche", None, None),
        ("git add --all", None, None),
        ('git commit --message "Ajoute la Villa Blanche"', None, None),
        ("git push --set-upstream origin villa-blanche", None, _is_on_the_remote),
        ("make test", None, None),
        ("make links", None, None),
    ],
    "undo": [
        ("git restore places/mucem.yml", _spoils, _as_it_was),
        ("git diff places/mucem.yml", _spoils, _difference_is_told),
        ("git revert --no-edit HEAD", _spoils_for_good, _as_it_was),
        ("make check", None, _nothing_wrong),
    ],
    "record_fields": [],
    "architecture": [
        ("PYTHONPATH=hooks .venv/bin/python -m atlas.schema", None, _schemas_are_the_same),
        ("make lint", None, None),
        ("make units", None, None),
        ("make test", None, None),
        (".venv/bin/python -m pytest tests/test_urls.py", None, None),
    ],
    "components": [],
}
"""What each page has its reader do."""

REFUSED = {("add_event", "make check FILES=docs/data/indicators.yml")}
"""The steps whose command says no, because of what this test did before it."""


@pytest.mark.parametrize("kind", PAGES)
def test_what_a_page_has_its_reader_do_happens(kind: str, tmp_path: Path) -> None:
    steps = STEPS[kind]
    assert commands(source("fr", kind)) == [command for command, _, _ in steps]
    if not steps:
        return
    at = desk(tmp_path)
    for command, before, after in steps:
        if before:
            before(at)
        answer = at.run(f"{command} --dry-run" if command in SLOW else command)
        if (kind, command) not in REFUSED:
            assert answer.code == 0, f"{command}:\n{answer.output}"
        if after:
            after(at, answer)


@pytest.mark.parametrize("kind", PAGES)
def test_both_editions_of_a_page_give_the_same_commands_and_examples(kind: str) -> None:
    french, english = source("fr", kind), source("en", kind)
    assert commands(french) == commands(english)
    shape = re.compile(r"^(#+) |^(```\w*)|<!-- atlas:(\S+) -->", re.MULTILINE)
    texts = [page.read_text(encoding="utf-8") for page in (french, english)]
    assert shape.findall(texts[0]) == shape.findall(texts[1])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", PAGES)
def test_the_make_commands_and_folders_that_a_page_names_exist(kind: str, lang: Lang) -> None:
    text = source(lang, kind).read_text(encoding="utf-8")
    assert set(re.findall(r"`make (\w+)`", text)) <= set(targets())
    for named in re.findall(r"`((?:docs|hooks|places|members|tests|scripts)/[\w/.-]*)`", text):
        if named.endswith("/"):
            assert (ROOT / named).is_dir() or named in LATER, named


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", PAGES)
def test_the_messages_that_a_page_explains_are_those_of_the_check(kind: str, lang: Lang) -> None:
    text = source(lang, kind).read_text(encoding="utf-8")
    quoted = re.findall(r'^(?:<span lang="fr">)?« (.+?) »(?:</span>.*)?\n: ', text, re.MULTILINE)
    known = "\n".join(plain(line) for one in mistakes().values() for line in (*one.expect, *one.notices))
    # What no planted mistake brings about is said by the code.
    known += "".join(file.read_text(encoding="utf-8") for file in (ROOT / "hooks").rglob("*.py"))
    lost = [words for words in quoted if words.replace("'", "’") not in known.replace("\u00a0", " ")]
    assert not lost


def test_every_page_is_in_the_list_and_leads_to_the_next(catalogue: Catalogue) -> None:
    for lang in LANGS:
        page = opened(catalogue, lang, "contribute")
        listed = re.findall(r'href="([^"]+)"', expand("<!-- atlas:handbook -->", page, {}))
        assert listed == [urls.relative(urls.page_path(kind, lang), start=page.path) for kind in HANDBOOK]
        for rank, kind in enumerate(HANDBOOK):
            page = opened(catalogue, lang, kind)
            ways = re.findall(r'rel="(\w+)" href="([^"]+)"', expand("<!-- atlas:handbook-turn -->", page, {}))
            around = {"prev": HANDBOOK[rank - 1] if rank else "contribute"}
            if rank + 1 < len(HANDBOOK):
                around["next"] = HANDBOOK[rank + 1]
            expected = {
                name: urls.relative(urls.page_path(each, lang), start=page.path) for name, each in around.items()
            }
            assert dict(ways) == expected
            assert "<!-- atlas:handbook-turn -->" in source(lang, kind).read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_is_small_is_told_in_words_and_keeps_its_place_while_it_loads(lang: Lang) -> None:
    used = set()
    for page in FOLDERS[lang].glob("*.md"):
        text = page.read_text(encoding="utf-8")
        shown = re.findall(r'!\[([^\]]{20,})\]\(images/([\w-]+\.webp)\)\{: width="(\d+)" height="(\d+)"', text)
        assert text.count("![") == len(shown)
        for _, name, width, height in shown:
            file = page.parent / "images" / name
            assert file.stat().st_size <= HEAVIEST
            with Image.open(file) as picture:
                assert picture.size == (int(width), int(height))
            used.add(name)
    assert used == {file.name for file in (FOLDERS[lang] / "images").iterdir()}


# The tables of fields.


def test_every_kind_of_record_that_a_page_may_show_has_a_model_and_its_table() -> None:
    assert tuple(TABLES) == FORMS
    for lang in LANGS:
        shown = re.findall(r"<!-- atlas:record-fields:([\w-]+) -->", source(lang, "record_fields").read_text("utf-8"))
        assert tuple(shown) == FORMS


@pytest.mark.parametrize("kind", FORMS)
def test_a_table_says_of_every_field_what_it_is_in_both_languages(kind: str) -> None:
    french, english = list(fields(kind, "fr")), list(fields(kind, "en"))
    assert [field.name for field in french] == [field.name for field in english]
    for field in (*french, *english):
        assert field.about.endswith((".", "?", "»")) or field.about.strip(), field.name
        assert field.kind
    assert all(one.about != other.about for one, other in zip(french, english, strict=True) if len(one.about) > 12)


def test_a_table_holds_every_text_that_its_model_can_hold() -> None:
    for kind, model in TABLES.items():
        names = {re.sub(r"\[\]", "", field.name) for field in fields(kind, "fr")}
        for field in text_fields(model):
            dotted = ".".join(str(step) for step in field if isinstance(step, str))
            whole = re.sub(r"\.(fr|en)$", "", dotted)
            assert dotted in names or whole in names, f"{kind}: {dotted}"


def test_the_words_for_what_is_to_be_written_are_those_that_some_table_says() -> None:
    said = {field.kind for kind in FORMS for field in fields(kind, "fr")}
    words = yaml.safe_load((ROOT / "hooks" / "atlas" / "words.yml").read_text(encoding="utf-8"))
    assert said == {text["fr"] for key, text in words.items() if key.startswith(("field_one_", "field_many_"))}


def test_a_table_names_what_is_required_as_the_schema_does() -> None:
    from atlas.schema import schema

    for kind in ("place", "member", "person", "manifesto", "identity"):
        top = {
            field.name.removesuffix("[]") for field in fields(kind, "fr") if "." not in field.name and field.required
        }
        assert top == set(schema(kind)["required"])


def test_a_table_of_an_unknown_kind_is_refused_with_the_nearest_name(site) -> None:
    page = (ROOT / "tests/fixtures/small_site/docs/fr/lieux.md").read_text(encoding="utf-8")
    made = site(files={"docs/fr/lieux.md": page + "\n<!-- atlas:record-fields:plase -->\n"})
    said = [plain(str(problem)) for problem in made.load().errors]
    assert any("aucune sorte de fiche ne s’appelle « plase ». Vouliez-vous dire « place » ?" in line for line in said)


# The architecture.


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_events_is_that_of_the_hooks(lang: Lang) -> None:
    written = set(
        re.findall(r"^\| `(on_\w+)` \| `(\w+)` \|", source(lang, "architecture").read_text("utf-8"), re.MULTILINE)
    )
    found = set()
    for file in (ROOT / "hooks").glob("*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("on_"):
                found.add((node.name, file.stem))
    assert written == found


@pytest.mark.parametrize("lang", LANGS)
def test_the_drawing_of_the_architecture_is_named_and_told_in_a_list(lang: Lang, catalogue: Catalogue) -> None:
    html = unescape(str(expand("<!-- atlas:architecture -->", opened(catalogue, lang, "architecture"), {})))
    assert html.count('role="img"') == html.count("<title id=") == 2
    listed = html.partition("<ol")[2]
    drawn = set(re.findall(r"<tspan[^>]*>([^<]+)", html.partition("<ol")[0]))
    assert drawn and all(any(word in listed for word in (name, name.strip())) for name in drawn)
    assert all((ROOT / "hooks" / module).is_dir() for module in MODULES.values() if module.endswith("/"))


# The person of the handbook, and its first page.


@pytest.mark.parametrize("lang", LANGS)
def test_the_person_that_the_handbook_shows_is_one_that_the_check_accepts(lang: Lang) -> None:
    assert (
        Person.model_validate({"id": "camille-exemple", **yaml.safe_load(_person_of(lang))}).name == "Camille Exemple"
    )


def test_the_readme_and_contributing_lead_to_the_handbook() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"\]\((docs/[\w/.-]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert any(link.startswith("docs/en/contribute/") for link in links)
        assert all((ROOT / link).exists() for link in links)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of the real project."""
    loaded = load(ROOT).catalogue
    assert loaded is not None
    return loaded


def opened(catalogue: Catalogue, lang: Lang, kind: str) -> PageRenderer:
    """Return a page of the real project, whose assets are names only."""
    from atlas.assets import Assets

    assets = Assets(files={}, stylesheet="assets/site.css", scripts="assets/js/", paper=("#ffffff", "#000000"))
    return Renderer(catalogue, lang, assets, ROOT).page(urls.page_path(kind, lang))
