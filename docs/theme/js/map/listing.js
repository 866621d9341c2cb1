// The list: filters hide rows, the count is announced, and the map follows.

/** Return a text without accents or case, for searching. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Bring the list to life. */
export function listing(section, words, state) {
  const form = section.querySelector(".map-filters");
  const fields = [...form.querySelectorAll("[name]")];
  const count = section.querySelector(".map-count");
  const reset = section.querySelector(".map-reset");
  const rows = [...section.querySelectorAll("[data-place]")];
  const heard = [];
  let current = null;

  /** Hide the rows that the form excludes, tell how many are left. */
  const apply = () => {
    const asked = plain(fields.find((field) => field.name === "q").value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const row of rows) {
      const fits = fields.every(({ name, value }) => name === "q" || !value || row.dataset[name] === value);
      const said = asked.length ? plain(row.textContent) : "";
      row.hidden = !(fits && asked.every((word) => said.includes(word)));
      left += !row.hidden;
    }
    const counted = left === 0 ? words.count_none : left === 1 ? words.count_one : words.count_many.replace("{count}", left);
    const partial = left > 0 && left < rows.length;
    count.textContent = partial ? words.count_of.replace("{count}", counted).replace("{total}", rows.length) : counted;
    reset.hidden = left === rows.length;
    for (const hear of heard) hear(shown());
  };

  const shown = () => new Set(rows.filter((row) => !row.hidden).map((row) => row.id));

  /** Fill the form from the address. */
  const read = () => {
    for (const field of fields) field.value = state.get(field.name);
    apply();
  };

  const write = (push) => state.set(Object.fromEntries(fields.map((field) => [field.name, field.value])), { push });

  form.addEventListener("change", (event) => {
    if (event.target.type !== "search") apply(), write(true);
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "search") apply(), write(false);
  });
  reset.addEventListener("click", () => {
    for (const field of fields) field.value = "";
    apply();
    write(true);
    fields[0].focus(); // the button is about to go
  });
  state.onTravel(read);
  form.hidden = false;
  read();

  return {
    shown,
    row: (id) => rows.find((row) => row.id === id),
    /** Call back with the ids that the filters leave, at each change. */
    onChange: (hear) => heard.push(hear),
    /** Call back with a place's id when the reader asks to see it on the map. */
    onShow(show) {
      for (const row of rows) {
        const button = row.querySelector(".map-show");
        button.hidden = false;
        button.addEventListener("click", () => show(row.id));
      }
    },
    /** Mark the row of the place that is open on the map. */
    mark(id) {
      current?.removeAttribute("aria-current");
      current = id ? rows.find((row) => row.id === id) : null;
      current?.setAttribute("aria-current", "true");
    },
  };
}
