// Many places: those too close to be told apart become one disc with their number; pressing it goes nearer.

const APART = 46; // pixels between two discs
const AROUND = 0.3; // how far beyond the window discs are drawn, in its size

/** Return what draws many markers as crowds: call it with those to show, after each move of the map. */
export function crowds(L, map, frame, words) {
  const drawn = new Map();

  /** Draw markers by id; `kept` is the id of one that stands alone. */
  const draw = (markers, kept) => {
    const wanted = new Map();
    const window = map.getBounds().pad(AROUND);
    for (const crowd of gathered(map, markers, kept)) {
      if (!window.contains(crowd.marker.getLatLng())) continue;
      // Crowds that are the same stay, and with them the focus.
      const key = `${crowd.id}-${crowd.members.length}`;
      wanted.set(key, drawn.get(key) ?? (crowd.members.length === 1 ? crowd.marker : disc(crowd)));
    }
    for (const [key, marker] of drawn) if (!wanted.has(key)) marker.remove(), drawn.delete(key);
    for (const [key, marker] of wanted) if (!drawn.has(key)) drawn.set(key, marker.addTo(map));
  };

  /** Return the disc of a crowd. */
  const disc = ({ marker, members }) => {
    const html = document.createElement("span");
    html.className = "map-disc";
    html.textContent = members.length;
    const label = document.createElement("span");
    label.className = "vh";
    label.textContent = words.crowd;
    html.append(label);
    const crowd = L.marker(marker.getLatLng(), {
      icon: L.divIcon({ className: `map-place map-crowd ${members.length > 99 ? "of-hundreds" : ""}`, html, iconSize: [42, 42] }),
    });
    return crowd.on("click", () => {
      const focused = crowd.getElement() === document.activeElement;
      const bounds = L.latLngBounds(members.map((member) => member.getLatLng()));
      const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds.pad(0.1))));
      map.setView(bounds.getCenter(), zoom, { animate: false });
      if (focused) frame.focus(); // the disc has parted: the next one is a Tab away
    });
  };
  return draw;
}

/** Gather markers into crowds: each joins the first that is near enough. The cost is linear. */
function gathered(map, markers, kept) {
  const zoom = map.getZoom();
  const cells = new Map();
  const all = [];
  const alone = markers.get(kept);
  for (const [id, marker] of markers) {
    const at = map.project(marker.getLatLng(), zoom);
    const [x, y] = [Math.floor(at.x / APART), Math.floor(at.y / APART)];
    let found;
    for (let column = x - 1; marker !== alone && !found && column <= x + 1; column++)
      for (let row = y - 1; !found && row <= y + 1; row++)
        found = cells.get(`${column} ${row}`)?.find((crowd) => crowd.at.distanceTo(at) < APART);
    if (found) {
      found.members.push(marker);
      continue;
    }
    const crowd = { id, marker, at, members: [marker] };
    all.push(crowd);
    if (marker !== alone) cells.set(`${x} ${y}`, [...(cells.get(`${x} ${y}`) ?? []), crowd]);
  }
  return all;
}
