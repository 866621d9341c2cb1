// The chosen route on the map: a line through its places, in its order.

/** Return what draws a route, given as the ids of its places, and tells how far it goes. */
export function routes(L, map, markers) {
  let line = null;
  return {
    draw(ids) {
      line?.remove();
      line = ids && L.polyline(ids.map((id) => markers.get(id).getLatLng()), { pane: "routes", className: "map-line", interactive: false });
      line?.addTo(map);
    },
    /** The bounds of the route that is drawn, with some air; none when there is no route. */
    get bounds() {
      return line?.getBounds().pad(0.12) ?? null;
    },
  };
}
