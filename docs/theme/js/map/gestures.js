// Gestures shared with the page: the wheel scrolls it, Ctrl and the wheel zoom the map; one finger scrolls, two move.

/** Share the gestures, and say how when one is tried in vain. */
export function gestures(L, map, frame, words) {
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
      const step = Math.max(0.5, map.options.zoomSnap);
      map.setZoomAround(map.mouseEventToContainerPoint(event), map.getZoom() - Math.sign(event.deltaY) * step);
    },
    { passive: false },
  );
  frame.addEventListener(
    "touchmove",
    (event) => event.touches.length === 1 && !map.dragging.enabled() && say(words.two_fingers),
    { passive: true },
  );
}
