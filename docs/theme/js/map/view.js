// What part of the country the map shows, and the address that says so.

/** Return what shows the view of the address, the whole of the places, or the chosen route. */
export function view({ map, frame, state, whole, route }) {
  // The buttons lie on the sea, below the coast.
  const room = { paddingTopLeft: [14, 14], paddingBottomRight: [14, 64] };
  const still = { animate: false };

  // Only what the reader did goes to the address: the first view is the same for everybody.
  let byHand = false;
  for (const kind of ["pointerdown", "keydown", "wheel"]) frame.addEventListener(kind, () => (byHand = true), { passive: true });
  map.on("moveend", () => {
    if (!byHand) return;
    const { lat, lng } = map.getCenter();
    state.set({ at: `${map.getZoom()}_${lat.toFixed(4)}_${lng.toFixed(4)}` });
  });

  const showWhole = (options = still) => map.fitBounds(whole, { ...room, ...options });
  const showRoute = (options = still) => map.fitBounds(route.bounds, { ...room, ...options });
  return {
    showWhole,
    showRoute,
    /** Show what the address asks for. */
    show() {
      const [zoom, ...middle] = state.get("at").split("_").map(Number);
      if (middle.length === 2 && [zoom, ...middle].every(Number.isFinite)) map.setView(middle, zoom, still);
      else if (route.bounds) showRoute();
      else showWhole();
    },
  };
}
