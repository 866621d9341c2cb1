"""The seats of the members on the map: shown when a source gives the address, the same in every form."""

import json
import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from support.projects import small_project
from support.web import serve

SEAT = """seat:
  insee: "13055"
  postcode: "13002"
  address: 1 quai du Port
  lat: 43.2960
  lon: 5.3700
  confidence: high
  sources: [gazette]
"""


@pytest.fixture(scope="session")  # its tests do not run together: that of the browser comes last
def seated(tmp_path_factory):
    """A small site, one of whose two members has a seat that a source gives."""
    project = small_project(tmp_path_factory.mktemp("seats") / "project")
    project.edit("members/club-du-phare.yml", "brings:\n", f"{SEAT}brings:\n")
    return project.build_well().site


@pytest.mark.site
def test_a_seat_is_the_same_in_the_list_the_drawing_the_page_and_the_data(seated):
    page = (seated / "carte" / "index.html").read_text(encoding="utf-8")
    (row,) = re.findall(r'<li id="seat-[^"]+".*?</li>', page, re.S)
    assert 'data-lat="43.296" data-lon="5.37"' in row
    assert "1 quai du Port, Marseille" in row
    assert re.search(r'<a href="#note-\d+"', row), "the address bears its source"
    drawn = [
        link
        for svg in re.findall(r'<svg class="chart still-.*?</svg>', page, re.S)
        for link in ElementTree.fromstring(svg.replace("&nbsp;", " ")).iter("a")
        if link.find("rect[@class='seat']") is not None
    ]
    assert [link.get("href") for link in drawn] == ["../membres/club-du-phare/"] * 2, "in the wide and the narrow one"
    member = (seated / "membres" / "club-du-phare" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../carte/#seat-club-du-phare"' in member
    data = json.loads((seated / "api" / "v1" / "members.json").read_text(encoding="utf-8"))
    seats = {one["id"]: one["seat"] for one in data["members"]}
    assert (seats["club-du-phare"]["lat"], seats["club-du-phare"]["lon"]) == (43.296, 5.37)
    assert seats["amis-du-moulin"] is None


def test_without_a_sourced_address_the_map_has_no_layer_of_seats(small_site):
    page = small_site.page("carte")
    assert "map-seats" not in page
    assert "data-seat" not in page


def test_the_seats_come_on_request_with_a_link_for_that_state_and_by_keyboard(seated, browser):
    with serve(seated) as server:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        faults = []
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(server.origin + "/en/map/")
        page.wait_for_selector(".map-frame[data-ready]")
        assert page.locator(".map-seat").count() == 0
        page.get_by_role("button", name="Head offices").click()
        page.wait_for_selector(".map-seat")
        expect(page).to_have_url(re.compile(r"\?seats=1$"))
        page.reload()
        page.wait_for_selector(".map-seat")
        square = page.get_by_role("link", name="Head office: Lighthouse club, Marseille").last
        square.focus()
        expect(page.locator(".map-tip")).to_contain_text("Lighthouse club")
        page.keyboard.press("Escape")
        page.wait_for_selector(".map-tip", state="detached")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/members/club-du-phare/")
        assert faults == []
        context.close()
