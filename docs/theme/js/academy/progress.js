// What the reader keeps on this device: lessons done, notes, where one was. Nothing is written before the button asks
// for it, nothing is ever sent, and it can be taken out, put back and erased.

import { markLessons } from "./done.js";
import { RecordFault, change, empty, erase, keep, kept, merged, onChange, parsed } from "./record.js";

const BIGGEST = 2_000_000; // bytes of a file: a hundred lessons of the longest notes
const section = document.querySelector("[data-own]");
const words = JSON.parse(section.dataset.words);
const key = section.dataset.ownLesson ?? "";
const course = JSON.parse(section.dataset.course ?? "[]").map(([id, title, href, minutes]) => ({ id, title, href, minutes }));
const lang = document.documentElement.lang;
const find = (name) => section.querySelector(name);
const said = find(".own-said");
const fault = find("#own-fault");
const note = find("#own-note");
const dialog = find(".own-dialog");

let waiting; // the timer of a note that is not kept yet

const today = () => new Date().toLocaleDateString("sv"); // the reader's own day, as ISO 8601 writes it
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function say(text) {
  said.textContent = ""; // emptied first, so that the same words are announced again
  requestAnimationFrame(() => (said.textContent = text));
}

/** Do something that may fail, and say in the page why it did. */
function attempt(act) {
  fault.hidden = true;
  try {
    act();
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    complain(error);
  }
}

function complain({ kind, where }) {
  fault.textContent = fill(words[`fault_${kind}`], { where });
  find(".own-ways").open = true;
  fault.hidden = false;
}

/** Return a number of minutes in words. */
function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  if (!hours) return `${left} min`;
  if (!left) return `${hours} h`;
  return lang === "fr" ? `${hours} h ${String(left).padStart(2, "0")}` : `${hours} h ${left} min`;
}

const dated = (day) => new Date(`${day}T12:00`).toLocaleDateString(lang === "fr" ? "fr-FR" : "en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Show what is kept, or that nothing is. */
function show() {
  const record = kept();
  find(".own-off").hidden = Boolean(record);
  find(".own-on").hidden = !record;
  for (const part of section.querySelectorAll(".own-export, .own-erase")) part.hidden = !record;
  find(".own-first").hidden = Boolean(record);
  if (key) showLesson(record);
  else showCourse(record);
}

function showLesson(record) {
  const own = record?.lessons[key] ?? {};
  find(".own-done").checked = Boolean(own.done);
  find(".own-quiz").checked = Boolean(record?.quiz);
  if (!waiting && document.activeElement !== note) note.value = own.note ?? "";
  find(".own-result").textContent = own.quiz ? fill(words.result, { date: dated(own.quiz.on), n: own.quiz.right, total: own.quiz.total }) : "";
}

function showCourse(record) {
  const lessons = record?.lessons ?? {};
  const done = course.filter(({ id }) => lessons[id]?.done);
  const sum = (some) => duration(some.reduce((total, { minutes }) => total + minutes, 0));
  find(".own-tally").textContent = fill(words.tally, { n: done.length, total: course.length, time: sum(done), whole: sum(course) });
  showResume(record, lessons, done);
  showNotes(lessons);
  markLessons(record, words.mark);
}

/** Lead to where the reader was, or to the next lesson that is not done. */
function showResume(record, lessons, done) {
  const link = find(".own-resume");
  const last = course.findIndex(({ id }) => id === record?.last?.lesson);
  const left = [...course.slice(Math.max(last, 0)), ...course.slice(0, Math.max(last, 0))].find(({ id }) => !lessons[id]?.done);
  link.hidden = !record || !left;
  if (record && !left) find(".own-tally").textContent += `. ${words.all_done}`;
  if (!left) return;
  const here = left.id === record?.last?.lesson && record.last.anchor;
  link.href = here ? `${left.href}#${encodeURIComponent(record.last.anchor)}` : left.href;
  link.textContent = fill(done.length || last >= 0 ? words.resume : words.begin, { title: left.title });
}

function showNotes(lessons) {
  const written = course.filter(({ id }) => lessons[id]?.note);
  find(".own-notes").hidden = !written.length;
  find(".own-notes dl").replaceChildren(
    ...written.map(({ id, title, href }) => {
      const pair = document.createElement("div");
      const link = Object.assign(document.createElement("a"), { href: `${href}#own-note`, textContent: title });
      const name = document.createElement("dt");
      name.append(link);
      pair.append(name, Object.assign(document.createElement("dd"), { textContent: lessons[id].note }));
      return pair;
    }),
  );
}

function set(how) {
  attempt(() => {
    change((record) => how((record.lessons[key] ??= {}), record));
    show();
  });
}

/** Remember where the reader is: the last heading above the middle of the window. */
function remember() {
  if (!kept()) return;
  const above = [...document.querySelectorAll("main h2[id]:not([data-own] h2), main h1")].filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  try {
    change((record) => (record.last = { lesson: key, anchor: above.at(-1)?.id ?? "" }));
  } catch {
    // the place is lost, nothing else is
  }
}

function takeOut() {
  const name = `${words.file}-${today()}.json`;
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(kept(), null, 2)}\n`], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  say(fill(words.exported, { file: name }));
}

async function putBack(field) {
  const [file] = field.files;
  if (!file) return;
  const text = file.size > BIGGEST ? null : await file.text();
  field.value = ""; // the same file can be chosen again
  attempt(() => {
    if (text === null) throw new RecordFault("size");
    const theirs = parsed(text);
    keep(merged(kept() ?? empty(), theirs));
    show();
    say(fill(words.imported, { n: Object.keys(theirs.lessons).length }));
  });
}

find(".own-start").addEventListener("click", () =>
  attempt(() => {
    keep(empty());
    if (key) remember();
    show();
    say(words.started);
    (find(".own-done") ?? find(".own-resume")).focus(); // the button has gone
  }),
);
find("button.own-export").addEventListener("click", takeOut);
find("#own-import").addEventListener("change", ({ target }) => putBack(target));
find(".own-erase").addEventListener("click", () => dialog.showModal());
find(".own-no").addEventListener("click", () => dialog.close());
find(".own-yes").addEventListener("click", () => {
  dialog.close();
  clearTimeout(waiting);
  waiting = undefined;
  erase();
  show();
  say(words.erased);
  find(".own-start").focus();
});
onChange(show);

if (key) {
  find(".own-done").addEventListener("change", ({ target }) => {
    set((own) => (target.checked ? (own.done = today()) : delete own.done));
    say(target.checked ? words.done_said : words.undone_said);
  });
  find(".own-quiz").addEventListener("change", ({ target }) => {
    set((_, record) => {
      record.quiz = target.checked;
      if (!target.checked) for (const own of Object.values(record.lessons)) delete own.quiz;
    });
    say(target.checked ? words.quiz_on : words.quiz_off);
  });
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    set((own) => (note.value.trim() ? (own.note = note.value) : delete own.note));
  };
  note.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (write(), say(words.note_said)), 600);
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    if (waiting) write();
    remember();
  });
  document.querySelector("[data-quiz]")?.addEventListener("answered", ({ detail: { right, total } }) => {
    if (kept()?.quiz) set((own) => (own.quiz = { right, total, on: today() }));
  });
}

// Browsers would bring back an old tick. HTML allows no such mark on a box, scripts do.
for (const box of section.querySelectorAll("[type=checkbox]")) box.autocomplete = "off";
section.hidden = false;
show();
if (key) remember();
