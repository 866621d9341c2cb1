// The card of a place on the map: a small dialog that says what the list says, and gives the focus back.

/** Bind a card to each disc; return what opens and closes them. */
export function cards({ L, map, frame, markers, list, state, words }) {
  let byKeyboard = false;
  let opened = null;
  let quiet = { record: true, focus: true };
  addEventListener("keydown", () => (byKeyboard = true), true);
  addEventListener("pointerdown", () => (byKeyboard = false), true);

  for (const [id, marker] of markers) {
    marker.bindPopup(() => content(list.row(id), words), { maxWidth: 280, minWidth: 200, autoPanPadding: [20, 20], closeButton: false });
    marker.on("popupopen", ({ popup }) => {
      const box = popup.getElement();
      box.setAttribute("role", "dialog");
      box.setAttribute("aria-label", box.querySelector(".map-card-name").textContent);
      box.querySelector(".map-close").addEventListener("click", () => map.closePopup());
      opened = id;
      list.mark(id);
      marker.getElement().classList.add("is-open");
      if (quiet.record) state.setPlace(id, { push: true });
      if (byKeyboard && quiet.focus) setTimeout(() => box.querySelector("a").focus(), 30);
      quiet = { record: true, focus: true };
    });
    marker.on("popupclose", ({ popup }) => {
      const disc = marker.getElement();
      disc?.classList.remove("is-open");
      if (popup.getElement()?.contains(document.activeElement)) disc?.focus();
      if (opened !== id) return;
      opened = null;
      list.mark(null);
      if (state.place === id) state.setPlace(null);
    });
  }
  frame.addEventListener("keydown", (event) => {
    // Leaflet hears Escape only when the map itself has the focus, and opens on Enter only; a button answers to Space.
    if (event.key === "Escape") map.closePopup();
    if (event.key !== " " || !event.target.matches(".map-place")) return;
    event.preventDefault();
    event.target.click();
  });

  return {
    open(id, how = {}) {
      const marker = markers.get(id);
      if (!map.hasLayer(marker)) return;
      quiet = { record: true, focus: true, ...how };
      map.closePopup();
      if (map.getZoom() < 11) map.setView(marker.getLatLng(), 11, { animate: false });
      marker.openPopup();
    },
    closeUnless(ids) {
      if (opened && !ids.has(opened)) map.closePopup();
    },
  };
}

/** Return the content of a card, from the row of the list: one truth for both. */
function content(row, words) {
  const card = document.createElement("div");
  card.className = "map-card";
  const name = document.createElement("p");
  name.className = "map-card-name";
  name.textContent = row.querySelector(".map-row-name").textContent;
  const what = row.querySelector(".map-what").cloneNode(true);
  const where = row.querySelector(".map-where").cloneNode(true);
  const standing = row.querySelector(".status").cloneNode(true);
  const link = row.querySelector(".map-row-name a").cloneNode();
  link.className = "go";
  link.textContent = words.place_page.replace("{number}", row.dataset.number);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "map-close";
  close.setAttribute("aria-label", words.close);
  close.textContent = "×";
  const last = document.createElement("p");
  last.append(link);
  card.append(name, what, where, standing, last, close);
  return card;
}
