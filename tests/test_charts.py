"""The charts: what is drawn is what the records say, legible in either theme, by eye, by ear and without colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from atlas.charts import SizeName, chart, chart_alt, chart_svg_for_print
from atlas.charts.gaps import Tie, steps
from atlas.charts.key import key
from atlas.charts.labels import Box
from atlas.charts.listing import in_rows
from atlas.charts.scales import RANKS, span
from atlas.charts.sizes import SIZES, breadth
from atlas.charts.values import plain_number, qualified_words, value_words
from atlas.model import LANGS, Lang
from atlas.model.indicator import Indicator
from atlas.model.vocabulary import Qualifier
from atlas.palette import contrast, palette
from support.projects import ROOT

FILE = ROOT / "docs" / "data" / "indicators.yml"
RECORDS = [Indicator.model_validate(one) for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))["indicators"]]
SIZED = pytest.mark.parametrize("size", SIZES)

PHONE = 284
"""How wide a page's column is on a screen of 320 px, in pixels."""

SMALLEST = 11
"""The smallest letters that can be asked of a reader, in pixels."""


def series(values: list[tuple[int, float | str, str]], kind: str = "count", **more: Any) -> Indicator:
    """Return a made-up series: years, values and qualifiers."""
    said = {"fr": "Une série", "en": "A series"}
    observations = [
        {"year": year, "qualifier": how, "source": "a", "band" if isinstance(value, str) else "value": value}
        for year, value, how in values
    ]
    return Indicator.model_validate(
        {
            "id": "made-up",
            "axis": "economy",
            "title": said,
            "finding": said,
            "unit": said,
            "unit_kind": kind,
            "scope": said,
            "perimeter": "city",
            "quality": "A",
            "values": observations,
            **more,
        }
    )


BREAK = {"year": 2021, "note": {"fr": "On compte autrement.", "en": "Counted otherwise."}}
BROKEN = series(
    [(2018, 120, "exact"), (2019, 130, "rounded"), (2020, 125, "about"), (2021, 190, "exact"), (2023, 180, "reported")],
    breaks=[BREAK],
)
EVERY = [
    *RECORDS,
    BROKEN,
    series([(2020, 120, "exact"), (2021, 190, "about")], breaks=[BREAK]),
    series([(2020, 12.5, "exact")], "percent"),
    series([(2019, "301-400", "range"), (2021, "201-300", "range"), (2024, "101-150", "range")], "band"),
    series([(2019, 12, "exact"), (2021, 3, "reported")], "rank"),
    series([(2019, 5_000_000, "exact"), (2020, 5_000_000, "exact"), (2021, 5_000_000, "at_least")]),
    series([(year, 40 + year * 7 % 11 + 0.5, "exact") for year in range(2005, 2026)], "percent"),
    series([(2019, -2.5, "exact"), (2020, 4, "exact"), (2021, -1, "exact")], "percent"),
    series([(2019, 0, "exact"), (2020, 0, "exact"), (2021, 0, "exact")]),
]


def over(records: list[Indicator]) -> pytest.MarkDecorator:
    """Run a test over each of some series."""
    return pytest.mark.parametrize("indicator", records, ids=[f"{one.id}-{rank}" for rank, one in enumerate(records)])


ANY = over(EVERY)
LINED = over([one for one in EVERY if not in_rows(one)])
BARRED = over([one for one in EVERY if in_rows(one) and one.unit_kind not in RANKS])
POINTED = over([one for one in EVERY if not any(value.bounds for value in one.values)])


def read(indicator: Indicator, lang: Lang, size: SizeName) -> ElementTree.Element:
    """Return a chart read back."""
    return ElementTree.fromstring(chart(indicator, lang, size))


def drawn_values(svg: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the marks that stand for a value, in the order of drawing."""
    return [mark for mark in svg.iter() if mark.get("data-year")]


def place(mark: ElementTree.Element) -> tuple[float, float]:
    """Return where a mark stands."""
    if mark.tag == "circle":
        return float(mark.attrib["cx"]), float(mark.attrib["cy"])
    shift = re.fullmatch(r"translate\((\S+) (\S+)\)", mark.attrib["transform"])
    assert shift
    return float(shift[1]), float(shift[2])


def lines(svg: ElementTree.Element, ink: str, *, level: bool = True) -> list[ElementTree.Element]:
    """Return the lines of an ink; without the level ones, those that tie one point to another."""
    found = [line for line in svg.iter("line") if line.get("stroke") == f"var(--{ink})"]
    return found if level else [line for line in found if float(line.attrib["x2"]) - float(line.attrib["x1"]) > 0]


# Truth


@ANY
@SIZED
@pytest.mark.parametrize("lang", LANGS)
def test_the_values_read_back_from_a_chart_are_those_of_the_record(
    indicator: Indicator, size: SizeName, lang: Lang
) -> None:
    found = [
        (mark.attrib["data-year"], mark.attrib["data-value"], mark.attrib["data-qualifier"])
        for mark in drawn_values(read(indicator, lang, size))
    ]
    assert sorted(found) == [
        (str(one.year), one.band or plain_number(one.value or 0), one.qualifier.value) for one in indicator.values
    ]


@LINED
@SIZED
def test_points_stand_where_their_years_and_values_put_them(indicator: Indicator, size: SizeName) -> None:
    points = {int(mark.attrib["data-year"]): place(mark) for mark in drawn_values(read(indicator, "fr", size))}
    first, last = indicator.first, indicator.last
    pitch = (points[last.year][0] - points[first.year][0]) / (last.year - first.year)
    values = {one.year: one.value or 0 for one in indicator.values}
    low, high = min(values, key=values.__getitem__), max(values, key=values.__getitem__)
    spread = values[high] - values[low]
    rise = (points[high][1] - points[low][1]) / spread if spread else 0
    for year, (x, y) in points.items():
        assert x == pytest.approx(points[first.year][0] + (year - first.year) * pitch, abs=0.2)
        assert y == pytest.approx(points[low][1] + (values[year] - values[low]) * rise, abs=0.2)
    if spread:
        assert rise > 0 if indicator.unit_kind in RANKS else rise < 0, "a better rank and a greater number stand higher"


@BARRED
@SIZED
def test_bars_are_as_long_as_their_values(indicator: Indicator, size: SizeName) -> None:
    svg = read(indicator, "en", size)
    lengths = sorted(float(line.attrib["x2"]) - float(line.attrib["x1"]) for line in lines(svg, "ink", level=False))
    values = sorted(one.value or 0 for one in indicator.values)
    assert [length / lengths[-1] for length in lengths] == pytest.approx(
        [value / values[-1] for value in values], abs=0.002
    )


@LINED
@SIZED
def test_years_without_a_value_are_never_crossed_by_a_full_line(indicator: Indicator, size: SizeName) -> None:
    svg = read(indicator, "fr", size)
    points = {place(mark): int(mark.attrib["data-year"]) for mark in drawn_values(svg)}
    full, dotted = set(), set()
    for line in svg.iter("line"):
        ends = tuple((float(line.attrib[f"x{end}"]), float(line.attrib[f"y{end}"])) for end in (1, 2))
        if ends[0] in points and ends[1] in points:
            (dotted if line.get("stroke-dasharray") else full).add((points[ends[0]], points[ends[1]]))
    ties: dict[Tie, set[tuple[int, int]]] = {tie: set() for tie in Tie}
    for step in steps(indicator):
        ties[step.tie].add((step.start.year, step.end.year))
    assert full == ties[Tie.KNOWN]
    assert dotted == ties[Tie.UNKNOWN]
    assert all(end == start + 1 for start, end in full)


def test_a_break_in_a_series_is_drawn_as_a_break_and_said() -> None:
    for size in SIZES:
        svg = read(BROKEN, "en", size)
        uprights = [line for line in svg.iter("line") if line.get("stroke-dasharray") == "1.2,3"]
        assert len(uprights) == 1
        before, after = (place(mark)[0] for mark in drawn_values(svg) if mark.attrib["data-year"] in {"2020", "2021"})
        assert before < float(uprights[0].attrib["x1"]) < after
    assert "Break in the series in 2021: Counted otherwise." in chart_alt(BROKEN, "en")
    assert "Rupture de la série en 2021" in chart_alt(BROKEN, "fr")
    assert [item.mark for item in key(BROKEN, "fr") if item.mark != "point"] == ["last", "gap", "break"]


@ANY
def test_an_estimate_looks_like_an_estimate(indicator: Indicator) -> None:
    looks = set()
    for mark in drawn_values(read(indicator, "fr", "wide")):
        exact = mark.attrib["data-qualifier"] == Qualifier.EXACT.value
        if mark.attrib["data-qualifier"] == Qualifier.RANGE.value:
            continue  # a band is an empty rectangle
        assert mark.attrib["fill"] == ("var(--ink)" if exact else "var(--paper)")
        looks.add((mark.attrib["data-qualifier"], mark.tag, mark.get("d", "")[:4]))
    assert len({how for how, *_ in looks}) <= len(looks)


def test_every_kind_of_estimate_has_a_shape_of_its_own() -> None:
    hollow = [how for how in Qualifier if how not in {Qualifier.EXACT, Qualifier.RANGE}]
    made = series([(2020 + rank, 100 + rank, how.value) for rank, how in enumerate([*hollow, Qualifier.EXACT])])
    marks = drawn_values(read(made, "fr", "wide"))
    shapes = {mark.get("d", "circle") for mark in marks if mark.attrib["data-qualifier"] != "exact"}
    assert len(shapes) == len(hollow)
    assert len({item.shape for item in key(made, "fr") if item.shape and not item.full}) == len(hollow)


def test_an_axis_that_does_not_begin_at_zero_says_so_and_keeps_a_ripple_small() -> None:
    ripple = series([(2022, 25.9, "exact"), (2023, 25.8, "exact"), (2024, 26.6, "exact")])
    assert span(ripple).low > 0
    assert span(ripple).high - span(ripple).low >= 0.2 * 26.6
    assert any(item.mark == "floor" for item in key(ripple, "fr"))
    wave = series([(2022, 10, "exact"), (2023, 30, "exact"), (2024, 20, "exact")])
    assert span(wave).low == 0
    assert not any(item.mark == "floor" for item in key(wave, "fr"))


# Words


@ANY
@pytest.mark.parametrize("lang", LANGS)
def test_the_description_says_every_value_in_the_language_of_the_page(indicator: Indicator, lang: Lang) -> None:
    svg = read(indicator, lang, "small")
    title, description = svg.findtext("title") or "", svg.findtext("desc") or ""
    assert title.strip() and title != description
    for one in indicator.values:
        assert f"{one.year}" in description
        assert value_words(indicator, one, lang) in description
        if one.qualifier not in {Qualifier.EXACT, Qualifier.RANGE}:
            assert one.qualifier.label(lang) in description
    for step in steps(indicator):
        if step.missing:
            assert str(step.missing[0]) in description


def test_numbers_are_written_as_each_language_writes_them() -> None:
    count = series([(2020, 1705626, "exact"), (2021, 59700, "about")])
    assert qualified_words(count, count.first, "fr") == "1\u202f705\u202f626"
    assert qualified_words(count, count.first, "en") == "1,705,626"
    assert qualified_words(count, count.last, "fr") == "environ 59\u202f700"
    assert qualified_words(count, count.last, "en") == "about 59,700"
    rate = series([(2020, 69, "exact"), (2021, 70.2, "exact"), (2022, 70, "rounded")], "percent")
    assert [value_words(rate, one, "fr") for one in rate.values] == ["69,0\u202f%", "70,2\u202f%", "70\u202f%"]
    assert [value_words(rate, one, "en") for one in rate.values] == ["69.0%", "70.2%", "70%"]
    rank = series([(year, place, "exact") for year, place in ((2020, 1), (2021, 2), (2022, 11), (2023, 44))], "rank")
    assert [value_words(rank, one, "en") for one in rank.values] == ["1st", "2nd", "11th", "44th"]
    assert [value_words(rank, one, "fr") for one in rank.values] == ["1er", "2e", "11e", "44e"]


@ANY
@SIZED
@pytest.mark.parametrize("lang", LANGS)
def test_the_first_and_the_last_value_are_written_beside_their_points(
    indicator: Indicator, size: SizeName, lang: Lang
) -> None:
    written = ["".join(text.itertext()) for text in read(indicator, lang, size).iter("text")]
    assert qualified_words(indicator, indicator.first, lang) in written
    assert qualified_words(indicator, indicator.last, lang) in written
    assert not any("¦" in words for words in written)


# Legibility


@ANY
@SIZED
@pytest.mark.parametrize("lang", LANGS)
def test_no_words_overlap_and_none_leave_the_chart(indicator: Indicator, size: SizeName, lang: Lang) -> None:
    svg = read(indicator, lang, size)
    measures = SIZES[size]
    height = float(svg.attrib["height"])
    boxes: list[tuple[str, Box]] = []
    for text in svg.iter("text"):
        words = "".join(text.itertext())
        width, x, y = breadth(words, measures), float(text.attrib["x"]), float(text.attrib["y"])
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        boxes.append((words, Box(left, y - measures.capital, left + width, y)))
    for words, box in boxes:
        assert box.left >= -0.5 and box.right <= measures.width + 0.5, words
        assert box.top >= 0 and box.bottom <= height, words
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not first.meets(second), f"{one} on {other}"


@POINTED
@SIZED
def test_no_words_lie_on_a_point(indicator: Indicator, size: SizeName) -> None:
    svg = read(indicator, "fr", size)
    measures = SIZES[size]
    points = [
        place(mark) for mark in drawn_values(svg) if mark.tag in {"circle", "path"} and mark.get("transform", "t")
    ]
    for text in svg.iter("text"):
        words = "".join(text.itertext())
        width, x, y = breadth(words, measures), float(text.attrib["x"]), float(text.attrib["y"])
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        box = Box(left, y - measures.capital, left + width, y)
        for px, py in points:
            radius = measures.point
            assert not box.meets(Box(px - radius, py - radius, px + radius, py + radius)), words


def test_letters_stay_large_enough_on_the_smallest_screen() -> None:
    for name in ("small", "narrow"):
        size = SIZES[name]
        assert size.letter * min(1, PHONE / size.width) >= SMALLEST
    css = (ROOT / "docs" / "theme" / "css" / "charts.css").read_text(encoding="utf-8")
    least = re.search(r"@container \(min-width: (\d+)rem\)", css)
    assert least
    assert SIZES["wide"].letter * int(least[1]) * 16 / SIZES["wide"].width >= SMALLEST


def test_marks_can_be_told_without_colour_by_day_and_by_night() -> None:
    colours = palette(ROOT / "docs" / "theme")
    for side in (0, 1):
        ink, soft, paper, lemon, outline = (
            colours[name][side] for name in ("ink", "soft", "paper", "lemon", "on-lemon")
        )
        # Contrast is a relation of luminances: what it tells apart, grey and every kind of sight tell apart too.
        assert contrast(ink, paper) >= 7, "lines, and full points beside hollow ones"
        assert contrast(soft, paper) >= 4.5, "years, and dotted lines"
        assert max(contrast(lemon, paper), contrast(outline, paper)) >= 3, "the disc of the latest value"
        assert contrast(outline, lemon) >= 3, "the point on the disc"


# The file


@ANY
@SIZED
@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_holds_nothing_that_a_page_would_refuse(indicator: Indicator, size: SizeName, lang: Lang) -> None:
    markup = chart(indicator, lang, size)
    svg = ElementTree.fromstring(markup)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(|url\(|\bstyle=|<style|<script|<image|\bon\w+=|href=", markup)
    tokens = set(re.findall(r"var\(--([\w-]+)\)", markup))
    assert tokens <= set(palette(ROOT / "docs" / "theme"))
    for element in svg.iter():
        for paint in ("fill", "stroke"):
            assert element.get(paint, "none") == "none" or element.attrib[paint].startswith("var(--")
        assert element is svg or not {"class", "role", "aria-label"} & set(element.keys())
    assert svg.attrib["role"] == "img"
    names = svg.attrib["aria-labelledby"].split()
    assert [child.get("id") for child in svg if child.tag in {"title", "desc"}] == names


def test_every_identifier_of_a_page_that_holds_every_chart_is_its_own() -> None:
    page = "".join(str(chart(one, "fr", size)) for one in RECORDS for size in SIZES)
    page += str(chart(RECORDS[0], "fr", "small", prefix="again"))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 2 * (len(RECORDS) * len(SIZES) + 1)


def test_a_chart_has_the_same_bytes_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for folder in ("once", "again"):
        monkeypatch.setenv("ATLAS_CACHE", str(tmp_path / folder))
        made.append([chart(one, "fr", size) for one in (RECORDS[0], BROKEN) for size in SIZES])
    assert made[0] == made[1]
    kept = [{file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()} for folder in ("once", "again")]
    assert kept[0] == kept[1] and len(kept[0]) == 6, "one drawing serves both editions"


def test_another_value_is_drawn_anew_and_another_finding_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path))
    record = RECORDS[0]
    chart(record, "fr", "small")
    chart(record.model_copy(update={"finding": record.title}), "en", "small")
    assert len(list(tmp_path.iterdir())) == 1
    later = record.last.model_copy(update={"year": record.last.year + 1})
    chart(record.model_copy(update={"values": (*record.values, later)}), "fr", "small")
    assert len(list(tmp_path.iterdir())) == 2


@over(RECORDS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_for_print_stands_alone_in_the_colours_of_the_day(indicator: Indicator, lang: Lang) -> None:
    printed = chart_svg_for_print(indicator, lang)
    svg = ElementTree.fromstring(printed)
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(" not in printed
    day = {pair[0] for pair in palette(ROOT / "docs" / "theme").values()} | {"#ffffff"}
    assert set(re.findall(r"#[0-9a-f]{6}", printed)) <= day


def test_charts_are_light() -> None:
    weights: Mapping[str, int] = {
        f"{one.id} {size}": len(chart(one, "fr", size).encode()) for one in RECORDS for size in SIZES
    }
    assert max(weights.values()) < 7_000
    assert sum(weights.values()) / len(weights) < 4_500


def test_placing_labels_keeps_every_pair_of_years_apart() -> None:
    crowded = series([(year, 10 + year % 3, "exact") for year in range(1990, 2026)])
    for size in SIZES:
        svg = read(crowded, "en", size)
        years = sorted(
            float(text.attrib["x"]) for text in svg.iter("text") if re.fullmatch(r"(19|20)\d\d", text.text or "")
        )
        width = breadth("0000", SIZES[size])
        assert all(other - one >= width for one, other in pairwise(years))
