// The discs of the places that the list shows: each on its own when they are few, in crowds when they are many.

import { clearNames, FEW, spread } from "./arrange.js";
import { crowds } from "./crowds.js";

/** Return what draws the discs as the list stands, and what sees to it that one of them is there. */
export function discs({ L, map, frame, markers, list, words }) {
  const crowded = markers.size > FEW ? crowds(L, map, frame, words) : null;

  /** Draw the discs in the order of the list, which is also that of the Tab key; `kept` leaves its crowd. */
  const draw = (kept) => {
    const shown = new Map([...list.shown()].map((id) => [id, markers.get(id)]));
    if (crowded) crowded(shown, kept);
    else {
      for (const [id, marker] of markers) if (!shown.has(id)) marker.remove();
      for (const marker of shown.values()) marker.addTo(map).getPane().append(marker.getElement());
      spread(map, [...shown.values()]);
    }
    clearNames(frame);
  };

  return {
    draw,
    /** Say whether the disc of a place is drawn, after parting it from its crowd. */
    reveal(id) {
      if (crowded) draw(id);
      return map.hasLayer(markers.get(id));
    },
    /** Draw what a move of the map calls for. */
    follow(kept) {
      if (crowded) draw(kept);
      else clearNames(frame);
    },
  };
}
