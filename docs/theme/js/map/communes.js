// The communes, on request: pointing at one tells its name and its population, with the year.

/** Return a function that shows or hides the layer. */
export function communesLayer(L, map, basemap, words) {
  let layer;
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const make = () =>
    L.layerGroup(
      basemap.communes.map((polygons, rank) => {
        const rings = polygons.map((polygon) => polygon.map((ring) => points(ring, basemap.arcs)));
        const about = words.inhabitants
          .replace("{population}", number.format(basemap.populations[rank]))
          .replace("{year}", basemap.year);
        const text = document.createElement("span");
        const name = document.createElement("b");
        name.textContent = basemap.names[rank];
        text.append(name, document.createElement("br"), about);
        return L.polygon(rings, { pane: "communes", className: "map-commune", smoothFactor: 0.7 }).bindTooltip(text, {
          sticky: true,
          className: "map-tip",
        });
      }),
    );

  return (on) => {
    layer ??= make();
    if (on) layer.addTo(map);
    else layer.remove();
  };
}

/** Put a ring together from shared borders; as in TopoJSON, ~i is border i walked backwards. */
function points(ring, arcs) {
  return ring.flatMap((index, rank) => {
    const line = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return (rank ? line.slice(1) : line).map(([lon, lat]) => [lat, lon]);
  });
}
