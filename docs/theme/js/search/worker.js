// Searches aside from the page, so that typing never waits. It loads the files of a language when first asked in it.

import { finder } from "./finder.js";
import { marking } from "./marking.js";

const finders = new Map();

const fetched = async (address, kind) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer[kind]();
};

/** Return what searches in a language. Where vectors are spared or cannot be had, words must do. */
async function load(index, lang, sparing) {
  const files = await fetched(index, "json");
  const near = (name) => new URL(name, index).href;
  const passages = fetched(near(files.passages[lang]), "json");
  const vectors =
    files.words && !sparing
      ? Promise.all([files.words, files.meaning[lang]].map((name) => fetched(near(name), "arrayBuffer"))).catch(() => null)
      : null;
  const [data, buffers] = await Promise.all([passages, vectors]);
  const both = buffers && { words: buffers[0], vectors: buffers[1] };
  const stop = new Set(files.stop);
  return { data, stop, find: finder(data, both, stop), byMeaning: Boolean(both) };
}

const shown = ({ data }, mark) => (rank) => {
  const [page, anchor, titles, text] = data.passages[rank];
  const [path, title, kind] = data.pages[page];
  return { path, anchor, titles: [title, ...titles], title: mark(title), text: mark(text), kind };
};

/** Return the first passages, two of a page at most: five from one page would hide the other nine. */
function spread({ data }, found, most) {
  const taken = new Map();
  const free = (rank) => {
    const page = data.passages[rank][0];
    taken.set(page, (taken.get(page) ?? 0) + 1);
    return taken.get(page) <= 2;
  };
  return found.filter(free).slice(0, most);
}

addEventListener("message", async ({ data: { id, index, lang, sparing, text, answers } }) => {
  try {
    const key = `${lang} ${sparing}`;
    if (!finders.has(key)) finders.set(key, load(index, lang, sparing));
    const one = await finders.get(key);
    const show = shown(one, marking(text, one.stop));
    const pages = one.find.search(text).map(show);
    const asked = answers ? one.find.ask(text) : { found: [], sure: true };
    const best = spread(one, asked.found, answers).map(show);
    postMessage({ id, pages, answers: best, sure: asked.sure, byMeaning: one.byMeaning });
  } catch (error) {
    finders.clear(); // the next try may find the network
    postMessage({ id, failed: String(error) });
  }
});
