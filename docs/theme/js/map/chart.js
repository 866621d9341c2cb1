// Leaflet over the drawing: the script that folium made draws the map, this one makes it good company.

import { clearNames, spread } from "./arrange.js";
import { cards } from "./cards.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const once = (element, parent) =>
  new Promise((done, failed) => {
    element.onload = done;
    element.onerror = () => failed(new Error(`${element.src ?? element.href} did not load`));
    parent(element);
  });

const loadScript = (src) => once(Object.assign(document.createElement("script"), { src }), (tag) => document.head.append(tag));
// First in the head, so that the site's own rules come after Leaflet's and win.
const loadStyle = (href) =>
  once(Object.assign(document.createElement("link"), { rel: "stylesheet", href }), (tag) => document.head.prepend(tag));

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
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);

  const moved = () => ({ animate: !calm.matches });
  // The buttons lie on the sea, below the coast.
  const showWhole = (options) => map.fitBounds(whole, { paddingTopLeft: [14, 14], paddingBottomRight: [14, 64], ...options });
  const arrange = () => {
    spread(map, [...markers.values()].filter((marker) => map.hasLayer(marker)));
    clearNames(frame);
  };
  const showZoom = () => {
    const zoom = Math.floor(map.getZoom() + 0.26);
    for (const level of [8, 9, 10, 11, 12, 13, 14]) frame.classList.toggle(`at-${level}`, zoom >= level);
  };
  const filter = (ids) => {
    for (const [id, marker] of markers) {
      if (ids.has(id)) marker.addTo(map);
      else marker.remove();
    }
    arrange();
  };

  // Few ask for the communes: their script comes with the first who does.
  let layer;
  const communes = async (on) => {
    layer ??= import("./communes.js").then(({ communesLayer }) => communesLayer(L, map, basemap, words));
    (await layer)(on);
  };
  L.control.zoom({ position: "topleft", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(map);
  bar(L, map, [
    { text: words.whole, press: () => showWhole(moved()) },
    { text: words.communes, pressed: state.get("communes") === "1", press: (on) => (communes(on), state.set({ communes: on ? "1" : "" })) },
    { text: words.copy, press: (_, button) => copy(button, words) },
  ]);
  gestures(L, map, frame, words);
  const card = cards({ L, map, frame, markers, list, state, words });

  const place = () => {
    const view = state.get("at").split("_").map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) map.setView([view[1], view[2]], view[0], { animate: false });
    else showWhole({ animate: false });
  };
  place();
  showZoom();
  filter(list.shown());
  map.on("zoomend", () => (showZoom(), arrange()));
  // Only what the reader did goes to the address: the first view is the same for everybody.
  let byHand = false;
  for (const kind of ["pointerdown", "keydown", "wheel"]) frame.addEventListener(kind, () => (byHand = true), { passive: true });
  map.on("moveend", () => {
    if (!byHand) return;
    const { lat, lng } = map.getCenter();
    state.set({ at: `${map.getZoom()}_${lat.toFixed(4)}_${lng.toFixed(4)}` });
  });
  list.onChange((ids) => (card.closeUnless(ids), filter(ids)));
  state.onTravel(() => (markers.has(state.place) ? card.open(state.place, { record: false }) : map.closePopup()));
  if (markers.has(state.place)) card.open(state.place, { record: false, focus: false });
  frame.dataset.ready = "";
  section.querySelector(".map-help").hidden = false;
  return { open: (id) => card.open(id) };
}

/** Add a row of buttons in words. */
function bar(L, map, actions) {
  const Bar = L.Control.extend({
    onAdd() {
      const box = L.DomUtil.create("div", "map-bar");
      for (const action of actions) {
        const button = L.DomUtil.create("button", "", box);
        button.type = "button";
        button.textContent = action.text;
        if ("pressed" in action) button.setAttribute("aria-pressed", action.pressed);
        if (action.pressed) action.press(true);
        button.addEventListener("click", () => {
          const on = button.getAttribute("aria-pressed") !== "true";
          if ("pressed" in action) button.setAttribute("aria-pressed", on);
          action.press(on, button);
        });
      }
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
  new Bar({ position: "bottomright" }).addTo(map);
}

/** Copy the address of the page, and say so on the button. */
async function copy(button, words) {
  await navigator.clipboard.writeText(location.href);
  button.textContent = words.copied;
  setTimeout(() => (button.textContent = words.copy), 2000);
}

/** Share the gestures with the page, and say how when one is tried in vain: the wheel scrolls, Ctrl and the wheel zoom. */
function gestures(L, map, frame, words) {
  const hint = L.DomUtil.create("p", "map-hint", frame);
  hint.setAttribute("aria-hidden", "true");
  let timer;
  const say = (text) => {
    hint.textContent = text;
    hint.classList.add("is-said");
    clearTimeout(timer);
    timer = setTimeout(() => hint.classList.remove("is-said"), 1100);
  };
  frame.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return say(words.ctrl_wheel);
      event.preventDefault();
      map.setZoomAround(map.mouseEventToContainerPoint(event), map.getZoom() - Math.sign(event.deltaY) * 0.5);
    },
    { passive: false },
  );
  frame.addEventListener(
    "touchmove",
    (event) => event.touches.length === 1 && !map.dragging.enabled() && say(words.two_fingers),
    { passive: true },
  );
}
