// The card of a place on the map: a small dialog that says what the list says, and gives the focus back.

const NEAR = 11; // the zoom from which a card shows its surroundings

/** Bind a card to each disc; return what opens and closes them. `reveal` sees to it that a disc is there. */
export function cards({ map, frame, markers, list, state, words, reveal }) {
  const usual = { record: true, focus: true, from: null };
  let byKeyboard = false;
  let opened = null;
  let how = usual;
  let from = null;
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
      from = how.from;
      list.mark(id);
      marker.getElement().classList.add("is-open");
      if (how.record) state.setPlace(id, { push: true });
      if (byKeyboard && how.focus) setTimeout(() => box.querySelector("a").focus(), 30);
      how = usual;
    });
    marker.on("popupclose", ({ popup }) => {
      const disc = marker.getElement();
      disc?.classList.remove("is-open");
      if (popup.getElement()?.contains(document.activeElement)) (from ?? disc)?.focus();
      if (opened !== id) return;
      opened = null;
      list.mark(null);
      if (state.place === id) state.setPlace(null);
    });
  }
  frame.addEventListener("keydown", (event) => {
    // Leaflet hears Escape only when the map itself has the focus, and Enter opens cards only; a button answers to both.
    if (event.key === "Escape") map.closePopup();
    if (!event.target.matches(event.key === " " ? ".map-place" : event.key === "Enter" ? ".map-crowd" : "none")) return;
    event.preventDefault();
    event.target.click();
  });

  return {
    /** The id of the place whose card is open. */
    get opened() {
      return opened;
    },
    /** Open a card: `record` it in the address or not, move the `focus` there or not, give it back to `from`. */
    open(id, asked = {}) {
      map.closePopup();
      const marker = markers.get(id);
      if (map.getZoom() < NEAR) map.setView(marker.getLatLng(), NEAR, { animate: false });
      if (!reveal(id)) return;
      how = { ...usual, ...asked };
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
  const said = [".map-what", ".map-standing", ".map-where"].map((part) => row.querySelector(part).cloneNode(true));
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
  card.append(name, ...said, last, close);
  return card;
}
