// Who has the room: discs that would hide one another step aside into a column, each with a leader back to its point, as
// on the drawings; names give way to discs and points.

const TOUCH = 37; // pixels between two discs that just touch, and a little air
const REACH = 62; // from the easternmost point of a crowd to its column
const GAP = 40; // from one disc of the column to the next

export const FEW = 60; // beyond this, discs gather in crowds and nothing steps aside

/** Arrange the discs of markers at the present zoom. */
export function spread(map, markers) {
  const edge = map.containerPointToLayerPoint([map.getSize().x, 0]).x;
  const points = markers.map((marker) => ({ marker, at: map.latLngToLayerPoint(marker.getLatLng()), edge }));
  const alone = points.map((point) => [point]);
  for (const { point, x, y } of apart(alone).flatMap(column)) place(point.marker, x - point.at.x, y - point.at.y);
}

/** Merge crowds until the discs of no two of them touch. */
function apart(crowds) {
  for (let one = 0; one < crowds.length; one++) {
    for (let other = one + 1; other < crowds.length; other++) {
      const others = filled(crowds[other]);
      if (!filled(crowds[one]).some((a) => others.some((b) => Math.hypot(a.x - b.x, a.y - b.y) < TOUCH))) continue;
      const rest = crowds.filter((crowd, rank) => rank !== one && rank !== other);
      return apart([[...crowds[one], ...crowds[other]], ...rest]);
    }
  }
  return crowds;
}

/** Return what a crowd fills: its discs, and the points they stand for. */
const filled = (crowd) => [...column(crowd), ...crowd.map(({ at }) => at)];

/** Return where the discs of a crowd go: a lone disc on its point, others in a column from north to south. */
function column(crowd) {
  if (crowd.length === 1) return [{ point: crowd[0], x: crowd[0].at.x, y: crowd[0].at.y }];
  const last = Math.max(...crowd.map(({ at }) => at.x));
  // On a phone the edge of the map may be nearer than the column.
  const x = Math.min(last + REACH, Math.max(last + TOUCH, crowd[0].edge - TOUCH / 2 - 6));
  const middle = crowd.reduce((sum, { at }) => sum + at.y, 0) / crowd.length;
  return crowd
    .toSorted((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
    .map((point, rank) => ({ point, x, y: middle + (rank - (crowd.length - 1) / 2) * GAP }));
}

/** Move a disc away from its point, its card with it. */
function place(marker, dx, dy) {
  const icon = marker.getElement();
  icon.classList.toggle("is-aside", dx !== 0 || dy !== 0);
  icon.style.setProperty("--dx", `${dx}px`);
  icon.style.setProperty("--dy", `${dy}px`);
  icon.style.setProperty("--length", `${Math.hypot(dx, dy)}px`);
  icon.style.setProperty("--angle", `${Math.atan2(dy, dx)}rad`);
  marker.options.icon.options.popupAnchor = [dx, dy - 20];
}

/** Hide the names that places, buttons or the edge of the map cut, as they stand now. */
export function clearNames(frame) {
  const edge = frame.getBoundingClientRect();
  const over = [...frame.querySelectorAll(".map-disc, .map-point, .leaflet-control")].map((one) => one.getBoundingClientRect());
  const names = [...frame.querySelectorAll(".map-name")];
  for (const name of names) name.classList.remove("is-under");
  const boxes = names.map((name) => name.firstElementChild.getBoundingClientRect()); // all read before any is changed
  names.forEach((name, rank) => {
    const cut = !within(boxes[rank], edge) || over.some((one) => meet(one, boxes[rank]));
    name.classList.toggle("is-under", cut);
  });
}

const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
