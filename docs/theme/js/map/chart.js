// Leaflet over the drawing: the script that folium made draws the map, this one makes it good company.

import { bar } from "./bar.js";
import { cards } from "./cards.js";
import { discs } from "./discs.js";
import { gestures } from "./gestures.js";
import { grounds } from "./grounds.js";
import { loadScript, loadStyle } from "./loading.js";
import { routes } from "./routes.js";
import { view } from "./view.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Draw the map and return what the page may ask of it. */
export async function chart({ section, frame, files, words, list, state }) {
  const absolute = (file) => new URL(file, document.baseURI).href;
  const [{ default: draw }, basemap] = await Promise.all([
    import(absolute(files.script)),
    fetch(files.basemap).then((answer) => answer.json()),
    loadStyle(files.style),
    loadScript(files.leaflet),
  ]);
  const L = window.L;
  const { map, markers, whole } = draw(L, basemap, absolute(files.relief));
  frame.classList.add("is-live");
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", section.querySelector(".map-still svg").getAttribute("aria-label"));

  const told = section.querySelector(".map-told");
  const tell = (text) => (told.textContent = text);
  const moved = () => ({ animate: !calm.matches });
  const route = routes(L, map, markers);
  const sight = view({ map, frame, state, whole, route });
  const disc = discs({ L, map, frame, markers, list, words });
  const card = cards({ map, frame, markers, list, state, words, reveal: disc.reveal });

  // Few ask for the communes: their script comes with the first who does.
  let layer;
  const communes = async (on) => {
    layer ??= import("./communes.js").then(({ communesLayer }) => communesLayer(L, map, basemap, words));
    (await layer)(on);
  };
  const seated = section.querySelectorAll("[data-seat]");
  let squares;
  const seats = async (on) => {
    squares ??= import("./seats.js").then(({ seatsLayer }) => seatsLayer(L, map, seated));
    (await squares)(on);
  };
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  L.control.zoom({ position: "topleft", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(map);
  const { box, set } = bar(L, map, [
    { text: words.whole, press: () => sight.showWhole(moved()) },
    { text: words.communes, name: "communes", press: (on) => (communes(on), state.set({ communes: on ? "1" : "" })) },
    ...(seated.length ? [{ text: words.seats_show, name: "seats", press: (on) => (seats(on), state.set({ seats: on ? "1" : "" })) }] : []),
  ]);
  grounds({ L, map, frame, box, panel: section.querySelector(".map-grounds"), tell, words });
  gestures(L, map, frame, words);
  frame.addEventListener("pointerdown", () => tell("")); // what was told has been seen

  const showZoom = () => {
    const zoom = Math.floor(map.getZoom() + 0.26);
    for (const level of [8, 9, 10, 11, 12, 13, 14]) frame.classList.toggle(`at-${level}`, zoom >= level);
  };
  /** Show what the address says: view, communes and seats. */
  const show = () => {
    sight.show();
    const asked = state.get("communes") === "1";
    if (set("communes", asked)) communes(asked);
    const sought = state.get("seats") === "1";
    if (seated.length && set("seats", sought)) seats(sought);
  };
  let steps = list.route();
  route.draw(steps);
  show();
  showZoom();
  disc.draw();
  map.on("zoomend", () => (showZoom(), disc.draw(card.opened)));
  map.on("moveend", () => disc.follow(card.opened));

  list.onChange((ids, chosen) => {
    card.closeUnless(ids);
    if (chosen !== steps) route.draw(chosen);
    disc.draw(card.opened);
    if (chosen && chosen !== steps && !state.get("at")) sight.showRoute(moved());
    steps = chosen;
  });
  state.onTravel(() => {
    show();
    if (markers.has(state.place)) card.open(state.place, { record: false });
    else map.closePopup();
  });
  if (markers.has(state.place)) {
    card.open(state.place, { record: false, focus: false });
    // The browser went to the row: beside it, the card is to be seen too.
    if (frame.getBoundingClientRect().left > 0) frame.scrollIntoView({ block: "nearest" });
  }
  frame.dataset.ready = "";
  section.querySelector(".map-help").hidden = false;
  return { open: (id) => card.open(id, { from: document.activeElement }) };
}
