// Detailed backgrounds, on request. Each choice names the host that it asks; none is remembered or put in the link, so
// that no link makes a request that its reader did not choose. A host that fails gives way to our own map.

const PATIENCE = 12_000; // milliseconds without any answer
const DEEPEST = 18;

/** Bring the menu of backgrounds to life, at the end of the bar of the map. */
export function grounds({ L, map, frame, box, panel, tell, words }) {
  const choices = [...panel.querySelectorAll("[data-ground]")];
  const own = choices.find((choice) => !choice.dataset.tiles);
  const ours = { deepest: map.getMaxZoom(), snap: map.options.zoomSnap };
  let tiles = null;
  let timer;

  const opener = L.DomUtil.create("button", "map-ground", box);
  opener.type = "button";
  opener.textContent = words.grounds;
  opener.setAttribute("aria-controls", panel.id);
  box.append(panel);
  const open = (on) => {
    panel.hidden = !on;
    opener.setAttribute("aria-expanded", on);
  };
  open(false);

  const choose = (choice) => {
    clearTimeout(timer);
    tiles?.remove();
    tiles = choice.dataset.tiles ? tiled(choice) : null;
    for (const one of choices) one.setAttribute("aria-pressed", one === choice);
    for (const credit of frame.parentElement.querySelectorAll("[data-credit]")) credit.hidden = credit.dataset.credit !== choice.dataset.ground;
    frame.classList.toggle("has-tiles", tiles !== null);
    // Their pictures are made for whole zooms.
    map.options.zoomSnap = tiles ? 1 : ours.snap;
    map.setMaxZoom(tiles ? DEEPEST : ours.deepest);
    if (tiles) map.setZoom(Math.round(map.getZoom()), { animate: false });
    tiles?.addTo(map);
  };

  /** Return the layer of a choice, which gives up when its host fails more than it answers. */
  const tiled = (choice) => {
    const { tiles: address, referrer, host } = choice.dataset;
    const layer = L.tileLayer(address, { pane: "tiles", maxZoom: DEEPEST, referrerPolicy: referrer, className: "map-tile" });
    let loaded = 0;
    let failed = 0;
    const give_up = () => {
      if (layer !== tiles) return;
      choose(own);
      tell(words.ground_failed.replace("{host}", host));
    };
    layer.on("tileload", () => (loaded++, clearTimeout(timer)));
    layer.on("tileerror", () => ++failed > loaded + 2 && give_up());
    layer.on("load", () => failed > loaded && give_up());
    timer = setTimeout(give_up, PATIENCE);
    return layer;
  };

  opener.addEventListener("click", () => open(panel.hidden));
  for (const choice of choices) {
    choice.addEventListener("click", () => {
      choose(choice);
      tell(choice === own ? words.ground_ours : words.ground_chosen.replace("{host}", choice.dataset.host));
      open(false);
      opener.focus();
    });
  }
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  map.on("click movestart", () => open(false));
}
