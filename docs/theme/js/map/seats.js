// The seats of the members, on request: a square each, whose tooltip says what its row of the list says.

/** Return a function that shows or hides the squares of the rows. */
export function seatsLayer(L, map, rows) {
  const mark = (row) => {
    const square = L.marker([row.dataset.lat, row.dataset.lon], {
      icon: L.divIcon({ className: "map-seat", iconSize: [24, 24] }),
      alt: row.dataset.label,
      zIndexOffset: -1000, // places stand above
    });
    const link = row.querySelector("a");
    const text = document.createElement("span");
    const name = document.createElement("b");
    name.textContent = link.textContent;
    text.append(name, document.createElement("br"), row.querySelector(".cap").firstChild.textContent.trim());
    square.bindTooltip(text, { className: "map-tip" });
    square.on("add", () => {
      const element = square.getElement();
      element.setAttribute("role", "link");
      element.setAttribute("aria-label", row.dataset.label);
      element.addEventListener("focus", () => square.openTooltip());
      element.addEventListener("blur", () => square.closeTooltip());
      element.addEventListener("keydown", ({ key }) => {
        if (key === "Escape") square.closeTooltip();
        if (key === "Enter") link.click();
      });
    });
    square.on("click", () => link.click());
    return square;
  };
  const layer = L.layerGroup([...rows].map(mark));
  return (on) => (on ? layer.addTo(map) : layer.remove());
}
