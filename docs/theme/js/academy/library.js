// The library: facets, search and sort over the list that the page holds. Each state has an address; without this script
// the whole list is there, in its groups, and no facet shows.

const library = document.querySelector("[data-library]");
const words = JSON.parse(library.dataset.words);
const filters = library.querySelector(".library-filters");
const query = filters.querySelector("[name=q]");
const sort = filters.querySelector("[name=sort]");
const boxes = [...filters.querySelectorAll("[type=checkbox]")];
const facets = [...filters.querySelectorAll(".facet")];
const groups = [...library.querySelectorAll(".library-group")];
const sorted = library.querySelector(".library-sorted");
const counted = library.querySelector(".library-count");
const reset = library.querySelector(".library-reset");
const names = facets.map((facet) => facet.dataset.facet);

/** Return a text without accents or case, for searching. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/[’']/g, " ").toLowerCase();

const placeNames = new Map(boxes.filter(({ name }) => name === "place").map((box) => [box.value, box.labels[0].firstChild.textContent]));
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

// What a row has, read once.
const rows = [...library.querySelectorAll(".library-group li[data-type]")].map((item, rank) => {
  const values = Object.fromEntries(names.map((name) => [name, (item.dataset[name] ?? "").split(" ").filter(Boolean)]));
  const said = plain([item.textContent, ...values.place.map((id) => placeNames.get(id))].join(" "));
  const title = item.querySelector(".nm").textContent;
  return { item, rank, values, said, title, home: item.parentElement };
});

const orders = {
  newest: (a, b) => (b.item.dataset.updated ?? "").localeCompare(a.item.dataset.updated ?? "") || a.rank - b.rank,
  shortest: (a, b) => (a.item.dataset.minutes ?? Infinity) - (b.item.dataset.minutes ?? Infinity) || a.rank - b.rank,
  title: (a, b) => collator.compare(a.title, b.title) || a.rank - b.rank,
};

const chosen = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);

/** Show what answers to the form, and tell how much of it there is. */
function apply() {
  const asked = plain(query.value).split(/\s+/).filter(Boolean);
  const wanted = Object.fromEntries(names.map((name) => [name, chosen(name)]));
  const fits = (row, but) =>
    asked.every((word) => row.said.includes(word)) &&
    names.every((name) => name === but || !wanted[name].length || wanted[name].some((value) => row.values[name].includes(value)));
  const left = rows.filter((row) => fits(row));
  const kept = new Set(left);
  for (const row of rows) row.item.hidden = !kept.has(row);
  place(left);
  tell(left.length);
  for (const facet of facets) count(facet, wanted, fits);
}

/** Tell beside each value of a facet how much there would be of it, the other facets as they are. */
function count(facet, wanted, fits) {
  const name = facet.dataset.facet;
  const near = rows.filter((row) => fits(row, name));
  for (const box of boxes.filter((one) => one.name === name)) {
    const n = near.filter((row) => row.values[name].includes(box.value)).length;
    box.labels[0].querySelector(".n").textContent = n;
    box.disabled = !n && !box.checked;
  }
  const labels = boxes.filter((box) => box.name === name && box.checked).map((box) => box.labels[0].firstChild.textContent.trim());
  facet.querySelector(".facet-chosen").textContent = labels.join(", ");
}

/** Put rows in one sorted list, or back in their groups, which is the order of the course. */
function place(left) {
  const order = orders[sort.value];
  if (order) sorted.append(...left.toSorted(order).map((row) => row.item));
  else if (sorted.childElementCount) for (const row of rows) row.home.append(row.item);
  sorted.hidden = !order;
  for (const group of groups) group.hidden = Boolean(order) || !group.querySelector("li[data-type]:not([hidden])");
}

function tell(n) {
  const said = n === 0 ? words.count_none : n === 1 ? words.count_one : words.count.replace("{n}", n);
  const whole = n === 0 || n === rows.length;
  counted.textContent = whole ? said : words.count_of.replace("{count}", said).replace("{total}", rows.length);
  reset.hidden = !query.value && !sort.value && !boxes.some((box) => box.checked);
}

/** Fill the form from the address. A value that the library does not know, or no longer, is passed over. */
function read() {
  const asked = new URL(location.href).searchParams;
  query.value = asked.get("q") ?? "";
  sort.value = asked.get("sort") in orders ? asked.get("sort") : "";
  for (const box of boxes) box.checked = (asked.get(box.name) ?? "").split(",").includes(box.value);
  apply();
}

/** Write the form in the address, and in the links to the other language. */
function write(push) {
  const url = new URL(location.href);
  const state = { q: query.value.trim(), ...Object.fromEntries(names.map((name) => [name, chosen(name).join(",")])), sort: sort.value };
  for (const [key, value] of Object.entries(state)) {
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  url.search = url.search.replaceAll("%2C", ",");
  url.hash = "";
  if (url.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", url);
  carry();
}

function carry() {
  for (const link of document.querySelectorAll(".masthead a[hreflang], .colophon a[hreflang]")) link.search = location.search;
}

filters.addEventListener("change", ({ target }) => {
  if (target !== query) write(true), apply();
});
query.addEventListener("input", () => (write(false), apply()));
reset.addEventListener("click", () => {
  query.value = sort.value = "";
  for (const box of boxes) box.checked = false;
  write(true);
  apply();
  query.focus(); // the button is about to go
});
addEventListener("popstate", () => (read(), carry()));

// The address says what is chosen: browsers would bring back an older choice. HTML allows no such mark on a box.
for (const box of boxes) box.autocomplete = "off";
filters.hidden = false;
library.classList.add("is-live");
read();
carry();
// Who follows a link to a state came for the list; who reloads or goes back stays where they were.
if (!reset.hidden && !location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate") {
  library.previousElementSibling.scrollIntoView();
}
// On a wide page the facets that come first stand open; those that a link has chosen always do.
const wide = matchMedia("(min-width: 56.25rem)").matches;
facets.forEach((facet, rank) => (facet.open = (wide && rank < 3) || chosen(facet.dataset.facet).length > 0));
