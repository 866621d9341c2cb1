// Search in the course, offline: what one types is looked for in `coursePassages`, which passages.js beside it holds.
// Published as a classic script with what it imports: pages opened from a folder may neither import nor fetch.
import { fold } from "./words.js";

const WORD = /\p{N}+(?:[\u202f\u00a0 ,]\p{N}{3}(?!\p{N}))*|[\p{L}\p{N}]+/gu;
const AROUND = 110;
const MOST = 60;

const split = (text) =>
  [...text.matchAll(WORD)].map((found) => ({ word: fold(found[0]), from: found.index, to: found.index + found[0].length }));

const worth = (word, parts) => {
  let best = 0;
  for (const part of parts) {
    if (part.word === word) return 3;
    if (word.length > 1 && part.word.startsWith(word)) best = 1;
  }
  return best;
};

// Every word asked for must stand in the passage or above it.
const score = (passage, asked) => {
  let sum = 0;
  for (const word of asked) {
    const here = worth(word, passage.parts);
    const above = worth(word, passage.heads);
    if (!here && !above) return 0;
    sum += here + 4 * above;
  }
  return sum;
};

const isAsked = (part, asked) =>
  asked.some((word) => part.word === word || (word.length > 1 && part.word.startsWith(word)));

// The text as nodes, with what was asked for marked in it.
const marked = (text, asked, from = 0, to = text.length) => {
  const nodes = [];
  let place = from;
  for (const part of split(text)) {
    if (part.from < from || part.to > to || !isAsked(part, asked)) continue;
    nodes.push(text.slice(place, part.from));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(part.from, part.to);
    nodes.push(mark);
    place = part.to;
  }
  nodes.push(text.slice(place, to));
  return nodes;
};

const excerpt = (passage, asked) => {
  const first = passage.parts.find((part) => isAsked(part, asked));
  const text = passage.text;
  let from = first ? Math.max(0, first.from - AROUND) : 0;
  if (from) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + 2.4 * AROUND);
  if (to < text.length) to = Math.max(first ? first.to : 0, text.lastIndexOf(" ", to));
  const nodes = marked(text, asked, from, to);
  return [...(from ? ["… "] : []), ...nodes, ...(to < text.length ? [" …"] : [])];
};

const item = (passage, asked) => {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = passage.page;
  link.append(...marked(passage.heading || passage.title, asked));
  const where = document.createElement("span");
  where.className = "kick";
  where.append(...marked(passage.title, asked));
  const text = document.createElement("p");
  text.append(...excerpt(passage, asked));
  if (passage.heading) line.append(where, " ");
  line.append(link, text);
  return line;
};

function begin(form) {
  const field = form.querySelector("input");
  const count = form.querySelector("[role=status]");
  const list = document.querySelector(".course-found");
  const words = form.dataset;
  const passages = window.coursePassages.map((passage) => ({
    ...passage,
    heads: split(`${passage.title} ${passage.heading}`),
    parts: split(passage.text),
  }));

  const search = () => {
    const asked = split(field.value).map((part) => part.word);
    list.replaceChildren();
    if (!asked.length) {
      count.textContent = "";
      return;
    }
    const found = passages
      .map((passage) => ({ passage, sum: score(passage, asked) }))
      .filter((one) => one.sum)
      .sort((one, other) => other.sum - one.sum);
    count.textContent =
      found.length === 0 ? words.none : found.length === 1 ? words.one : words.many.replace("{n}", found.length);
    list.append(...found.slice(0, MOST).map((one) => item(one.passage, asked)));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("input", search);
  field.value ||= new URLSearchParams(location.search).get("q") ?? ""; // what was typed before this script came stands
  search();
}

const form = document.querySelector("form.course-search");
if (form && window.coursePassages) begin(form);
