// The lessons that the reader has done, marked wherever a page lists them.

/** Mark the line of each lesson that a record has as done, in a word and with the disc; unmark the others. */
export function markLessons(record, word) {
  for (const line of document.querySelectorAll("[data-lesson]")) {
    const done = Boolean(record?.lessons[line.dataset.lesson]?.done);
    const there = line.querySelector(".own-mark");
    line.classList.toggle("is-done", done);
    if (!done) there?.remove();
    else if (!there) {
      const mark = Object.assign(document.createElement("span"), { className: "own-mark", textContent: word });
      const name = line.querySelector(".nm");
      // Where the whole line is a link, its cells are set in columns: the mark stays with the name.
      if (name.closest("a") === line.firstElementChild) name.append(" ", mark);
      else name.after(" ", mark);
    }
  }
}
