// The page's side of the worker: one question at a time, the last one wins.

/** Return what asks the worker; `index` is the address of the files of search. */
export function client(index) {
  const waiting = new Map();
  let worker = null;
  let last = 0;
  const start = () => {
    const started = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener("error", (error) => {
      for (const answer of waiting.values()) answer({ failed: String(error.message) });
      waiting.clear();
      worker = null; // the next question may find the network
    });
    return started;
  };
  // Whoever spares data gets words only: fifteen times less to load.
  const sparing = Boolean(navigator.connection?.saveData);
  return {
    /** Return what is found for a text in a language, with so many passages that answer. */
    ask: (text, lang, answers) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker ??= start();
        worker.postMessage({ id: last, index, lang, sparing, text, answers });
      }),
  };
}
