// What a reader keeps of the course: one entry of the browser's local storage, written only once the reader asks.

const KEY = "academy";
const FORMAT = "academy-progress";
const VERSION = 1;
const LONGEST_NOTE = 20000;
const LESSON = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A record that cannot be taken: `kind` tells why, `where` which part of it. */
export class RecordFault extends Error {
  constructor(kind, where = "") {
    super(kind);
    this.kind = kind;
    this.where = where;
  }
}

/** Return a record in which nothing is kept yet. */
export const empty = () => ({ format: FORMAT, version: VERSION, quiz: false, last: null, lessons: {} });

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function require(holds, where) {
  if (!holds) throw new RecordFault("shape", where);
}

function lesson(key, value) {
  require(LESSON.test(key) && isObject(value), `lessons.${key}`);
  const made = {};
  if (value.done !== undefined) {
    require(DAY.test(value.done), `lessons.${key}.done`);
    made.done = value.done;
  }
  if (value.note !== undefined) {
    require(typeof value.note === "string" && value.note.length <= 2 * LONGEST_NOTE, `lessons.${key}.note`);
    made.note = value.note;
  }
  if (value.quiz !== undefined) {
    const { right, total, on } = isObject(value.quiz) ? value.quiz : {};
    require(Number.isInteger(right) && Number.isInteger(total) && right >= 0 && right <= total && total <= 50 && DAY.test(on), `lessons.${key}.quiz`);
    made.quiz = { right, total, on };
  }
  return made;
}

/** Return a record of what somebody gives us, only what is known of it; throw a RecordFault when it is none. */
export function checked(value) {
  if (!isObject(value) || value.format !== FORMAT) throw new RecordFault("format");
  if (Number.isInteger(value.version) && value.version > VERSION) throw new RecordFault("version");
  require(value.version === VERSION, "version");
  require(value.quiz === undefined || typeof value.quiz === "boolean", "quiz");
  require(isObject(value.lessons), "lessons");
  const made = { ...empty(), quiz: value.quiz ?? false };
  if (value.last !== null && value.last !== undefined) {
    const { lesson: key, anchor } = isObject(value.last) ? value.last : {};
    require(LESSON.test(key) && typeof anchor === "string" && anchor.length <= 200, "last");
    made.last = { lesson: key, anchor };
  }
  made.lessons = Object.fromEntries(Object.entries(value.lessons).map(([key, one]) => [key, lesson(key, one)]));
  return made;
}

/** Return the record of a file's text. */
export function parsed(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RecordFault("json");
  }
  return checked(value);
}

/** Return two records in one, in which nothing of either is lost: two notes on one lesson stand one after the other. */
export function merged(mine, theirs) {
  const lessons = { ...mine.lessons };
  for (const [key, other] of Object.entries(theirs.lessons)) {
    const own = lessons[key] ?? {};
    const made = { ...other, ...own };
    if (own.done && other.done) made.done = own.done < other.done ? own.done : other.done;
    if (own.note && other.note) made.note = own.note.includes(other.note) ? own.note : other.note.includes(own.note) ? other.note : `${own.note}\n\n${other.note}`;
    else if (other.note) made.note = other.note;
    if (own.quiz && other.quiz) made.quiz = own.quiz.on < other.quiz.on ? other.quiz : own.quiz;
    lessons[key] = made;
  }
  return { ...mine, quiz: mine.quiz || theirs.quiz, last: mine.last ?? theirs.last, lessons };
}

/** Return what is kept on this device; null when nothing is, or when the browser refuses. */
export function kept() {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : parsed(text);
  } catch {
    return null;
  }
}

/** Keep a record; throw a RecordFault when the browser refuses, which leaves what was kept as it was. */
export function keep(record) {
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
  } catch {
    throw new RecordFault("storage");
  }
}

/** Change what is kept, as it is now: another window may have written since. Do nothing when nothing is kept. */
export function change(how) {
  const record = kept();
  if (record) {
    how(record);
    keep(record);
  }
  return record;
}

/** Erase all that is kept. */
export function erase() {
  localStorage.removeItem(KEY);
}

/** Call back when another window changes what is kept. */
export function onChange(heard) {
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) heard();
  });
}
