// The search box: answers and pages while one types, on its own page or in a dialog over any other.

import { client } from "./client.js";

const ANSWERS = 5;
const PAUSE = 120; // milliseconds between the last letter and the search
const SHORT = 26; // words of a passage shown around what was found
const FIRST = 10; // pages listed before one asks for the others

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/** Return the nodes of a text cut in pieces, every second one marked; `most` words of it, around the first mark. */
function marked(pieces, most = Infinity) {
  const words = pieces.flatMap((piece, rank) => (rank % 2 ? [[piece]] : piece.split(/(?<= )/)));
  const first = words.findIndex((word) => Array.isArray(word));
  const start = words.length > most && first > most / 3 ? Math.floor(first - most / 3) : 0;
  const shown = words.slice(start, start + most).map((word) => (Array.isArray(word) ? element("mark", "", ...word) : word));
  return [start ? "… " : "", ...shown, start + most < words.length ? " …" : ""];
}

/** Bring a search box to life; `linked` says whether its state is the address of the page. */
export function searchBox(section, { linked = true } = {}) {
  const words = JSON.parse(section.dataset.words);
  const root = new URL(section.dataset.root, document.baseURI);
  const form = section.querySelector("form");
  const input = form.querySelector("input[type=search]");
  const status = section.querySelector(".seek-status");
  const answers = section.querySelector(".seek-answers");
  const pages = section.querySelector(".seek-pages");
  const kinds = section.querySelector(".seek-kinds");
  const more = section.querySelector(".seek-more");
  const lang = section.dataset.lang;
  const worker = client(new URL(section.dataset.files, document.baseURI).href);
  const others = () => document.querySelectorAll(".masthead a[hreflang], .colophon a[hreflang]");
  let kind = "";
  let turn = 0;

  const href = ({ path, anchor }) => new URL(path + (anchor ? `#${anchor}` : ""), root).href;
  const trail = ({ titles }) => titles.join(" › ");

  const answer = (one, rank) => {
    const link = element("a", "", words.read);
    link.href = href(one);
    link.setAttribute("aria-label", words.read_long.replace("{title}", trail(one)));
    const quote = element("blockquote", "", element("p", "", ...marked(one.text)));
    const details = element("details", "seek-answer", element("summary", "", trail(one)), quote, element("p", "go-line", link));
    details.open = rank === 0;
    return element("li", "", details);
  };

  const page = (one) => {
    const link = element("a", "", ...marked(one.title));
    link.href = href(one);
    const where = element("span", "seek-where", words.kinds[one.kind] ?? "");
    return element("li", "", element("p", "seek-title d", link, " ", where), element("p", "cap", ...marked(one.text, SHORT)));
  };

  /** List the pages: the first ones, then a button that shows the others and goes to the first of them. */
  const showPages = (listed) => {
    const rows = listed.map((one) => page(one));
    const others = rows.length > FIRST + 2 ? rows.slice(FIRST) : []; // no button for one or two
    for (const row of others) row.hidden = true;
    pages.replaceChildren(...rows);
    more.hidden = !others.length;
    more.textContent = words.more.replace("{count}", others.length);
    more.onclick = () => {
      for (const row of others) row.hidden = false;
      more.hidden = true;
      others[0].querySelector("a").focus();
    };
  };

  /** Show the kinds of pages that were found, the largest first, with their counts, each a button. */
  const showKinds = (found) => {
    const tally = new Map();
    for (const one of found) tally.set(one.kind, (tally.get(one.kind) ?? 0) + 1);
    const counts = new Map([...tally].sort(([, a], [, b]) => b - a));
    if (kind && !counts.has(kind)) kind = "";
    const choice = (value, label, count) => {
      const button = element("button", "button bare", `${label} ${count}`);
      button.type = "button";
      button.setAttribute("aria-pressed", String(value === kind));
      button.addEventListener("click", () => {
        kind = value;
        button.focus(); // not every browser does
        run({ push: true });
      });
      return element("li", "", button);
    };
    kinds.replaceChildren(
      ...(counts.size > 1 ? [choice("", words.all, found.length), ...[...counts].map(([value, count]) => choice(value, words.kinds[value] ?? value, count))] : []),
    );
    kinds.hidden = counts.size < 2;
  };

  const write = (push) => {
    if (!linked) return;
    const url = new URL(location.href);
    const set = (key, value) => (value ? url.searchParams.set(key, value) : url.searchParams.delete(key));
    set("q", input.value.trim());
    set("in", kind);
    if (url.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", url);
    for (const link of others()) link.search = url.search;
  };

  /** Search what the box holds, unless something newer was asked meanwhile. */
  const run = async ({ push = false } = {}) => {
    const text = input.value.slice(0, 400);
    const mine = ++turn;
    write(push);
    section.classList.toggle("is-asked", Boolean(text.trim()));
    if (linked) document.documentElement.classList.toggle("asks", Boolean(text.trim()));
    if (!text.trim()) {
      for (const part of [answers, pages, kinds]) part.replaceChildren();
      answers.closest("section").hidden = pages.closest("section").hidden = true;
      status.textContent = "";
      return;
    }
    const slow = setTimeout(() => mine === turn && (status.textContent = words.loading), 400);
    const found = await worker.ask(text, lang, ANSWERS);
    clearTimeout(slow);
    if (mine !== turn) return;
    if (found.failed) {
      status.textContent = words.failed;
      return;
    }
    const held = document.activeElement;
    const amongKinds = kinds.contains(held);
    showKinds(found.pages);
    const listed = found.pages.filter((one) => !kind || one.kind === kind);
    showPages(listed);
    pages.closest("section").hidden = !listed.length;
    answers.replaceChildren(...found.answers.map((one, rank) => answer(one, rank)));
    answers.closest("section").hidden = !found.answers.length;
    // What is replaced would take the focus along.
    if (!held.isConnected) ((amongKinds && kinds.querySelector('[aria-pressed="true"]')) || input).focus();
    section.querySelector(".seek-unsure").hidden = found.sure;
    section.querySelector(".seek-words").hidden = found.byMeaning;
    const count = listed.length;
    const said = [count === 0 ? words.none : count === 1 ? words.one : words.many.replace("{count}", count)];
    if (found.answers.length) said.push(found.sure ? words.answered : words.unsure);
    status.textContent = said.join(" ");
  };

  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(run, PAUSE);
  });
  input.addEventListener("focus", () => worker.ask("", lang, 0), { once: true }); // loads while one types
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run({ push: true });
  });
  section.addEventListener("click", (event) => {
    const example = event.target.closest(".seek-example");
    if (!example) return;
    event.preventDefault();
    input.value = example.textContent;
    run({ push: true });
    input.focus();
  });
  // Down from the box into what was found, up again.
  section.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...section.querySelectorAll(".seek-found a, .seek-found summary")].filter((stop) => stop.checkVisibility());
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  });
  const read = () => {
    const asked = new URL(location.href).searchParams;
    input.value = asked.get("q") ?? "";
    kind = asked.get("in") ?? "";
    run();
  };
  if (linked) {
    addEventListener("popstate", read);
    // Who was quicker than this script has typed something: it stands.
    if (input.value) run();
    else read();
  }
  section.classList.add("is-live");
  return { input };
}

/** Open the box in a dialog over the page: its markup is that of the search page. */
export async function openDialog(link) {
  let dialog = document.querySelector("dialog.seek-dialog");
  if (!dialog) {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const section = document.importNode(page.querySelector("[data-search]"), true);
    // Its links are relative to the search page.
    for (const name of ["root", "files"]) section.dataset[name] = new URL(section.dataset[name], link.href).href;
    for (const one of section.querySelectorAll("[href]")) one.href = new URL(one.getAttribute("href"), link.href).href;
    section.querySelector("form").action = link.href;
    const close = element("button", "seek-close", "×");
    close.type = "button";
    close.setAttribute("aria-label", JSON.parse(section.dataset.words).close);
    dialog = element("dialog", "seek-dialog", close, section);
    dialog.setAttribute("aria-label", link.textContent.trim());
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => link.focus());
    // A search field keeps Escape for itself, to empty it.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    searchBox(section, { linked: false });
  }
  dialog.showModal();
  dialog.querySelector("input").select();
}
