// The list: filters hide rows, a route or the distance orders them, the count is announced, and the map follows.

/** Return a text without accents or case, for searching. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Bring the list to life. */
export function listing(section, words, state) {
  const form = section.querySelector(".map-filters");
  const fields = [...form.querySelectorAll("[name]")];
  const count = section.querySelector(".map-count");
  const reset = section.querySelector(".map-reset");
  const rows = [...section.querySelectorAll("[data-place]")];
  const row = new Map(rows.map((row) => [row.id, row]));
  const routes = JSON.parse(section.dataset.routes);
  const pages = section.querySelectorAll("[data-route-page]");
  // What a search looks in, read once: a thousand rows answer each letter.
  const said = new Map(rows.map((row) => [row, plain([...row.querySelectorAll("[data-searched]")].map((part) => part.textContent).join(" "))]));
  const heard = [];
  let current = null;
  let metres = null;

  const chosen = () => fields.find((field) => field.name === "route")?.value ?? "";
  /** Return the places of the chosen route in its order; none when no route is chosen. */
  const route = () => routes[chosen()] ?? null;

  /** Hide the rows that the form excludes, tell how many are left. */
  const apply = () => {
    const asked = plain(fields.find((field) => field.name === "q").value).split(/\s+/).filter(Boolean);
    const choices = fields.filter(({ name, value }) => name !== "q" && value);
    let left = 0;
    for (const row of rows) {
      const fits = choices.every(({ name, value }) => row.dataset[name].split(" ").includes(value));
      row.hidden = !(fits && asked.every((word) => said.get(row).includes(word)));
      left += !row.hidden;
    }
    order();
    const counted = left === 0 ? words.count_none : left === 1 ? words.count_one : words.count_many.replace("{count}", left);
    const partial = left > 0 && left < rows.length;
    count.textContent = partial ? words.count_of.replace("{count}", counted).replace("{total}", rows.length) : counted;
    reset.hidden = fields.every((field) => !field.value);
    for (const page of pages) page.hidden = page.dataset.routePage !== chosen();
    for (const hear of heard) hear(shown(), route());
  };

  /** Order the rows: by distance, else as the route goes, else as the network counts its places. */
  const order = () => {
    const steps = route();
    const rank = metres ? (row) => metres.get(row.id) : steps ? (row) => (steps.indexOf(row.id) + 1 || Infinity) : null;
    const wanted = rank ? rows.toSorted((a, b) => rank(a) - rank(b) || 0) : rows;
    const list = rows[0]?.parentElement;
    if (wanted.some((row, place) => list.children[place] !== row)) list.append(...wanted);
  };

  const shown = () => new Set([...(rows[0]?.parentElement.children ?? [])].filter((row) => !row.hidden).map((row) => row.id));

  /** Fill the form from the address. */
  const read = () => {
    for (const field of fields) {
      field.value = state.get(field.name);
      if (field.selectedIndex < 0) field.value = ""; // a value that the map does not know, or no longer
    }
    apply();
  };

  const write = (push, more) => state.set({ ...Object.fromEntries(fields.map((field) => [field.name, field.value])), ...more }, { push });

  form.addEventListener("change", (event) => {
    // A route brings its own view.
    if (event.target.type !== "search") write(true, event.target.name === "route" ? { at: "" } : {}), apply();
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "search") write(false), apply();
  });
  reset.addEventListener("click", () => {
    for (const field of fields) field.value = "";
    write(true);
    apply();
    fields[0].focus(); // the button is about to go
  });
  state.onTravel(read);
  form.hidden = false;
  read();

  return {
    rows,
    shown,
    route,
    row: (id) => row.get(id),
    /** Call back with the ids that the filters leave, in order, and the chosen route, at each change. */
    onChange: (hear) => heard.push(hear),
    /** Order the rows by their distance in metres, or as they were. */
    sort(distances) {
      metres = distances;
      order();
      for (const hear of heard) hear(shown(), route());
    },
    /** Call back with a place's id when the reader asks to see it on the map. */
    onShow(show) {
      for (const button of section.querySelectorAll(".map-show")) button.hidden = false;
      section.querySelector(".map-places").addEventListener("click", ({ target }) => {
        if (target.matches(".map-show")) show(target.closest("[data-place]").id);
      });
    },
    /** Mark the row of the place that is open on the map. */
    mark(id) {
      current?.removeAttribute("aria-current");
      current = row.get(id) ?? null;
      current?.setAttribute("aria-current", "true");
    },
  };
}
