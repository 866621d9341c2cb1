// The buttons of the map that are words: they lie on the sea, below the coast.

/** Add a row of buttons to the map; one with a `name` is a switch. Return the row, and what sets a switch. */
export function bar(L, map, actions) {
  const switches = new Map();
  const Bar = L.Control.extend({
    onAdd() {
      const box = L.DomUtil.create("div", "map-bar");
      for (const { text, press, name } of actions) {
        const button = L.DomUtil.create("button", "", box);
        button.type = "button";
        button.textContent = text;
        if (name) {
          button.setAttribute("aria-pressed", "false");
          switches.set(name, button);
        }
        button.addEventListener("click", () => {
          const on = button.getAttribute("aria-pressed") !== "true";
          if (name) button.setAttribute("aria-pressed", on);
          press(on);
        });
      }
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
  const box = new Bar({ position: "bottomright" }).addTo(map).getContainer();
  return {
    box,
    /** Set a switch without pressing it; say whether that changed it. */
    set(name, on) {
      const before = switches.get(name).getAttribute("aria-pressed") === "true";
      switches.get(name).setAttribute("aria-pressed", on);
      return before !== on;
    },
  };
}
