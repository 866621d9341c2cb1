// The communes, on request: pointing at one tells its name and its population, with the year. By keyboard they are one
// stop of the Tab key, from which arrows go to the next commune that way.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Return a function that shows or hides the layer. */
export function communesLayer(L, map, basemap, words) {
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const commune = (polygons, rank) => {
    const rings = polygons.map((polygon) => polygon.map((ring) => points(ring, basemap.arcs)));
    const about = words.inhabitants
      .replace("{population}", number.format(basemap.populations[rank]))
      .replace("{year}", basemap.year);
    const text = document.createElement("span");
    const name = document.createElement("b");
    name.textContent = basemap.names[rank];
    text.append(name, document.createElement("br"), about);
    const shape = L.polygon(rings, { pane: "communes", className: "map-commune", smoothFactor: 0.7 }).bindTooltip(text, {
      sticky: true,
      className: "map-tip",
    });
    shape.label = `${basemap.names[rank]}, ${about}`;
    return shape;
  };
  const layer = L.layerGroup(basemap.communes.map(commune));

  /** Give the Tab key one of the shapes. */
  const stop = (shape) => {
    for (const other of layer.getLayers()) other.getElement()?.setAttribute("tabindex", other === shape ? "0" : "-1");
  };

  /** Let Tab begin with the commune in the middle of the map, unless the reader is among them. */
  const begin = () => {
    if (!map.hasLayer(layer) || map.getPane("communes").contains(document.activeElement)) return;
    const here = map.latLngToLayerPoint(map.getCenter());
    const off = (shape) => map.latLngToLayerPoint(shape.getBounds().getCenter()).distanceTo(here);
    stop(layer.getLayers().reduce((best, shape) => (off(shape) < off(best) ? shape : best)));
  };

  /** Name the shapes for screen readers and let arrows go from one to the next. */
  const walk = () => {
    const shapes = layer.getLayers();
    const group = map.getPane("communes").firstElementChild;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.communes_walk);
    for (const shape of shapes) {
      const path = shape.getElement();
      const middle = shape.getBounds().getCenter();
      path.setAttribute("role", "img");
      path.setAttribute("aria-label", shape.label);
      path.onfocus = () => {
        if (!map.getBounds().contains(middle)) map.panTo(middle, { animate: false });
        shape.openTooltip(middle);
      };
      path.onblur = () => shape.closeTooltip();
      path.onkeydown = (event) => {
        if (event.key === "Escape") shape.closeTooltip();
        if (!WAYS[event.key]) return;
        event.preventDefault();
        event.stopPropagation();
        const next = nearest(map, shapes, shape, WAYS[event.key]);
        if (!next) return;
        stop(next);
        next.getElement().focus({ preventScroll: true });
      };
    }
    begin();
  };
  map.on("moveend", begin);

  return (on) => {
    if (on) layer.addTo(map), walk();
    else layer.remove();
  };
}

/** Return the shape that lies nearest in a direction: farther aside counts twice. */
function nearest(map, shapes, from, [right, down]) {
  const middle = (shape) => map.latLngToLayerPoint(shape.getBounds().getCenter());
  const start = middle(from);
  let best = null;
  let least = Infinity;
  for (const shape of shapes) {
    const way = middle(shape).subtract(start);
    const along = way.x * right + way.y * down;
    const aside = Math.abs(way.x * down) + Math.abs(way.y * right);
    if (along <= aside / 2 || along + 2 * aside >= least) continue;
    [best, least] = [shape, along + 2 * aside];
  }
  return best;
}

/** Put a ring together from shared borders; as in TopoJSON, ~i is border i walked backwards. */
function points(ring, arcs) {
  return ring.flatMap((index, rank) => {
    const line = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return (rank ? line.slice(1) : line).map(([lon, lat]) => [lat, lon]);
  });
}
