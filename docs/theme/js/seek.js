// The link to the search page opens the box over the page instead; nothing is loaded before somebody asks.

const load = () => import("./search/search.js");
const section = document.querySelector("main [data-search]");
const link = document.querySelector(".seek");
let opening; // the box on its way: a second click waits for it too

if (section) load().then(({ searchBox }) => searchBox(section));

link?.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (section) section.querySelector("input").focus();
  // Where the box cannot open, the link leads on.
  else opening ??= load().then(({ openDialog }) => openDialog(link)).catch(() => (location.href = link.href)).finally(() => (opening = null));
});
